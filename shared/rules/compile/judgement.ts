/** One rule at one place, as formulas: whether it fails, and what is said then. */
import type { Severity } from '../schema.ts'
import type { FigureCells } from './figure-lines.ts'
import { none } from './reading.ts'
import { type Part, spoken } from './text.ts'
import { compiledWords } from './words.ts'

/** The two sides of a comparison stand in cells of their own, so that formulas stay short. */
export type Sides = { readonly left: string; readonly right: string }

export type Judgement = {
  readonly rule: string
  readonly severity: Severity
  readonly shown: { readonly sheet: string; readonly cell: string }
  readonly sides?: Sides
  /** TRUE when it fails; `own` gives the address of a side in the judgement's own line */
  readonly fails: (own: Own) => string
  readonly says: (own: Own) => readonly Part[]
  readonly fix: string
}
export type Own = { readonly left: string; readonly right: string }

/** Who is meant where a line holds several figures. */
export function whoseFigure({ entry, place }: FigureCells): Part[] {
  if (place.column === undefined || !entry) return []
  const column = compiledWords.column(entry.row.code, entry.row.name)
  return [place.row === '' ? `${compiledWords.total}, ${column}: ` : `${column}: `]
}

type Operator = keyof typeof compiledWords.gap

/** "322. Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 67." */
export function comparedParts(
  { left, right }: Own,
  operator: Operator,
  says: string,
  arithmetic: readonly Part[] | undefined,
): Part[] {
  const printed: Part = { formula: spoken(left, left) }
  const [before, after] = says.split('#')
  const gap = `ABS(N(${left})-N(${right}))`
  return [
    ...(after === undefined ? [printed, `. ${says} `] : [before ?? '', printed, `${after} `]),
    ...(arithmetic ? [...arithmetic, ' = '] : []),
    { formula: spoken(right) },
    `, ${compiledWords.gap[operator]} `,
    { formula: spokenNumber(gap) },
    '.',
  ]
}
const spokenNumber = (number: string): string =>
  `IF(${number}=INT(${number}),FIXED(${number},0),FIXED(${number},2))`

/** “x” in the words of whoever typed it. */
export const quotedCell = (words: string): Part[] => ['“', { formula: words }, '” ']

/** As `alike`: sums of money carry binary dust. */
export function breaks(operator: Operator, left: string, right: string): string {
  const [a, b] = [`N(${left})`, `N(${right})`]
  const dust = `0.000000001*MAX(1,ABS(${a}),ABS(${b}))`
  if (operator === '=') return `ABS(${a}-${b})>${dust}`
  return operator === '<=' ? `${a}-${b}>${dust}` : `${b}-${a}>${dust}`
}

/** Number or none arising: what can be compared. */
export const usable = (cell: string): string => `OR(ISNUMBER(${cell}),${cell}=${none})`
