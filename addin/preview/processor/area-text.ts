// Turns addresses and range arguments into areas of a sheet.
// Never accepts several areas in one text: which separator Excel wants differs by platform.

import { splitSheetName } from '../workbook/address.ts'
import {
  type Area,
  formatArea,
  parseArea,
  type Sheet,
  type Workbook,
  withSheetName,
} from '../workbook/workbook.ts'
import { type Argument, Facade } from './facade.ts'
import { invalid, notFound } from './refusal.ts'

/** Excel refuses longer addresses. */
const addressLimit = 8192

export interface Place {
  sheet: Sheet
  area: Area
}

/** `A1:B2`, `'Biểu 3'!A1`, or a defined name, seen from a sheet. */
export function placeOf(workbook: Workbook, home: Sheet, address: string): Place {
  if (address.length > addressLimit) throw invalid(`the address has ${address.length} characters`)
  const { sheetName, rest } = splitSheetName(address)
  const sheet = sheetName === undefined ? home : workbook.sheet(sheetName)
  if (!sheet) throw notFound(address)
  const name = workbook.names.find(rest, sheet.id) ?? workbook.names.find(rest, '')
  const referred = name && workbook.referred(name.formula)
  return referred ?? { sheet, area: parseArea(rest) }
}

export function fullAddress({ sheet, area }: Place): string {
  return withSheetName(sheet.name, formatArea(area))
}

/** A range argument: a range object, or its address. */
export function placeArgument(workbook: Workbook, home: Sheet, value: Argument | undefined): Place {
  if (value instanceof Facade && value.members.range) return value.members.range
  if (typeof value === 'string') return placeOf(workbook, home, value)
  throw invalid('a range or an address expected')
}
