/** Opening, locking, reopening periods and moving due dates. */
import { describe, expect, test } from 'vitest'
import { loadBoard } from '../../../addin/features/board/progress.ts'
import { chosenPeriod } from '../../../addin/features/period/periods.ts'
import { changePeriod, openPeriod } from '../../../addin/features/periods-office/changing.ts'
import { nextPeriod, proposalFor } from '../../../addin/features/periods-office/proposal.ts'
import { periodKey } from '../../../shared/period.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const state = () => office().store.state()
const chosen = () => chosenPeriod(state())
const now = Date.parse('2025-05-02T02:00:00Z')
const list = () => state().periods.list ?? []

describe('the next period', () => {
  test('follows the newest of its kind, over the year too', () => {
    expect(periodKey(nextPeriod(list(), 'M', now))).toBe('2025-M05')
    const december = list().map(one => ({ ...one, period: '2025-M12' }))
    expect(periodKey(nextPeriod(december, 'M', now))).toBe('2026-M01')
  })

  test.each([
    ['M', '2025-M05'],
    ['Q', '2025-Q2'],
    ['6M', '2025-6M'],
    ['Y', '2025-Y'],
  ] as const)('of kind %s without any is the one that runs now', (kind, key) => {
    expect(periodKey(nextPeriod([], kind, now))).toBe(key)
  })

  test('has the window of the rules, and a due date that is a working day', () => {
    const may = { kind: 'M', year: 2025, ordinal: 5 } as const
    const dates = { from: '2025-04-15', to: '2025-05-14' }
    expect(proposalFor(may, [])).toEqual({ ...dates, dueDate: '2025-05-15' })
    const holidays = [{ day: '2025-05-15', name: 'Nghỉ bù' }]
    expect(proposalFor(may, holidays).dueDate).toBe('2025-05-16')
  })

  test('is what the server would have chosen itself', async () => {
    const period = nextPeriod(list(), 'M', now)
    await openPeriod(office().store, { period: periodKey(period) })
    const { window, dueDate } = chosen() ?? {}
    expect({ ...window, dueDate }).toEqual(proposalFor(period, []))
  })
})

describe('the office', () => {
  test('opens a period with dates of its own and stands on it', async () => {
    const window = { from: '2025-04-16', to: '2025-05-13' }
    const opening = { period: '2025-M05', window, dueDate: '2025-05-20' }
    expect(await openPeriod(office().store, opening)).toBeNull()
    expect(chosen()).toMatchObject({ ...opening, state: 'open' })
  })

  test('is told why a period cannot be opened, and stays where it was', async () => {
    expect(await openPeriod(office().store, { period: april })).toContain('Tháng 4/2025')
    expect(chosen()?.period).toBe(april)
  })

  test('moves the due date, and the board judges by it at once', async () => {
    const { store } = office()
    await loadBoard(store, april)
    expect(state().board.progress?.missing).toBe(2)
    expect(await changePeriod(store, april, { dueDate: '2025-04-18' })).toBeNull()
    expect(chosen()?.dueDate).toBe('2025-04-18')
    expect(state().board.progress?.missing).toBe(0)
  })

  test('locks, and reopens only with a reason', async () => {
    const { store } = office()
    expect(await changePeriod(store, april, { state: 'locked', note: '' })).toBeNull()
    expect(state().board.progress?.period.state).toBe('locked')
    expect((await store.api.consolidation(april)).state).toBe('final')
    expect(await changePeriod(store, april, { state: 'open', note: '' })).not.toBeNull()
    expect(list().find(one => one.period === april)?.state).toBe('locked')
    expect(await changePeriod(store, april, { state: 'open', note: 'Bổ sung' })).toBeNull()
    expect(list().find(one => one.period === april)?.state).toBe('open')
  })

  test('without a network learns so, and the period stays as it was shown', async () => {
    const { store, network } = office()
    network.on = false
    expect(await changePeriod(store, april, { state: 'locked' })).toContain('Không có mạng')
    expect(chosen()?.state).toBe('open')
  })
})
