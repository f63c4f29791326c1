/** What was left out of the file, what it does not tell, and what a person should look at: one note each. */
import type { Agency } from '../agency.ts'
import { isPeriodKey, periodName } from '../period.ts'
import type { Undivided } from '../protocol/one-stop.ts'
import type { LineCells } from './cells.ts'
import type { Counted } from './counting.ts'
import type { Matching } from './fields.ts'
import type { FileColumn, Headings } from './headings.ts'
import type { FileLine } from './lines.ts'
import { look, type Note, said } from './notes.ts'
import { monthIn, windowIn } from './title.ts'
import { oneStopWords } from './words.ts'

export type Read = Counted & { readonly cells: LineCells }

/** A note when there is anything to say. */
export const some = <T>(all: readonly T[], note: (all: readonly T[]) => Note): Note[] =>
  all.length > 0 ? [note(all)] : []
const rowsOf = (lines: readonly { line: FileLine }[]): number[] => lines.map(({ line }) => line.row)

/** Whether the file is of this period: by its dates where it gives them, else by its month. */
export function windowNotes(
  title: string | null,
  period: string,
  window: { readonly from: string; readonly to: string },
): Note[] {
  if (title === null) return [said(oneStopWords.noHeading())]
  const dates = windowIn(title)
  if (dates)
    return dates[0] === window.from && dates[1] === window.to
      ? []
      : [look(oneStopWords.otherWindow(dates, window))]
  const month = monthIn(title)
  return month === undefined || !isPeriodKey(month) || !isMonth(period) || month === period
    ? []
    : [look(oneStopWords.otherMonth(lower(periodName(month)), lower(periodName(period))))]
}

const isMonth = (period: string): boolean => period.includes('-M')
const lower = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

export function undividedNotes(
  undivided: readonly (readonly [string, { undivided: readonly Undivided[] }])[],
  nameOf: (key: string) => string,
  fields: Matching,
): Note[] {
  const all = undivided.flatMap(([field, one]) => one.undivided.map(sum => ({ field, ...sum })))
  return [...Map.groupBy(all, ({ columns }) => columns.join('+')).values()].flatMap(of => {
    const [first] = of
    return first
      ? [
          look(
            oneStopWords.cannotDivide(
              first.heading,
              first.columns.map(nameOf),
              of.map(({ field }) => fields.nameOf(field)),
            ),
          ),
        ]
      : []
  })
}

export function asideNotes({ aside, other }: Headings, own: readonly Read[]): Note[] {
  const count = (column: FileColumn) =>
    own.reduce((sum, { line }) => sum + (line.counts.get(column.at) ?? 0), 0)
  const used = aside.filter(column => count(column) > 0)
  const idle = aside.filter(column => count(column) === 0).map(({ heading }) => heading)
  return [
    ...some(used, of =>
      look(
        oneStopWords.setAsideCounted(
          of.map(({ heading }) => heading),
          of.reduce((sum, column) => sum + count(column), 0),
        ),
      ),
    ),
    ...some([...idle, ...other], of => said(oneStopWords.setAside(of))),
  ]
}

export function rowNotes(
  rows: {
    readonly totals: readonly FileLine[]
    readonly nameless: readonly number[]
    readonly cutAt: number | undefined
    readonly inside: readonly FileLine[]
    readonly sections: readonly { readonly line: FileLine }[]
  },
  read: readonly Read[],
): Note[] {
  const numbers = (lines: readonly FileLine[]) => lines.map(({ row }) => row)
  const mine = read.filter(({ match }) => match.known === undefined || match.field !== null)
  const blank = mine.filter(
    ({ line, match, cells }) => match.field !== null && cells.blank.length > line.unread.length,
  )
  return [
    ...some(
      mine.flatMap(({ line }) => line.unread),
      of => look(oneStopWords.unread(of)),
    ),
    ...some(rowsOf(blank), of => look(oneStopWords.blank(of))),
    ...some(rows.nameless, of => look(oneStopWords.nameless(of))),
    ...(rows.cutAt === undefined ? [] : [look(oneStopWords.cutAt(rows.cutAt))]),
    ...some(numbers(rows.totals), of => said(oneStopWords.totalsSkipped(of))),
    ...some(rowsOf(rows.sections), of => said(oneStopWords.sectionsSkipped(of))),
    ...some(numbers(rows.inside), of => said(oneStopWords.insideSkipped(of))),
  ]
}

export function fieldNotes(
  byField: ReadonlyMap<string, readonly Read[]>,
  read: readonly Read[],
  fields: Matching,
  agency: Agency,
): Note[] {
  const unitName = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? key
  const missing = fields.own.filter(code => !byField.has(code)).map(fields.nameOf)
  const foreign = read.filter(({ match }) => match.known !== undefined && match.field === null)
  const strange = read.filter(({ match }) => match.known === undefined)
  return [
    ...[...byField].flatMap(([field, of]) => [
      ...(of.length > 1 ? [said(oneStopWords.addedUp(fields.nameOf(field), rowsOf(of)))] : []),
      ...(fields.reporters(field).length > 1 && of.some(hasDossier)
        ? [look(oneStopWords.shared(fields.nameOf(field), fields.reporters(field).map(unitName)))]
        : []),
    ]),
    ...some(rowsOf(strange), of => look(oneStopWords.unmatched(of))),
    ...some(rowsOf(foreign), of => said(oneStopWords.elsewhere(of))),
    ...some(missing, of => said(oneStopWords.notInFile(of))),
  ]
}

const hasDossier = ({ line }: Read): boolean => [...line.counts.values()].some(count => count > 0)
