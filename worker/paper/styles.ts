/**
 * Cell styles of workbooks made here: the table of the live sheets, plus what only a signed document needs. On paper text
 * is black throughout (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.3), and everything in a ruled cell wraps.
 */
import type { CellStyle } from 'hucre/xlsx'
import { colors, fontName, type Style, type StyleName, styles } from '../../shared/layout/style.ts'
import type { PaperCell } from './sheet.ts'

type Drawn = Style & {
  readonly underline?: true
  /** a line above the cell, the stroke under an agency's name */
  readonly stroke?: true
  readonly top?: true
}

/** Sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I, phần V: 12–14 points for the heading and the title. */
const own = {
  superior: { size: 13, align: 'center', wrap: true },
  issuer: { size: 13, bold: true, align: 'center', wrap: true },
  nation: { size: 13, bold: true, align: 'center' },
  motto: { size: 14, bold: true, align: 'center', underline: true },
  stroke: { size: 6, stroke: true },
  coverTitle: { size: 16, bold: true, align: 'center', wrap: true },
  coverSubject: { size: 14, bold: true, align: 'center', wrap: true },
  coverLine: { size: 13, align: 'center', wrap: true },
  coverNote: { size: 13, italic: true, align: 'center', wrap: true },
  coverSmall: { size: 10, align: 'center', wrap: true },
  section: { size: 13, bold: true },
  signer: { size: 13, bold: true, align: 'center' },
  signerHint: { size: 12, italic: true, align: 'center' },
  formNote: { size: 12, italic: true, align: 'center', wrap: true },
  remark: { size: 12, italic: true, wrap: true },
  finding: { size: 10, border: true, wrap: true },
  prose: { size: 12, border: true, wrap: true, top: true },
  share: { size: 11, border: true, wrap: true },
  shareTotal: { size: 11, bold: true, border: true, wrap: true },
  shareHeader: {
    size: 11,
    bold: true,
    fill: colors.grey,
    border: true,
    align: 'center',
    wrap: true,
  },
} as const satisfies Record<string, Drawn>

/** `paper` is signed; `form` is filled: its inputs are open and edged as in the live sheets. */
export type Look = 'paper' | 'form'

export type PaperStyleName = StyleName | keyof typeof own

/** Words in a column of figures ("Không phát sinh") are set smaller and centred, or they would stretch its rows. */
export const wordsAmongFigures = ({ value, align, sign }: PaperCell): boolean =>
  align === 'right' &&
  sign === undefined &&
  value !== null &&
  ('text' in value || ('formula' in value && value.shown.state !== 'number'))

/** By name, then by alignment: asked several times for every cell of a workbook. */
const known = new Map<PaperStyleName, Map<string | undefined, Drawn>>()

export function styleOf(cell: PaperCell): Drawn {
  const small = wordsAmongFigures(cell)
  const align = cell.sign === undefined ? cell.align : 'center'
  const found = known.get(cell.style) ?? new Map<string | undefined, Drawn>()
  const way = small ? 'small' : align
  const style = found.get(way) ?? resolved(cell.style, align, small)
  if (!found.has(way)) known.set(cell.style, found.set(way, style))
  return style
}

function resolved(name: PaperStyleName, align: PaperCell['align'], small: boolean): Drawn {
  const style = name in own ? own[name as keyof typeof own] : styles[name as StyleName]
  return small
    ? { ...style, size: style.size - smallerBy, align: 'center' }
    : { ...style, ...(align ? { align } : {}) }
}
const smallerBy = 2

export const wraps = (style: Drawn): boolean => style.wrap === true || style.border === true

/** One object per look, for as long as one workbook is drawn. */
export function styleBook(look: Look): (cell: PaperCell) => CellStyle {
  const drawn = new Map<string, CellStyle>()
  return cell => {
    const { style: name, align = '', indent = 0, numberFormat = '', sign = '' } = cell
    const key = `${name}|${align}|${indent}|${numberFormat}|${sign}|${wordsAmongFigures(cell)}`
    const known = drawn.get(key)
    if (known) return known
    const style = draw(cell, look)
    drawn.set(key, style)
    return style
  }
}

function draw(cell: PaperCell, look: Look): CellStyle {
  const style = styleOf(cell)
  const { indent, sign } = cell
  const numberFormat = sign === undefined ? cell.numberFormat : signed(cell.numberFormat, sign)
  const line = { style: 'thin', color: { rgb: colors.grid } } as const
  const left =
    look === 'form' && style.edge
      ? ({ style: 'medium', color: { rgb: colors.edge } } as const)
      : line
  const horizontal = style.align ?? (indent ? 'left' : undefined)
  return {
    font: {
      name: fontName,
      size: style.size,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.underline ? { underline: true } : {}),
      ...(look === 'form' && style.color ? { color: { rgb: style.color } } : {}),
    },
    ...(style.fill
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } } as const }
      : {}),
    ...(style.border ? { border: { top: line, right: line, bottom: line, left } } : {}),
    ...(style.stroke ? { border: { top: { style: 'thin', color: { rgb: '000000' } } } } : {}),
    alignment: {
      vertical: style.top ? 'top' : 'center',
      ...(horizontal ? { horizontal } : {}),
      ...(indent ? { indent } : {}),
      ...(wraps(style) ? { wrapText: true } : {}),
    },
    ...(look === 'form' && style.unlocked ? { protection: { locked: false } } : {}),
    ...(numberFormat && numberFormat !== 'General' ? { numFmt: vietnamese(numberFormat) } : {}),
  }
}

/** Numbers as before; in place of any words the sign, while the cell keeps them. */
function signed(format = 'General', sign: string): string {
  const sections = format === '@' ? ['General'] : format.split(';')
  const [positive = 'General', negative = `-${positive}`, zero = positive] = sections
  return `${positive};${negative};${zero};"${sign}"`
}

/** LCID 042A makes readers that follow the file, not the machine, print 1.234,5; Excel follows the machine. */
const vietnamese = (format: string): string =>
  format.includes('#,##0')
    ? format
        .split(';')
        .map(section => (section.includes('#,##0') ? `[$-42A]${section}` : section))
        .join(';')
    : format
