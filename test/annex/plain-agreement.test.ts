/** The sheet's own formulas and the engine of pane and worker say the same of every mistake in every form. */
import { describe, expect, test } from 'vitest'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import { agency, defects, index, saidByEngine, saidBySheet, seeded, viewOf } from './defects.ts'
import { readXlsx } from './read-xlsx.ts'
import { recalculation } from './recalculated.ts'

const kinds = Object.keys(defects)
/** kind → whether any unit's sheets said something else than as filed */
const noticed = new Map<string, boolean>()

/** Kinds that leave nothing to say of the cell they are made in; the engine must be as silent. */
const harmless = new Set(['không sửa gì', 'ô bị xóa trắng'])

test('the corpus has more than fourteen kinds of mistakes', () => {
  expect(kinds.length).toBeGreaterThan(14)
})

describe.each(agency.units.map(({ key }) => key))('%s', async unit => {
  const view = viewOf(unit)
  const bytes = await plainWorkbook({ index, view, revision: 1, asOf: '2025-04-14T03:00:00Z' })
  const recalculate = recalculation(readXlsx(bytes))
  const asFiled = saidBySheet(recalculate()).join()

  test.each(kinds)('%s', kind => {
    const typed = seeded(view, kind).flatMap(one => one.typed)
    const book = recalculate(typed)
    const said = saidBySheet(book)
    expect(said).toEqual(saidByEngine(view, book))
    if (typed.length > 0) noticed.set(kind, (noticed.get(kind) ?? false) || said.join() !== asFiled)
  })
})

// an agreement to say nothing would prove nothing
test('every kind of mistake that is one was noticed somewhere', () => {
  expect([...noticed].filter(([, was]) => !was).map(([kind]) => kind)).toEqual([])
  expect(kinds.filter(kind => !noticed.has(kind) && !harmless.has(kind))).toEqual([])
})
