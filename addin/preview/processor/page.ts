// Page layout and frozen panes of one worksheet.
// Never prints: the facts are kept for the page, the tests and the offline workbook.
import { cellArea, columnLimit, rowLimit, wholeGrid } from '../workbook/address.ts'
import type { PageSetup, Sheet } from '../workbook/workbook.ts'
import { placeArgument } from './area-text.ts'
import {
  type Argument,
  Facade,
  type Found,
  fields,
  number,
  oneOf,
  text,
  truth,
  whole,
} from './facade.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { range } from './range.ts'
import { invalid, notFound } from './refusal.ts'

const orientations = ['Portrait', 'Landscape'] as const
/** points per unit */
const units: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }
const sides = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const
const truths = [
  'centerHorizontally',
  'centerVertically',
  'printGridlines',
  'printHeadings',
  'blackAndWhite',
  'draftMode',
] as const

export function pageLayout(state: HostState, sheet: Sheet): Facade {
  const change = (part: Partial<PageSetup>) => {
    sheet.page = { ...sheet.page, ...part }
    sheet.appearanceChanged(wholeGrid)
  }
  const area = (value: Argument | undefined) => placeArgument(state.workbook, sheet, value).area
  const get: Record<string, () => Json> = {
    orientation: () => sheet.page.orientation,
    paperSize: () => sheet.page.paperSize,
    zoom: () => ({ ...sheet.page.zoom }),
    firstPageNumber: () => sheet.page.firstPageNumber,
  }
  const set: Record<string, (value: Argument) => void> = {
    orientation: value => change({ orientation: oneOf(orientations, value) }),
    paperSize: value => change({ paperSize: text(value) }),
    zoom: value => {
      const zoom: PageSetup['zoom'] = {}
      const given = fields(value)
      for (const key of ['scale', 'horizontalFitToPages', 'verticalFitToPages'] as const) {
        if ((given[key] ?? null) !== null) zoom[key] = whole(given[key])
      }
      if (zoom.scale !== undefined && (zoom.scale < 10 || zoom.scale > 400)) {
        throw invalid(`scale ${zoom.scale} is not within 10 … 400`)
      }
      change({ zoom })
    },
    firstPageNumber: value => change({ firstPageNumber: value === '' ? '' : whole(value) }),
  }
  for (const key of truths) {
    get[key] = () => sheet.page[key]
    set[key] = value => change({ [key]: truth(value) })
  }
  for (const side of sides) {
    get[`${side}Margin`] = () => sheet.page.margins[side]
    set[`${side}Margin`] = value =>
      change({ margins: { ...sheet.page.margins, [side]: number(value) } })
  }
  const place = (key: 'titleRows' | 'titleColumns') => {
    const found = sheet.page[key]
    return found ? range(state, { sheet, area: found }) : null
  }
  const present = (found: Found, what: string) => {
    if (!found) throw notFound(what)
    return found
  }
  return new Facade('PageLayout', {
    get,
    set,
    act: {
      setPrintArea: value => change({ printArea: area(value) }),
      setPrintTitleRows: value => {
        const { row, rows } = area(value)
        change({ titleRows: { row, rows, column: 0, columns: columnLimit } })
      },
      setPrintTitleColumns: value => {
        const { column, columns } = area(value)
        change({ titleColumns: { column, columns, row: 0, rows: rowLimit } })
      },
      setPrintMargins: (unit, options) => {
        const points = units[text(unit)]
        if (points === undefined) throw invalid(`unit ${text(unit)}`)
        const given = fields(options)
        const margins = { ...sheet.page.margins }
        for (const side of sides) {
          if ((given[side] ?? null) !== null) margins[side] = number(given[side]) * points
        }
        change({ margins })
      },
    },
    give: {
      getPrintTitleRows: () => present(place('titleRows'), 'title rows'),
      getPrintTitleRowsOrNullObject: () => place('titleRows'),
      getPrintTitleColumns: () => present(place('titleColumns'), 'title columns'),
      getPrintTitleColumnsOrNullObject: () => place('titleColumns'),
    },
  })
}

export function freezePanes(state: HostState, sheet: Sheet): Facade {
  const freeze = (rows: number, columns: number) => {
    sheet.frozen = { rows, columns }
    sheet.appearanceChanged(wholeGrid)
  }
  const count = (value: Argument | undefined) => {
    const found = (value ?? null) === null ? 1 : whole(value)
    if (found < 1) throw invalid(`${found} lines to freeze`)
    return found
  }
  const location = () => {
    const { rows, columns } = sheet.frozen
    if (rows === 0 && columns === 0) return null
    const area = { ...cellArea(0, 0), rows: rows || rowLimit, columns: columns || columnLimit }
    return range(state, { sheet, area })
  }
  return new Facade('WorksheetFreezePanes', {
    act: {
      freezeRows: rows => freeze(count(rows), 0),
      freezeColumns: columns => freeze(0, count(columns)),
      freezeAt: value => {
        const { row, column, rows, columns } = placeArgument(state.workbook, sheet, value).area
        freeze(rows === rowLimit ? 0 : row + rows, columns === columnLimit ? 0 : column + columns)
      },
      unfreeze: () => freeze(0, 0),
    },
    give: {
      getLocation: () => {
        const found = location()
        if (!found) throw notFound('frozen panes')
        return found
      },
      getLocationOrNullObject: location,
    },
  })
}
