/** "Nguồn số liệu" read back: each figure with the lines of its parts. */
import type { ReadWorkbook } from './read-xlsx.ts'

type Value = string | number | undefined
export type TracedFigure = {
  readonly form: string
  readonly code: string
  readonly name: string
  readonly total: Value
  readonly way: Value
  readonly parts: {
    readonly unit: Value
    readonly value: Value
    readonly revision: Value
    readonly by: Value
    readonly at: Value
    readonly why: Value
  }[]
}

/** Every row of a figure carries its form and code; only the first its name. */
export function tracedIn(book: ReadWorkbook): TracedFigure[] {
  const { cells } = book.sheet('Nguồn số liệu')
  const head = [...cells].find(([, { value }]) => value === 'Toàn Sở')?.[0] ?? 'E3'
  const figures: TracedFigure[] = []
  for (let row = Number(head.slice(1)) + 1; cells.get(`A${row}`)?.value !== undefined; row += 1) {
    const at = (column: string): Value => cells.get(`${column}${row}`)?.value
    const [form, code] = [String(at('A')), String(at('B'))]
    const name = at('C')
    if (name !== undefined)
      figures.push({ form, code, name: String(name), total: at('E'), way: at('F'), parts: [] })
    const open = figures.at(-1)
    if (open?.form !== form || open.code !== code) throw new Error(`row ${row} stands alone`)
    if (at('H') !== undefined)
      open.parts.push({
        unit: at('G'),
        value: at('H'),
        revision: at('I'),
        by: at('J'),
        at: at('K'),
        why: at('L'),
      })
  }
  return figures
}

/** Cell → where it leads, as the file keeps it: "'Biểu 3'!E34". */
export const linksIn = (book: ReadWorkbook, sheet: string): Map<string, string> =>
  new Map(
    [...book.sheet(sheet).xml.matchAll(/<hyperlink ref="([^"]*)"[^>]* location="([^"]*)"/gu)].map(
      ([, ref = '', location = '']) => [ref, location.replaceAll('&apos;', "'")],
    ),
  )

/** Rows of a list behind the forms, each cell by its heading; rows above the head are its sentences. */
export function listIn(book: ReadWorkbook, name: string, firstHead: string) {
  const { cells } = book.sheet(name)
  const head = [...cells].find(([at, { value }]) => at.startsWith('A') && value === firstHead)?.[0]
  const top = Number(head?.slice(1) ?? Number.POSITIVE_INFINITY)
  const inRow = (row: number) =>
    [...cells].filter(([at, { value }]) => Number(/\d+/u.exec(at)) === row && value !== undefined)
  const columnOf = (at: string) => at.replace(/\d+/u, '')
  const heads = new Map(inRow(top).map(([at, { value }]) => [columnOf(at), String(value)]))
  const last = Math.max(...[...cells.keys()].map(at => Number(/\d+/u.exec(at))))
  const rows = []
  for (let row = top + 1; row <= last; row += 1)
    rows.push(
      Object.fromEntries(inRow(row).map(([at, { value }]) => [heads.get(columnOf(at)), value])),
    )
  const sentences = [...cells].flatMap(([at, { value }]) =>
    Number(/\d+/u.exec(at)) < top && typeof value === 'string' ? [value] : [],
  )
  return { top, rows, sentences }
}
