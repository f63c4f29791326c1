/** What became of tabs, names and lines since the workbook was downloaded, each told once. */
import { columnName } from '../../shared/layout/address.ts'
import { placeText } from '../../shared/place.ts'
import type { Repair } from '../../shared/protocol.ts'
import type { Recognised } from '../../shared/salvage/tabs.ts'
import { type Moved, salvage } from '../../shared/salvage.ts'
import type { Reading } from './found.ts'
import type { OpenedSheet, OpenedWorkbook } from './open.ts'
import { repairWords } from './repair-words.ts'

/** Ways in which the cells of one tab moved that are still told one by one. */
const mostShifts = 5

export function tabRepairs(
  { forms, found }: Reading,
  { copies }: Recognised<OpenedSheet>,
  { names }: OpenedWorkbook,
): Repair[] {
  const about = (kind: Repair['kind'], sheet: string | null, message: string, needsLook: boolean) =>
    ({ kind, at: null, sheet, cell: null, message, needsLook }) as const
  const tabs = forms.flatMap(({ layout, tab }): Repair[] => {
    if (!tab) {
      const isMissed = layout.inputs.length > 0
      return isMissed
        ? [about('sheet-missing', null, repairWords.sheetMissing(layout.sheet), true)]
        : []
    }
    return tab.name === layout.sheet
      ? []
      : [about('sheet-renamed', tab.name, repairWords.renamed(tab.name, layout.sheet), false)]
  })
  const doubled = copies.flatMap(({ form, tab }): Repair[] => {
    const original = forms.find(one => one.layout.form === form)
    if (!original) return []
    const { layout } = original
    const copy = salvage([layout], [{ form, tab: tab.name, rows: tab.rows }]).blocks.get(form) ?? []
    const kept = found.blocks.get(form) ?? []
    const differing = original.inputs.filter(
      ({ line, column }) =>
        String(copy[line]?.[column] ?? '') !== String(kept[line]?.[column] ?? ''),
    ).length
    const sheet = original.tab?.name ?? layout.sheet
    return [
      differing === 0
        ? about('sheet-renamed', tab.name, repairWords.copied(tab.name, sheet), false)
        : about(
            'sheet-renamed',
            tab.name,
            repairWords.copiedDiffering(tab.name, sheet, differing),
            true,
          ),
    ]
  })
  const known = new Set(names.map(({ name }) => name.toLowerCase()))
  const lost = forms.filter(({ layout }) => !known.has(layout.block.name.toLowerCase())).length
  return [
    ...tabs,
    ...doubled,
    ...(lost > 0 ? [about('name-lost', null, repairWords.namesLost(lost), false)] : []),
  ]
}

export function lineRepairs(all: Reading): Repair[] {
  const { found, forms, where } = all
  const missing = found.missing.flatMap(({ form, places, name }): Repair[] => {
    const tab = forms.find(one => one.layout.form === form)?.tab
    const [place] = places
    // a form that is gone is told as a whole
    if (!tab || !place) return []
    return [
      {
        ...{ kind: 'line-missing', at: placeText(place), sheet: tab.name, cell: null },
        message: repairWords.lineMissing(name),
        needsLook: true,
      },
    ]
  })
  const doubled = found.doubled.map(
    ({ place, tab, cell, value, kept }): Repair => ({
      ...{ kind: 'line-doubled', at: placeText(place), sheet: tab, cell },
      message: repairWords.lineDoubled(where(place), String(value), String(kept)),
      needsLook: true,
    }),
  )
  const strange = found.strange.map(
    ({ tab, cell, value }): Repair => ({
      ...{ kind: 'line-strange', at: null, sheet: tab, cell },
      message: repairWords.lineStrange(String(value)),
      needsLook: true,
    }),
  )
  return [...movedTogether(found.moved, all), ...missing, ...doubled, ...strange]
}

/** Cells that moved by the same step are one repair: one inserted line moves all below it. */
function movedTogether(moved: readonly Moved[], { where }: Reading): Repair[] {
  const byTab = Map.groupBy(moved, ({ tab }) => tab)
  return [...byTab].flatMap(([tab, cells]): Repair[] => {
    const steps = [...Map.groupBy(cells, stepOf).values()]
    if (steps.length > mostShifts)
      return [
        {
          ...{ kind: 'moved', at: null, sheet: tab, cell: null },
          message: repairWords.shuffled(cells.length),
          needsLook: false,
        },
      ]
    return steps.flatMap((step): Repair[] => {
      const [first] = step
      if (!first) return []
      const { cell, expected, place } = first
      return [
        {
          kind: 'moved',
          at: step.length === 1 ? placeText(place) : null,
          ...{ sheet: tab, cell },
          message: repairWords.moved(step.length, cell, expected, where(place)),
          needsLook: false,
        },
      ]
    })
  })
}

function stepOf({ cell, expected }: Moved): string {
  const [from, to] = [split(expected), split(cell)]
  return `${to.row - from.row},${to.column - from.column}`
}

const split = (cell: string): { row: number; column: number } => {
  const name = cell.replace(/\d+$/u, '')
  let column = 1
  while (columnName(column) !== name && column < 16_384) column += 1
  return { row: Number(cell.slice(name.length)), column }
}
