/**
 * Cell styles of workbooks made here: the table of the live sheets, plus what only a signed document needs. On paper text
 * is black throughout (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.3), and everything in a ruled cell wraps.
 */
import type { CellStyle } from 'hucre/xlsx'
import { colors, fontName, type Style, type StyleName, styles } from '../../shared/layout/style.ts'
import type { PaperCell } from './sheet.ts'

export type Drawn = Style & {
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

/**
 * What cells stand in that name no font. It decides what a unit of column width is as well; `room.ts` counts on 11 points.
 */
export const standardFont = { name: fontName, size: 11 } as const

/** By name, then by alignment: asked several times for every cell of a workbook. */
const known = new Map<PaperStyleName, Map<Way, Drawn>>()
type Way = PaperCell['align'] | 'small'

export function styleOf(cell: PaperCell): Drawn {
  const way = wordsAmongFigures(cell) ? 'small' : cell.sign === undefined ? cell.align : 'center'
  return known.get(cell.style)?.get(way) ?? resolved(cell.style, way)
}

function resolved(name: PaperStyleName, way: Way): Drawn {
  const style: Drawn = name in own ? own[name as keyof typeof own] : styles[name as StyleName]
  const made: Drawn =
    way === 'small'
      ? { ...style, size: style.size - smallerBy, align: 'center' }
      : { ...style, ...(way ? { align: way } : {}) }
  known.set(name, (known.get(name) ?? new Map<Way, Drawn>()).set(way, made))
  return made
}
const smallerBy = 2

export const wraps = (style: Drawn): boolean => style.wrap === true || style.border === true

/** One object per look, for as long as one workbook is drawn. */
export function styleBook(look: Look): (cell: PaperCell) => CellStyle {
  const drawn = new Map<Drawn, Map<string, CellStyle>>()
  return cell => {
    const { indent, numberFormat = '', sign } = cell
    const style = styleOf(cell)
    const plain = indent === undefined && sign === undefined
    const key = plain ? numberFormat : `${numberFormat}|${indent ?? 0}|${sign ?? ''}`
    const found = drawn.get(style)?.get(key)
    if (found) return found
    const made = draw(cell, look)
    drawn.set(style, (drawn.get(style) ?? new Map<string, CellStyle>()).set(key, made))
    return made
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
  const font = {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(look === 'form' && style.color ? { color: { rgb: style.color } } : {}),
  }
  const standard = style.size === standardFont.size && Object.keys(font).length === 0
  return {
    // the writer works out a font anew for every cell that names one
    ...(standard ? {} : { font: { ...font, name: fontName, size: style.size } }),
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
