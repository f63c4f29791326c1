/**
 * Reads every block with the labels of its lines, so that a figure is only read where its line stands. Never reads a block
 * that is not where and as it was laid out: figures would come into wrong lines, and cells of findings would be wrong.
 * What is wrong is told for every sheet, not only the first.
 */
import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import type { BlockCells } from '../../shared/reading.ts'
import { standsAt } from '../../shared/salvage/lines.ts'
import { demand } from './capabilities.ts'
import { inParts } from './in-parts.ts'
import { type Area, type Damage, HostError, type SheetState } from './port.ts'
import type { Queue, Work } from './run.ts'
import { type Standing, standings } from './standing.ts'
import type { Tabs } from './tabs.ts'

type Inspected = { readonly state: SheetState; readonly cells: BlockCells }

/** @throws HostError `sheets-damaged` when a block cannot be read, naming each */
export async function readBlocks(
  queue: Queue,
  tabs: Tabs,
  sheets: readonly SheetLayout[],
): Promise<ReadonlyMap<string, BlockCells>> {
  return queue.run(
    async (context, sync) => {
      const inspected = await inspect(tabs, sheets)(context, sync)
      const damaged = inspected.filter(({ state }) => state.damage !== null)
      if (damaged.length > 0)
        throw new HostError(
          'sheets-damaged',
          damaged.map(({ state }) => `${state.form} ${state.damage}`).join(', '),
        )
      return new Map(inspected.map(({ state, cells }) => [state.form, cells]))
    },
    { name: 'read' },
  )
}

export const diagnose = (
  queue: Queue,
  tabs: Tabs,
  sheets: readonly SheetLayout[],
): Promise<readonly SheetState[]> =>
  queue.run(
    async (context, sync) => (await inspect(tabs, sheets)(context, sync)).map(({ state }) => state),
    { name: 'diagnose' },
  )

function inspect(tabs: Tabs, sheets: readonly SheetLayout[]): Work<Inspected[]> {
  return async (context, sync) => {
    demand('names')
    const found = await standings(context, sync, sheets)
    for (const { worksheet, layout } of found) if (worksheet) tabs.learn(worksheet.id, layout.sheet)
    return inParts(found, async part => {
      const ranges = part.map(standing => {
        const range = standing.worksheet?.getRange(withLabels(standing))
        range?.load('values')
        return range
      })
      await sync()
      return part.map((standing, i) => judged(standing, ranges[i]?.values ?? []))
    })
  }
}

const laidArea = ({ block }: SheetLayout): Area => ({
  top: block.top,
  left: block.left,
  bottom: block.top + Math.max(1, block.rows) - 1,
  right: block.left + block.columns - 1,
})

/** The block with everything left of it. */
function withLabels({ layout, area }: Standing): string {
  const { top, bottom, right } = area ?? laidArea(layout)
  return rangeAddress(top, 1, bottom, right)
}

function judged(standing: Standing, lines: BlockCells): Inspected {
  const { layout, worksheet, marks } = standing
  const damage = damageOf(standing, lines)
  const { form, sheet, block } = layout
  const state = { form, sheet, tab: worksheet?.name ?? null, damage, marks }
  const cells = damage ? [] : lines.map(line => line.slice(block.left - 1))
  return { state, cells }
}

function damageOf({ layout, worksheet, area }: Standing, lines: BlockCells): Damage | null {
  if (!worksheet) return 'gone'
  const { block } = layout
  if (area) {
    const rows = area.bottom - area.top + 1
    const fits = block.open ? rows > 0 : rows === block.rows
    if (!fits || area.right - area.left + 1 !== block.columns) return 'resized'
    if (area.top !== block.top || area.left !== block.left) return 'moved'
  }
  // without its name nobody knows how long a list has grown
  const rows = block.open ? [] : lines
  return rows.every((line, i) => standsAt(layout, block.top + i, line)) ? null : 'shuffled'
}
