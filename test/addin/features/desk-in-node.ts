/**
 * A unit's desk without Excel or a network: the server as far as revisions go, a workbook that outlives the pane beside
 * it, and the machine's shelf, which outlives both.
 */
import { connect, Refused, Unreachable } from '../../../addin/api.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { lookUp } from '../../../addin/features/drafts/keeping.ts'
import type { Box, Shelf } from '../../../addin/features/drafts/shelf.ts'
import { identify, loadBook } from '../../../addin/features/fill/opening.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import { excelWorkbook } from '../../../addin/host/excel.ts'
import type { Identity, Workbook } from '../../../addin/host/port.ts'
import { contentToWire } from '../../../shared/content.ts'
import type {
  CurrentSubmission,
  ProblemDocument,
  Session,
  Submission,
  UnitStanding,
  ValidationReport,
} from '../../../shared/protocol.ts'
import { agency, blocksIn, blocksOf, book, bookWith, current, period, typed } from './qltm.ts'

const placeOf = (row: string) => ({ form: book.index.indicators.get(row)?.form.id ?? '', row })
export const own = placeOf('articles_own_site')
export const theirs = placeOf('law_dissemination_events')
export const names = { preparedBy: 'Bùi Thị Nga', approvedBy: 'Ngô Văn Phúc' }

const reportOf = (sha256: string): ValidationReport => ({
  schema: 'cchc-validation-report/1',
  run: { time: '', ruleset: '', trigger: 'submit' },
  subject: { agency: '', unit: '', period: '', window: ['', ''], revision: null, sha256 },
  truncated: null,
  ...reviewOf(book, blocksOf(book)).outcome,
})

/** A colleague submits by `colleague`; `bodies` is everything that arrived, in order. */
export function server(first: CurrentSubmission | null = current) {
  const state = {
    current: first,
    standing: null as UnitStanding | null,
    locked: false,
    /** what is stored gets no answer */
    silent: false,
    /** nothing arrives */
    away: false,
    /** it answers that it cannot */
    down: false,
    problem: null as ProblemDocument | null,
    stored: new Map<string, number>(),
    bodies: [] as { readonly id: string; readonly body: Submission }[],
  }
  const newest = () => state.current?.revision ?? null
  const store = (id: string, body: Submission) => {
    const revision = (newest() ?? 0) + 1
    state.stored.set(id, revision)
    state.current = { ...current, ...body, id, revision } satisfies CurrentSubmission
  }
  const refuse = (type: string) => new Refused({ type, title: type, status: 409 })
  const summary = (): typeof period => ({ ...period, state: state.locked ? 'locked' : 'open' })
  const reach = () => {
    if (state.away) throw new Unreachable('away')
    if (state.down) throw new Refused({ type: 'busy', title: 'Máy chủ bận', status: 503 })
  }
  const api: ReturnType<typeof connect> = {
    ...connect(() => null),
    signOut: async () => new Response(null, { status: 204 }),
    periods: async () => {
      reach()
      return [summary()]
    },
    catalogue: async () => {
      reach()
      return book.index.catalogue
    },
    sheet: async () => {
      reach()
      const { sheet } = bookWith(state.current)
      return { ...sheet, standing: state.standing ?? sheet.standing, period: summary() }
    },
    history: async () => {
      reach()
      if (!state.current) return []
      const { id, revision, receivedAt, digest, preparedBy, approvedBy } = state.current
      const facts = { id, revision, receivedAt, digest, preparedBy, approvedBy }
      return [{ ...facts, unit: 'qltm', period: period.period, state: 'submitted', review: null }]
    },
    submit: async (_period, unit, id, body) => {
      reach()
      state.bodies.push({ id, body })
      if (state.problem) throw new Refused(state.problem)
      if (!state.stored.has(id)) {
        if (state.locked) throw refuse('period-locked')
        if (body.basedOn !== newest()) throw refuse('revision-stale')
        store(id, body)
      }
      if (state.silent || !state.current) throw new Unreachable('lost')
      const { preparedBy, approvedBy, receivedAt, digest } = state.current
      return {
        ...{ id, unit, period: period.period, preparedBy, approvedBy, receivedAt, digest },
        revision: state.stored.get(id) ?? 0,
        state: 'submitted',
        report: reportOf(id),
      }
    },
  }
  const colleague = () => {
    const changed = reviewOf(book, typed(blocksOf(book), theirs, 2)).reading.content
    const revision = (newest() ?? 0) + 1
    state.current = {
      ...{ ...current, ...contentToWire(changed) },
      ...{ id: crypto.randomUUID(), revision, preparedBy: 'Lê Thị Hoa' },
    }
  }
  return { state, api, colleague }
}

/** Laid out from a revision; "empty": nobody has opened the forms in it. */
export function workbookOf(revision: number | null | 'empty' = 1) {
  const identity: Identity | null = revision === 'empty' ? null : { ...book.identity, revision }
  const state = { identity, blocks: blocksOf(book), reads: 0 }
  const workbook: Workbook = {
    ...excelWorkbook(),
    identify: async () => state.identity,
    rebase: async rebased => {
      state.identity = rebased
    },
    layOut: async (sheets, laid) => {
      state.identity = laid
      state.blocks = blocksIn(sheets)
    },
    read: async () => {
      state.reads += 1
      return state.blocks
    },
    select: async () => {},
    followSelection: async () => async () => {},
    watchChanges: async () => async () => {},
  }
  return {
    state,
    workbook,
    type: (place: { form: string; row: string; column?: string }, value: unknown) => {
      state.blocks = typed(state.blocks, place, value)
    },
  }
}

/** The machine: what it holds is there for the next pane. */
export function machine() {
  const boxes = new Map<string, string>()
  const shelf: Shelf = {
    all: async <T>(box: Box) =>
      [...boxes]
        .filter(([key]) => key.startsWith(`${box}|`))
        .map(([, text]): T => JSON.parse(text)),
    write: async (box, key, value) => {
      if (value === null) boxes.delete(`${box}|${key}`)
      else boxes.set(`${box}|${key}`, JSON.stringify(value))
      return true
    },
  }
  return { shelf, holds: (box: Box) => shelf.all<unknown>(box).then(all => all.length) }
}

type House = ReturnType<typeof server>
type Sheets = ReturnType<typeof workbookOf>
type Machine = ReturnType<typeof machine>

const sessionOf = (unit: string): Session => ({
  token: 'x',
  expiresAt: '2099-01-01T00:00:00.000Z',
  who: { agency: agency.key, agencyName: agency.name, unit, role: 'unit', name: unit },
})

/** The pane as it stands once it has opened beside the workbook. */
export async function openPane(
  house: House,
  sheets: Sheets,
  { shelf }: Machine = machine(),
  unit = 'qltm',
): Promise<Store> {
  const store = createStore(
    () => house.api,
    { read: () => null, write: () => undefined },
    () => sheets.workbook,
    shelf,
  )
  store.dispatch({ type: 'signed-in', session: sessionOf(unit) })
  store.dispatch({ type: 'placed', place: 'workbook' })
  await loadPeriods(store)
  await loadBook(store, period.period)
  await identify(store, sheets.workbook)
  await lookUp(store, Date.now())
  if (!store.state().submit.names.preparedBy) store.dispatch({ type: 'named', names })
  return store
}
