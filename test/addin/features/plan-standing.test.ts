/** How far the plan is: targets against their figures, and a unit’s own tasks with what others say of them. */
import { beforeEach, describe, expect, test } from 'vitest'
import { attainsWords, barOf, valueWords } from '../../../addin/features/plan/attaining.ts'
import { ownTasks } from '../../../addin/features/plan/own-tasks.ts'
import { loadPlans, loadStanding } from '../../../addin/features/plan/planning.ts'
import type { Store } from '../../../addin/features/store.ts'
import type { Attainment } from '../../../shared/protocol.ts'
import { machine } from './desk-in-node.ts'
import { openOffice, planServer } from './plan-in-node.ts'
import { book } from './qltm.ts'

let server: ReturnType<typeof planServer>
let disk: ReturnType<typeof machine>
let store: Store
const state = () => store.state().plan

beforeEach(async () => {
  server = planServer()
  disk = machine()
  store = await openOffice(server, disk.shelf)
  await loadPlans(store)
})

describe('attainment', () => {
  const one: Attainment = {
    ...{ target: 'CT1', name: 'Hồ sơ trực tuyến', indicator: 'x', year: 2025, lead: null },
    ...{ comparison: '>=', threshold: 80, unit: '%', value: 62.4893, attained: false, due: true },
    ...{ gap: { count: 1137, unit: 'hồ sơ' }, words: '' },
  }

  test.each<[Partial<Attainment>, string]>([
    [{}, 'Chưa đạt, còn thiếu 1.137 hồ sơ'],
    [{ comparison: '<=', gap: { count: 3, unit: 'hồ sơ' } }, 'Chưa đạt, còn vượt 3 hồ sơ'],
    [{ gap: null }, 'Chưa đạt'],
    [{ attained: true, gap: null }, 'Đạt'],
    [{ due: false, year: 2030 }, 'Chưa đến hạn (năm 2030)'],
    [{ due: false, attained: true, year: 2030 }, 'Đạt trước hạn'],
    [{ attained: null, value: null, gap: null }, 'Chưa tính được'],
  ])('%j is said as “%s”', (part, words) => {
    expect(attainsWords({ ...one, ...part })).toBe(words)
  })

  test('shows the figure against the threshold, and no bar without a figure', () => {
    expect(valueWords(one)).toBe('62,49% (chỉ tiêu ≥ 80%)')
    // as many decimals as show on which side it lies
    expect(valueWords({ ...one, value: 79.9996 })).toBe('79,9996% (chỉ tiêu ≥ 80%)')
    expect(valueWords({ ...one, value: { state: 'none' } })).toContain('Không phát sinh')
    expect(valueWords({ ...one, value: null })).toContain('chưa có số liệu')
    expect(barOf({ ...one, value: 62.5 })).toEqual({ fill: 62.5, mark: 80 })
    expect(barOf({ ...one, unit: 'cuộc', value: 3, threshold: 4 })).toEqual({ fill: 75, mark: 100 })
    expect(barOf({ ...one, value: null })).toBeNull()
  })
})

describe('a unit’s own tasks', () => {
  const said = (code: string, own = ownTasks(book, book.view.values, null)) =>
    own.find(one => one.code === code)

  test('are those it leads, then those it supports, with its word of now and of last period', () => {
    const own = ownTasks(book, book.view.values, null)
    const leads = own.map(one => one.leads)
    expect(leads).toEqual(leads.toSorted((a, b) => Number(b) - Number(a)))
    expect(new Set(own.map(({ code }) => code))).toEqual(
      new Set(
        book.sheet.agency.tasks
          .filter(({ lead, supporting }) => lead === 'qltm' || supporting.includes('qltm'))
          .map(({ code }) => code),
      ),
    )
    const [first] = book.current?.tables.get('PLAN') ?? []
    expect(first).toBeDefined()
    expect(said(first?.[0] ?? '')?.now.status).not.toBeNull()
    expect(said(first?.[0] ?? '')?.before?.status).toBeDefined()
  })

  test('say what the lead reports of those it supports', async () => {
    await loadStanding(store)
    const known = state().standing
    const [support] = ownTasks(book, book.view.values, null).filter(({ leads }) => !leads)
    if (!known || !support) throw new Error('no task to support')
    const tasks = [{ ...known.tasks[0], code: support.code, status: 'overdue' }]
    const standing = { ...known, tasks } as typeof known
    const own = ownTasks(book, book.view.values, standing)
    expect(said(support.code, own)?.leadSays).toBe('Quá hạn chưa hoàn thành')
  })
})
