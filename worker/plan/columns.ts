/**
 * The two sheets of a plan's workbook: what each column is called, by which words it is found again, and how wide it is.
 * Labels are compared without diacritics, case and punctuation (`plain`).
 */
import { plain } from '../../shared/one-stop/spelling.ts'
import type { OpenedSheet, OpenedValue } from '../upload/open.ts'

type Column = {
  readonly title: string
  readonly width: number
  /** other words for it */
  readonly also: readonly string[]
  readonly needed?: true
}
export const sheetNames = { tasks: 'Nhiệm vụ', targets: 'Chỉ tiêu' } as const

export const columns = {
  tasks: {
    code: { title: 'Mã', width: 6, also: ['ma nhiem vu', 'so', 'tt', 'stt', 'ma so'], needed: true },
    name: { title: 'Nhiệm vụ', width: 40, also: ['noi dung', 'noi dung nhiem vu', 'ten nhiem vu'], needed: true },
    deliverable: { title: 'Sản phẩm', width: 34, also: ['ket qua', 'san pham ket qua', 'san pham dau ra'] },
    lead: { title: 'Đơn vị chủ trì', width: 16, also: ['chu tri', 'don vi thuc hien'], needed: true },
    supporting: { title: 'Đơn vị phối hợp', width: 22, also: ['phoi hop'] },
    outside: { title: 'Phối hợp ngoài Sở', width: 16, also: ['co quan ngoai so', 'co quan phoi hop', 'don vi ngoai so'] },
    timeline: { title: 'Thời gian thực hiện', width: 16, also: ['thoi gian', 'thoi han', 'thoi gian hoan thanh'] },
    kind: { title: 'Loại', width: 12, also: ['loai nhiem vu', 'tinh chat'] },
    from: { title: 'Từ năm', width: 7, also: ['nam bat dau'] },
    until: { title: 'Đến năm', width: 7, also: ['nam ket thuc'] },
  },
  targets: {
    code: { title: 'Mã', width: 7, also: ['ma chi tieu', 'so', 'tt', 'stt', 'ma so'], needed: true },
    name: { title: 'Chỉ tiêu', width: 60, also: ['noi dung', 'ten chi tieu', 'muc tieu'], needed: true },
    indicator: { title: 'Đo bằng', width: 20, also: ['chi tieu trong bieu', 'ma do', 'chi tieu do'] },
    year: { title: 'Năm', width: 8, also: ['nam dat', 'den nam'], needed: true },
    comparison: { title: 'So sánh', width: 9, also: ['dau', 'yeu cau'] },
    threshold: { title: 'Mức', width: 9, also: ['muc dat', 'muc tieu dat', 'gia tri', 'nguong'], needed: true },
    unit: { title: 'Đơn vị tính', width: 10, also: ['dvt'] },
    lead: { title: 'Đơn vị chủ trì', width: 18, also: ['chu tri', 'don vi thuc hien'] },
  },
} as const satisfies Record<'tasks' | 'targets', Record<string, Column>> // biome-ignore format: a table

export type List = keyof typeof columns
export type Key<L extends List> = keyof (typeof columns)[L] & string

/** A list as it was found: its sheet, the row of its headings from 1, and where each column stands from 0. */
export type FoundList = {
  readonly sheet: OpenedSheet
  readonly head: number
  readonly at: ReadonlyMap<string, number>
}

const textOf = (value: OpenedValue | undefined): string => String(value ?? '').trim()
/** Headings stand near the top; a sheet of something else is not searched to its end. */
const deepest = 40

const named = (list: List): [key: string, labels: Set<string>, needed: boolean][] =>
  Object.entries<Column>(columns[list]).map(([key, { title, also, needed }]) => [
    key,
    new Set([plain(title), ...also]),
    needed === true,
  ])

/** By its headings, in any order and on any tab; the tab of the list's own name first. */
export function findList(sheets: readonly OpenedSheet[], list: List): FoundList | undefined {
  const wanted = named(list)
  const own = plain(sheetNames[list])
  const ordered = [...sheets].sort(
    (a, b) => Number(plain(b.name) === own) - Number(plain(a.name) === own),
  )
  for (const sheet of ordered.filter(({ hidden }) => !hidden))
    for (const [r, row] of sheet.rows.slice(0, deepest).entries()) {
      const at = new Map<string, number>()
      row.forEach((value, c) => {
        const label = plain(textOf(value))
        const key = wanted.find(([name, labels]) => labels.has(label) && !at.has(name))?.[0]
        if (key !== undefined) at.set(key, c)
      })
      if (wanted.every(([key, , needed]) => !needed || at.has(key)))
        return { sheet, head: r + 1, at }
    }
  return undefined
}

/** The lines below the headings that say anything, with their numbers in the file. */
export function linesOf({
  sheet,
  head,
  at,
}: FoundList): { line: number; cell: (key: string) => string }[] {
  return sheet.rows.slice(head).flatMap((row, i) => {
    const cell = (key: string): string => {
      const column = at.get(key)
      return column === undefined ? '' : textOf(row[column])
    }
    const says = [...at.keys()].some(key => cell(key) !== '')
    return says ? [{ line: head + 1 + i, cell }] : []
  })
}
