// The workbook object at the root of every path, the application and the runtime.
// Never answers tables, charts or styles other than Normal: no form uses them.
import { parseArea } from '../workbook/workbook.ts'
import { Facade, oneOf, text, truth } from './facade.ts'
import type { HostState } from './host-state.ts'
import { names } from './names.ts'
import { range } from './range.ts'
import { notFound, notImplemented } from './refusal.ts'
import { customXmlParts, settings } from './storage.ts'
import { worksheets } from './worksheets.ts'

const calculationModes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const
const calculationTypes = ['Recalculate', 'Full', 'FullRebuild'] as const

function created({ opened }: HostState, base64: string): Facade {
  return new Facade('WorkbookCreated', {
    identity: () => ({ Id: 'created' }),
    act: { open: () => void opened.push(base64) },
  })
}

function application(state: HostState): Facade {
  const { workbook } = state
  const marks = { numberDecimalSeparator: () => ',', numberGroupSeparator: () => '.' }
  const culture = () =>
    new Facade('CultureInfo', {
      get: { name: () => 'vi-VN' },
      part: { numberFormat: () => new Facade('NumberFormatInfo', { get: marks }) },
    })
  return new Facade('Application', {
    get: {
      calculationMode: () => workbook.calculation.mode,
      calculationState: () => 'Done',
      decimalSeparator: () => ',',
      thousandsSeparator: () => '.',
      useSystemSeparators: () => true,
    },
    set: {
      calculationMode: value => {
        workbook.calculation.mode = oneOf(calculationModes, value)
        if (workbook.calculation.mode !== 'Manual') workbook.calculation.recalculate()
      },
    },
    part: { cultureInfo: culture },
    give: {
      createWorkbook: base64 => created(state, (base64 ?? null) === null ? '' : text(base64)),
    },
    act: {
      calculate: type => {
        oneOf(calculationTypes, type)
        workbook.calculation.recalculate()
      },
      // nothing is drawn or computed before the batch ends here, so there is nothing to suspend
      suspendScreenUpdatingUntilNextSync: () => undefined,
      suspendApiCalculationUntilNextSync: () => undefined,
    },
  })
}

function runtime(state: HostState): Facade {
  return new Facade('Runtime', {
    get: { enableEvents: () => state.eventsEnabled },
    set: {
      enableEvents: value => {
        state.eventsEnabled = truth(value)
      },
    },
  })
}

function styles({ workbook }: HostState): Facade {
  const normal = () =>
    new Facade('Style', {
      get: {
        name: () => 'Normal',
        builtIn: () => true,
        locked: () => workbook.normal.locked,
      },
      set: {
        locked: value => {
          workbook.normal.locked = truth(value)
        },
      },
    })
  return new Facade('StyleCollection', {
    items: () => [normal()],
    item: name => {
      if (text(name) !== 'Normal') throw notImplemented(`StyleCollection.getItem(${text(name)})`)
      return normal()
    },
    call: { getCount: () => 1 },
  })
}

export function workbookRoot(state: HostState): Facade {
  const { workbook } = state
  // the id names sheet and area, as the change event gave it
  const eventRange = (id: string) => {
    const [sheetId = '', address = ''] = id.split('|')
    const sheet = workbook.sheet(sheetId)
    return sheet ? range(state, { sheet, area: parseArea(address) }) : null
  }
  return new Facade('Workbook', {
    get: { name: () => 'Book1.xlsx', readOnly: () => false },
    part: {
      worksheets: () => worksheets(state),
      names: () => names(state, undefined),
      customXmlParts: () => customXmlParts(state),
      settings: () => settings(state),
      application: () => application(state),
      styles: () => styles(state),
      _Runtime: () => runtime(state),
    },
    act: {
      _RemoveReference: id => void state.references.delete(text(id)),
      _RemoveAllReferences: () => state.references.clear(),
    },
    give: {
      getSelectedRange: () =>
        range(state, { sheet: workbook.activeSheet, area: workbook.selection() }),
      getActiveCell: () => {
        const { row, column } = workbook.selection()
        return range(state, {
          sheet: workbook.activeSheet,
          area: { row, column, rows: 1, columns: 1 },
        })
      },
      _GetRangeForEventByReferenceId: id => {
        const found = eventRange(text(id))
        if (!found) throw notFound('the sheet of the event')
        return found
      },
      _GetRangeOrNullObjectForEventByReferenceId: id => eventRange(text(id)),
    },
  })
}
