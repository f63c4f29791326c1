// How a cell looks and whether it is locked: the full set, its Normal style, and patches of it.
// Never stores where a format applies; the grid does.

export type HorizontalAlignment =
  | 'General'
  | 'Left'
  | 'Center'
  | 'Right'
  | 'Fill'
  | 'Justify'
  | 'CenterAcrossSelection'
  | 'Distributed'
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed'

export const borderStyles = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const
export const borderWeights = ['Hairline', 'Thin', 'Medium', 'Thick'] as const

export interface Border {
  readonly style: (typeof borderStyles)[number]
  readonly weight: (typeof borderWeights)[number]
  /** `#RRGGBB` */
  readonly color: string
}

export const noBorder: Border = { style: 'None', weight: 'Thin', color: '#000000' }

export interface CellFormat {
  /** Excel's format code in en-US, `General` when none. */
  numberFormat: string
  fontName: string
  /** points */
  fontSize: number
  bold: boolean
  italic: boolean
  underline: 'None' | 'Single' | 'Double'
  strikethrough: boolean
  /** `#RRGGBB` */
  fontColor: string
  /** `#RRGGBB`, or `''` for no fill */
  fill: string
  horizontal: HorizontalAlignment
  vertical: VerticalAlignment
  /** 0–250 */
  indent: number
  wrap: boolean
  shrink: boolean
  locked: boolean
  formulaHidden: boolean
  borderTop: Border
  borderBottom: Border
  borderLeft: Border
  borderRight: Border
}

export type FormatPatch = Partial<CellFormat>

export const normalFormat: Readonly<CellFormat> = {
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  fontColor: '#000000',
  fill: '',
  horizontal: 'General',
  vertical: 'Bottom',
  indent: 0,
  wrap: false,
  shrink: false,
  locked: true,
  formulaHidden: false,
  borderTop: noBorder,
  borderBottom: noBorder,
  borderLeft: noBorder,
  borderRight: noBorder,
}
