/** The rules at the office's pane: found, rehearsed period by period, switched with a reason, groups outside a ratio. */
import { describe, expect, test } from 'vitest'
import { matching } from '../../../addin/features/rules-office/matching.ts'
import {
  endingIn,
  rehearse,
  stop,
  usualRange,
} from '../../../addin/features/rules-office/rehearsing.ts'
import {
  changeRule,
  declare,
  draftOf,
  idFrom,
  loadRules,
} from '../../../addin/features/rules-office/ruling.ts'
import type { Exclusion, Rehearsal } from '../../../shared/protocol.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const state = () => office().store.state().rules
const load = () => loadRules(office().store)
const ruleOf = (id: string) => {
  const found = state().list?.find(({ rule }) => rule === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}
const reason = 'Chờ hướng dẫn mới của Sở Nội vụ.'

describe('finding a rule', () => {
  test('by code, by words without marks in any order, by how it stands', async () => {
    await load()
    const list = state().list ?? []
    const found = (text: string, status = '') =>
      matching(list, { text, status }).map(({ rule }) => rule)
    expect(found('x-07')).toEqual(['X-07'])
    expect(found('dien so hoa')).toContain('X-07')
    expect(found('moi hóa')).toContain('X-07')
    expect(found('khong zzz')).toEqual([])
    expect(found('', 'off')).toEqual([])
    expect(found('', 'active')).toHaveLength(list.length)
  })
})

describe('rehearsing', () => {
  test('the newest period first, one request for each, summed up by unit', async () => {
    const list = office().store.state().periods.list ?? []
    expect(usualRange(list)).toEqual({ from: '2025-M02', to: april })
    expect(endingIn(list, '2025-M03').map(({ period }) => period)).toEqual(['2025-M03', '2025-M02'])
    await rehearse(office().store, 'X-07', { from: '2025-M03', to: april })
    const run = state().runs['X-07']
    expect(run).toMatchObject({ state: 'done', done: 2, of: 2, why: null })
    expect(run?.found).toMatchObject({ from: '2025-M03', to: april })
    const { api } = office().store
    const whole = await api.rehearse('X-07', '2025-M03', april)
    const byUnit = (found?: Rehearsal | null) =>
      found && { ...found, units: found.units.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) }
    expect(byUnit(run?.found)).toEqual(byUnit(whole))
    expect(
      office()
        .asked.filter(one => one.includes('/rehearsal?'))
        .slice(0, 2),
    ).toEqual([
      `GET /api/v1/rules/X-07/rehearsal?from=${april}&to=${april}`,
      'GET /api/v1/rules/X-07/rehearsal?from=2025-M03&to=2025-M03',
    ])
  })

  test('stopped, it keeps what it has read and asks no more', async () => {
    const under = rehearse(office().store, 'X-07', { from: '2025-M02', to: april })
    stop(office().store, 'X-07')
    await under
    expect(state().runs['X-07']).toMatchObject({ state: 'stopped', done: 1, of: 3, why: null })
    expect(state().runs['X-07']?.found?.to).toBe(april)
  })

  test('without a network it says so in words', async () => {
    office().network.on = false
    await rehearse(office().store, 'X-07', { from: april, to: april })
    expect(state().runs['X-07']).toMatchObject({ state: 'stopped', done: 0, found: null })
    expect(state().runs['X-07']?.why).toContain('mạng')
  })
})

describe('changing', () => {
  test('what was typed goes with the change, and the list shows it', async () => {
    await load()
    const draft = { ...draftOf(ruleOf('X-07')), status: 'rehearsal', reason } as const
    office().store.dispatch({ type: 'change-typed', rule: 'X-07', draft })
    expect(await changeRule(office().store, ruleOf('X-07'), draft)).toBeNull()
    expect(ruleOf('X-07')).toMatchObject({
      standing: { status: 'rehearsal' },
      changes: [{ reason }],
    })
    expect(state().drafts).toEqual({})
  })

  test('refused, it stays typed; what somebody else changed meanwhile is shown', async () => {
    await load()
    const seen = ruleOf('X-07')
    await changeRule(office().store, seen, { ...draftOf(seen), status: 'off', reason })
    const draft = { ...draftOf(seen), status: 'draft', reason } as const
    office().store.dispatch({ type: 'change-typed', rule: 'X-07', draft })
    const why = await changeRule(office().store, seen, draft)
    expect(why).toContain('Quy tắc X-07 đã được Văn phòng Sở')
    expect(state().drafts['X-07']).toEqual(draft)
    expect(ruleOf('X-07').standing.status).toBe('off')
  })
})

test('a group outside a ratio is declared under a name made of its own, and withdrawn', async () => {
  await load()
  const name = '4 TTHC thông báo (Đợt 1)'
  const id = idFrom(name, new Set())
  expect(id).toBe('4-tthc-thong-bao-dot-1')
  expect(idFrom(name, new Set([id]))).toBe('4-tthc-thong-bao-dot-1-2')
  expect(idFrom('…', new Set())).toBe('nhom')
  const exclusion: Exclusion = {
    ...{ id, name, indicator: 'digit_in_rate', excluded: 'digit_excluded' },
    ...{ basis: 'Công văn số 12/SCT-VP', from: '2025-01-01', until: null },
  }
  expect(await declare(office().store, id, 0, exclusion)).toBeNull()
  expect(state().exclusions).toMatchObject([{ number: 1, exclusion }])
  expect(await declare(office().store, id, 0, { ...exclusion, name: 'Khác' })).toContain('Tải lại')
  expect(await declare(office().store, id, 1, null)).toBeNull()
  expect(state().exclusions).toEqual([])
})
