// Laying out: locks, protection, formats, texts and places as the layout and the style table say.
import { describe, expect, test } from 'vitest'
import { columnName } from '../../../shared/layout/address.ts'
import { styles } from '../../../shared/layout/style.ts'
import { biggest, contentOf, laidOut, sheetNamed } from './excel-in-node.ts'

const units = ['van_phong', 'qltm', 'thanh_tra', biggest]

describe('a laid-out workbook', () => {
  test.each(units)(
    'of %s: inputs are open, everything else is locked and protected',
    async unit => {
      const { excel, sheets } = await laidOut(unit)
      for (const layout of sheets) {
        const sheet = sheetNamed(excel, layout.sheet)
        expect(sheet.guard.isProtected).toBe(true)
        expect([
          sheet.guard.allows('allowFormatRows'),
          sheet.guard.allows('allowFormatCells'),
        ]).toEqual([true, false])
        const wrong: string[] = []
        for (let row = 0; row < layout.rows.length + 3; row += 1)
          for (let column = 0; column < layout.widths.length + 3; column += 1) {
            const cell = layout.rows[row]?.[column]
            const open = cell !== undefined && styles[cell.style].unlocked === true
            if (sheet.format(row, column).locked === open)
              wrong.push(`${columnName(column + 1)}${row + 1}`)
          }
        expect(wrong, layout.sheet).toEqual([])
      }
    },
  )

  test('every cell looks as the style table says', async () => {
    const { excel, sheets } = await laidOut(biggest)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      layout.rows.forEach((row, i) => {
        row.forEach((cell, j) => {
          const style = styles[cell.style]
          const format = sheet.format(i, j)
          const place = `${layout.sheet} ${columnName(j + 1)}${i + 1}`
          expect(format.fill, place).toBe(style.fill ? `#${style.fill}` : '')
          expect(format.borderLeft.style, place).toBe(style.border ? 'Continuous' : 'None')
          if (style.edge) expect(format.borderLeft.color, place).toBe('#2F75B5')
          if (cell.numberFormat) expect(format.numberFormat, place).toBe(cell.numberFormat)
          if (sheet.content(i, j) === '' && !style.unlocked) return
          expect(
            {
              font: format.fontName,
              size: format.fontSize,
              bold: format.bold,
              italic: format.italic,
              color: format.fontColor,
              side: format.horizontal,
              // words a formula gives may wrap whatever the table says
              wrap: cell.value && 'formula' in cell.value ? (style.wrap ?? false) : format.wrap,
              indent: format.indent,
            },
            place,
          ).toEqual({
            font: 'Times New Roman',
            size: style.size,
            bold: style.bold ?? false,
            italic: style.italic ?? false,
            color: `#${style.color ?? '000000'}`,
            side: { left: 'Left', center: 'Center', right: 'Right' }[
              cell.align ?? style.align ?? 'left'
            ],
            wrap: style.wrap ?? false,
            indent: cell.indent ?? 0,
          })
        })
      })
    }
  })

  test('two cells at an edge say the same of it, since Excel keeps the last it hears', async () => {
    const { excel, sheets } = await laidOut(biggest)
    const lines = new Set<string>()
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      layout.rows.forEach((row, i) => {
        row.forEach((cell, j) => {
          const next = row[j + 1]
          if (!next || !styles[cell.style].border || !styles[next.style].border) return
          const { borderRight } = sheet.format(i, j)
          expect(borderRight, `${layout.sheet} ${i + 1}:${j + 1}`).toEqual(
            sheet.format(i, j + 1).borderLeft,
          )
          lines.add(borderRight.color)
        })
      })
    }
    expect([...lines].sort()).toEqual(['#2F75B5', '#8A8A8A'])
  })

  test('rows and columns are as high and as wide as laid out', async () => {
    const { excel, sheets } = await laidOut(biggest)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      expect(layout.rows.map((_, i) => sheet.rows.size(i))).toEqual(
        layout.heights.map(height => height ?? 15.75),
      )
      const points = layout.widths.map((_, j) => sheet.columns.size(j))
      const widest = (of: readonly number[]) => of.indexOf(Math.max(...of))
      expect(widest(points)).toBe(widest(layout.widths))
      expect(new Set(points).size).toBe(new Set(layout.widths).size)
    }
  })

  test('texts stay texts, numbers are numbers', async () => {
    const { excel, sheets } = await laidOut(biggest)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      layout.rows.forEach((row, i) => {
        row.forEach(({ value }, j) => {
          if (value === null || 'formula' in value) return
          expect(sheet.content(i, j), `${layout.sheet} ${i + 1}:${j + 1}`).toBe(
            'text' in value ? value.text : value.number,
          )
        })
      })
    }
  })

  test('text beginning with = + - @ is never a formula', async () => {
    for (const text of [
      '=1+1',
      '+84 204',
      '-5',
      '@SUM(A1)',
      "'quoted",
      '1/2025',
      '50%',
      'TRUE',
      'May 2025',
    ]) {
      const content = contentOf('van_phong')
      const narrative = new Map([...content.narrative.keys()].map(code => [code, text]))
      const { excel, sheets } = await laidOut('van_phong', { ...content, narrative })
      const layout = sheets.find(({ form }) => form === 'NARR')
      if (!layout) throw new Error('no narrative')
      const sheet = sheetNamed(excel, layout.sheet)
      const written = layout.rows.flatMap((row, i) =>
        row.flatMap(({ value }, j) =>
          value && 'text' in value && value.text === text ? [[i, j] as const] : [],
        ),
      )
      expect(written.length).toBeGreaterThan(0)
      for (const [i, j] of written) {
        expect(sheet.content(i, j)).toBe(text)
        expect(sheet.formula(i, j)).toBe('')
      }
    }
  })

  test('rows of other units are grouped and folded, headings stay in view, A4 pages are one wide', async () => {
    const { excel, sheets } = await laidOut('qltm')
    expect(sheets.some(({ collapsed }) => collapsed.length > 0)).toBe(true)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      const folded = layout.rows.map((_, i) =>
        layout.collapsed.some(run => run.first <= i + 1 && i + 1 <= run.last),
      )
      expect(layout.rows.map((_, i) => sheet.rows.isHidden(i))).toEqual(folded)
      expect(layout.rows.map((_, i) => sheet.rows.outlineLevel(i))).toEqual(folded.map(Number))
      expect(sheet.frozen).toEqual({ rows: layout.frozenRows, columns: 0 })
      expect(sheet.showGridlines).toBe(false)
      expect(sheet.page).toMatchObject({
        paperSize: 'A4',
        orientation: layout.landscape ? 'Landscape' : 'Portrait',
        zoom: { horizontalFitToPages: 1 },
        titleRows: { row: layout.headerTop - 1, rows: layout.frozenRows - layout.headerTop + 1 },
      })
      expect(sheet.merges.all).toHaveLength(layout.merges.length)
    }
  })

  test('the first sheet is shown with its first input selected', async () => {
    const { excel, sheets } = await laidOut('qltm')
    const { workbook } = excel
    expect(workbook.activeSheet.name).toBe(sheets[0]?.sheet)
    const { row, column } = workbook.selection()
    expect(workbook.activeSheet.format(row, column).locked).toBe(false)
    expect(workbook.activeSheet.rows.isHidden(row)).toBe(false)
  })
})
