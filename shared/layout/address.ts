/** Cell addresses in A1 style; rows and columns are counted from 1. */

export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row}`

export const rangeAddress = (top: number, left: number, bottom: number, right: number): string =>
  top === bottom && left === right
    ? cellAddress(top, left)
    : `${cellAddress(top, left)}:${cellAddress(bottom, right)}`

/** `'Biểu 3'!E10`; a quote in a sheet name is doubled, as Excel does. */
export const onSheet = (sheet: string, address: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${address}`
