// A quarter opens filled from its months: what is said, the way back, taking figures anew, and the reason T-02 asks for.
import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { forwardWrites } from '../../../addin/features/fill/forward.ts'
import { clearing, monthFigures } from '../../../addin/features/fill/months.ts'
import { loadBook, openForms } from '../../../addin/features/fill/opening.ts'
import { undo, write } from '../../../addin/features/fill/writing.ts'
import type { WireContent } from '../../../shared/content.ts'
import { statutoryWindow } from '../../../shared/period.ts'
import type { RolledUp, SheetAnswer } from '../../../shared/protocol.ts'
import { startExcel } from '../host/excel-in-node.ts'
import { openPane, server, workbookOf } from './desk-in-node.ts'
import { bookWith, period } from './qltm.ts'

afterEach(() => vi.unstubAllGlobals())

const q1 = '2025-Q1'
const filed = (month: string): WireContent => {
  const path = new URL(`../../../worker/demo/${month}/qltm.json`, import.meta.url)
  const { figures, tables } = JSON.parse(readFileSync(path, 'utf8')) as WireContent
  return { figures, tables, narrative: {} }
}
/** What the pane takes of it; the sentences are the server's own and stay empty here. */
const rolledUp = (
  contents: Record<string, WireContent | null>,
  before: Record<string, WireContent> = {},
): RolledUp => ({
  content: { figures: {}, tables: {}, narrative: {} },
  months: Object.entries(contents).map(([month, content]) => ({
    period: month,
    revision: content ? 1 : null,
    window: content ? statutoryWindow(month) : null,
    content,
    ...(before[month] ? { before: before[month] } : {}),
  })),
  missing: [],
  left: [],
  partial: [],
  windows: [],
})
const twoMonths = { '2025-M01': null, '2025-M02': filed('2025-M02'), '2025-M03': filed('2025-M03') }
const threeMonths = { ...twoMonths, '2025-M01': filed('2025-M02') }

async function quarter(contents: Record<string, WireContent | null> = threeMonths) {
  const excel = startExcel()
  const house = server(null)
  const summary = { ...period, period: q1, name: 'Quý I/2025', window: statutoryWindow(q1) }
  const state = { rolledUp: rolledUp(contents) }
  house.api.periods = async () => [summary]
  house.api.sheet = async (): Promise<SheetAnswer> => ({
    ...bookWith(null).sheet,
    ...{ period: summary, previous: null, history: [], rolledUp: state.rolledUp },
  })
  const store = await openPane(house, { ...workbookOf('empty'), workbook: excel.ours })
  await loadBook(store, q1)
  await openForms(store)
  const figures = () => {
    const { book } = store.state().fill
    const { review } = store.state().check
    if (!book || !review) throw new Error('nothing on the desk')
    return monthFigures(book, review)
  }
  const value = (key: string) => store.state().check.review?.values.figure(key)
  const findings = () =>
    store.state().check.review?.outcome.results.filter(({ rule }) => rule.startsWith('T-02')) ?? []
  const lineOf = (key: string) =>
    [...figures().held, ...figures().other].find(one => one.key === key)
  const type = async (key: string, number: number) => {
    const at = lineOf(key)?.at
    if (!at) throw new Error(`no cell for ${key}`)
    await write(store, { kind: 'forward' }, [{ ...at, content: { number } }])
  }
  return { state, store, figures, value, findings, type }
}
const resolved = 'dossiers_resolved'
const count = (month: string): number => Number(filed(month).figures[resolved])

test('the sheets hold what the months come to, and nothing is objected to', async () => {
  const { figures, value, findings } = await quarter()
  const sum = 2 * count('2025-M02') + count('2025-M03')
  expect(value(resolved)).toMatchObject({ state: 'number', value: sum })
  expect(figures().held.length).toBeGreaterThan(30)
  expect(figures()).toMatchObject({ other: [], partial: 0, blank: 0 })
  expect(findings()).toEqual([])
})

test('a missing month is marked on every sum, asked about once, and never taken for a 0', async () => {
  const { figures, value, findings } = await quarter(twoMonths)
  expect(value(resolved)).toMatchObject({ value: count('2025-M02') + count('2025-M03') })
  const { partial, blank, held } = figures()
  expect(partial).toBeGreaterThan(10)
  // the opening of the quarter is that of January
  expect(blank).toBeGreaterThan(0)
  expect(held.some(({ key }) => key.endsWith('/carried_over'))).toBe(false)
  expect(findings().map(({ rule }) => rule)).toEqual(['T-02-MONTHS'])
})

test('a corrected figure asks for a reason with the sum, and can be taken back from the months', async () => {
  const { store, figures, findings, type, value } = await quarter()
  const sum = 2 * count('2025-M02') + count('2025-M03')
  await type(resolved, sum + 6)
  expect(findings()).toHaveLength(1)
  expect(findings()[0]?.message).toContain(`= ${sum}, lệch 6.`)
  const { other } = figures()
  expect(other.map(({ key, now }) => [key, now])).toEqual([[resolved, String(sum + 6)]])
  expect(figures().differing).toEqual({ blank: 0, 'before-correction': 0, own: 1 })
  await write(store, { kind: 'months' }, forwardWrites(other, new Set([resolved])))
  expect(value(resolved)).toMatchObject({ value: sum })
  expect(findings()).toEqual([])
})

test('all of it is taken out by one command, put back by another, and what a person typed stays', async () => {
  const { store, figures, value, type } = await quarter()
  await type(resolved, 1000)
  const held = figures().held.length
  await write(store, { kind: 'months-cleared' }, clearing(figures()))
  expect(store.state().fill.written).toMatchObject({ cells: held, left: 0 })
  expect(figures().held).toEqual([])
  expect(value(resolved)).toMatchObject({ value: 1000 })
  await undo(store)
  expect(figures().held).toHaveLength(held)
})

test('a month corrected later shows, and its figure can be taken over', async () => {
  const { state, store, figures, value, findings } = await quarter()
  const march = filed('2025-M03')
  const corrected = { ...march, figures: { ...march.figures, [resolved]: count('2025-M03') + 2 } }
  state.rolledUp = rolledUp({ ...threeMonths, '2025-M03': corrected }, { '2025-M03': march })
  await loadBook(store, q1)
  expect(figures().other.map(({ key }) => key)).toEqual([resolved])
  expect(figures().differing).toEqual({ blank: 0, 'before-correction': 1, own: 0 })
  expect(findings().map(({ rule, difference }) => [rule, difference])).toEqual([['T-02', -2]])
  await write(store, { kind: 'months' }, forwardWrites(figures().other, new Set([resolved])))
  expect(value(resolved)).toMatchObject({ value: 2 * count('2025-M02') + count('2025-M03') + 2 })
  expect(findings()).toEqual([])
})

test('a cell typed in while the command was on its way is left alone and said', async () => {
  const { store, figures, value, type } = await quarter()
  const writes = clearing(figures())
  await type(resolved, 1000)
  await write(store, { kind: 'months-cleared' }, writes)
  expect(value(resolved)).toMatchObject({ value: 1000 })
  expect(store.state().fill.written).toMatchObject({ left: 1 })
})
