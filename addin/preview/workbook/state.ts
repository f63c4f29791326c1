// A workbook as JSON: fixtures, page reloads, comparing two workbooks.
// Never holds undo steps, observers or computed results.
import type { Area } from './address.ts'
import type { Visibility } from './events.ts'
import type { CellFormat } from './format.ts'
import type { Layer, PlacedCell } from './grid.ts'
import type { LinesState } from './lines.ts'
import type { DefinedName } from './names.ts'
import type { ConditionalFormat, PageSetup, Protection } from './page.ts'
import type { Sheet } from './sheet.ts'
import type { Validation } from './validation.ts'
import type { Stored, Workbook } from './workbook.ts'
import type { XmlPart } from './xml-parts.ts'

export interface SheetState {
  id: string
  name: string
  visibility: Visibility
  tabColor: string
  showGridlines: boolean
  showHeadings: boolean
  frozen: { rows: number; columns: number }
  page: PageSetup
  protection: Protection
  cells: PlacedCell[]
  layers: Layer[]
  rows: LinesState & { common?: number }
  columns: LinesState & { common?: number }
  merges: Area[]
  validations: Validation[]
  conditionalFormats: ConditionalFormat[]
}

export interface WorkbookState {
  lastId: number
  activeSheet: string
  selections: [sheetId: string, area: Area][]
  normal: CellFormat
  calculationMode: Workbook['calculation']['mode']
  names: DefinedName[]
  settings: [string, Stored][]
  xmlParts: XmlPart[]
  sheets: SheetState[]
}

export function sheetState(sheet: Sheet): SheetState {
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    frozen: { ...sheet.frozen },
    page: structuredClone(sheet.page),
    protection: sheet.guard.state(),
    cells: [...sheet.grid.occupied()].map(cell => structuredClone(cell)),
    layers: structuredClone([...sheet.grid.layers]),
    rows: sheet.rows.state(),
    columns: sheet.columns.state(),
    merges: [...sheet.merges.all],
    validations: structuredClone([...sheet.validations.all]),
    conditionalFormats: structuredClone([...sheet.conditionalFormats.all]),
  }
}

export function workbookState(workbook: Workbook, lastId: number): WorkbookState {
  return {
    lastId,
    activeSheet: workbook.activeSheet.id,
    selections: workbook.sheets.map(sheet => [sheet.id, workbook.selection(sheet)]),
    normal: { ...workbook.normal },
    calculationMode: workbook.calculation.mode,
    names: workbook.names.every.map(name => ({ ...name })),
    settings: [...workbook.settings],
    xmlParts: workbook.xmlParts.map(part => ({ ...part })),
    sheets: workbook.sheets.map(sheetState),
  }
}

/** Fills a workbook whose sheets exist but are empty. */
export function restoreWorkbook(workbook: Workbook, state: WorkbookState): void {
  Object.assign(workbook.normal, state.normal)
  workbook.calculation.mode = state.calculationMode
  workbook.names.restore(state.names)
  for (const [key, value] of state.settings) workbook.settings.set(key, value)
  for (const kept of state.sheets) {
    const sheet = workbook.sheet(kept.id)
    if (sheet) restoreSheet(sheet, kept)
  }
  for (const kept of state.sheets) {
    const sheet = workbook.sheet(kept.id)
    if (sheet) sheet.visibility = kept.visibility
  }
}

/** Everything of a sheet but its name and whether it can be seen. */
export function restoreSheet(sheet: Sheet, kept: SheetState): void {
  sheet.grid.restore(kept.cells, kept.layers)
  sheet.rows.restore(kept.rows)
  sheet.columns.restore(kept.columns)
  sheet.merges.replaceAll(kept.merges)
  sheet.validations.replaceAll(kept.validations)
  sheet.conditionalFormats.replaceAll(kept.conditionalFormats)
  sheet.page = structuredClone(kept.page)
  sheet.frozen = { ...kept.frozen }
  sheet.tabColor = kept.tabColor
  sheet.showGridlines = kept.showGridlines
  sheet.showHeadings = kept.showHeadings
  sheet.guard.restore(kept.protection)
}
