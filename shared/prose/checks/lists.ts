/** Lists announced by a number: "04 văn bản: …", "4 nhiệm vụ sau: (1) … (2) …" (LIST-COUNT). Only marks that are sure count. */
import { printNumber } from '../../figure.ts'
import { type Finding, placesOf, type Read, sentenceAt } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { words } from '../words.ts'

/** What leads from the number to its list. */
const announces =
  /^(?<rest>[^.;:\d]{0,110}?)(?:(?:,|\s)\s*(?:bao\s+)?gồm(?:\s+có)?|(?:\s|,\s*)(?:đó là|cụ thể(?: là)?|như sau|sau(?: đây)?|là))?\s*:[^\S\n]*/iu
/** Not all of them are listed, or more than they. */
const open = /trong đó|như:|\.\.\.|…|v\.v|ví dụ|chủ yếu|nổi bật|nhất là|tiêu biểu|và các/iu
const listable =
  /nhiệm vụ|văn bản|quyết định|kế hoạch|công văn|nội dung|nhóm|thủ tục|tthc|đơn vị|phòng|lĩnh vực|giải pháp|mục tiêu|hình thức|phương án|vấn đề|tồn tại|hạn chế|nguyên nhân|kiến nghị|sáng kiến|nghị quyết|thông tư|nghị định|tiêu chí|chỉ tiêu|báo cáo|dịch vụ|hệ thống|quy trình|lớp|hội nghị|cuộc|dự án|đề án|điểm|bước|khâu|mô hình|cơ sở dữ liệu|phần mềm/iu
const symbol =
  /(?<![\p{L}\d/])\d+(?:\/\d{4})?\/\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*|(?<![\p{L}\d/])\d+-\p{Lu}{2}\/\p{Lu}+/gu

export function listFindings(read: Read): Finding[] {
  const inRatio = new Set(read.ratios.flatMap(({ part, whole }) => [part, whole]))
  return read.quantities.flatMap(announced => {
    if (announced.percent || announced.decimals > 0 || announced.value < 2 || announced.value > 30)
      return []
    if (inRatio.has(announced)) return []
    const listed = listedAfter(read, announced)
    if (listed === undefined || listed < 2 || listed === announced.value) return []
    return [
      {
        rule: 'LIST-COUNT',
        verdict: 'doubt',
        message: words.list(`${announced.printed} ${announced.nounWord}`.trim(), listed),
        arithmetic: `${printNumber(announced.value)} ≠ ${printNumber(listed)}`,
        places: placesOf(read, [announced]),
      },
    ]
  })
}

/** How many items are listed; undefined where no list follows, or where its items cannot be told apart for sure. */
function listedAfter(read: Read, announced: Quantity): number | undefined {
  const { plain } = read.prose
  const sentence = sentenceAt(read, announced.sentence)
  const rest = plain.slice(announced.to, announced.to + 3000)
  const lead = announces.exec(rest)
  const bracket = /^(?<rest>[^.;:\d()]{0,80}?)\s*\((?:gồm\s*:?\s*)?(?=1\)|\(1\)|a\))/u.exec(rest)
  const found = lead ?? bracket
  const noun = `${announced.nounWord} ${found?.groups?.rest ?? ''}`
  if (!found || !listable.test(noun) || open.test(found[0])) return undefined
  const start = announced.to + found[0].length
  const line = plain.slice(start).split('\n')[0] ?? ''
  if (line.trim() === '') return linesAfter(read, announced, start)
  const text = plain.slice(start, Math.max(sentence.to, start + numberedEnd(line)))
  if (open.test(text)) return undefined
  return numbered(line) ?? bySymbols(text, noun) ?? byCapitals(text)
}

/** (1) … (2) … (3), or 1) 2) 3), all on one line and in order from 1. */
function numbered(line: string): number | undefined {
  const marks = [...line.matchAll(/(?<![\p{L}\d])\(?(\d{1,2})\)\s*(?=\p{L})/gu)].map(([, mark]) =>
    Number(mark),
  )
  let count = 0
  for (const mark of marks) {
    if (mark !== count + 1) break
    count = mark
  }
  return count >= 2 && /^\s*\(?1\)/u.test(line) ? count : undefined
}
const numberedEnd = (line: string): number => (numbered(line) === undefined ? 0 : line.length)

/** Every item has a symbol of its own, and items and symbols are as many. */
function bySymbols(text: string, noun: string): number | undefined {
  if (
    !/văn bản|quyết định|kế hoạch|công văn|nghị quyết|thông tư|nghị định|báo cáo|chỉ thị/iu.test(
      noun,
    )
  )
    return undefined
  const items = text.split(';').filter(one => /\p{L}/u.test(one))
  const symbols = text.replace(/\([^()]*\)/gu, ' ').match(symbol)?.length ?? 0
  if (items.length >= 2) {
    const each = items.every(
      one => (one.replace(/\([^()]*\)/gu, ' ').match(symbol)?.length ?? 0) === 1,
    )
    return each ? items.length : undefined
  }
  // "số 12/QĐ-SCT, số 13/QĐ-SCT và số 14/QĐ-SCT": nothing but symbols and dates
  const bare = text
    .replace(symbol, ' ')
    .replace(/ngày|số|và|,|\.|\d|\/|quyết định|công văn|kế hoạch|văn bản/giu, ' ')
  return bare.trim() === '' && symbols >= 2 ? symbols : undefined
}

/** "Nhận thức số; Dữ liệu số; Kinh tế số": every item begins with a capital, separated by semicolons. */
function byCapitals(text: string): number | undefined {
  const main = text.replace(/\([^()]*\)/gu, ' ').replace(/[.\s]+$/u, '')
  const items = main.split(';').flatMap((one, i, all) =>
    // the last two are joined by "và" before a capital
    i === all.length - 1 ? one.split(/\s+và\s+(?=\p{Lu})/u) : [one],
  )
  const isItem = (one: string) => /^\s*(?:và\s+)?\p{Lu}/u.test(one) && !/\.\s+\p{Lu}/u.test(one)
  if (main.includes(';'))
    return items.length >= 3 && items.every(isItem) && !hasInnerCapitals(main)
      ? items.length
      : undefined
  return undefined
}
/** "…; X và Y, tập trung vào …": the sentence goes on after its list. */
const hasInnerCapitals = (text: string): boolean =>
  /,\s*(?:tập trung|trong|nhằm|góp phần|đồng thời)/iu.test(text)

/** The lines after "… như sau:" that begin with one and the same mark. */
function linesAfter(read: Read, announced: Quantity, start: number): number | undefined {
  const lines = read.prose.plain
    .slice(start, start + 12000)
    .split('\n')
    .filter(line => line.trim() !== '')
  const mark = markOf(lines[0] ?? '')
  if (!mark) return undefined
  let count = 0
  for (const line of lines) {
    const own = markOf(line)
    if (own?.kind === mark.kind) {
      if (own.number !== undefined && own.number !== count + 1) break
      count += 1
    } else if (own && isAbove(own.kind, mark.kind)) break
    // an item may have paragraphs and finer lists of its own only where items are numbered
    else if (mark.number === undefined) break
  }
  const isSure = mark.number !== undefined || count < 20
  return isSure && announced.value <= 20 ? count : undefined
}

type Mark = {
  readonly kind: 'number' | 'letter' | 'dash' | 'plus' | 'roman'
  readonly number?: number
}

function markOf(line: string): Mark | undefined {
  const found = /^\s*(?:\(?(\d{1,2})[.)]|(\p{Ll})\)|(-|–|•)|(\+)|([IVX]+)\.)\s/u.exec(line)
  if (!found) return undefined
  const [, number, letter, dash, plus] = found
  if (number) return { kind: 'number', number: Number(number) }
  if (letter) return { kind: 'letter' }
  return { kind: dash ? 'dash' : plus ? 'plus' : 'roman' }
}
const ranks = ['roman', 'number', 'letter', 'dash', 'plus']
const isAbove = (one: string, other: string): boolean => ranks.indexOf(one) < ranks.indexOf(other)
