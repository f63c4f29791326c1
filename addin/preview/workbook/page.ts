// Page setup and protection of one sheet: plain facts with Excel's defaults.
// Never checked here: the sheet decides what a protected sheet refuses.
import type { Area } from './address.ts'

export interface PageSetup {
  orientation: 'Portrait' | 'Landscape'
  paperSize: string
  printArea: Area | undefined
  titleRows: Area | undefined
  titleColumns: Area | undefined
  /** points */
  margins: {
    left: number
    right: number
    top: number
    bottom: number
    header: number
    footer: number
  }
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number }
  centerHorizontally: boolean
  centerVertically: boolean
  printGridlines: boolean
  printHeadings: boolean
  blackAndWhite: boolean
  draftMode: boolean
  /** `''` lets Excel number the pages. */
  firstPageNumber: number | ''
}

export function defaultPageSetup(): PageSetup {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    printArea: undefined,
    titleRows: undefined,
    titleColumns: undefined,
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    firstPageNumber: '',
  }
}

export const permissions = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const

export type Permission = (typeof permissions)[number]
export const selectionModes = ['Normal', 'Unlocked', 'None'] as const
export type SelectionMode = (typeof selectionModes)[number]

export interface Protection {
  isProtected: boolean
  password: string
  allowed: Permission[]
  selectionMode: SelectionMode
}

export function noProtection(): Protection {
  return { isProtected: false, password: '', allowed: [], selectionMode: 'Normal' }
}

/** A conditional format: a formula and what it paints where the formula gives TRUE. */
export interface ConditionalFormat {
  id: string
  area: Area
  /** the cell the formula is written for */
  origin: { row: number; column: number }
  formula: string
  fill: string
  fontColor: string
  bold: boolean
  italic: boolean
  stopIfTrue: boolean
}
