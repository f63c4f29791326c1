/** The office's pane without a browser, on a server that knows plans only: editions, what a workbook says, no network. */
import { connect, Refused, Unreachable } from '../../../addin/api.ts'
import type { Shelf } from '../../../addin/features/drafts/shelf.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import type { Plan, PlanTask, Target } from '../../../shared/plan/schema.ts'
import type { PlanAnswer, PlanReading, PlanStanding, Session } from '../../../shared/protocol.ts'
import { agency, book, period } from './qltm.ts'

export const task = (code: string, part: Partial<PlanTask> = {}): PlanTask => ({
  ...{ code, name: `Nhiệm vụ ${code}`, deliverable: 'Báo cáo', lead: 'van_phong' },
  ...{ supporting: [], allUnits: false, outside: [], timeline: 'Năm 2025', recurring: false },
  ...{ from: 2021, until: null, ...part },
})

export const target = (code: string, part: Partial<Target> = {}): Target => ({
  ...{ code, name: `Mục tiêu ${code}`, indicator: null, year: 2025, comparison: '>=' },
  ...{ threshold: 80, unit: '%', lead: null, ...part },
})

export const plan: Plan = {
  ...{ year: 2021, until: 2025, title: 'Kế hoạch 2021–2025', basis: '05/KH-SCT' },
  groups: [
    { code: '1', name: 'Cải cách thể chế' },
    { code: '2', name: 'Cải cách thủ tục hành chính' },
  ],
  tasks: [
    task('1.1', { name: 'Rà soát văn bản quy phạm pháp luật', allUnits: true }),
    task('1.2', { lead: 'qltm', supporting: ['qlcn'] }),
    task('2.1', { recurring: true, until: 2024 }),
  ],
  targets: [target('CT1'), target('CT2', { year: 2030 })],
}

const standing: PlanStanding = {
  ...{ period: period.period, number: 1, plan, former: [], attainment: [] },
  counts: { total: 3, done: 1, recurring: 1, open: 1, unsaid: 1 },
  tasks: plan.tasks.map(({ code }, at) => ({
    ...{ code, words: '', evidence: '', doneOn: null, said: [] },
    status: ['done', 'overdue', null][at] ?? null,
  })),
}

/** Stores editions by the rule of the wire: a stale one is refused, and what is there stays. */
export function planServer() {
  const state = {
    away: false,
    editions: new Map<number, PlanAnswer>(),
    /** the next workbook says this */
    reading: null as PlanReading | null,
    /** everything that arrived */
    written: [] as Plan[],
    /** a write waits for this */
    until: Promise.resolve(),
  }
  const reach = () => {
    if (state.away) throw new Unreachable('away')
  }
  const store = (year: number, written: Plan, by: string): PlanAnswer => {
    const number = (state.editions.get(year)?.number ?? 0) + 1
    const answer = {
      number,
      digest: 'a'.repeat(64),
      by,
      at: '2025-04-16T02:00:00.000Z',
      plan: written,
    }
    state.editions.set(year, answer)
    return answer
  }
  const api: ReturnType<typeof connect> = {
    ...connect(() => null),
    periods: async () => [period],
    catalogue: async () => book.index.catalogue,
    plans: async () => {
      reach()
      return [...state.editions].map(([year, { plan: it, number, by, at }]) => ({
        ...{ year, until: it.until, title: it.title, number, by, at },
        ...{ tasks: it.tasks.length, targets: it.targets.length },
      }))
    },
    plan: async year => {
      reach()
      const found = state.editions.get(year)
      if (!found) throw new Refused({ type: 'not-found', title: 'Không có', status: 404 })
      return found
    },
    writePlan: async (year, body) => {
      reach()
      await state.until
      const now = state.editions.get(year)?.number ?? 0
      if (body.basedOn !== now)
        throw new Refused({ type: 'plan-stale', title: 'Đã có người lưu', status: 409 })
      state.written.push(body.plan)
      return store(year, body.plan, 'Trần Thị B')
    },
    readPlan: async () => {
      reach()
      if (!state.reading) throw new Refused({ type: 'body', title: 'Không đọc được', status: 422 })
      return state.reading
    },
    planStanding: async () => {
      reach()
      return standing
    },
  }
  store(plan.year, plan, 'Nguyễn Thị A')
  return { state, api, colleague: (written: Plan) => store(written.year, written, 'Lê Văn C') }
}

const session: Session = {
  token: 'x',
  expiresAt: '2099-01-01T00:00:00.000Z',
  who: {
    ...{ agency: agency.key, agencyName: agency.name, unit: null },
    ...{ role: 'clerk', name: 'Trần Thị B' },
  },
}

export async function openOffice(
  { api }: ReturnType<typeof planServer>,
  shelf: Shelf,
): Promise<Store> {
  const noWorkbook = () => {
    throw new Error('no workbook')
  }
  const kept = { read: () => null, write: () => undefined }
  const store = createStore(() => api, kept, noWorkbook, shelf)
  store.dispatch({ type: 'signed-in', session })
  await loadPeriods(store)
  return store
}
