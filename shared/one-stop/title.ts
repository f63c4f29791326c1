/** Which period or window the lines above a table say it is of. */
import { type RawSheet, textAt } from './headings.ts'
import { plain } from './spelling.ts'

const dates =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/giu
const saysWindow = /tu ngay|den ngay/u
const saysPeriod = /ky bao cao|thang \d{1,2}\b|\bquy (?:[ivx]+|\d)\b|\d thang|nam \d{4}/u

/** @param top index of the first row of the headings */
export function headingText({ rows }: RawSheet, top: number): string | null {
  const above = Array.from({ length: top }, (_, row) =>
    (rows[row] ?? [])
      .map((_cell, column) => textAt(rows, row, column))
      .filter(text => text !== '')
      .join(' ')
      .replace(/\s+/gu, ' ')
      .slice(0, 200),
  )
  const saying = (what: RegExp) => above.find(text => what.test(plain(text)))
  return saying(saysWindow) ?? saying(saysPeriod) ?? null
}

/** "(Từ ngày 15/3/2025 đến ngày 14/4/2025)" → two ISO dates; undefined when it does not say both */
export function windowIn(title: string): [from: string, to: string] | undefined {
  if (!saysWindow.test(plain(title))) return undefined
  const [from, to] = [...title.normalize('NFC').matchAll(dates)].map(
    ([, d1, m1, y1, d2, m2, y2]) =>
      `${y1 ?? y2}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`,
  )
  return from === undefined || to === undefined ? undefined : [from, to]
}

/** "Tháng 4 năm 2025" → "2025-M04", the key of a period; undefined when it names no single month */
export function monthIn(title: string): string | undefined {
  const [first, second] = [...plain(title).matchAll(/\bthang (\d{1,2}) (?:nam )?(\d{4})\b/gu)]
  return first && !second ? `${first[2]}-M${first[1]?.padStart(2, '0')}` : undefined
}
