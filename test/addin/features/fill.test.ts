import { expect, test } from 'vitest'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { mismatch } from '../../../addin/features/fill/book.ts'
import { overall } from '../../../addin/features/fill/completeness.ts'
import { placeAt, selectedFigure } from '../../../addin/features/fill/selected.ts'
import { blocksOf, book, emptyBook, typed } from './qltm.ts'

const full = reviewOf(book, blocksOf(book))

test('a fresh layout reads back as the submission it shows', () => {
  expect(full.reading.content).toEqual(book.current)
})

test('an empty book has everything still to fill, a list without a total', () => {
  const { completeness } = reviewOf(emptyBook, blocksOf(emptyBook))
  expect(completeness.map(form => form.filled)).toEqual(completeness.map(() => 0))
  expect(completeness.find(form => form.form === 'TTHC-DS')?.total).toBeNull()
  const { total } = overall(completeness)
  expect(completeness.flatMap(form => form.blanks)).toHaveLength(total)
})

test('one blank indicator is counted and named', () => {
  const place = { form: 'CCHC-3', row: 'dossiers_resolved' }
  const less = reviewOf(book, typed(blocksOf(book), place, ''))
  expect(overall(less.completeness).filled).toBe(overall(full.completeness).filled - 1)
  expect(less.completeness.flatMap(form => form.blanks)).toContainEqual(place)
})

test('a line of dossiers is whole only with every count', () => {
  const place = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_late' }
  const less = reviewOf(book, typed(blocksOf(book), place, ''))
  const form = less.completeness.find(({ form: id }) => id === 'KSTT-06a')
  expect(form).toMatchObject({ filled: 4, total: 5, blanks: [place] })
})

test('a “không phát sinh” is filled', () => {
  const place = { form: 'CCHC-3', row: 'dossiers_resolved' }
  const none = reviewOf(book, typed(blocksOf(book), place, 'Không phát sinh'))
  expect(overall(none.completeness)).toEqual(overall(full.completeness))
})

test('anywhere on the line of an indicator means the indicator, in tables only its own cell', () => {
  const at = (sheet: string, row: number, column: number) =>
    placeAt(full.sheets, { sheet, row, column })
  expect(at('Biểu 3', 34, 2)).toEqual({ form: 'CCHC-3', row: 'dossiers_resolved' })
  expect(at('Biểu 3', 34, 5)).toEqual({ form: 'CCHC-3', row: 'dossiers_resolved' })
  expect(at('Biểu 3', 2, 2)).toBeUndefined()
  const table = book.sheets.find(({ form }) => form === 'KSTT-06a')
  expect(at(table?.sheet ?? '', table?.block.top ?? 0, 1)).toBeUndefined()
  expect(at('Sheet1', 1, 1)).toBeUndefined()
})

test('the selected figure stands beside last period, with its change', () => {
  const figure = selectedFigure(book, full.values, { form: 'CCHC-3', row: 'dossiers_resolved' })
  expect(figure).toMatchObject({ label: 'Biểu 3 · 3.1.1', now: '255', before: '237', lastYear: '' })
  expect(figure.change?.by).toBeCloseTo(((255 - 237) / 237) * 100)
})

test('another period, unit or catalogue in the workbook is told apart', () => {
  expect(mismatch(book.identity, book.identity)).toBeNull()
  // the same forms, though of another revision
  expect(mismatch(book.identity, { ...book.identity, revision: 7 })).toBeNull()
  expect(mismatch(book.identity, null)).toBe('none')
  expect(mismatch(book.identity, { ...book.identity, period: '2025-M03' })).toBe('period')
  expect(mismatch(book.identity, { ...book.identity, unit: 'qlcn' })).toBe('unit')
  expect(mismatch(book.identity, { ...book.identity, catalogue: 'sct-2024.1' })).toBe('catalogue')
})
