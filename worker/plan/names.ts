/** Units and indicators as a plan's workbook names them. */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { likeness, plain } from '../../shared/one-stop/spelling.ts'

/** What may stand before a unit's own name: "Các phòng Quản lý Công nghiệp" begins a list of them. */
const openings = /^(?:cac |cua |va |cung )*(?:(?:phong|don vi)(?: va don vi)? (?!.*thuoc so$))?/u
const everyUnit =
  /(?:toàn bộ\s+|tất cả\s+)?các\s+(?:phòng|đơn vị)(?:\s*(?:,|và)\s*(?:phòng|đơn vị))+(?:\s+(?:trực\s+)?thuộc(?:\s+sở)?)?(?:\s+sở)?/iu

export type UnitNames = {
  /** key of the unit a text names */
  readonly of: (text: string) => string | undefined
  /** the unit it may have meant */
  readonly near: (text: string) => string | undefined
}

export function unitNames({ units }: Agency): UnitNames {
  const known = new Map<string, string>()
  for (const { key, name, short } of units)
    for (const text of [name, short, key]) {
      const label = plain(text)
      for (const one of [label, label.replace(openings, '')])
        if (one !== '' && !known.has(one)) known.set(one, key)
    }
  const of = (text: string): string | undefined => {
    const label = plain(text)
    return known.get(label) ?? known.get(label.replace(openings, ''))
  }
  const near = (text: string): string | undefined => {
    const label = plain(text)
    const [best] = units
      .map(unit => ({ name: unit.name, like: likeness(label, plain(unit.name)) }))
      .sort((a, b) => b.like - a.like)
    return best && best.like >= 0.6 ? best.name : undefined
  }
  return { of, near }
}

/** "Các phòng Quản lý Công nghiệp, Quản lý Thương mại; Văn phòng" as keys, and what names no unit. */
export function unitsIn(
  text: string,
  names: UnitNames,
): { keys: string[]; all: boolean; unknown: string[] } {
  const all = everyUnit.test(text.normalize('NFC'))
  const rest = text.normalize('NFC').replace(everyUnit, '')
  const keys: string[] = []
  const unknown: string[] = []
  const take = (part: string): boolean => {
    const key = names.of(part)
    if (key === undefined) return false
    if (!keys.includes(key)) keys.push(key)
    return true
  }
  for (const part of piecesOf(rest, /[;\n]/u))
    if (!take(part))
      // a name may hold a comma of its own, so it is looked up whole first
      for (const piece of piecesOf(part, /,|\s+và\s+/u)) if (!take(piece)) unknown.push(piece)
  return { keys, all, unknown }
}

export const piecesOf = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map(part => part.replace(/^[\s–-]+|[\s.]+$/gu, ''))
    .filter(part => part !== '')

/** "Biểu 1, mã 4.3", the key, or the whole name where no other row has it. */
export function indicatorNamed(index: Index, text: string): string | undefined {
  const asked = plain(text)
  const rows = [...index.indicators.values()].filter(({ row }) => row.kind !== 'heading')
  const coded = rows.filter(
    ({ form, row }) =>
      plain(indicatorLabel(form.short, row.code)) === asked || row.key === text.trim(),
  )
  const found = coded.length > 0 ? coded : rows.filter(({ row }) => plain(row.name) === asked)
  return found.length === 1 ? found[0]?.row.key : undefined
}

/** How a plan's workbook names an indicator, and finds it again. */
export const indicatorLabel = (form: string, code: string): string => `${form}, mã ${code}`
