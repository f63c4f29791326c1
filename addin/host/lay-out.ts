/**
 * Lays out a unit's sheets: one look at the workbook, one sync that makes room, one per sheet. Never touches a sheet that is
 * not ours, except that a person's own sheet of the same name gets another name.
 */

import { columnName, onSheet } from '../../shared/layout/address.ts'
import { styles } from '../../shared/layout/style.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { sheetWords } from '../i18n/sheet.ts'
import { can, demand } from './capabilities.ts'
import { drawSheet, groupsOf } from './draw-sheet.ts'
import { identityParts, writeIdentity } from './identity.ts'
import { hostError } from './office-errors.ts'
import type { Identity } from './port.ts'
import type { Queue, Sync } from './run.ts'
import type { Tabs } from './tabs.ts'

/** A sheet about to be drawn: its worksheet and, when it was ours before, what was grouped on it. */
type Drawing = {
  readonly layout: SheetLayout
  readonly worksheet: Excel.Worksheet
  readonly name: Excel.NamedItem | undefined
  readonly groupedBefore: readonly string[] | undefined
  /** what the name's comment says was grouped, even of a sheet that is gone */
  readonly notedBefore: readonly string[]
}

/** How much of a sheet goes in one message: all of it, and less when Excel finds that too large. */
const portions = [Number.POSITIVE_INFINITY, 300, 30, 6, 1]

export async function layOut(
  queue: Queue,
  tabs: Tabs,
  sheets: readonly SheetLayout[],
  identity: Identity,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const draw = (rowsAtOnce: number) => async (context: Excel.RequestContext, sync: Sync) => {
    demand('cellProperties')
    const { names, worksheets } = context.workbook
    const parts = identityParts(context)
    names.load('items/name,items/formula,items/comment')
    worksheets.load('items/id,items/name,items/protection/protected')
    parts.load('items/id')
    await sync()

    const drawings = prepare(context, sheets, parts.items.length > 0)
    const finish = () => {
      writeIdentity(context, parts.items, identity)
      show(drawings[0])
    }
    if (drawings.length === 0) finish()
    await sync()
    for (const [i, drawing] of drawings.entries()) {
      pause(context)
      const { worksheet, layout, groupedBefore } = drawing
      const send = rowsAtOnce < layout.rows.length ? sync : async () => {}
      await drawSheet(worksheet, layout, groupedBefore, send, rowsAtOnce)
      noteGroups(drawing)
      worksheet.load('id')
      // last, so that a workbook half drawn does not say it is whole
      if (i === drawings.length - 1) finish()
      await sync()
      progress(i + 1, drawings.length)
    }
    for (const { worksheet, layout } of drawings) tabs.learn(worksheet.id, layout.sheet)
  }
  for (const [i, rowsAtOnce] of portions.entries()) {
    try {
      return await queue.run(draw(rowsAtOnce), { name: 'layOut', writes: true })
    } catch (error) {
      if (i === portions.length - 1 || hostError(error).code !== 'too-large') throw error
    }
  }
}

/** Finds our earlier sheets, adds the missing ones, in order; all exist before a formula looks at another sheet. */
function prepare(
  context: Excel.RequestContext,
  sheets: readonly SheetLayout[],
  wasOurs: boolean,
): Drawing[] {
  const { names, worksheets } = context.workbook
  const byName = new Map(worksheets.items.map(item => [item.name, item]))
  const find = (title: string) =>
    [...byName].find(([name]) => name.toLowerCase() === title.toLowerCase())?.[1]
  const rename = (worksheet: Excel.Worksheet, before: string, after: string) => {
    byName.delete(before)
    byName.set(after, worksheet)
    worksheet.name = after
  }
  const earlier = sheets.map(layout => {
    const name = names.items.find(
      item => item.name.toLowerCase() === layout.block.name.toLowerCase(),
    )
    // the block's name says which sheet is ours, whatever its tab is called now
    const titled = find(layout.sheet)
    return {
      layout,
      name,
      worksheet: find(sheetIn(name?.formula)) ?? (wasOurs ? titled : undefined),
    }
  })
  const drawings = earlier.map(({ layout, name, worksheet }): Drawing => {
    const taken = find(layout.sheet)
    if (taken && taken !== worksheet) rename(taken, layout.sheet, otherTitle(layout.sheet, find))
    if (!worksheet) {
      const added = worksheets.add(layout.sheet)
      byName.set(layout.sheet, added)
      return {
        layout,
        worksheet: added,
        name: named(names, layout, name),
        groupedBefore: undefined,
        notedBefore: groupsNoted(name),
      }
    }
    const title = [...byName].find(([, known]) => known === worksheet)?.[0] ?? layout.sheet
    if (worksheet.protection.protected) worksheet.protection.unprotect()
    if (title !== layout.sheet) rename(worksheet, title, layout.sheet)
    worksheet.visibility = 'Visible'
    const notedBefore = groupsNoted(name)
    return {
      layout,
      worksheet,
      name: named(names, layout, name),
      groupedBefore: notedBefore,
      notedBefore,
    }
  })
  if (drawings.some(({ groupedBefore }) => groupedBefore)) putInOrder(worksheets.items, drawings)
  return drawings
}

/** The tab in "='Biểu 3'!$E$9:$E$40". */
function sheetIn(formula: string | undefined): string {
  const [, quoted, plain] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/u.exec(String(formula ?? '')) ?? []
  return quoted?.replaceAll("''", "'") ?? plain ?? ''
}

function otherTitle(title: string, find: (title: string) => unknown): string {
  let number = 1
  const next = () => `${title.slice(0, 22)}${sheetWords.ownTab(number)}`
  while (find(next())) number += 1
  return next()
}

/** New sheets come at the end; among earlier ones they must be moved to their place. */
function putInOrder(before: readonly Excel.Worksheet[], drawings: readonly Drawing[]): void {
  const places = drawings.map(({ worksheet }) => before.indexOf(worksheet))
  const inOrder = places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1)
  if (inOrder) return
  const start = Math.min(...places.filter(place => place >= 0))
  drawings.forEach(({ worksheet }, i) => {
    worksheet.position = start + i
  })
}

const noted = sheetWords.groups

/** Excel does not tell which rows are grouped, so the name's comment does. */
function groupsNoted(name: Excel.NamedItem | undefined): string[] {
  const comment = name?.comment ?? ''
  return comment.startsWith(noted) ? (comment.match(/\d+:\d+/gu) ?? []) : []
}

function noteGroups({ layout, name, notedBefore }: Drawing): void {
  const groups = can('groups') ? groupsOf(layout) : []
  // a note that stays as it is costs an object for nothing
  if (!name || groups.join() === notedBefore.join()) return
  name.comment = groups.length > 0 ? `${noted} ${groups.join(' ')}` : ''
}

/** Names the block as soon as its sheet is there: a second try after a failure knows by it that the sheet is ours. */
function named(
  names: Excel.NamedItemCollection,
  { block, sheet }: SheetLayout,
  known: Excel.NamedItem | undefined,
): Excel.NamedItem | undefined {
  // a list nobody filled has no rows in the consolidated view, and nothing to read back
  if (block.rows === 0) return known
  const corner = (row: number, column: number) => `$${columnName(column)}$${row}`
  const last = corner(block.top + block.rows - 1, block.left + block.columns - 1)
  const reference = `=${onSheet(sheet, `${corner(block.top, block.left)}:${last}`)}`
  if (!known) return names.add(block.name, reference)
  known.formula = reference
  return known
}

function pause({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync()
  application.suspendScreenUpdatingUntilNextSync()
}

function show(drawing: Drawing | undefined): void {
  drawing?.worksheet.activate()
  drawing?.worksheet.getRange(firstInput(drawing.layout)).select()
}

function firstInput({ rows, collapsed }: SheetLayout): string {
  const hidden = (row: number) => collapsed.some(({ first, last }) => first <= row && row <= last)
  for (const [i, row] of rows.entries()) {
    const column = row.findIndex(cell => styles[cell.style].unlocked)
    if (column >= 0 && !hidden(i + 1)) return `${columnName(column + 1)}${i + 1}`
  }
  return 'A1'
}
