/**
 * How the cells a person just changed stand: values, formats, locks, and whether Excel still offers its hints there. One
 * message; pasting replaces all of it, and no event tells.
 */
import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { can, demand } from './capabilities.ts'
import type { Area, CellStates } from './port.ts'
import type { Queue } from './run.ts'
import { areaOf } from './standing.ts'
import type { Tabs } from './tabs.ts'

/** As many runs of inputs as are asked about their hints; a paste rarely meets more than one. */
const mostRuns = 10

export const lookAtCells = (
  queue: Queue,
  tabs: Tabs,
  layout: SheetLayout,
  area: Area,
): Promise<CellStates> =>
  queue.run(
    async (context, sync) => {
      demand('cellProperties')
      const worksheet = context.workbook.worksheets.getItem(tabs.keyOf(layout.sheet))
      const at = (part: Area) =>
        worksheet.getRange(rangeAddress(part.top, part.left, part.bottom, part.right))
      const range = at(area)
      range.load('values,numberFormat')
      const looks = range.getCellProperties({
        format: { font: { name: true, size: true }, protection: true },
      })
      const hints = hintsWithin(layout, area).map(part => {
        const { dataValidation } = at(part)
        dataValidation.load('type')
        return { part, dataValidation }
      })
      await sync()
      const offered = (row: number, column: number): boolean | null => {
        const hint = hints.find(({ part }) => contains(part, row, column))
        if (!hint) return null
        const { type } = hint.dataValidation
        return type !== 'None' && type !== 'Inconsistent'
      }
      const cells = range.values.map((line, i) =>
        line.map((value, j) => {
          const format = looks.value[i]?.[j]?.format
          return {
            value,
            numberFormat: String(range.numberFormat[i]?.[j] ?? 'General'),
            font: format?.font?.name ?? '',
            size: format?.font?.size ?? 0,
            locked: format?.protection?.locked !== false,
            offered: offered(area.top + i, area.left + j),
          }
        }),
      )
      return { sheet: layout.sheet, area, cells }
    },
    { name: 'look' },
  )

const contains = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right

/** The parts of an area where Excel offers something since the sheet was laid out. */
function hintsWithin({ inputs }: SheetLayout, area: Area): Area[] {
  if (!can('validation')) return []
  return inputs
    .filter(run => run.prompt !== '' || run.choices)
    .flatMap(run => {
      const of = areaOf(run.address)
      return of ? (overlap(of, area) ?? []) : []
    })
    .slice(0, mostRuns)
}

export function overlap(a: Area, b: Area): Area | undefined {
  const common = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  }
  return common.top <= common.bottom && common.left <= common.right ? common : undefined
}
