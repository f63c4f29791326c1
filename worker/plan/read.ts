/**
 * A plan out of an opened workbook. Either all of it is read or nothing: every fault names sheet and line, and a plan with
 * one is not handed on. What was guessed is told.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { plain } from '../../shared/one-stop/spelling.ts'
import { planFaults } from '../../shared/plan/faults.ts'
import { type Plan, type PlanTask, planSchema, type Target } from '../../shared/plan/schema.ts'
import type { PlanReading } from '../../shared/protocol/plan.ts'
import { largestBody, mostNamed } from '../body.ts'
import type { OpenedSheet, OpenedWorkbook } from '../upload/open.ts'
import { comparisonIn, kindIn, type Line, numberIn, textIn, yearIn, yearsIn } from './cells.ts'
import { columns, type FoundList, findList, type List, linesOf } from './columns.ts'
import { most, mostText, overfull } from './extent.ts'
import { indicatorNamed, piecesOf, unitNames, unitsIn } from './names.ts'
import { planWords } from './words.ts'

type Asked = { readonly agency: Agency; readonly index: Index | undefined; readonly year: number }

/** Collects what is wrong and what was guessed, each at its line. */
class Notes {
  readonly faults: PlanReading['faults'] = []
  readonly remarks: string[] = []
  refuse(pointer: string, detail: string): void {
    this.faults.push({ pointer, detail })
  }
}

export function readPlan(workbook: OpenedWorkbook, asked: Asked): PlanReading {
  const notes = new Notes()
  const found = findList(workbook.sheets, 'tasks')
  if (!found) {
    const needed = Object.values(columns.tasks).filter(column => 'needed' in column)
    notes.refuse('', planWords.noTasks(needed.map(({ title }) => `“${title}”`).join(', ')))
    return { plan: null, faults: notes.faults, remarks: [] }
  }
  const targetsFound = findList(
    workbook.sheets.filter(sheet => sheet !== found.sheet),
    'targets',
  )
  const extent = [
    ...overfull('tasks', found),
    ...(targetsFound ? overfull('targets', targetsFound) : []),
  ]
  if (extent.length > 0) return { plan: null, faults: fewer(extent), remarks: [] }
  if (!targetsFound) notes.remarks.push(planWords.noTargets)
  const head = headOf(found, asked, notes)
  const { groups, tasks } = tasksIn(found, asked, notes)
  const targets = targetsFound ? targetsIn(targetsFound, asked, notes) : { items: [], lines: [] }
  const plan: Plan = { ...head, groups, tasks: tasks.items, targets: targets.items }
  const lists = { tasks: { ...tasks, found }, targets: { ...targets, found: targetsFound } }
  for (const { list, at, member, says } of planFaults(plan, asked.agency, asked.index)) {
    // what a cell names was looked up where it stands, and a blank is no code
    if (looked.has(member)) continue
    const of = list === 'plan' ? undefined : lists[list]
    const detail =
      of?.found && list !== 'plan'
        ? planWords.line(of.found.sheet.name, of.lines[at] ?? of.found.head, says)
        : planWords.sheet(found.sheet.name, says)
    notes.refuse(list === 'plan' ? `#/${member}` : `#/${list}/${at}/${member}`, detail)
  }
  for (const list of ['tasks', 'targets'] as const)
    if (lists[list].items.length > most[list])
      notes.refuse(
        `#/${list}`,
        planWords.sheet(lists[list].found?.sheet.name ?? '', planWords.tooMany(list, most[list])),
      )
  // what is read here is sent back to be stored, and has to fit into that request
  if (new TextEncoder().encode(JSON.stringify(plan)).length > largestBody - 1024)
    notes.refuse('', planWords.sheet(found.sheet.name, planWords.tooMuch(mostText / 2)))
  const read = notes.faults.length === 0 ? planSchema.safeParse(plan) : undefined
  if (read?.error) notes.refuse('', planWords.sheet(found.sheet.name, planWords.strange))
  return {
    plan: read?.data ?? null,
    faults: fewer(notes.faults),
    remarks: notes.remarks.slice(0, mostNamed),
  }
}

const looked = new Set(['lead', 'supporting', 'indicator'])

const fewer = (faults: PlanReading['faults']): PlanReading['faults'] =>
  faults.length <= mostNamed
    ? faults
    : [
        ...faults.slice(0, mostNamed),
        { pointer: '', detail: planWords.tooManyFaults(faults.length - mostNamed) },
      ]

/** What stands above the headings: title, document and years, each after its label. */
function headOf({ sheet, head }: FoundList, { year }: Asked, notes: Notes) {
  const { labels } = planWords
  const after = (label: string): { text: string; line: number } | undefined => {
    for (const [r, row] of sheet.rows.slice(0, head - 1).entries()) {
      const place = row.findIndex(value => plain(String(value ?? '')) === plain(label))
      const text = row.slice(place + 1).find(value => String(value ?? '').trim() !== '')
      if (place >= 0) return { text: String(text ?? '').trim(), line: r + 1 }
    }
    return undefined
  }
  for (const [label, longest] of [
    [labels.title, 2000],
    [labels.basis, 500],
  ] as const) {
    const said = after(label)
    if (said && said.text.length > longest)
      notes.refuse('', planWords.line(sheet.name, said.line, planWords.tooLong(label, longest)))
  }
  const title = after(labels.title)?.text || planWords.titleOf(year)
  if (!after(labels.title)?.text) notes.remarks.push(planWords.titleGuessed(title))
  const years = after(labels.years)
  const told = years?.text ? yearsIn(years.text) : undefined
  if (!years?.text) notes.remarks.push(planWords.yearsGuessed(year))
  else if (!told)
    notes.refuse(
      '#/year',
      planWords.line(sheet.name, years.line, planWords.unreadableYears(years.text)),
    )
  else if (told.year !== year)
    notes.refuse(
      '#/year',
      planWords.line(sheet.name, years.line, planWords.otherYear(told.year, year)),
    )
  return {
    ...{ year, until: told?.until ?? year },
    title,
    basis: after(labels.basis)?.text ?? '',
  }
}

type Items<T> = { readonly items: T[]; readonly lines: number[] }

function lineOf(
  sheet: OpenedSheet,
  list: List,
  at: number,
  { line, cell }: { line: number; cell: (key: string) => string },
  notes: Notes,
): Line {
  return {
    cell,
    refuse: (member, says) =>
      notes.refuse(`#/${list}/${at}/${member}`, planWords.line(sheet.name, line, says)),
    remark: says => notes.remarks.push(planWords.line(sheet.name, line, says)),
  }
}

/**
 * A line with a code and a name and nothing else is the heading of a group; "1.2" is one only with lines of its own below,
 * otherwise it is a task somebody has not finished.
 */
function tasksIn(
  found: FoundList,
  { agency }: Asked,
  notes: Notes,
): { groups: Plan['groups']; tasks: Items<PlanTask> } {
  const names = unitNames(agency)
  const groups: Plan['groups'] = []
  const tasks: Items<PlanTask> = { items: [], lines: [] }
  const lines = linesOf(found)
  const others = [...found.at.keys()].filter(key => key !== 'code' && key !== 'name')
  for (const one of lines) {
    const [code, name] = [one.cell('code'), one.cell('name')]
    const isHeading = !code.includes('.') || lines.some(({ cell }) => cell('code').startsWith(`${code}.`)) // biome-ignore format: one thought
    if (isHeading && others.every(key => one.cell(key) === '')) {
      // notes below the table say nothing of a task
      if (code === '' || name === '') continue
      const group = lineOf(found.sheet, 'tasks', tasks.items.length, one, notes)
      groups.push({
        code: textIn(group, 'code', columns.tasks.code.title, 20),
        name: textIn(group, 'name', columns.tasks.name.title, 2000),
      })
      continue
    }
    const line = lineOf(found.sheet, 'tasks', tasks.items.length, one, notes)
    tasks.lines.push(one.line)
    tasks.items.push(taskIn(line, names, found))
  }
  return { groups, tasks }
}

function taskIn(line: Line, names: ReturnType<typeof unitNames>, { at }: FoundList): PlanTask {
  const { cell, refuse } = line
  const timeline = textIn(line, 'timeline', columns.tasks.timeline.title, 500)
  const leadText = cell('lead')
  const leads = unitsIn(leadText, names)
  const [lead] = leads.keys
  if (leadText === '') refuse('lead', planWords.noLead)
  else if (leads.all || leads.keys.length > 1) refuse('lead', planWords.twoLeads(leadText))
  else if (lead === undefined || leads.unknown.length > 0)
    refuse('lead', planWords.leadOutside(leadText, names.near(leadText)))
  const support = unitsIn(cell('supporting'), names)
  for (const text of support.unknown)
    refuse('supporting', planWords.unknownUnit(text, names.near(text)))
  // where the workbook has no columns for them the words on time tell the years
  const spoken = at.has('from') || at.has('until') ? undefined : yearsIn(timeline)
  return {
    code: textIn(line, 'code', columns.tasks.code.title, 20, planWords.noCode),
    name: textIn(line, 'name', columns.tasks.name.title, 2000, planWords.noName),
    deliverable: textIn(line, 'deliverable', columns.tasks.deliverable.title, 2000),
    // a unit that was refused above is not refused again as unknown
    lead: lead ?? '',
    supporting: support.keys.filter(key => key !== lead),
    allUnits: support.all,
    outside: piecesOf(textIn(line, 'outside', columns.tasks.outside.title, 2000), /[;\n]/u),
    timeline,
    recurring: kindIn(line, timeline),
    from: spoken ? spoken.year : yearIn(line, 'from', columns.tasks.from.title),
    until: spoken
      ? /tiếp theo/iu.test(timeline)
        ? null
        : spoken.until
      : yearIn(line, 'until', columns.tasks.until.title),
  }
}

function targetsIn(found: FoundList, { agency, index }: Asked, notes: Notes): Items<Target> {
  const names = unitNames(agency)
  const targets: Items<Target> = { items: [], lines: [] }
  for (const one of linesOf(found)) {
    const line = lineOf(found.sheet, 'targets', targets.items.length, one, notes)
    const { cell, refuse, remark } = line
    // a heading or a note between the targets
    if (cell('year') === '' && cell('threshold') === '') continue
    const measured = cell('indicator')
    const indicator = measured === '' || !index ? null : indicatorNamed(index, measured)
    if (indicator === undefined) refuse('indicator', planWords.unknownIndicator(measured))
    const leadText = cell('lead')
    const lead = leadText === '' ? null : names.of(leadText)
    if (lead === undefined) refuse('lead', planWords.leadOutside(leadText, names.near(leadText)))
    const year = yearIn(line, 'year', columns.targets.year.title)
    if (cell('year') === '') refuse('year', planWords.notAYear(columns.targets.year.title, ''))
    const threshold = numberIn(line)
    if (cell('unit') === '') remark(planWords.unitGuessed)
    targets.lines.push(one.line)
    targets.items.push({
      code: textIn(line, 'code', columns.targets.code.title, 20, planWords.noCode),
      name: textIn(line, 'name', columns.targets.name.title, 2000, planWords.noName),
      indicator: indicator ?? null,
      year: year ?? 2000,
      comparison: comparisonIn(line),
      threshold,
      unit: textIn(line, 'unit', columns.targets.unit.title, 40) || '%',
      lead: lead ?? null,
    })
  }
  return targets
}
