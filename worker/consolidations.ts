/**
 * The agency's figures of a period. A pure function of what was filed, the catalogue and the agency, so its digest is
 * that of its inputs: an unchanged one answers 304 without reading a single body. Nothing computed is stored.
 */
import { Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { consolidate, type Merged } from '../shared/consolidate.ts'
import { contentFromWire, type Values } from '../shared/content.ts'
import type { Consolidation } from '../shared/protocol.ts'
import { check } from '../shared/rules/engine.ts'
import { agencyFrom, namingOf } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { wireFigures, wireTables } from './consolidated-wire.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { App, Database } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { contentOf, reasonsIn } from './filed.ts'
import { comparedWith, known, periodKeyOf } from './periods.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { type PeriodRow, periodOf } from './store/periods.ts'
import {
  type FiledRow,
  newestOfPeriod,
  newestRevisions,
  type RevisionRow,
} from './store/submissions.ts'

export const consolidations = new Hono<App>().get(
  '/periods/:period/consolidation',
  may('consolidation.read'),
  async c => {
    const inputs = await inputsOf(c.env.DB, signedIn(c).agency, c.req.param('period'))
    const headers = cached(inputs.digest)
    if (isCurrent(c.req.header('If-None-Match'), inputs.digest)) return c.body(null, 304, headers)
    return c.json((await consolidationOf(c.env.DB, inputs)).consolidation, 200, headers)
  },
)

export type Inputs = {
  readonly agency: Agency
  readonly period: PeriodRow
  readonly index: Index
  readonly digest: string
}

/** What a consolidation is made of, without the bodies. @throws Problem not-found */
export async function inputsOf(db: Database, agency: string, asked: string): Promise<Inputs> {
  const key = periodKeyOf(asked)
  const { previous, lastYear } = comparedWith(key)
  const [[row], [document], revisions, before, yearBefore] = await ask(
    db,
    periodOf(db, agency, key),
    agencyDocument(db, agency),
    newestRevisions(db, agency, key),
    newestRevisions(db, agency, previous),
    newestRevisions(db, agency, lastYear),
  )
  const period = known(row, key)
  const filed = (rows: readonly RevisionRow[]) =>
    rows.map(({ unit, revision, digest }) => [unit, revision, digest])
  const digest = sha256(
    // the name changes when the same inputs come to give another answer
    canonicalJson([
      'consolidation/1',
      period,
      document,
      filed(revisions),
      filed(before),
      filed(yearBefore),
    ]),
  )
  const index = await indexOf(db, period.catalogue)
  return { agency: agencyFrom(document), period, index, digest }
}

export async function consolidationOf(
  db: Database,
  { agency, period, index, digest }: Inputs,
): Promise<{ consolidation: Consolidation; merged: Merged; previous: Values }> {
  const { previous, lastYear } = comparedWith(period.period)
  const [current, before, yearBefore] = await ask(
    db,
    newestOfPeriod(db, agency.key, period.period),
    newestOfPeriod(db, agency.key, previous),
    newestOfPeriod(db, agency.key, lastYear),
  )
  // keys are never reused for another meaning, so earlier figures are read with the catalogue of this period
  const submitted = (rows: readonly FiledRow[]) =>
    rows.map(row => ({
      unit: row.unit,
      revision: row.revision,
      content: contentFromWire(contentOf(row)),
    }))
  const earlier = consolidate({ index, agency, submissions: submitted(before) })
  const yearEarlier = consolidate({ index, agency, submissions: submitted(yearBefore) })
  const merged = consolidate({
    index,
    agency,
    submissions: submitted(current),
    previous: earlier.values,
  })
  const window = { from: period.from, to: period.to }
  const { results } = check(
    index,
    {
      level: 'agency',
      period: period.period,
      values: merged.values,
      window,
      conflicts: merged.conflicts,
    },
    { naming: namingOf(agency), reasons: current.flatMap(reasonsIn) },
  )
  const byUnit = new Map(current.map(row => [row.unit, row.revision]))
  const consolidation: Consolidation = {
    agency: agency.key,
    period: period.period,
    catalogue: period.catalogue,
    digest,
    asOf: [period.openedAt, ...current.map(row => row.receivedAt)].sort().at(-1) ?? period.openedAt,
    state: period.state === 'locked' ? 'final' : 'provisional',
    window,
    units: agency.units.map(({ key, name }) => {
      const revision = byUnit.get(key) ?? null
      return { unit: key, name, state: revision === null ? 'not-started' : 'submitted', revision }
    }),
    figures: wireFigures(merged, earlier, yearEarlier),
    tables: wireTables(index, agency, merged, earlier, yearEarlier),
    narrative: Object.fromEntries([...merged.narrative].map(([code, parts]) => [code, [...parts]])),
    findings: results,
  }
  return { consolidation, merged, previous: earlier.values }
}
