// The properties of a cell's format by their protocol names, with how an argument is read and what it may be.
// Never paints: ranges do, and cells given their looks one by one.
import type { CellFormat } from '../workbook/workbook.ts'
import { type Argument, color, number, oneOf, text, truth, whole } from './facade.ts'
import { invalid } from './refusal.ts'

const horizontal = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const
const vertical = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const
const underlines = ['None', 'Single', 'Double'] as const

/** One property of a cell's format: where it is kept, and how an argument is read. */
export type Field<Key extends keyof CellFormat> = {
  key: Key
  read: (value: Argument) => CellFormat[Key]
}

function field<Key extends keyof CellFormat>(
  key: Key,
  read: (value: Argument) => CellFormat[Key],
): Field<Key> {
  return { key, read }
}

export function between(low: number, high: number): (value: Argument) => number {
  return value => {
    const found = number(value)
    if (found < low || found > high) throw invalid(`${found} is not within ${low} … ${high}`)
    return found
  }
}

export const fontFields = {
  name: field('fontName', text),
  size: field('fontSize', between(1, 409)),
  color: field('fontColor', color),
  bold: field('bold', truth),
  italic: field('italic', truth),
  underline: field('underline', value => oneOf(underlines, value)),
  strikethrough: field('strikethrough', truth),
}

export const fillColor = field('fill', color)
export const indent = field('indent', value => between(0, 250)(whole(value)))

export const protectionFields = {
  locked: field('locked', truth),
  formulaHidden: field('formulaHidden', truth),
}

export const alignmentFields = {
  horizontalAlignment: field('horizontal', value => oneOf(horizontal, value)),
  verticalAlignment: field('vertical', value => oneOf(vertical, value)),
  wrapText: field('wrap', truth),
  shrinkToFit: field('shrink', truth),
  indentLevel: indent,
}

/** Points; Excel takes no more. */
export const lineSizes = { rowHeight: between(0, 409.5), columnWidth: between(0, 1343) }
