/**
 * How an agency's papers are headed, numbered and signed. Whatever its document does not say follows from its name or
 * from what such reports usually carry.
 */
import type { Agency, PaperSettings } from '../agency.ts'

export type Papers = Required<Omit<PaperSettings, 'signer'>> & {
  /** lines over the signature, the first "KT. GIÁM ĐỐC" where a deputy signs; the name, when it is known */
  readonly signer: { readonly titles: readonly string[]; readonly name: string }
}

export function papersOf(agency: Agency): Papers {
  const { symbol, basis, recipients, signer, lettering } = agency.papers ?? {}
  return {
    symbol: symbol ?? `BC-${symbolOf(shortName(agency))}`,
    basis: basis ?? 'Thực hiện chế độ báo cáo công tác cải cách hành chính',
    recipients: recipients ?? [
      'Sở Nội vụ',
      'Lãnh đạo Sở',
      'Các phòng, đơn vị thuộc Sở',
      'Lưu: VT, VP',
    ],
    signer: { titles: signer?.titles ?? ['GIÁM ĐỐC'], name: signer?.name ?? '' },
    lettering: lettering ?? 'vietnamese',
  }
}

/** The symbol of another kind of paper of the agency: "BC-SCT" → "TB-SCT" for a notice (thông báo). */
export const symbolFor = (agency: Agency, kind: string): string =>
  papersOf(agency).symbol.replace(/^[^-]*/u, kind)

/** On paper an agency's name stands without its province: the superior's line already says it. */
export const shortName = ({ name, place }: Pick<Agency, 'name' | 'place'>): string =>
  name.endsWith(` ${place}`) ? name.slice(0, -place.length - 1) : name

/** "Sở Công Thương" → "SCT", as in the symbol of its documents. */
const symbolOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map(word => word.charAt(0))
    .join('')
    .toUpperCase()
