/**
 * A plan as a workbook: tasks and targets on two sheets that print as they are and can be read again (`read.ts`). Equal
 * plans give equal bytes.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import type { Plan } from '../../shared/plan/schema.ts'
import { centred, said } from '../annex/sheet-rows.ts'
import { signedWorkbook } from '../paper/file.ts'
import { across, type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import { columns, type List, sheetNames } from './columns.ts'
import { indicatorLabel } from './names.ts'
import { planWords } from './words.ts'

type Shown = {
  readonly plan: Plan
  readonly agency: Agency
  /** to name indicators by their place in the forms */
  readonly index: Index | undefined
  /** UTC instant of the edition */
  readonly at: string
}

const year = (value: number | null): PaperCell =>
  value === null
    ? said('')
    : { value: { number: value }, style: 'share', align: 'center', numberFormat: '0' }

export function planWorkbook(shown: Shown): Promise<Uint8Array> {
  const { plan, agency, at } = shown
  const sheets = [taskSheet(shown), targetSheet(shown)]
  return signedWorkbook(agency, plan.title, { title: plan.title, instant: at }, sheets)
}

function taskSheet({ plan, agency }: Shown): PaperSheet {
  const nameOf = unitName(agency)
  const width = Object.keys(columns.tasks).length
  const rows: PaperCell[][] = []
  let next = 0
  const heading = (i: number) => {
    const group = plan.groups[i]
    if (group)
      rows.push(
        paperRow(width, {
          ...Object.fromEntries(
            across(width, words('', 'shareTotal')).map((cell, c) => [c + 1, cell]),
          ),
          1: { ...words(group.code, 'shareTotal'), align: 'center' },
          2: words(group.name, 'shareTotal'),
        }),
      )
  }
  for (const task of plan.tasks) {
    const group = plan.groups.findIndex(({ code }) => task.code.startsWith(`${code}.`))
    for (; next <= group; next += 1) heading(next)
    const support = [
      ...(task.allUnits ? [planWords.everyUnit] : []),
      ...task.supporting.map(nameOf),
    ]
    rows.push([
      centred(task.code),
      said(task.name),
      said(task.deliverable),
      said(nameOf(task.lead)),
      said(support.join('; ')),
      said(task.outside.join('; ')),
      said(task.timeline),
      centred(task.recurring ? planWords.kinds.recurring : planWords.kinds.once),
      year(task.from),
      year(task.until),
    ])
  }
  for (; next < plan.groups.length; next += 1) heading(next)
  return listed('tasks', plan, rows)
}

function targetSheet({ plan, agency, index }: Shown): PaperSheet {
  const nameOf = unitName(agency)
  const rows = plan.targets.map(target => {
    const entry = target.indicator === null ? undefined : index?.indicators.get(target.indicator)
    const measured = entry ? indicatorLabel(entry.form.short, entry.row.code) : target.indicator
    return [
      centred(target.code),
      said(target.name),
      said(measured ?? ''),
      year(target.year),
      centred(target.comparison === '>=' ? '≥' : '≤'),
      {
        value: { number: target.threshold },
        style: 'share',
        align: 'center',
        numberFormat: Number.isInteger(target.threshold) ? '#,##0' : '#,##0.######',
      } as const,
      centred(target.unit),
      said(target.lead === null ? '' : nameOf(target.lead)),
    ]
  })
  return listed('targets', plan, rows)
}

/** Title and what the plan says of itself over the table, each beside its label so that it is found again. */
function listed(list: List, plan: Plan, rows: readonly (readonly PaperCell[])[]): PaperSheet {
  const shown = Object.values(columns[list])
  const widths = shown.map(column => column.width)
  const width = widths.length
  const { labels, headings } = planWords
  const facts: readonly (readonly [string, string])[] = [
    [labels.title, plan.title],
    [labels.basis, plan.basis],
    [labels.years, plan.until === plan.year ? `${plan.year}` : `${plan.year} – ${plan.until}`],
  ]
  const labelled = facts.map(([label, text]) =>
    paperRow(width, { 1: words(label, 'remark'), 3: words(text, 'remark') }),
  )
  const above = [across(width, words(headings[list], 'title')), ...labelled]
  const top = above.length + 1
  const merges = [
    rangeAddress(1, 1, 1, width),
    ...labelled.flatMap((_, i) => [
      rangeAddress(i + 2, 1, i + 2, 2),
      rangeAddress(i + 2, 3, i + 2, width),
    ]),
  ]
  return {
    sheet: sheetNames[list],
    landscape: true,
    widths,
    merges,
    rows: [...above, shown.map(({ title }) => words(title, 'shareHeader')), ...rows],
    frozenRows: top,
    headerTop: top,
    ...(rows.length > 0 ? { filter: rangeAddress(top, 1, top + rows.length, width) } : {}),
  }
}

const unitName = ({ units }: Agency): ((key: string) => string) => {
  const names = new Map(units.map(({ key, name }) => [key, name]))
  return key => names.get(key) ?? key
}
