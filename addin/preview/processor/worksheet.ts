// One worksheet: name, tab, ranges by address, and the objects that hang on it.
// Never answers charts, tables, shapes or filters: no form uses them.
import { checkedArea, wholeGrid } from '../workbook/address.ts'
import type { Sheet, Visibility } from '../workbook/workbook.ts'
import { placeOf } from './area-text.ts'
import { registrations } from './events.ts'
import { type Argument, color, Facade, oneOf, text, truth, whole } from './facade.ts'
import type { HostState } from './host-state.ts'
import { names } from './names.ts'
import { freezePanes, pageLayout } from './page.ts'
import { protection } from './protection.ts'
import { range } from './range.ts'
import { invalid, notFound } from './refusal.ts'

const visibilities: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden']

const copyPlaces = ['None', 'Before', 'After', 'Beginning', 'End'] as const

/** Where a copy goes among the sheets there are; without a wish to the beginning. */
function placeOfCopy(
  { workbook }: HostState,
  wish: Argument | undefined,
  relativeTo: Argument | undefined,
): number {
  const place = oneOf(copyPlaces, wish ?? 'None')
  if (place === 'End') return workbook.sheets.length
  if (place === 'None' || place === 'Beginning') return 0
  const id = relativeTo instanceof Facade ? relativeTo.members.identity?.().Id : undefined
  const other = typeof id === 'string' ? workbook.sheet(id) : undefined
  if (!other) throw invalid('a worksheet expected')
  return workbook.sheets.indexOf(other) + (place === 'After' ? 1 : 0)
}

export function worksheet(state: HostState, sheet: Sheet): Facade {
  const { workbook } = state
  const position = () => workbook.sheets.indexOf(sheet)
  const neighbour = (step: 1 | -1, visibleOnly: Argument | undefined) => {
    const after =
      step === 1
        ? workbook.sheets.slice(position() + 1)
        : workbook.sheets.slice(0, position()).reverse()
    const found = after.find(other => visibleOnly !== true || other.visibility === 'Visible')
    return found ? worksheet(state, found) : null
  }
  const at = (row: number, column: number, rows: number, columns: number) =>
    range(state, { sheet, area: checkedArea({ row, column, rows, columns }) })
  const used = (contentsOnly: Argument | undefined) => sheet.grid.used(contentsOnly === true)
  const byId = (id: Argument | undefined) => {
    const found = workbook.sheet(text(id))
    if (!found) throw notFound(`worksheet ${String(id)}`)
    return worksheet(state, found)
  }
  return new Facade('Worksheet', {
    identity: () => ({ Id: sheet.id }),
    get: {
      id: () => sheet.id,
      name: () => sheet.name,
      position: position,
      visibility: () => sheet.visibility,
      tabColor: () => sheet.tabColor,
      standardHeight: () => sheet.rows.standard,
      standardWidth: () => sheet.columns.standard,
      showGridlines: () => sheet.showGridlines,
      showHeadings: () => sheet.showHeadings,
    },
    set: {
      name: value => {
        sheet.name = text(value)
      },
      position: value => workbook.moveSheet(sheet, whole(value)),
      visibility: value => {
        sheet.visibility = oneOf(visibilities, value)
      },
      tabColor: value => {
        sheet.tabColor = value === '' ? '' : color(value)
        sheet.appearanceChanged(wholeGrid)
      },
      gridlines: value => {
        sheet.showGridlines = truth(value)
        sheet.appearanceChanged(wholeGrid)
      },
      headings: value => {
        sheet.showHeadings = truth(value)
        sheet.appearanceChanged(wholeGrid)
      },
    },
    part: {
      protection: () => protection(state, sheet),
      freezePanes: () => freezePanes(state, sheet),
      pageLayout: () => pageLayout(state, sheet),
      names: () => names(state, sheet),
    },
    act: {
      activate: () => workbook.activate(sheet),
      delete: () => workbook.deleteSheet(sheet),
      calculate: () => workbook.calculation.recalculate(),
      ...registrations(state, sheet.id),
    },
    give: {
      getRange: address =>
        typeof address === 'string'
          ? range(state, placeOf(workbook, sheet, address))
          : range(state, { sheet, area: wholeGrid }),
      copy: (positionType, relativeTo) => {
        const place = placeOfCopy(state, positionType, relativeTo)
        const copy = workbook.copySheet(sheet)
        workbook.moveSheet(copy, place)
        return worksheet(state, copy)
      },
      getCell: (row, column) => at(whole(row), whole(column), 1, 1),
      getRangeByIndexes: (row, column, rows, columns) =>
        at(whole(row), whole(column), whole(rows), whole(columns)),
      getUsedRange: contentsOnly =>
        range(state, {
          sheet,
          area: used(contentsOnly) ?? { row: 0, column: 0, rows: 1, columns: 1 },
        }),
      getUsedRangeOrNullObject: contentsOnly => {
        const area = used(contentsOnly)
        return area ? range(state, { sheet, area }) : null
      },
      getNext: visibleOnly => {
        const found = neighbour(1, visibleOnly)
        if (!found) throw notFound('no worksheet after this one')
        return found
      },
      getNextOrNullObject: visibleOnly => neighbour(1, visibleOnly),
      getPrevious: visibleOnly => {
        const found = neighbour(-1, visibleOnly)
        if (!found) throw notFound('no worksheet before this one')
        return found
      },
      getPreviousOrNullObject: visibleOnly => neighbour(-1, visibleOnly),
      _GetSheetById: byId,
      _GetAnotherWorksheetById: byId,
    },
  })
}
