/** The reform plan in the office's pane: nothing changed is lost, nothing of others is overwritten, nothing half-imported. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { attainsWords, barOf, valueWords } from '../../../addin/features/plan/attaining.ts'
import { begunForms } from '../../../addin/features/plan/begun.ts'
import {
  begin,
  change,
  dropDraft,
  isStale,
  mergeDraft,
  shownPlan,
} from '../../../addin/features/plan/drafting.ts'
import { measures, measuresMatching } from '../../../addin/features/plan/measures.ts'
import { ownTasks } from '../../../addin/features/plan/own-tasks.ts'
import { changesBetween, codeOrder, merged } from '../../../addin/features/plan/parts.ts'
import {
  loadPlans,
  loadStanding,
  openYear,
  savePlan,
  undoLast,
} from '../../../addin/features/plan/planning.ts'
import {
  continued,
  groupsOf,
  matches,
  nextCode,
  nextTargetCode,
  stepOf,
} from '../../../addin/features/plan/tasks.ts'
import {
  readHead,
  readTarget,
  readTask,
  readYears,
  typedTarget,
  typedTask,
} from '../../../addin/features/plan/typed.ts'
import { importPlan, takeImport } from '../../../addin/features/plan/workbook.ts'
import type { Store } from '../../../addin/features/store.ts'
import type { Plan } from '../../../shared/plan/schema.ts'
import type { Attainment } from '../../../shared/protocol.ts'
import { machine } from './desk-in-node.ts'
import { openOffice, plan, planServer, task } from './plan-in-node.ts'
import { book } from './qltm.ts'

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

describe('a workbook', () => {
  const file = new File(['x'], 'plan.xlsx')

  test('with faults changes nothing and says each line', async () => {
    const faults = [{ pointer: '', detail: 'Nhiệm vụ, dòng 12: không có đơn vị “Phòng X”.' }]
    server.state.reading = { plan: null, faults, remarks: [] }
    await importPlan(store, 2021, file)
    expect(state().importing).toMatchObject({ state: 'read', reading: { faults } })
    await takeImport(store)
    expect(draft()).toBeUndefined()
  })

  test('is taken over into what is being changed only when the person says so, and back', async () => {
    const read = { ...plan, tasks: [...plan.tasks, task('2.2')] }
    server.state.reading = { plan: read, faults: [], remarks: [] }
    await importPlan(store, 2021, file)
    expect(shown()).toEqual(plan)
    await takeImport(store)
    expect(draft()).toMatchObject({ basedOn: 1, plan: read })
    expect(state().importing).toBeNull()
    await undoLast(store)
    expect(shown()).toEqual(plan)
  })

  test('of other years is a plan of its own, saved as their first edition', async () => {
    const later = { ...plan, year: 2026, until: 2030, title: 'Kế hoạch 2026–2030' }
    server.state.reading = { plan: later, faults: [], remarks: [] }
    await importPlan(store, 2021, file)
    await takeImport(store)
    expect(state()).toMatchObject({ year: 2026, answer: null })
    expect(server.state.editions.get(2021)?.plan).toEqual(plan)
    await savePlan(store)
    expect(server.state.editions.get(2026)).toMatchObject({ number: 1, plan: later })
    await openYear(store, 2021)
    expect(shown()).toEqual(plan)
  })

  test('that cannot be read is told of in words', async () => {
    await importPlan(store, 2021, file)
    expect(state().importing).toMatchObject({ state: 'refused', why: 'Không đọc được' })
  })
})

describe('later years', () => {
  test('go on with what is left to do, under a name and a document of their own', () => {
    const next = continued(plan, 2026, 2030, 'Kế hoạch 2026–2030')
    expect(next.tasks.map(({ code }) => code)).toEqual(['1.1', '1.2'])
    expect(next.targets.map(({ code }) => code)).toEqual(['CT2'])
    expect(next).toMatchObject({ year: 2026, until: 2030, title: 'Kế hoạch 2026–2030', basis: '' })
  })

  test('begun and undone leave the plan in force on the desk', async () => {
    begin(store, continued(plan, 2026, 2030, 'Mới'), '2026–2030')
    expect(shown()?.title).toBe('Mới')
    await undoLast(store)
    expect(state().year).toBe(2021)
    expect(shown()).toEqual(plan)
  })
})

describe('the tasks listed', () => {
  test('stand under their headings, those of none at the end', () => {
    const stray = { ...plan, tasks: [...plan.tasks, task('9.1')] }
    expect(groupsOf(stray, stray.tasks).map(({ code, tasks }) => [code, tasks.length])).toEqual([
      ['1', 2],
      ['2', 1],
      [null, 1],
    ])
    expect(groupsOf(plan, plan.tasks.slice(2)).map(({ code }) => code)).toEqual(['2'])
  })

  test('are found without marks, by the beginnings of words and by unit', () => {
    const unitName = (key: string) => (key === 'qltm' ? 'Phòng Quản lý Thương mại' : key)
    const found = (typed: string) =>
      plan.tasks.filter(one => matches(one, typed, unitName)).map(({ code }) => code)
    expect(found('ra soat van ban')).toEqual(['1.1'])
    expect(found('thuong mai')).toEqual(['1.2'])
    expect(found('oat')).toEqual([])
    expect(found('')).toEqual(['1.1', '1.2', '2.1'])
  })

  test('are as far as their lead says, and a word nobody knows is not “not reported”', () => {
    expect(['done', 'done-late', 'overdue', 'in-progress', 'x', null].map(stepOf)).toEqual([
      'done',
      'done',
      'overdue',
      'open',
      'open',
      'unsaid',
    ])
  })

  test('are numbered on within their heading', () => {
    expect(nextCode(plan.tasks, '1')).toBe('1.3')
    expect(nextCode(plan.tasks, '6')).toBe('6.1')
    expect(nextTargetCode(plan.targets)).toBe('CT3')
    expect(nextTargetCode([])).toBe('CT1')
  })
})

describe('a form', () => {
  test('says at each field what is wrong with it', () => {
    const typed = { ...typedTask(null, '1.2', plan), from: '2025', until: '2024' }
    const read = readTask(typed, plan, null)
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.wrong.code).toContain('1.2')
    expect(read.wrong).toMatchObject({
      name: 'Chưa có chữ nào.',
      lead: expect.stringContaining('đơn vị chủ trì'),
      until: expect.stringContaining('sớm hơn'),
    })
    expect(readTask({ ...typed, from: '25' }, plan, null)).toMatchObject({
      wrong: { from: expect.stringContaining('bốn chữ số') },
    })
  })

  test('of a task left as it is gives the same task', () => {
    for (const one of plan.tasks)
      expect(readTask(typedTask(one, one.code, plan), plan, one.code)).toEqual({
        ok: true,
        value: one,
      })
    for (const one of plan.targets)
      expect(readTarget(typedTarget(one, one.code, plan), plan, one.code)).toEqual({
        ok: true,
        value: one,
      })
  })

  test('takes a lead out of those who support it, and all units in place of some', () => {
    const [, second = task('1.2')] = plan.tasks
    const typed = typedTask(second, '1.2', plan)
    const supporting = (part: Partial<typeof typed>) => {
      const read = readTask({ ...typed, ...part }, plan, '1.2')
      return read.ok ? read.value.supporting : read.wrong
    }
    expect(supporting({ lead: 'qlcn', supporting: ['qlcn', 'qltm'] })).toEqual(['qltm'])
    expect(supporting({ allUnits: true, supporting: ['qlcn'] })).toEqual([])
  })

  test('reads thresholds as people write them', () => {
    const typed = { ...typedTarget(null, 'CT9', plan), name: 'Mục tiêu' }
    const threshold = (text: string) => {
      const read = readTarget({ ...typed, threshold: text }, plan, null)
      return read.ok ? read.value.threshold : read.wrong.threshold
    }
    expect(threshold('62,5')).toBe(62.5)
    expect(threshold('95%')).toBe(95)
    expect(threshold('1.200')).toBe(1200)
    expect(threshold('nhiều')).toContain('Chưa phải là số')
    expect(threshold('')).toContain('Chưa phải là số')
  })

  test('of headings reads a number and a name from each line, and says which line has none', () => {
    const head = (groups: string) =>
      readHead({ title: 'A', basis: '', until: '2025', groups }, plan)
    expect(head('1. Cải cách thể chế\n\nII) Bộ máy')).toMatchObject({
      value: {
        groups: [
          { code: '1', name: 'Cải cách thể chế' },
          { code: 'II', name: 'Bộ máy' },
        ],
      },
    })
    expect(head('1. A\n1. B')).toMatchObject({ wrong: { groups: expect.stringContaining('1. B') } })
    expect(head('Cải cách')).toMatchObject({ ok: false })
    expect(readYears('2026', '2025')).toMatchObject({ ok: false })
    expect(readYears('2026', '2030')).toEqual({ ok: true, value: [2026, 2030] })
  })
})

test('what is typed and not applied is there when the form is opened again, for the same person and plan', () => {
  const begun = begunForms<string>()
  begun.write(store, 'task:1.1', 'viết dở')
  expect(begun.read(store, 'task:1.1')).toBe('viết dở')
  expect(begun.read(store, 'task:1.2')).toBeUndefined()
  begin(store, continued(plan, 2026, 2030, 'Mới'), '2026–2030')
  expect(begun.read(store, 'task:1.1')).toBeUndefined()
  store.dispatch({ type: 'plan-stands', now: { year: plan.year } })
  expect(begun.read(store, 'task:1.1')).toBe('viết dở')
  store.dispatch({ type: 'signed-out' })
  expect(begun.read(store, 'task:1.1')).toBeUndefined()
})

test('a target’s indicator is found among ratios and counts, shares first', () => {
  const all = measures(book.index)
  const found = measuresMatching(all, 'giai quyet dung han', 8)
  expect(found[0]).toMatchObject({ unit: '%', ratio: true })
  expect(
    all.some(({ key }) =>
      ['heading', 'choice'].includes(book.index.indicators.get(key)?.row.kind ?? 'heading'),
    ),
  ).toBe(false)
  expect(measuresMatching(all, '  ', 8)).toEqual([])
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
