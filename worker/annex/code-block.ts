/** The check code at the foot of the cover: as a QR code, in signs, and where to ask what it stands for. */
import { checkCode, checkPage, qrText } from '../../shared/check-code.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { qrPicture } from '../paper/qr.ts'
import { type PaperCell, type Picture, paperRow, words } from '../paper/sheet.ts'
import { codeWords } from './words-code.ts'

/** Two columns of the cover are some 28 mm on paper, of which the code itself takes 22 to 25. */
const [rows, columns] = [5, 2]

type Block = {
  readonly rows: readonly PaperCell[][]
  readonly merges: readonly string[]
  readonly picture: Picture
}

/** @param top number of its first row @param width columns of the sheet @param origin see `Env` */
export function codeBlock(digest: string, origin: string | undefined, top: number, width: number) {
  const code = checkCode(digest)
  const text = columns + 1
  const block: Block = {
    rows: Array.from({ length: rows }, (_, i) =>
      paperRow(width, {
        ...(i === 0 ? { [text]: words(codeWords.code(code), 'section') } : {}),
        ...(i === 1 ? { [text]: words(codeWords.ask(origin && checkPage(origin)), 'remark') } : {}),
      }),
    ),
    merges: [
      rangeAddress(top, text, top, width),
      rangeAddress(top + 1, text, top + rows - 1, width),
    ],
    picture: {
      png: qrPicture(qrText(code, origin)),
      says: codeWords.picture(qrText(code, origin)),
      row: top,
      column: 1,
      rows,
      columns,
    },
  }
  return block
}
