/**
 * The last hour of the day figures are due (`hour.ts`), against one province's server on Node, a process of its own: played
 * faster than life, then faster still until it no longer keeps up.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { widenAccess } from '../../../worker/admit.ts'
import { codeHash } from '../../../worker/code.ts'
import { databaseFile, makeDataDir } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { seed } from '../corpus.ts'
import { peakOf } from '../processes.ts'
import { type Ask, enter, filingPath, granted, index, overTheWire } from '../province.ts'
import { serving } from '../runtimes.ts'
import { due, hour, type Office, plan, type Unit } from './hour.ts'
import { admitCatalogueOnce, admitted, codeOf, explained, openPeriod } from './open.ts'
import { agencyOf, country } from './places.ts'
import { played, type Round } from './playing.ts'
import { reportsOf } from './reports.ts'
import { storeYears } from './stored.ts'

/** What the units filed for the month before. */
const before = '2025-M11'
export type Peak = {
  readonly units: number
  readonly submissions: number
  readonly requestsInHour: number
  readonly rounds: readonly Round[]
  readonly peakMemory: number
  /** submissions the server counts, and how many were sent */
  readonly counted: number
  readonly sent: number
}

/** @param factors played one after the other; it ends with the first that is not kept up with */
export async function peak(
  factors: readonly number[],
  agencies: number = country.agencies,
): Promise<Peak> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-country-'))
  makeDataDir(folder)
  const db = openSqlite(databaseFile(folder))
  await db.migrate()
  await admitCatalogueOnce(db)
  const begun = '2025-10-01T01:00:00.000Z'
  const documents = Array.from({ length: agencies }, (_, i) => agencyOf(i + 1, country.units))
  const codes = []
  for (const document of documents) {
    codes.push(await admitted(db, document, begun))
    await storeYears(db, document, { seed, years: 1, periods: [before] })
  }
  const [first = []] = codes
  const dashboard = codeOf(first, ({ role }) => role === 'dashboard')
  const others = documents.slice(1).map(({ key }) => key)
  await widenAccess(db, documents[0]?.key ?? '', codeHash(dashboard), others, begun)
  db.close()

  const limits = { WRITES_PER_MINUTE: '0', SIGN_INS_PER_MINUTE: '0' }
  const server = await serving(['worker/node.ts'], { DATA_DIR: folder, ...limits }, folder, [])
  try {
    const ask = overTheWire(server.base)
    const offices: Office[] = []
    for (const [i, document] of documents.entries()) {
      const issued = codes[i] ?? []
      const clerk = await enter(
        ask,
        codeOf(issued, ({ role }) => role === 'clerk'),
      )
      await openPeriod(ask, clerk, due)
      const units: Unit[] = []
      for (const { key } of document.units) {
        const token = await enter(
          ask,
          codeOf(issued, ({ unit }) => unit === key),
        )
        const report = reportsOf(index, document, key, seed, 1, [before, due]).get(due)
        if (!report) throw new Error(`nothing was drawn for ${key}`)
        const path = `${filingPath(due, key)}/${crypto.randomUUID()}?dryRun=1`
        const checked = await granted(ask('PUT', path, token, { ...report, basedOn: null }))
        units.push({ unit: key, token, report: await explained(checked, report) })
      }
      offices.push({ clerk, units })
    }
    const asDashboard = await enter(ask, dashboard)
    const revisions = new Map<string, number>()
    const rounds: Round[] = []
    let requestsInHour = 0
    for (const [i, factor] of factors.entries()) {
      const play = async () => {
        const planned = plan(ask, offices, asDashboard, revisions, seed + i)
        requestsInHour ||= planned.length
        return played(planned, factor, server.pid)
      }
      const round = await play()
      // once more, since something else on the machine may have had its moment
      const better = round.keptUp ? round : await play()
      rounds.push(better)
      if (!better.keptUp) break
    }
    const sent = [...revisions.values()].reduce((sum, one) => sum + one, 0)
    return {
      units: agencies * country.units,
      submissions: Math.round(hour.share * agencies * country.units),
      ...{ requestsInHour, rounds, peakMemory: peakOf(server.pid) },
      ...{ counted: await countedBy(ask, offices), sent },
    }
  } finally {
    await server.stop()
  }
}

/** Revisions of the month that the API says are stored. */
async function countedBy(ask: Ask, offices: readonly Office[]): Promise<number> {
  let counted = 0
  for (const { units } of offices)
    for (const { unit, token } of units) {
      const answer = await granted(ask('GET', filingPath(due, unit), token))
      counted += ((await answer.json()) as unknown[]).length
    }
  return counted
}
