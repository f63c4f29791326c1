// What of last period may be taken over: stocks and openings, never flows, closings or computed figures.
import { expect, test } from 'vitest'
import { broughtForward } from '../../shared/bring-forward.ts'
import { rowFacts } from '../../shared/consolidate.ts'
import { type Content, emptyContent, valuesOf } from '../../shared/content.ts'
import { noneArising, notApplicable, numberFigure, quantity } from '../../shared/figure.ts'
import type { View } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { placeText } from '../../shared/place.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'

const month = '2025-M04'
const viewOf = (unit: string): View => ({
  agency,
  unit,
  period: month,
  window: statutoryWindow(month),
  values: valuesOf(index, emptyContent),
})
const before = (content: Content) => valuesOf(index, content, undefined, rowFacts(agency))
const contentOf = (unit: string): Content =>
  submissions('2025-M03').find(one => one.unit === unit)?.content ?? emptyContent
const brought = (unit: string, content = contentOf(unit)) =>
  broughtForward(index, viewOf(unit), before(content))

test('what is carried over is last period’s close, line by line', () => {
  const last = before(contentOf('qltm'))
  const openings = brought('qltm').filter(({ place }) => place.column === 'carried_over')
  expect(openings.length).toBeGreaterThan(1)
  for (const { place, cell } of openings)
    expect(cell).toEqual(last.cell('KSTT-06a', place.row, 'pending_total'))
  const sum = openings.reduce(
    (total, { cell }) => total + (cell.state === 'text' ? 0 : (quantity(cell) ?? 0)),
    0,
  )
  expect(sum).toBe(quantity(last.total('KSTT-06a', 'pending_total')))
})

test('flows, closings and computed figures are never offered', () => {
  const offered = agency.units.flatMap(({ key }) => brought(key).map(({ place }) => place))
  expect(offered.length).toBeGreaterThan(30)
  for (const { form, row, column } of offered) {
    const entry = column ? index.columns.get(`${form}.${column}`) : index.indicators.get(row)
    expect(entry?.expression, placeText({ form, row })).toBeUndefined()
    expect(['last', 'first']).toContain(entry?.row.overPeriods)
  }
  const columns = new Set(
    offered.filter(({ form }) => form === 'KSTT-06a').map(({ column }) => column),
  )
  expect([...columns]).toEqual(['carried_over'])
})

test('only the unit’s own, and only what it reported', () => {
  expect(brought('qltm', emptyContent)).toEqual([])
  const figures = new Map([
    ['officials_quota', numberFigure(136)],
    ['contracts_admin', noneArising],
    ['officials_base', notApplicable('Không có năm mốc')],
  ])
  const content = { ...emptyContent, figures }
  expect(brought('van_phong', content).map(({ place, cell }) => [place.row, cell])).toEqual([
    ['officials_quota', numberFigure(136)],
    ['contracts_admin', noneArising],
    ['officials_base', notApplicable('Không có năm mốc')],
  ])
  expect(brought('qltm', content)).toEqual([])
})
