/** A text as a QR code (ISO/IEC 18004) to be printed: read by any phone, also from a copy of the paper. */
import { encode } from 'uqr'
import { blackOnWhite } from './png.ts'

/** Light modules around it, as the standard asks. */
const border = 4
/** PNG, some 330 pixels to the side, as many dots as print on 25 mm. Level M of correction: a fold or a stamp over a seventh of it does no harm. */
export function qrPicture(text: string): Uint8Array<ArrayBuffer> {
  const { data } = encode(text, { ecc: 'M', boostEcc: false, border })
  return blackOnWhite(data)
}
