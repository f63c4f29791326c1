/**
 * Reasons that say nothing: too short, empty phrases, keys held down, one sentence pasted under everything. Pane and
 * worker ask the same question, so a reason the pane takes is never refused by the server.
 */

/** What keeps a text from being a reason. */
export type Emptiness = 'short' | 'boilerplate' | 'copied'

type Given = {
  readonly rule: string
  readonly text: string
  /** carried over from an accepted revision; those were weighed when it was filed */
  readonly boundTo?: string
}

/** Fewer characters cannot say why. */
export const shortestReason = 5
/** One event may show in two rules at any number of places; words that fit three rules explain none of them. */
const rulesPerText = 2
/** “aaaaa”, “hihihi”, “.....”: real words use more letters than this. */
const fewestLetters = 4

/** Without diacritics and punctuation, as they are compared: people type these in every way. */
const phrases = [
  'kiem tra ky', 'ra soat', 'kiem tra', 'doi chieu', 'xac minh', 'da xem', 'da sua', 'da nhap',
  'giai trinh sau', 'bo sung sau', 'se bo sung', 'cap nhat sau',
  'so lieu', 'dung so lieu', 'dung thuc te', 'theo thuc te', 'thuc te', 'phat sinh thuc te', 'theo bao cao',
  'theo quy dinh', 'dung quy dinh', 'theo so sach', 'theo phan mem', 'theo he thong', 'chinh xac',
  'hoan toan dung', 'dam bao', 'bao dam', 'phu hop', 'hop ly', 'hop le', 'binh thuong', 'khong sai', 'khong loi',
  'khong co gi', 'khong co ly do', 'khong co', 'khong ro', 'khong biet', 'khong van de gi', 'khong thay doi',
  'chua ro', 'chua co', 'nhu tren', 'nhu da neu', 'nhu da giai trinh', 'nhu ky truoc', 'nhu thang truoc',
  'tuong tu', 'xem tren', 'xem ghi chu', 'ly do', 'ly do khach quan', 'khach quan', 'dac thu', 'dong y',
  'xac nhan', 'giai trinh', 'de nghi chap nhan', 'xin chap nhan', 'chap nhan', 'nhap dung', 'bo qua', 'cho qua',
  'no reason', 'no comment', 'checked', 'correct', 'see above', 'as above', 'fine', 'test', 'none', 'n a',
  'lorem ipsum',
] // biome-ignore format: a table

/** Words that join or soften and give no reason by themselves. */
const fillers = [
  'dung', 'du', 'khong', 'co', 'ok', 'oke', 'okay', 'okie', 'vang', 'da', 'a', 'roi', 'nhe', 'nha', 'nay', 'tren',
  'lai', 'va', 'voi', 'la', 'thi', 'do', 'theo', 'cua', 'cho', 'tai', 'o', 'duoc', 'dang', 'se', 'ky',
  'bao', 'cao', 'don', 'vi', 'phong', 'so', 'chung', 'toi', 'em', 'xin', 'kinh', 'rat', 'het', 'deu', 'can',
  'bo', 'cac', 'nhung', 'hien', 'the', 'yes', 'no', 'good', 'is', 'it', 'all',
] // biome-ignore format: a table

const keyboardRows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
]

/** “Đã kiểm tra, số liệu đúng!” → “da kiem tra so lieu dung” */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// the longest first, so that none is taken apart; no look-behind, which older webviews cannot read
const byLength = [...phrases].sort((a, b) => b.length - a.length).join('|')
const phrasePattern = new RegExp(` (?:${byLength})(?= )`, 'gu')
const fillerWords = new Set(fillers)

const isMashed = (word: string): boolean =>
  word.length >= fewestLetters && keyboardRows.some(row => row.includes(word))

/** Nothing is left once empty phrases, joining words and held-down keys are taken away. */
export function isBoilerplate(text: string): boolean {
  const plain = folded(text)
  const letters = new Set(plain.replace(/[^\p{L}]/gu, ''))
  if (letters.size < fewestLetters) return true
  return ` ${plain} `
    .replace(phrasePattern, '')
    .split(' ')
    .every(word => word === '' || fillerWords.has(word) || isMashed(word))
}

/** Texts, as they are compared, that stand under more rules than one event can explain. */
export function copiedTexts(given: readonly Given[]): ReadonlySet<string> {
  const rules = new Map<string, Set<string>>()
  for (const { rule, text, boundTo } of given)
    if (boundTo === undefined) {
      const plain = folded(text)
      rules.set(plain, (rules.get(plain) ?? new Set()).add(rule))
    }
  return new Set([...rules].filter(([, of]) => of.size > rulesPerText).map(([plain]) => plain))
}

/** @param copied of `copiedTexts` over all reasons given together */
export function emptinessOf(text: string, copied?: ReadonlySet<string>): Emptiness | null {
  if (text.trim().length < shortestReason) return 'short'
  if (isBoilerplate(text)) return 'boilerplate'
  return copied?.has(folded(text)) ? 'copied' : null
}

/** The reasons that count; the others are treated as if nothing had been written. */
export function reasonsThatSay<R extends Given>(given: readonly R[]): readonly R[] {
  if (given.length === 0) return given
  const copied = copiedTexts(given)
  return given.filter(({ text }) => emptinessOf(text, copied) === null)
}
