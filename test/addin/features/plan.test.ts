/** The reform plan in the office's pane: nothing changed is lost, nothing of others is overwritten, nothing half-imported. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  change,
  dropDraft,
  isStale,
  mergeDraft,
  shownPlan,
} from '../../../addin/features/plan/drafting.ts'
import { changesBetween, codeOrder, merged } from '../../../addin/features/plan/parts.ts'
import { loadPlans, savePlan, undoLast } from '../../../addin/features/plan/planning.ts'
import type { Store } from '../../../addin/features/store.ts'
import type { Plan } from '../../../shared/plan/schema.ts'
import { machine } from './desk-in-node.ts'
import { openOffice, plan, planServer, task } from './plan-in-node.ts'

let server: ReturnType<typeof planServer>
let disk: ReturnType<typeof machine>
let store: Store
const state = () => store.state().plan
const shown = () => shownPlan(store.state())
const draft = () => state().drafts[plan.year]
const named = (code: string, name: string, of: Plan = plan): Plan => ({
  ...of,
  tasks: of.tasks.map(one => (one.code === code ? { ...one, name } : one)),
})

/** Another pane of the same clerk on the same machine, as far as what it keeps has got there. */
async function laterPane(): Promise<Store> {
  const later = await openOffice(server, disk.shelf)
  await loadPlans(later)
  return later
}

beforeEach(async () => {
  server = planServer()
  disk = machine()
  store = await openOffice(server, disk.shelf)
  await loadPlans(store)
})

describe('what is changed', () => {
  test('is kept on this machine and is not saved before the button', async () => {
    change(store, named('1.2', 'Viết lại'), 'edited', '')
    await vi.waitFor(() => expect(state().kept).toMatchObject({ certain: true }))
    const later = await laterPane()
    expect(shownPlan(later.state())?.tasks[1]?.name).toBe('Viết lại')
    expect(server.state.written).toEqual([])
  })

  test('becomes the next edition, and nothing is left to save', async () => {
    change(store, named('1.2', 'Viết lại'), 'edited', '')
    await savePlan(store)
    expect(state().answer).toMatchObject({ number: 2, by: 'Trần Thị B' })
    expect(draft()).toBeUndefined()
    expect(state().done).toMatchObject({ kind: 'saved', what: 'lần sửa 2' })
    await vi.waitFor(async () => expect(await disk.holds('plans')).toBe(0))
  })

  test('back to what is stored is nothing to save', () => {
    change(store, named('1.2', 'Viết lại'), 'edited', '')
    change(store, plan, 'edited', '')
    expect(draft()).toBeUndefined()
  })

  test('comes back by one press, a removed task where it stood', async () => {
    const without = { ...plan, tasks: plan.tasks.filter(({ code }) => code !== '1.2') }
    change(store, without, 'removed', '')
    expect(shown()?.tasks).toHaveLength(2)
    await undoLast(store)
    expect(shown()).toEqual(plan)
    change(store, without, 'removed', '')
    dropDraft(store)
    expect(shown()).toEqual(plan)
    await undoLast(store)
    expect(shown()).toEqual(without)
  })

  test('without a network stays, is told of in words, and is saved afterwards', async () => {
    change(store, named('1.2', 'Viết lại'), 'edited', '')
    server.state.away = true
    await savePlan(store)
    expect(state().refused?.why).toContain('Không có mạng')
    expect(draft()?.plan.tasks[1]?.name).toBe('Viết lại')
    server.state.away = false
    await savePlan(store)
    expect(state().answer?.plan.tasks[1]?.name).toBe('Viết lại')
  })

  test('while it is being saved goes on top of it', async () => {
    const { promise, resolve: go } = Promise.withResolvers<void>()
    server.state.until = promise
    change(store, named('1.2', 'Một'), 'edited', '')
    const saving = savePlan(store)
    change(store, named('2.1', 'Hai', shown() ?? plan), 'edited', '')
    go()
    await saving
    expect(state().answer?.plan.tasks[2]?.name).toBe('Nhiệm vụ 2.1')
    expect(draft()).toMatchObject({ basedOn: 2 })
    await savePlan(store)
    expect(server.state.editions.get(2021)?.plan.tasks.map(({ name }) => name)).toEqual([
      'Rà soát văn bản quy phạm pháp luật',
      'Một',
      'Hai',
    ])
  })
})

describe('somebody else who saved meanwhile', () => {
  const theirs = named('1.2', 'Của họ', named('1.1', 'Của họ'))

  beforeEach(async () => {
    change(store, named('1.2', 'Của tôi', named('2.1', 'Của tôi')), 'edited', '')
    server.colleague(theirs)
    await savePlan(store)
  })

  test('is not overwritten: both are there, and nothing goes out before a choice', () => {
    expect(server.state.written).toEqual([])
    expect(state().answer?.plan).toEqual(theirs)
    expect(isStale(draft(), state().answer?.number)).toBe(true)
    const { contests } = merged(plan, draft()?.plan ?? plan, theirs)
    expect(contests.map(({ key }) => key)).toEqual(['task:1.2'])
  })

  test('both sides’ lines are put together, the contested one as chosen', async () => {
    const names = () => shown()?.tasks.map(({ name }) => name)
    mergeDraft(store, new Map([['task:1.2', 'theirs']]))
    expect(names()).toEqual(['Của họ', 'Của họ', 'Của tôi'])
    await undoLast(store)
    mergeDraft(store, new Map())
    expect(names()).toEqual(['Của họ', 'Của tôi', 'Của tôi'])
    await savePlan(store)
    expect(state().answer).toMatchObject({ number: 3 })
    expect(draft()).toBeUndefined()
  })

  test('one’s own given up comes back by one press', async () => {
    dropDraft(store)
    expect(shown()).toEqual(theirs)
    await undoLast(store)
    expect(draft()?.plan.tasks[1]?.name).toBe('Của tôi')
  })
})

describe('putting two people’s changes together', () => {
  test('keeps an added line among its like, and a removal nobody else touched', () => {
    const mine = { ...plan, tasks: [...plan.tasks, task('1.10')] }
    const others = { ...plan, tasks: plan.tasks.slice(1), title: 'Tên mới' }
    const { plan: both, contests } = merged(plan, mine, others)
    expect(contests).toEqual([])
    expect(both.tasks.map(({ code }) => code)).toEqual(['1.2', '1.10', '2.1'])
    expect(both.title).toBe('Tên mới')
  })

  test('asks about a line one removed and the other edited', () => {
    const mine = { ...plan, tasks: plan.tasks.slice(1) }
    const others = named('1.1', 'Của họ')
    const { contests } = merged(plan, mine, others)
    expect(contests).toMatchObject([{ key: 'task:1.1', mine: undefined }])
    const taken = merged(plan, mine, others, new Map([['task:1.1', 'theirs']]))
    expect(taken.plan).toEqual(others)
  })

  test('sees no change in the order fields were written', () => {
    const { code, ...rest } = task('1.2', { lead: 'qltm', supporting: ['qlcn'] })
    const same = {
      ...plan,
      tasks: plan.tasks.map(one => (one.code === code ? { ...rest, code } : one)),
    }
    expect(changesBetween(plan, same)).toEqual([])
    expect(['2.1', '1.10', '1.2'].toSorted(codeOrder)).toEqual(['1.2', '1.10', '2.1'])
  })
})
