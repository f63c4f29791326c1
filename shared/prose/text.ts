/**
 * A report as it is read here: paragraphs and sentences with their places in the text, marks of layout blanked. What is
 * blanked keeps its length, so every place is one of the composed (NFC) text.
 */

/** Offsets into the composed text, the end not included. */
export type Span = { readonly from: number; readonly to: number }
export type Sentence = Span & {
  readonly text: string
  /** counted from 0 */
  readonly paragraph: number
  /** the line it stands in begins like a list: "-", "+", "a)", "(1)" */
  readonly isItem: boolean
}
export type Prose = {
  /** composed, as it was given */
  readonly text: string
  /** the same length: marks of layout blanked, broken lines joined */
  readonly plain: string
  readonly sentences: readonly Sentence[]
}

/** Bold and headings of converted files, footnote marks, stray quotes of layout. */
const layout = /[*#_`\\<>¹²³⁴-⁹\u00a0\u200b\ufeff\r\t]/gu
const blank = (found: string): string => ' '.repeat(found.length)
/** No word and no address is as long; patterns over letters would take forever on one that is. */
const endless = /\S{300,}/gu
/** The longest sentences of reports have a quarter of this; what is longer is cut, so that reading stays linear. */
const longest = 4000
/** A page break in the middle of a sentence: the next line goes on in lower case. */
const broken = /(?<=[^\s.:;!?…])[ ]*\n\s*(?=\p{Ll}(?![).]))/gu
/** Lines of a page, which end where the paper does: about as long as each other, and no paragraph. */
const page = { shortest: 60, longest: 120, lines: 12 }
const pageNumber = /(?<=\n)[ ]*\d{1,3}[ ]*(?=\n)/gu
const wrapped = /[^\s.:;!?…][ ]*\n\s*(?=[\p{L}\d“"(])/gu
const heading =
  /^\s*(?:(?:[-+–•·*]|\(?\d{1,2}[.)]|\p{L}[.)]|[IVX]+\.|\d+(?:\.\d+)+\.?|\d{1,2})\s+\p{L}|phụ lục|biểu|nơi nhận|\p{Lu}{2,}\s+\p{Lu}{2,})/iu

/** The text with the broken lines of a page joined; untouched where its lines are paragraphs. */
function unwrapped(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const full = lines.filter(line => line.trim().length >= page.shortest)
  const isPage = full.length >= page.lines && full.every(line => line.trim().length <= page.longest)
  if (!isPage) return text
  const whole = text.replace(pageNumber, blank)
  return whole.replace(wrapped, (found, from: number) => {
    const line = whole.slice(whole.lastIndexOf('\n', from) + 1, from + 1)
    const next = whole.slice(from + found.length, from + found.length + 80)
    const isBroken = line.trim().length >= page.shortest && !heading.test(next)
    return isBroken ? found.replace(/\s/gu, ' ') : found
  })
}

/** Pupils, in reports of schools; dossiers anywhere else. */
const pupils = /(?<!\p{L})HS(?!\p{L})/gu

/** Commas inside what is one name or one doing, which separate nothing. */
const joined =
  /(?<=(?<!\p{L})(?:tiếp nhận|công chức|viên chức|cán bộ|người dân|tổ chức|tin|phản ánh|phòng|phí|thuộc|trước|trước hạn|đúng hạn|ban|sở|rà soát|tham mưu|xây dựng|đào tạo|sửa đổi|bãi bỏ|công bố|quản lý|phê duyệt))\s?,(?=\s(?:và )?(?:giải quyết|xử lý|trả|viên chức|công chức|người lao động|doanh nghiệp|đơn vị|cá nhân|bài|kiến nghị|lệ phí|trực thuộc|đúng|trước hạn|ngành|đánh giá|trình|ban hành|bồi dưỡng|bổ sung|thay thế|công khai|theo dõi|thực thi|hệ thống)(?!\p{L}))/giu
/** Full stops that end no sentence. */
const shortened = /(?<=(?<!\p{L})(?:TP|Tp|TS|ThS|KT|TL|TM|Q|P|v\.v))\.(?=\s)/gu
const sentenceEnd = /[.!?…]["”)]?\s+(?=[\p{Lu}“"+-])/gu
const item = /^\s*(?:[-+–•·*]|\(?\d{1,2}[.)]|\p{L}\)|[IVX]+\.|\d+(?:\.\d+)+\.?)\s/u

/** Ends no further apart than a sentence may be long. */
function cut(ends: readonly number[]): number[] {
  const all: number[] = []
  let from = 0
  for (const end of ends) {
    for (from += longest; from < end; from += longest) all.push(from)
    all.push(end)
    from = end
  }
  return all
}

/** @param given any text; a text that is not composed (NFC) is composed first */
export function proseOf(given: string): Prose {
  const text = given.normalize('NFC')
  const plain = unwrapped(text.replace(layout, blank))
    .replace(endless, blank)
    .replace(/học sinh/iu.test(text) ? pupils : /(?!)/u, blank)
    .replace(broken, found => found.replace(/\s/gu, ' '))
    .replace(joined, found => found.replace(',', ' '))
    .replace(shortened, ' ')
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const { 0: line, index } of plain.matchAll(/[^\n]+/gu)) {
    if (line.trim() === '') continue
    const isItem = item.test(line)
    let from = 0
    const ends = [...line.matchAll(sentenceEnd)].map(end => end.index + end[0].length)
    for (const to of cut([...ends, line.length])) {
      const piece = line.slice(from, to)
      const lead = piece.length - piece.trimStart().length
      if (piece.trim() !== '')
        sentences.push({
          from: index + from + lead,
          to: index + from + piece.trimEnd().length,
          text: piece.trim(),
          paragraph,
          isItem,
        })
      from = to
    }
    paragraph += 1
  }
  return { text, plain, sentences }
}
