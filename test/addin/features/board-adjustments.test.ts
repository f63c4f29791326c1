/** Adjustments: found by name or code, shown with what they come to, recorded once, told of when they lapse. */
import { describe, expect, test } from 'vitest'
import { adjust, loadAdjustments } from '../../../addin/features/adjustments/adjusting.ts'
import {
  basisOf,
  folded,
  search,
  type Target,
} from '../../../addin/features/adjustments/targets.ts'
import { resultOf, valueFrom } from '../../../addin/features/adjustments/typed-value.ts'
import { agencyRowsFor } from '../../../addin/features/board/agency-rows.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const state = () => office().store.state().adjustments
const load = () => loadAdjustments(office().store)
const target = (at: string): Target => {
  const found = state().targets?.find(one => one.at === at)
  if (!found) throw new Error(at)
  return found
}
const own = 'articles_own_site'
const reason = 'Bổ sung theo công văn của Sở'
const entry = (value: number | null, id: string = crypto.randomUUID()) => ({
  ...{ id, place: own, value, reason },
})

describe('finding the figure', () => {
  test('by code or by words without marks; computed figures are not there', async () => {
    await load()
    const { targets } = state()
    if (!targets) throw new Error('none')
    expect(search(targets, '3.1.1', 5).map(one => one.at)).toContain('dossiers_resolved')
    // "tiêu dùng … tiếp nhận" has both only in the middle of its words, or apart
    const found = search(targets, 'DUNG han', 50).map(one => one.name)
    expect(found[0]).toContain('đúng hạn')
    expect(found.some(name => name.includes('tiếp nhận'))).toBe(false)
    expect(search(targets, 'khong-co-gi-nhu-vay', 5)).toEqual([])
    expect(search(targets, '  ', 5)).toEqual([])
    expect(search(targets, 'ho so', 4)).toHaveLength(4)
    expect(targets.some(one => one.at === 'dossiers_on_time_rate')).toBe(false)
    expect(targets.some(one => one.at.endsWith('/received_total'))).toBe(false)
  })

  test('a row of the agency’s lists that no unit reported is there too, blank, and takes an entry', async () => {
    await load()
    const { tables } = await office().store.api.consolidation(april)
    const lists = await agencyRowsFor(office().store.api, april)
    const [task] = lists.task.filter(({ code }) => !tables.PLAN?.rows[code])
    if (!task) throw new Error('every task was reported')
    const found = target(`PLAN/${task.code}/status`)
    expect(found.now).toEqual({ state: 'not-reported' })
    expect(found.name).toContain(task.name)
    const value = found.choices?.[0]?.code ?? ''
    const given = { id: crypto.randomUUID(), place: found.at, value, reason }
    expect(await adjust(office().store, given)).toBeNull()
    expect(state().list).toMatchObject([{ at: found.at, value, state: 'stands' }])
    expect(target(found.at).now).not.toEqual({ state: 'not-reported' })
  })

  test('marks and capitals do not count', () => {
    expect(folded('(Đúng Hạn)')).toBe(' dung han ')
  })

  test('every figure offered is one the server lets adjust', async () => {
    await load()
    const { targets } = state()
    const { api } = office().store
    // withdrawing what does not stand is refused for that reason only where the place itself is right
    const sample = (targets ?? []).filter((_, i) => i % 25 === 0)
    expect(sample.length).toBeGreaterThan(4)
    for (const { at } of sample) {
      const id = crypto.randomUUID()
      const refused = await api
        .adjust(april, id, { place: at, value: null, reason })
        .catch(error => error)
      expect(refused.problem.errors[0].pointer, at).toBe('#/value')
    }
  })
})

describe('the value', () => {
  test.each([
    ['3', 3],
    ['1.234,5', 1234.5],
    ['-2', -2],
    ['− 2', -2],
    ['', undefined],
    ['ba', undefined],
    ['Không phát sinh', undefined],
  ])('“%s” added to a sum is %s', async (typed, value) => {
    await load()
    expect(valueFrom(target(own), typed)).toBe(value)
  })

  test('what it comes to is said before it is recorded, upon the figure of the units', async () => {
    await load()
    const before = basisOf(target(own), state().list ?? [])
    if (before === null) throw new Error('no sum')
    await adjust(office().store, entry(3))
    // an entry for the same place takes the place of this one
    expect(basisOf(target(own), state().list ?? [])).toBe(before)
    expect(resultOf(before, -2)).toEqual([`${before}`, '− 2', `${before - 2}`])
    expect(resultOf(null, 5)).toBeNull()
  })
})

describe('an entry', () => {
  test('stands, is one however often it is sent, and can be withdrawn', async () => {
    const { store } = office()
    const first = entry(2)
    expect([await adjust(store, first), await adjust(store, first)]).toEqual([null, null])
    expect(state().list).toMatchObject([{ at: own, value: 2, state: 'stands', reason }])
    expect(await adjust(store, entry(null))).toBeNull()
    expect(state().list?.map(one => one.state)).toEqual(['replaced', 'withdrawn'])
  })

  test('lapses when the unit corrects the figure beneath', async () => {
    const { store } = office()
    await adjust(store, entry(2))
    await office().correct('qlnl', { articles_own_site: 30 })
    await load()
    expect(state().list).toMatchObject([{ state: 'lapsed' }])
  })

  test('that cannot be is refused in a sentence, and nothing is recorded', async () => {
    const { store } = office()
    expect(await adjust(store, entry(-1_000_000))).toMatch(/thành số âm/u)
    await load()
    expect(state().list).toEqual([])
  })
})
