/**
 * An agency's years through the front door: on the day figures are due the clerk opens a period, each unit files, the clerk
 * locks it. A warning of the rules is explained and the report sent again, as a person does.
 */
import type { Agency } from '../../../shared/agency.ts'
import { parsePeriod, periodName, statutoryWindow } from '../../../shared/period.ts'
import type { ValidationReport } from '../../../shared/protocol.ts'
import {
  administrator,
  admitAgency,
  admitCatalogue,
  holdersOf,
  type Issued,
  issueCodes,
} from '../../../worker/admit.ts'
import { record } from '../../../worker/audit.ts'
import { catalogueFiles } from '../../../worker/catalogue-files.ts'
import { sha256 } from '../../../worker/digest.ts'
import type { Database } from '../../../worker/env.ts'
import { app } from '../../../worker/index.ts'
import { keepEdition } from '../../../worker/store/snapshots.ts'
import { type Ask, enter, filingPath, granted, sent } from '../province.ts'
import type { Reported } from './reports.ts'

/** The app in this process, at an instant of its own. */
export const at =
  (db: Database, instant: string, headers: Readonly<Record<string, string>> = {}): Ask =>
  async (method, path, token, body) => {
    const { headers: own, ...rest } = sent(token, body)
    return app.request(
      `/api/v1${path}`,
      { method, ...rest, headers: { ...own, ...headers } },
      { DB: db, clock: () => Date.parse(instant), log: () => {} },
    )
  }

export const admitCatalogueOnce = (db: Database) =>
  db.batch([admitCatalogue(db, catalogueFiles('sct-2025.1'))])

/** With its entry in the chain, as `npm run admin` admits one. */
export async function admitted(db: Database, document: Agency, instant: string): Promise<Issued[]> {
  const { agency, stored, saving } = admitAgency(db, document)
  const digest = sha256(stored)
  const units = agency.units.map(({ key }) => key)
  await record(db, agency.key, () => ({
    entry: {
      action: 'agency.admitted',
      at: instant,
      by: administrator,
      detail: { digest, units, gone: [] },
    },
    statements: [...saving, keepEdition(db, agency.key, digest, stored)],
  }))
  return issueCodes(db, agency.key, holdersOf(agency), instant)
}

/** The fifteenth, when figures are due; months first, then what is made of them, so that the chain runs with time. */
const due = (period: string, time: string): string => {
  const hour = { M: 1, Q: 3, '6M': 5, '9M': 5, Y: 5 }[parsePeriod(period).kind]
  return `${statutoryWindow(period).to.slice(0, 8)}15T0${hour}:${time}:00.000Z`
}
export const opening = (period: string): string => due(period, '00')
export const filing = (period: string): string => due(period, '20')
export const locking = (period: string): string => due(period, '50')

export const codeOf = (issued: readonly Issued[], is: (one: Issued) => boolean): string =>
  issued.find(is)?.code ?? ''

export const openPeriod = async (ask: Ask, clerk: string, period: string): Promise<void> => {
  await granted(ask('POST', '/periods', clerk, { period }))
}

/** The report with a reason for whatever a rule asks to be explained. */
export async function explained(answer: Response, report: Reported): Promise<Reported> {
  const problem = (await answer.json()) as { readonly report?: ValidationReport }
  const reasons = (problem.report?.results ?? [])
    .filter(({ outcome, severity }) => outcome === 'fail' && severity === 'warning')
    .map(({ rule, at: { place } }) => {
      return { rule, at: place, text: 'Số hồ sơ trong kỳ thay đổi theo nhu cầu của doanh nghiệp.' }
    })
  const known = new Set(reasons.map(one => `${one.rule} ${one.at}`))
  const kept = report.reasons.filter(one => !known.has(`${one.rule} ${one.at}`))
  return { ...report, reasons: [...kept, ...reasons] }
}

/** @returns how often it was sent */
export async function file(
  ask: Ask,
  token: string,
  unit: string,
  period: string,
  report: Reported,
): Promise<number> {
  const path = `${filingPath(period, unit)}/${crypto.randomUUID()}`
  const put = (sending: Reported) => ask('PUT', path, token, { ...sending, basedOn: null })
  const answer = await put(report)
  if (answer.status !== 422) {
    await granted(Promise.resolve(answer))
    return 1
  }
  await granted(put(await explained(answer, report)))
  return 2
}

export async function lockPeriod(ask: Ask, clerk: string, period: string): Promise<void> {
  const note = `Đã gửi báo cáo ${periodName(period)}`
  await granted(ask('PATCH', `/periods/${period}`, clerk, { state: 'locked', note }))
}

/** A session of everyone who acts on this day. */
export const entering = async (ask: Ask, issued: readonly Issued[], units: readonly string[]) => ({
  clerk: await enter(
    ask,
    codeOf(issued, ({ role }) => role === 'clerk'),
  ),
  units: new Map(
    await Promise.all(
      units.map(
        async (key): Promise<[string, string]> => [
          key,
          await enter(
            ask,
            codeOf(issued, ({ unit }) => unit === key),
          ),
        ],
      ),
    ),
  ),
})
