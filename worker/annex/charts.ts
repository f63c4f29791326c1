/** Charts as the annex draws them: native, in the fonts of the document, told apart without colour by their labels. */
import type { SheetChart } from 'hucre/xlsx'
import { fontName } from '../../shared/layout/style.ts'

export type Drawn = {
  readonly kind: 'bar' | 'column'
  readonly title: string
  /** names of the series and the cells of their values */
  readonly series: readonly { readonly name: string; readonly values: string }[]
  readonly categories: string
  readonly numberFormat: string
  /** end of the value axis, where it has one */
  readonly max?: number
  /** rows (from 1) and columns it stands on */
  readonly top: number
  readonly rows: number
  readonly left: number
  readonly columns: number
}

/** Dark, middle, light: they stay apart in black and white. */
const colors = ['1F4E79', '2E75B6', '9DC3E6']
const size = 9

export const chart = (drawn: Drawn): SheetChart => ({
  type: drawn.kind,
  title: drawn.title,
  titleFontSize: 11,
  titleBold: true,
  titleFontFamily: fontName,
  altText: drawn.title,
  legend: 'bottom',
  legendFontSize: size,
  legendFontFamily: fontName,
  barGrouping: 'clustered',
  gapWidth: 40,
  dispBlanksAs: 'gap',
  dataLabels: {
    showValue: true,
    // inside the columns, where the axis ends at 100
    ...(drawn.max === undefined
      ? { position: 'outEnd' as const }
      : { position: 'inEnd' as const, fontColor: 'FFFFFF', bold: true }),
    fontSize: 8,
    fontFamily: fontName,
    numberFormat: { formatCode: drawn.numberFormat, sourceLinked: false },
  },
  series: drawn.series.map(({ name, values }, i) => ({
    name,
    values,
    categories: drawn.categories,
    ...(colors[i] ? { color: colors[i] } : {}),
  })),
  axes: {
    // bars are drawn from below, and the table is read from above
    x: {
      reverse: drawn.kind === 'bar',
      minorTickMark: 'none',
      labelFontSize: size,
      labelFontFamily: fontName,
    },
    y: {
      // every bar says its number
      gridlines: { major: false },
      minorTickMark: 'none',
      labelFontSize: size,
      labelFontFamily: fontName,
      numberFormat: { formatCode: drawn.numberFormat, sourceLinked: false },
      ...(drawn.kind === 'bar' ? { crosses: 'max' } : {}),
      scale: { min: 0, ...(drawn.max === undefined ? {} : { max: drawn.max }) },
    },
  },
  anchor: {
    from: { row: drawn.top - 1, col: drawn.left - 1 },
    to: { row: drawn.top - 1 + drawn.rows, col: drawn.left - 1 + drawn.columns },
  },
})
