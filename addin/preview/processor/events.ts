// Workbook events as messages for the client library: which number, which target, which fields.
// Never sends an event nobody registered for.
import { formatArea, type Source, type WorkbookEvent } from '../workbook/workbook.ts'
import type { Argument } from './facade.ts'
import { type HostState, wholeWorkbook } from './host-state.ts'
import type { EventEntry, Json } from './protocol.ts'

/** Registration methods of worksheets and of their collection → event number. */
const eventNumbers = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const

type EventName = keyof typeof eventNumbers

const onlyOnCollection: readonly string[] = ['Added', 'Deleted', 'Moved']
/** Older registrations end in `Event`, newer ones begin with it. */
const newStyle: readonly string[] = ['NameChanged', 'VisibilityChanged', 'Moved']

/** The `_Register…` and `_Unregister…` methods of one target. */
export function registrations(
  state: HostState,
  target: string,
): Record<string, (...args: Argument[]) => undefined> {
  const methods: Record<string, () => undefined> = {}
  for (const [name, number] of Object.entries(eventNumbers)) {
    if (target !== wholeWorkbook && onlyOnCollection.includes(name)) continue
    const suffix = newStyle.includes(name) ? `Event${name}` : `${name}Event`
    methods[`_Register${suffix}`] = () => {
      const targets = state.listeners.get(number) ?? new Set()
      state.listeners.set(number, targets.add(target))
    }
    methods[`_Unregister${suffix}`] = () => {
      state.listeners.get(number)?.delete(target)
    }
  }
  return methods
}

function origin(source: Source): string {
  return source === 'remote' ? 'Remote' : 'Local'
}

function trigger(source: Source, has: HostState['has']): Record<string, Json> {
  if (!has('1.14')) return {}
  return { triggerSource: source === 'api' ? 'ThisLocalAddin' : 'Unknown' }
}

// whole lines move one way only; a direction is said of single cells
const noDirection = { shiftDirection: 'None' }

const contentTypes = { string: 'String', number: 'Double', boolean: 'Boolean' } as const

function contentType(content: string | number | boolean): string {
  if (content === '') return 'Empty'
  const kind = typeof content
  return kind === 'string' || kind === 'number' || kind === 'boolean'
    ? contentTypes[kind]
    : 'Unknown'
}

function details(
  event: Extract<WorkbookEvent, { kind: 'contents' }>,
  has: HostState['has'],
): Record<string, Json> {
  const { before, after } = event
  if (!has('1.9') || before === undefined || after === undefined) return {}
  return {
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: contentType(before),
    valueTypeAfter: contentType(after),
  }
}

function fieldsOf(
  event: WorkbookEvent,
  has: HostState['has'],
): { name: EventName; fields: Record<string, Json> } | undefined {
  const worksheetId = event.sheet.id
  const source = origin(event.source)
  switch (event.kind) {
    case 'contents': {
      const own = trigger(event.source, has)
      const address = formatArea(event.area)
      const change = { changeType: 'RangeEdited', ...noDirection }
      const referenceId = `${worksheetId}|${address}`
      return {
        name: 'DataChanged',
        fields: {
          worksheetId,
          address,
          referenceId,
          source,
          ...change,
          ...own,
          ...details(event, has),
        },
      }
    }
    case 'lines': {
      const address = formatArea(event.area)
      const { axis, change } = event.shift
      const changeType = `${axis === 'rows' ? 'Row' : 'Column'}${change === 'insert' ? 'Inserted' : 'Deleted'}`
      const referenceId = `${worksheetId}|${address}`
      const fields = { worksheetId, address, referenceId, source, changeType }
      return {
        name: 'DataChanged',
        fields: { ...fields, ...trigger(event.source, has), ...noDirection },
      }
    }
    case 'formulas': {
      const formulaDetails = event.cells.map(cell => ({
        cellAddress: formatArea(cell.area),
        previousFormula: cell.previous,
      }))
      return { name: 'FormulaChanged', fields: { worksheetId, source, formulaDetails } }
    }
    case 'calculated':
      return { name: 'Calculated', fields: { worksheetId, address: formatArea(event.area) } }
    case 'selected':
      return { name: 'SelectionChanged', fields: { worksheetId, address: formatArea(event.area) } }
    case 'activated':
      return { name: 'Activated', fields: { worksheetId } }
    case 'deactivated':
      return { name: 'Deactivated', fields: { worksheetId } }
    case 'added':
      return { name: 'Added', fields: { worksheetId, source } }
    case 'deleted':
      return { name: 'Deleted', fields: { worksheetId, source } }
    case 'protection': {
      const { isProtected } = event
      return { name: 'ProtectionChanged', fields: { worksheetId, source, isProtected } }
    }
    case 'renamed': {
      const names = { nameBefore: event.before, nameAfter: event.after }
      return { name: 'NameChanged', fields: { worksheetId, source, ...names } }
    }
    case 'shown': {
      const shown = { visibilityBefore: event.before, visibilityAfter: event.after }
      return { name: 'VisibilityChanged', fields: { worksheetId, source, ...shown } }
    }
    case 'moved': {
      const places = { positionBefore: event.before, positionAfter: event.after }
      return { name: 'Moved', fields: { worksheetId, source, ...places } }
    }
    case 'appearance':
      return undefined
  }
}

/** The messages one event becomes: one per registered target, none while events are off. */
export function entriesFor(event: WorkbookEvent, state: HostState): EventEntry[] {
  const described = state.eventsEnabled ? fieldsOf(event, state.has) : undefined
  if (!described) return []
  const number = eventNumbers[described.name]
  const targets = state.listeners.get(number)
  return [event.sheet.id, wholeWorkbook]
    .filter(target => targets?.has(target))
    .map(targetId => ({
      messageCategory: 65536,
      messageType: number,
      targetId,
      message: JSON.stringify(described.fields),
      id: 1,
      ...(event.source === 'remote' ? { isRemoteOverride: true } : {}),
    }))
}
