/**
 * The annex of the notice as a workbook: what the units state item by item, their figures with totals as formulas, and
 * the problems found with where they stand on the day.
 */
import type { Agency } from '../../shared/agency.ts'
import { type Figure, notReported, printFigure, wordsOf } from '../../shared/figure.ts'
import { byUrgency, problemStanding } from '../../shared/inspection/standing.ts'
import { cellAddress, rangeAddress } from '../../shared/layout/address.ts'
import { printDate } from '../../shared/period.ts'
import { symbolFor } from '../../shared/report/settings.ts'
import { namingOf } from '../agency.ts'
import { centred, laidCell, lineRows, said } from '../annex/sheet-rows.ts'
import { signedWorkbook } from '../paper/file.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import { itemName, merged } from './notice-text.ts'
import type { Inspection } from './standing.ts'
import { inspectionAnnexWords as annexWords, inspectionPaperWords } from './words.ts'

type Input = {
  readonly agency: Agency
  readonly inspection: Inspection
  /** in Vietnam; problems stand as of this day */
  readonly today: string
  /** instant of the newest edition */
  readonly at: string
}

/** The bytes of the .xlsx; equal input gives equal bytes. */
export function inspectionAnnex(input: Input): Promise<Uint8Array> {
  const { agency, inspection, at } = input
  const { title } = inspection.round
  const sheets = [itemSheet(input), figureSheet(input), problemSheet(input)]
  const imprint = { title: inspectionPaperWords.properties(title), instant: at }
  return signedWorkbook(agency, title, imprint, sheets)
}

type Table = Pick<PaperSheet, 'sheet' | 'widths' | 'frozenColumns' | 'pagesWide' | 'filter'> & {
  readonly title: string
  readonly says?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly PaperCell[])[]
}

/** Rows before the first line of a table. */
const above = (says: string | undefined): number => (says === undefined ? 4 : 5)

/** Title, what it is attached to, the round; then the table with its head in view and on every page. */
function sheetOf({ agency, inspection }: Input, table: Table): PaperSheet {
  const { title, says, head, rows, widths, ...sheet } = table
  const width = widths.length
  // on every page of a sheet wider than one the columns in view are repeated, and the heading with them
  const reach = sheet.pagesWide === undefined ? width : (sheet.frozenColumns ?? width)
  const attached = annexWords.attached(symbolFor(agency, 'TB'), agency.name)
  const { round } = inspection
  const lines = [
    across(width, words(title, 'title')),
    across(width, words(attached, 'formNote')),
    across(width, words(annexWords.of(round.title, round.window), 'formNote')),
    ...(says === undefined ? [] : [across(width, words(says, 'remark'))]),
  ]
  const top = lines.length + 1
  return {
    ...sheet,
    landscape: true,
    widths,
    merges: lines.map((_, i) => rangeAddress(i + 1, 1, i + 1, reach)),
    rows:
      rows.length > 0 ? [...lines, head.map(text => words(text, 'shareHeader')), ...rows] : lines,
    frozenRows: rows.length > 0 ? top : 0,
    headerTop: top,
  }
}

/** Columns of units one page holds beside those before them. */
const unitsAPage = { items: 4, figures: 8 }
const pages = (units: number, onOne: number) =>
  units > onOne ? { pagesWide: Math.ceil(units / onOne) } : {}

function itemSheet(input: Input): PaperSheet {
  const { unitName } = namingOf(input.agency)
  const { units } = input.inspection.round
  const widths = [7, 24, ...units.map(() => Math.max(26, 104 / units.length))]
  const rows = merged(input.inspection).flatMap(({ item, answers }) => {
    const cells = units.map(({ unit }) => {
      const answer = answers.find(one => one.unit === unit)
      if (!answer) return said(annexWords.unsaid)
      const { figure, statement, evidence } = answer
      const shown = printed(figure, item.measure)
      const lines = [shown, statement, evidence === '' ? '' : annexWords.evidence(evidence)]
      return said(lines.filter(line => line !== '').join('\n'))
    })
    return lineRows([centred(item.code), said(item.name), ...cells], widths, [0])
  })
  return sheetOf(input, {
    sheet: annexWords.sheets.items,
    title: annexWords.titles.items,
    widths,
    head: [...annexWords.head.items, ...units.map(({ unit }) => unitName(unit))],
    rows,
    frozenColumns: 2,
    ...pages(units.length, unitsAPage.items),
  })
}

/** "320 hồ sơ", "Không áp dụng: …". */
const printed = (figure: Figure, measure = ''): string =>
  figure.state === 'number'
    ? inspectionPaperWords.counted(figure.value, measure)
    : printFigure(figure)

function figureSheet(input: Input): PaperSheet {
  const { unitName } = namingOf(input.agency)
  const { units } = input.inspection.round
  const widths = [7, 48, 16, ...units.map(() => 15), 13]
  const measured = merged(input.inspection).filter(({ item }) => item.measure !== undefined)
  const top = above(undefined)
  const [first, last] = [4, 3 + units.length]
  const rows = measured.map(({ item, answers, total }, i): PaperCell[] => {
    const row = top + 1 + i
    const figures = units.map(
      ({ unit }) => answers.find(one => one.unit === unit)?.figure ?? notReported,
    )
    const range = `${cellAddress(row, first)}:${cellAddress(row, last)}`
    return [
      centred(item.code),
      said(item.name),
      centred(item.measure ?? ''),
      ...figures.map(figure => ({ ...number(laidCell(figure)), style: 'share' as const })),
      {
        ...number({
          // words are no numbers: where no unit gave one, the total says what they say
          formula: `IF(COUNT(${range})>0,SUM(${range}),IF(COUNTIF(${range},"${wordsOf.none}")>0,"${wordsOf.none}",IF(COUNTIF(${range},"${wordsOf.notApplicable}*")>0,"${wordsOf.notApplicable}","${annexWords.unsaid}")))`,
          // the reason is a unit's own and stands in its column
          shown: total.state === 'not-applicable' ? { ...total, why: '' } : total,
          unreported: annexWords.unsaid,
        }),
        style: 'shareTotal',
      },
    ]
  })
  return sheetOf(input, {
    sheet: annexWords.sheets.figures,
    title: annexWords.titles.figures,
    widths,
    head: [
      ...annexWords.head.figures,
      ...units.map(({ unit }) => unitName(unit)),
      annexWords.head.total,
    ],
    rows,
    frozenColumns: 3,
    ...pages(units.length, unitsAPage.figures),
  })
}

const number = (value: PaperCell['value']) =>
  ({ value, align: 'right', numberFormat: '#,##0' }) as const

function problemSheet(input: Input): PaperSheet {
  const { agency, inspection, today } = input
  const { unitName } = namingOf(agency)
  const problems = inspection.problems.toSorted(byUrgency)
  const resolved = problems.filter(({ resolvedOn }) => resolvedOn !== null).length
  const widths = [5, 18, 20, 32, 30, 11, 11, 26, 13]
  const says =
    problems.length === 0
      ? annexWords.noProblems(today)
      : annexWords.standingOn(today, problems.length, resolved)
  const rows = problems.flatMap((one, i) =>
    lineRows(
      [
        centred(String(i + 1)),
        said(unitName(one.unit)),
        said(`${one.item}. ${itemName(inspection.form, one.item)}`),
        said(one.words),
        said(one.request),
        centred(printDate(one.dueDate)),
        centred(one.resolvedOn === null ? '' : printDate(one.resolvedOn)),
        said(one.resolution),
        centred(annexWords.standing[problemStanding(one, today)]),
      ],
      widths,
      [0, 1],
    ),
  )
  return sheetOf(input, {
    sheet: annexWords.sheets.problems,
    title: annexWords.titles.problems,
    says,
    widths,
    head: annexWords.head.problems,
    rows,
    ...(rows.length > 0
      ? { filter: rangeAddress(above(says), 1, above(says) + rows.length, widths.length) }
      : {}),
  })
}
