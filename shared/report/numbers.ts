/**
 * The numbers of a Vietnamese text that count something. Numbers that are part of a name are none: dates, years, symbols
 * of documents, articles, numbering (domain §4.4).
 */
import { readFigure } from '../figure.ts'

export type TextNumber = {
  /** as it stands there: "1.234", "02", "98,5 %" */
  readonly printed: string
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
  /** offsets into the text */
  readonly from: number
  readonly to: number
}

/** What a number is part of when it counts nothing. */
const names: readonly RegExp[] = [
  // 14/4/2025, tháng 4/2025, ngày 14 tháng 4 năm 2025, 15/3
  /\d{1,2}\/\d{1,2}\/\d{4}/gu,
  /(?:ngày|tháng|năm|quý|giai đoạn|nhiệm kỳ|khóa)\s+\d[\d/–-]*/giu,
  // 278/QĐ-UBND, 10/2025/QĐ-UBND, 26-CT/TU, TCVN ISO 9001:2015
  /\d+(?:\/\d{4})?\/\p{Lu}[\p{L}\d/-]*/gu,
  /\d+-\p{Lu}{2}[\p{L}/-]*/gu,
  /(?:ISO|TCVN)[\s\d:.-]*/gu,
  // số 90, Điều 9, Đề án 06, mức độ 3, 4, mục III.3, lần thứ 11
  /(?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn|đề án|văn bản)(?:\s+số)?\s+\d+/giu,
  /(?:điều|khoản|điểm|mục|biểu|phụ lục|cột|dòng|thứ|mức độ|nhóm|phương án)\s+\d+(?:\s*(?:,|và|đến)\s*\d+(?!\s*\p{L}))*/giu,
  // 1. at the beginning of a line, (1), 1)
  /^[ \t]*\d+[.)](?=\s)/gmu,
  /\(\d{1,2}\)/gu,
  // parts of words and addresses: VNeID2, 4.0, http://…/18
  /https?:\S+|\p{L}[\p{L}\d]*\d[\p{L}\d]*/gu,
]

const number = /(?<![\p{L}\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:\s?%)?(?![\p{L}\d])/gu

export function numbersIn(text: string): TextNumber[] {
  const counting = names.reduce(
    (rest, name) => rest.replace(name, found => found.replace(/\d/gu, '_')),
    text.normalize('NFC'),
  )
  return [...counting.matchAll(number)].flatMap(({ 0: printed, index }) => {
    const reading = readFigure(printed)
    if (!reading.ok || reading.figure.state !== 'number') return []
    const { value, decimals = 0 } = reading.figure
    const percent = printed.endsWith('%')
    return [{ printed, value, decimals, percent, from: index, to: index + printed.length }]
  })
}
