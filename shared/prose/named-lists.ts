/**
 * Lists that take a count apart by names: "1.880 thủ tục (cấp tỉnh 1.486, cấp huyện 266, cấp xã 128)", on one line or on the lines
 * under it. A piece that says anything but a name and its count makes the list unsure, and it is left out.
 */
import { type Read, sentenceAt } from './finding.ts'
import type { Quantity } from './quantities.ts'
import { axisOf } from './structure.ts'
import type { Facet } from './vocabulary.ts'

export type Part = { readonly quantity: Quantity; readonly name: string }
export type NamedList = {
  /** what the parts are of: of "700/702 đơn vị, trong đó …" the 700 */
  readonly whole: Quantity
  readonly parts: readonly Part[]
  /** "gồm": all of it; "trong đó": some of it; in brackets or after a colon nobody says */
  readonly kind: 'all' | 'some' | 'bracket' | 'colon'
}

/** What leads from a count to its list; the bracket may be opened before or after the words. */
const lead =
  /^[^.;:()\d]{0,60}?(?:(?<bracket>\(\s*)(?:(?<some>trong (?:số )?đó)|(?<all>(?:bao )?gồm(?: có)?|chia ra)|cụ thể)?|[,;]?\s*(?:(?<some2>trong (?:số )?đó)|(?<!\p{L})(?<all2>(?:bao )?gồm(?: có)?)|(?=:)))\s*(?:có|là)?\s*[:,]?\s*/iu
/** A list that is not all, that overlaps, or that compares. */
const unsure =
  /cùng kỳ|(?:năm|kỳ|quý|tháng) trước(?!\s+(?:chuyển|sang|qua|tồn))|so với|kế hoạch giao|chỉ tiêu giao|lũy kế|luỹ kế|tăng|giảm|vượt|chủ yếu|nhất là|tiêu biểu|điển hình|nhiều nhất|cao nhất|như:|ví dụ|một số|\.\.\.|…|v\.v|khoảng|gần\s|hơn\s|bình quân|mỗi|tỷ lệ(?! )|đảng viên|dân tộc|tôn giáo|trên \d|dưới|phấn đấu|dự kiến|kiêm nhiệm|không tính|lượt\/|\/người/iu
/** Of dossiers, facets that say of whom or whose: all others belong to axes and are added where those are. */
const harmless: ReadonlySet<Facet> = new Set([
  'own',
  'lower',
  'rest',
  'fullOnline',
  'partialOnline',
  'infoOnline',
  'carried',
  'new',
])
/** Of procedures, what is done with some of them and with others again. */
const crossing: ReadonlySet<Facet> = new Set([
  'reviewed',
  'simplified',
  'online',
  'withDossier',
  'digitised',
])
/** What one person may have beside a degree; of attendances each is one. */
const held = /lý luận|tin học|ngoại ngữ|quản lý nhà nước|chứng chỉ|bồi dưỡng/iu
const most = 16

/** The list that belongs to a count. */
export const namedListOf = (read: Read, i: number): NamedList | undefined => {
  const one = read.quantities[i]
  return one && (listOf(read, one, i) ?? linesOf(read, one, i))
}

function listOf(read: Read, one: Quantity, i: number): NamedList | undefined {
  const { bare, quantities, ratios } = read
  const sentence = sentenceAt(read, one.sentence)
  const after = bare.slice(one.end, Math.min(sentence.to, one.end + 120))
  // "700/702 đơn vị (đạt 99,7%), trong đó …"
  const found =
    lead.exec(after.replace(/^([^()]{0,40})(\([^()]*%\s*\))/u, blankSecond)) ?? lead.exec(after)
  if (!found?.groups || unsure.test(found[0])) return undefined
  const ratio = ratios.find(({ part, whole }) => part === one || whole === one)
  if (ratio?.part === one) return undefined
  const start = one.end + found[0].length
  const isBracket = found.groups.bracket !== undefined
  const to = isBracket
    ? closing(bare, start, sentence.to)
    : start + inlineEnd(bare.slice(start, sentence.to))
  if (to === undefined || to - start > 1200) return undefined
  const own = quantities
    .slice(i + 1, i + 60)
    .filter(({ from, to: end }) => from >= start && end <= to)
  const parts = partsIn(read, start, to, one, own)
  const { some, some2, all, all2 } = found.groups
  const kind = (some ?? some2) ? 'some' : (all ?? all2) ? 'all' : isBracket ? 'bracket' : 'colon'
  return parts && isOne(read, one, parts) ? { whole: ratio?.part ?? one, parts, kind } : undefined
}
const blankSecond = (_: string, kept: string, bracket: string): string =>
  kept + ' '.repeat(bracket.length)

/** "Tổng số TTHC: 1.918. Trong đó:" and the lines under it, each with a mark, a name and its count. */
function linesOf(read: Read, one: Quantity, i: number): NamedList | undefined {
  const { prose, quantities, ratios } = read
  const rest = prose.plain.slice(one.end, one.end + 60)
  const found =
    /^[^\S\n]*[.:;,]?[^\S\n]*\n?\s*(?:[-+•*][^\S\n]*)?(?:(?<some>trong (?:số )?đó)\s*:?|gồm\s*:|:)?[^\S\n]*(?=\n)/iu.exec(
      rest,
    )
  const lead = found?.[0] ?? ''
  if (!found || !/:|trong/iu.test(lead + prose.plain.slice(one.to, one.end))) return undefined
  if (ratios.some(({ part, whole }) => part === one || whole === one)) return undefined
  const from = one.end + lead.length
  const lines = [...prose.plain.slice(from, from + 1500).matchAll(/\n([^\n]*\S)/gu)]
  const mark = markOf(lines[0]?.[1] ?? '')
  if (mark === undefined || mark === markOf(lineAround(prose.plain, one.from))) return undefined
  const parts: Part[] = []
  for (const line of lines) {
    if (markOf(line[1] ?? '') !== mark) break
    const start = from + line.index
    const end = start + line[0].length
    const count = quantities
      .slice(i + 1, i + 100)
      .find(other => other.from >= start && other.to <= end && !other.percent)
    if (!count) return undefined
    const name = nameOf(prose.plain.slice(start, count.from).replace(markedLine, ''))
    if (!/\p{L}/u.test(name) || unsure.test(name)) return undefined
    parts.push({ quantity: count, name })
  }
  return isOne(read, one, parts)
    ? { whole: one, parts, kind: found.groups?.some ? 'some' : 'colon' }
    : undefined
}
const markedLine = /^\s*(?:[-+•*–o]|\p{Ll}\))\s+/u
const markOf = (line: string): string | undefined => markedLine.exec(line)?.[0].trim()[0]
const lineAround = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at) + 1, at)

/** One list of one kind of thing, named apart. */
function isOne(read: Read, whole: Quantity, parts: readonly Part[]): boolean {
  const { ratios } = read
  const counts = parts.map(({ quantity }) => quantity)
  const isPrinted = counts.some(one =>
    ratios.some(ratio => ratio.part === one || ratio.whole === one),
  )
  return (
    parts.length >= 2 &&
    parts.length <= most &&
    !isPrinted &&
    counts.every(one => isAlike(read, whole, one)) &&
    (isAttendance(read, whole) || !parts.some(({ name }) => held.test(name))) &&
    isOneAxis(whole, counts) &&
    new Set(parts.map(({ name }) => name)).size === parts.length
  )
}

/** Where the bracket that is open at `from` ends. */
function closing(text: string, from: number, limit: number): number | undefined {
  let depth = 1
  for (let at = from; at < limit; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

/** A list with commas ends at its first semicolon. */
function inlineEnd(text: string): number {
  const flat = withoutBrackets(text)
  const [head = ''] = flat.split(';')
  const isWhole = (head.match(/\d[^,]*,(?!\d)[^,\d]*\d/gu) ?? []).length > 0
  return isWhole ? head.length : text.length
}
const withoutBrackets = (text: string): string =>
  text.replace(/\([^()]*\)/gu, inner => ' '.repeat(inner.length))

/** The items of a list, each with its one count; undefined when a piece says anything else. */
function partsIn(
  { bare, prose }: Read,
  start: number,
  to: number,
  whole: Quantity,
  quantities: readonly Quantity[],
): readonly Part[] | undefined {
  const flat = withoutBrackets(bare.slice(start, to))
  if (/[()]/u.test(flat) || unsure.test(flat)) return undefined
  const names: { quantity: Quantity; words: string }[] = []
  /** "02 văn bản sai về nội dung": what is named after its count */
  const isAfter = /^\s*\d/u.test(flat)
  let from = 0
  let waiting = ''
  for (const end of [...ends(flat), flat.length]) {
    const inside = quantities.filter(
      one =>
        one.from - start >= from &&
        one.to - start <= end &&
        flat.slice(one.from - start, one.to - start).trim() !== '',
    )
    const [count] = inside
    if (inside.some(({ percent }) => percent)) return undefined
    // "212 hội nghị với 34.560 lượt người": the others are of the first one
    if (inside.slice(1).some(one => !one.isUnit || one.noun === whole.noun)) return undefined
    const named = (left: number, right: number) => withoutBrackets(prose.plain.slice(left, right))
    const text = count
      ? `${named(start + from, count.from)} ${named(count.isUnit ? count.end : count.to, start + end)}`
      : named(start + from, start + end)
    const before = names.at(-1)
    if (count) {
      names.push({ quantity: count, words: `${waiting} ${text}` })
      waiting = ''
    } else if (isAfter && before) before.words += ` ${text}`
    else waiting = `${waiting} ${text}`
    from = end + 1
  }
  const parts = names.map(({ quantity, words: own }) => ({ quantity, name: nameOf(own) }))
  // what follows the last count is no name of a part
  return /\p{L}/u.test(waiting) || parts.some(({ name }) => !/\p{L}|\d{4}/u.test(name))
    ? undefined
    : parts
}

const ends = (flat: string): number[] =>
  [...flat.matchAll(/[,;](?!\d)|\s(?=và\s+(?:\d|[^,;\d]{2,60}\d))/gu)].map(({ index }) => index)

const nameOf = (piece: string): string =>
  piece
    .replace(/[,;:.]|(?<!\p{L})(?:và|là|có|đạt)(?!\p{L})/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** One unit for all, or none for the parts; "lượt" of "lượt người". */
const isAlike = (read: Read, whole: Quantity, part: Quantity): boolean =>
  part.decimals <= Math.max(whole.decimals, 2) &&
  (!part.isUnit ||
    (whole.isUnit && whole.noun === part.noun) ||
    (part.nounWord === 'lượt' && isAttendance(read, whole)))

const isAttendance = ({ prose }: Read, one: Quantity): boolean =>
  /lượt/iu.test(prose.plain.slice(one.to, one.end))

function isOneAxis(whole: Quantity, parts: readonly Quantity[]): boolean {
  const isApart = (facet: Facet) =>
    whole.noun === 'dossier' || whole.noun === 'petition' || whole.noun === undefined
      ? harmless.has(facet)
      : whole.noun !== 'procedure' || !crossing.has(facet)
  if (parts.every(({ facets }) => [...facets].every(isApart))) return true
  const [first] = parts
  const shared = first ? axisOf(whole.noun, first) : []
  return shared.some(axis => {
    const own = parts.map(({ facets }) => axis.facets.find(facet => facets.has(facet)))
    return !own.includes(undefined) && new Set(own).size === parts.length
  })
}
