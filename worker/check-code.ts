/**
 * What the code on a paper belongs to. For anyone: whoever holds the paper holds its figures, so the answer has no figure
 * and no person, and the code itself is the key that finds it, in whichever agency. 50 bits behind a limit are not guessed.
 */
import { Hono } from 'hono'
import { checkCode, digestsOf, readCheckCode } from '../shared/check-code.ts'
import type { CheckedCode } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { databasesOf, kept } from './databases.ts'
import type { App, Database } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { checksLimited } from './rate-limit.ts'
import { earlierSources, sourcesOf } from './sources.ts'
import { ask, first } from './store/ask.ts'
import { newestSnapshot, snapshotByCode, snapshotOf } from './store/snapshots.ts'

export const checkedCodes = new Hono<App>().get('/check/:code', checksLimited, async c => {
  const typed = c.req.param('code')
  const code = readCheckCode(typed)
  if (code === undefined) throw new Problem('malformed', say.notACheckCode(typed))
  // a paper names no database either, so all are asked
  const asked = databasesOf(c.env).map(({ db }) => kept(db, () => checkedCode(db, code)))
  const checked = (await Promise.all(asked)).find(one => one !== undefined)
  if (!checked) throw new Problem('not-found', say.noSuchCheckCode(code))
  return c.json(checked)
})

async function checkedCode(db: Database, code: string): Promise<CheckedCode | undefined> {
  const range = digestsOf(code)
  const found = await first(snapshotByCode(db, range.first, range.last))
  if (!found) return undefined
  const { agency: key, digest, period } = found
  const [taken, standing] = await Promise.all([
    earlierSources(db, key, digest),
    sourcesOf(db, key, period),
  ])
  if (!taken) throw new Error('a snapshot is kept with the agency’s document')
  const { inputs, document } = taken.sources
  const agency = agencyFrom({ document })
  const counted = new Map(inputs.units.map(one => [one.unit, one.counted?.revision ?? null]))
  const current = standing.digest === digest
  const newer = current ? undefined : await handedOutSince(db, key, found, standing.digest)
  return {
    code,
    agency: agency.name,
    period,
    state: inputs.period.state === 'locked' ? 'final' : 'provisional',
    asOf: inputs.asOf,
    takenAt: taken.takenAt,
    units: agency.units.map(one => ({
      unit: one.key,
      name: one.name,
      revision: counted.get(one.key) ?? null,
    })),
    current,
    newerCode: newer === undefined ? null : checkCode(newer),
  }
}

/** The digest of the figures as they stand if they were handed out, otherwise of the last that were after these. */
async function handedOutSince(
  db: Database,
  agency: string,
  { period, seq }: { period: string; seq: number },
  standing: string,
): Promise<string | undefined> {
  // a period that is opened again may stand as it did before its lock
  const [[same], [newest]] = await ask(
    db,
    snapshotOf(db, agency, standing),
    newestSnapshot(db, agency, period),
  )
  if (same) return standing
  return newest && newest.seq > seq ? newest.digest : undefined
}
