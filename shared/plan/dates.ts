/** Dates and document numbers as units write them in tables. */

/** "28/02/2025", "ngày 28-2-2025" → "2025-02-28"; null when there is none or the calendar has no such day. */
export function isoDateIn(text: string): string | null {
  const found = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u.exec(text)
  if (!found) return null
  const [, day = '', month = '', year = ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

const inWords = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu

/** Whether a text names a document so that it can be found: a number with its symbol, and a date. */
export const namesDocument = (text: string): boolean => {
  const spelled = inWords.exec(text)
  const date = spelled ? isoDateIn(spelled.slice(1).join('/')) : isoDateIn(text)
  return (
    date !== null &&
    /\d+\s*\/\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{Lu}\p{N}]*(?:\s*-\s*\p{Lu}[\p{L}\p{N}]*)*/u.test(
      text.normalize('NFC'),
    )
  )
}
