/**
 * The worker on an empty database of either runtime with two small agencies that have the same unit keys, so that a query which forgets the
 * agency shows. Every request goes in by the front door.
 */
import { catalogueText, freshDatabase } from '#runtime'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import type { ProblemDocument, Role, Session, Submission } from '../../shared/protocol.ts'
import { admitAgency, holdersOf, type Issued, issueCodes } from '../../worker/admit.ts'
import { storing } from '../../worker/catalogue.ts'
import type { Database, Env } from '../../worker/env.ts'
import { app } from '../../worker/index.ts'
import { ask } from '../../worker/store/ask.ts'
import { entriesAfter } from '../../worker/store/audit.ts'
import { conforming } from './conformance.ts'

export const index = readCatalogue(JSON.parse(catalogueText))
export const version = index.catalogue.id
export const april = '2025-M04'
/** The database of the house that was opened last. */
export let db: Database

const agencyDocument = (key: string, name: string) => ({
  key,
  name,
  superior: 'UBND tỉnh',
  place: 'Thử',
  units: [
    { key: 'van_phong', name: 'Văn phòng', short: 'VP', kind: 'office' },
    {
      key: 'thuong_mai',
      name: 'Phòng Thương mại',
      short: 'P. TM',
      kind: 'division',
      fields: ['XTTM'],
    },
    {
      key: 'cong_nghiep',
      name: 'Phòng Công nghiệp',
      short: 'P. CN',
      kind: 'division',
      fields: ['HC'],
    },
  ],
  roles: {
    office: ['van_phong'],
    legal: ['van_phong'],
    service_centre: ['van_phong'],
    control: ['van_phong'],
    dossiers: ['thuong_mai', 'cong_nghiep'],
    all: ['van_phong', 'thuong_mai', 'cong_nghiep'],
  },
  fields: [
    { code: 'XTTM', name: 'Xúc tiến thương mại', procedures: 3 },
    { code: 'HC', name: 'Hóa chất', procedures: 4 },
  ],
  tasks: [
    {
      code: '1.1',
      name: 'Ban hành kế hoạch',
      deliverable: 'Kế hoạch',
      lead: 'thuong_mai',
      timeline: 'Quý I',
      recurring: false,
    },
  ],
})

type Sent = {
  body?: unknown
  headers?: Record<string, string>
  raw?: string
  bytes?: Uint8Array<ArrayBuffer>
}

export type Caller = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  send(method: string, path: string, sent?: Sent): Promise<Response>
  put(path: string, body: unknown): Promise<Response>
  readonly token: string | undefined
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** An instant of the open period: 14/4/2025 10:00 in Vietnam. */
const inApril = '2025-04-14T03:00:00.000Z'

/**
 * @param catalogue another than the shipped one, for tests that change the forms
 * @param on a second database, beside that of a house that is open
 */
export async function openHouse(catalogue = index.catalogue, on?: Database) {
  db = on ?? (await freshDatabase())
  const ours = admitAgency(db, agencyDocument('sct-thu', 'Sở Công Thương Thử'))
  const theirs = admitAgency(db, agencyDocument('sct-khac', 'Sở Công Thương Khác'))
  await db.batch([storing(db, catalogue), ...ours.saving, ...theirs.saving])
  const codes: Record<string, Issued[]> = {}
  for (const { agency } of [ours, theirs])
    codes[agency.key] = await issueCodes(db, agency.key, holdersOf(agency), inApril)

  let time = Date.parse(inApril)
  const lines: string[] = []
  const bindings: Env = { DB: db, clock: () => time, log: line => lines.push(line) }

  const caller = (token?: string): Caller => {
    const send = async (
      method: string,
      path: string,
      { body, raw, bytes, headers = {} }: Sent = {},
    ) => {
      const content = bytes ?? raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const init = {
        method,
        headers: {
          ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(content === undefined ? {} : { body: content }),
      }
      const address = path.startsWith('/api') ? path : `/api/v1${path}`
      return conforming(method, address, await app.request(address, init, bindings))
    }
    return {
      token,
      send,
      get: (path, headers = {}) => send('GET', path, { headers }),
      put: (path, body) => send('PUT', path, { body }),
    }
  }
  const anyone = caller()
  const codeOf = (who: string, agency = 'sct-thu'): string => {
    const found = codes[agency]?.find(one => one.unit === who || one.role === who)
    if (!found) throw new Error(`no code for ${who}`)
    return found.code
  }
  const signIn = async (who: Role | string, agency?: string): Promise<Caller> => {
    const response = await anyone.send('POST', '/sessions', { body: { code: codeOf(who, agency) } })
    return caller((await answer<Session>(response)).token)
  }
  const house = {
    anyone,
    codeOf,
    signIn,
    lines,
    withToken: caller,
    /** what the runtime provides; a test may add to it */
    bindings,
    at: (instant: string) => {
      time = Date.parse(instant)
    },
    later: (milliseconds: number) => {
      time += milliseconds
    },
  }
  const clerk = await signIn('clerk')
  await clerk.send('POST', '/periods', { body: { period: april } })
  return { ...house, clerk }
}

export const answer = async <T>(response: Response): Promise<T> => (await response.json()) as T
export const problem = (response: Response): Promise<ProblemDocument> => answer(response)

/** An answer's text without the id of its request, the only thing in which two refusals may differ. */
export const wordsOf = async (response: Response): Promise<string> =>
  (await response.text()).replaceAll(/urn:uuid:[0-9a-f-]{36}/gu, '')

/** What the audit of an agency says, oldest first. */
export async function entriesOf(agency: string) {
  const [rows] = await ask(db, entriesAfter(db, agency, 0, 1000))
  return rows.map(({ at, actor, name, action, detail }) => ({
    at,
    actor,
    name,
    action,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
}

export const id = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
export const filing = (unit: string, n: number, period = april): string =>
  `/periods/${period}/units/${unit}/submissions/${id(n)}`

/** One line of biểu 06a. */
export const dossiers = (online: number, early: number, pending: number) => ({
  received_online: online,
  received_direct: 0,
  carried_over: 0,
  resolved_early: early,
  resolved_on_time: 0,
  resolved_late: 0,
  pending_in_time: pending,
  pending_overdue: 0,
})

/** 10 dossiers in, 8 out, 2 pending; nothing the rules object to. */
export const tradeReport = (over: Partial<Submission> = {}): Submission => ({
  catalogue: version,
  basedOn: null,
  window: { from: '2025-03-15', to: '2025-04-14' },
  figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 5 },
  tables: { 'KSTT-06a': { XTTM: dossiers(10, 8, 2) } },
  narrative: { 'II.2': 'Đã rà soát thủ tục.' },
  reasons: [],
  preparedBy: 'Nguyễn Thị Lan',
  approvedBy: 'Trần Văn Bình',
  ...over,
})

/** 6 in, 5 out, 1 pending. */
export const industryReport = (over: Partial<Submission> = {}): Submission =>
  tradeReport({
    figures: {
      dossiers_resolved: 5,
      dossiers_on_time: 4,
      articles_own_site: 2,
      articles_province_site: { state: 'none' },
    },
    tables: { 'KSTT-06a': { HC: { ...dossiers(6, 4, 1), resolved_late: 1 } } },
    preparedBy: 'Lê Văn Cường',
    ...over,
  })
