// The ranges an add-in keeps across syncs: they move with their cells.
// Never keeps one whose cells were all deleted; using it is then InvalidReference.
import { shiftedArea } from '../workbook/shift.ts'
import type { WorkbookEvent } from '../workbook/workbook.ts'
import type { HostState } from './host-state.ts'
import { range } from './range.ts'

export function moveReferences(state: HostState, event: WorkbookEvent): void {
  if (event.kind !== 'lines') return
  for (const [id, { members }] of state.references) {
    if (members.range?.sheet !== event.sheet) continue
    const area = shiftedArea(members.range.area, event.shift)
    if (area) state.references.set(id, range(state, { sheet: event.sheet, area }))
    else state.references.delete(id)
  }
}
