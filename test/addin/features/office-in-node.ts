/**
 * The office's pane without a browser: the real store and verbs on the real API with the demo agency in it. Every test
 * has a house of its own; what it changes nobody else sees.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { connect } from '../../../addin/api.ts'
import type { Kept } from '../../../addin/features/kept.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import type { Workbook } from '../../../addin/host/port.ts'
import type { Session, Submission } from '../../../shared/protocol.ts'
import type { Issued } from '../../../worker/admit.ts'
import { loadDemoAgency } from '../../../worker/demo/load.ts'
import type { Env } from '../../../worker/env.ts'
import { app } from '../../../worker/index.ts'
import { openSqlite, type SqliteDatabase } from '../../../worker/on-premise/sqlite-database.ts'

export const april = '2025-M04'
/** The day after the due date, 9:00 in Vietnam. */
const morning = '2025-04-16T02:00:00.000Z'

export type Office = {
  readonly store: Store
  /** the network as it is; a test may take it away */
  network: { on: boolean }
  /** what the pane asked, "GET /api/v1/periods" */
  readonly asked: string[]
  /** what Excel is, when there is one beside the pane */
  workbook: Workbook | null
  /** what this machine keeps */
  readonly machine: Map<string, string>
  at(instant: string): void
  /** somebody else signs in at this pane, "qltm" */
  signIn(who: string): Promise<void>
  /** a unit corrects its report of April from its own pane */
  correct(unit: string, figures: Submission['figures']): Promise<void>
  /** reads as a unit */
  readAs<T>(unit: string, path: string): Promise<T>
}

export function offices(): () => Office {
  let folder: string
  let codes: Issued[]
  let db: SqliteDatabase
  let office: Office
  let copies = 0

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-office-'))
    const demo = openSqlite(join(folder, 'demo.db'))
    await demo.migrate()
    codes = await loadDemoAgency(demo)
    demo.close()
  })
  beforeEach(async () => {
    copies += 1
    const file = join(folder, `${copies}.db`)
    copyFileSync(join(folder, 'demo.db'), file)
    db = openSqlite(file)
    office = await officeOn(db, codes)
  })
  afterEach(() => {
    db.close()
    vi.unstubAllGlobals()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => office
}

async function officeOn(db: SqliteDatabase, codes: readonly Issued[]): Promise<Office> {
  let time = Date.parse(morning)
  const bindings: Env = { DB: db, clock: () => time, log: () => undefined }
  const asked: string[] = []
  const network = { on: true }
  const machine = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => machine.get(key) ?? null,
    setItem: (key: string, value: string) => machine.set(key, value),
    removeItem: (key: string) => machine.delete(key),
  })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!network.on) throw new TypeError('Failed to fetch')
    asked.push(`${init.method} ${path}`)
    return app.request(path, init, bindings)
  })
  const codeOf = (who: string): string => {
    const found = codes.find(one => one.unit === who || one.role === who)
    if (!found) throw new Error(`no code for ${who}`)
    return found.code
  }
  const enter = async (who: string) => {
    let session: Session | null = null
    const api = connect(() => session?.token ?? null)
    session = await api.signIn(codeOf(who))
    return { api, session }
  }
  const entries = new Map<string, string>()
  const kept: Kept = {
    read: <T>(name: string) => JSON.parse(entries.get(name) ?? 'null') as T | null,
    write: (name, value) => void entries.set(name, JSON.stringify(value)),
  }
  const store = createStore(connect, kept, () => {
    if (!office.workbook) throw new Error('no workbook beside this pane')
    return office.workbook
  })
  const office: Office = {
    store,
    network,
    asked,
    machine,
    workbook: null,
    at: instant => {
      time = Date.parse(instant)
    },
    signIn: async who => {
      const { session } = await enter(who)
      store.dispatch({ type: 'signed-in', session })
      await loadPeriods(store)
    },
    correct: async (unit, figures) => {
      const { api } = await enter(unit)
      const { current, catalogue, period } = await api.sheet(april)
      if (!current) throw new Error(`${unit} has submitted nothing`)
      const { tables, narrative, reasons, preparedBy, approvedBy, revision } = current
      await api.submit(april, unit, crypto.randomUUID(), {
        ...{ catalogue, window: period.window, tables, narrative, reasons },
        ...{ preparedBy, approvedBy, basedOn: revision },
        figures: { ...current.figures, ...figures },
      })
    },
    readAs: async <T>(unit: string, path: string) => {
      const { session } = await enter(unit)
      const headers = { Authorization: `Bearer ${session.token}` }
      return (await (await app.request(`/api/v1${path}`, { headers }, bindings)).json()) as T
    },
  }
  const { session } = await enter('clerk')
  store.dispatch({ type: 'signed-in', session })
  await loadPeriods(store)
  asked.length = 0
  return office
}
