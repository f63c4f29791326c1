/** Who signs below a form and the cover: place and date to be filled in by hand, who drew it up, the head. */
import type { Agency } from '../../shared/agency.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import { annexWords } from './words.ts'

/** Points under the names of the offices. */
const roomToSign = 58

/** @param top number of the row before the first one @param left last column of the left half @param right first of the right */
export function signatureBelow(
  agency: Agency,
  top: number,
  width: number,
  { left, right }: { left: number; right: number },
): { rows: PaperCell[][]; merges: string[] } & Required<Pick<PaperSheet, 'room'>> {
  const { signature } = annexWords
  const pair = (one: string, other: string, style: 'signer' | 'signerHint') =>
    paperRow(width, { 1: words(one, style), [right]: words(other, style) })
  const rows = [
    pair('', '', 'signerHint'),
    pair('', signature.dated(agency.place), 'signerHint'),
    pair(signature.preparer, signature.head, 'signer'),
    pair(signature.preparerHint, signature.headHint, 'signerHint'),
    // a row without any text would not be printed, and with it the room to sign
    pair('\u00a0', '', 'signerHint'),
  ]
  const merges = rows.flatMap((_, i) => [
    ...(left > 1 ? [rangeAddress(top + 1 + i, 1, top + 1 + i, left)] : []),
    ...(right < width ? [rangeAddress(top + 1 + i, right, top + 1 + i, width)] : []),
  ])
  return { rows, merges, room: { [top + rows.length]: roomToSign } }
}
