// Range.insert and Range.delete of whole rows and columns.
// Never of single cells: no form does that, and an add-in that tries hears NotImplemented.
import { columnLimit, rowLimit } from '../workbook/address.ts'
import type { Axis } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import type { Facade, Members } from './facade.ts'
import type { HostState } from './host-state.ts'
import { notImplemented } from './refusal.ts'

function linesOf({ area }: Place, member: string): [axis: Axis, at: number, count: number] {
  if (area.columns === columnLimit) return ['rows', area.row, area.rows]
  if (area.rows === rowLimit) return ['columns', area.column, area.columns]
  throw notImplemented(`Range.${member} of single cells`)
}

/** @param here makes the range object that `insert` answers: the new lines */
export function rangeShift(
  { workbook }: HostState,
  place: Place,
  here: () => Facade,
): Required<Pick<Members, 'act' | 'give'>> {
  return {
    act: { delete: () => workbook.deleteLines(place.sheet, ...linesOf(place, 'delete')) },
    give: {
      insert: () => {
        workbook.insertLines(place.sheet, ...linesOf(place, 'insert'))
        return here()
      },
    },
  }
}
