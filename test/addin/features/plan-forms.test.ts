/** The plan’s tasks as the pane lists and finds them, and its forms: each field says what is wrong with it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { begunForms } from '../../../addin/features/plan/begun.ts'
import { begin } from '../../../addin/features/plan/drafting.ts'
import { measures, measuresMatching } from '../../../addin/features/plan/measures.ts'
import { loadPlans } from '../../../addin/features/plan/planning.ts'
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
import type { Store } from '../../../addin/features/store.ts'
import { machine } from './desk-in-node.ts'
import { openOffice, plan, planServer, task } from './plan-in-node.ts'
import { book } from './qltm.ts'

let server: ReturnType<typeof planServer>
let disk: ReturnType<typeof machine>
let store: Store

beforeEach(async () => {
  server = planServer()
  disk = machine()
  store = await openOffice(server, disk.shelf)
  await loadPlans(store)
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
      plan.tasks.filter(one => matches(one, typed, unitName, plan.groups)).map(({ code }) => code)
    expect(found('ra soat van ban')).toEqual(['1.1'])
    expect(found('thuong mai')).toEqual(['1.2'])
    // and by the heading they stand under, which their own words often only abbreviate
    expect(found('thu tuc')).toEqual(['2.1'])
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
      name: 'Không để trống ô này.',
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
