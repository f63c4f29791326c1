/**
 * Words as software, provinces and people spell them, brought to one: no diacritics, case, punctuation or ordinals. Two
 * labels that come out the same say the same; how near others come is for a person to judge.
 */

/** Whole words that stand for others in names of fields; the longer form is the one compared. */
const abbreviations: Readonly<Record<string, string>> = {
  attp: 'an toan thuc pham',
  atvsld: 'an toan ve sinh lao dong',
  bhdc: 'ban hang da cap',
  cntd: 'cong nghiep tieu dung',
  kd: 'kinh doanh',
  lpg: 'khi dau mo hoa long',
  lthh: 'luu thong hang hoa',
  ql: 'quan ly',
  qlct: 'quan ly canh tranh',
  tctn: 'tien chat thuoc no',
  tm: 'thuong mai',
  tmqt: 'thuong mai quoc te',
  vlncn: 'vat lieu no cong nghiep',
  xnk: 'xuat nhap khau',
  xttm: 'xuc tien thuong mai',
}

/** Two ways to write the same name of a field; the second is compared. */
const sameName: Readonly<Record<string, string>> = { 'dien luc': 'dien' }

/** "Trả đúng\n thời hạn" → "tra dung thoi han"; punctuation becomes a blank. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()

const ordinal = /^\s*(?:\(?(?:[IVX]{1,5}|[A-Z]|[a-zđ]|\d{1,3}(?:\.\d{1,3})*)[.)]|[-–+•*])\s+/u
const counted = /\([^()]*\d[^()]*\)\s*$/u

/** "1. Lĩnh vực Hoá chất (18 thủ tục)" → "hoa chat" */
export function fieldName(label: string): string {
  const bare = plain(label.normalize('NFC').replace(ordinal, '').replace(counted, ''))
  const words = bare
    .replace(/^(?:(?:nhom|cac|thuoc) )*linh vuc (?:ve )?/u, '')
    .split(' ')
    .map(word => abbreviations[word] ?? word)
    .filter(word => word !== 'va')
    .join(' ')
  return sameName[words] ?? words
}

/** How much two normalised names have in common: twice the shared words over all words, 0–1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const shared = [...left].filter(word => right.has(word)).length
  return (2 * shared) / (left.size + right.size)
}
