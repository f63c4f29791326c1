/** The reform plan from a workbook, and the plan of later years: looked at first, nothing half-imported. */
import { beforeEach, describe, expect, test } from 'vitest'
import { begin, shownPlan } from '../../../addin/features/plan/drafting.ts'
import { loadPlans, openYear, savePlan, undoLast } from '../../../addin/features/plan/planning.ts'
import { continued } from '../../../addin/features/plan/tasks.ts'
import { importPlan, takeImport } from '../../../addin/features/plan/workbook.ts'
import type { Store } from '../../../addin/features/store.ts'
import { machine } from './desk-in-node.ts'
import { openOffice, plan, planServer, task } from './plan-in-node.ts'

let server: ReturnType<typeof planServer>
let disk: ReturnType<typeof machine>
let store: Store
const state = () => store.state().plan
const shown = () => shownPlan(store.state())
const draft = () => state().drafts[plan.year]

beforeEach(async () => {
  server = planServer()
  disk = machine()
  store = await openOffice(server, disk.shelf)
  await loadPlans(store)
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
