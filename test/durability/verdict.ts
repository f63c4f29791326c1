/**
 * Compares what was acknowledged with what is there, once by the front door and once in the file itself; a receipt that
 * is gone or changed is lost, content stored more than once is doubled.
 */
import { DatabaseSync } from 'node:sqlite'
import type { SubmissionSummary } from '../../shared/protocol.ts'
import { chainBreak } from '../../worker/audit.ts'
import { sha256 } from '../../worker/digest.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import type { AuditRow } from '../../worker/store/audit.ts'
import { type Holding, periods } from './province.ts'
import { untilAnswered } from './sender.ts'
import type { Killable } from './server.ts'
import { type Acknowledged, signIn } from './unit-at-work.ts'

export type Verdict = { readonly lost: number; readonly doubled: number; readonly faults: string[] }

type Stored = Acknowledged & { readonly body?: string }

const sayOf = (one: Acknowledged): string =>
  JSON.stringify([
    one.id,
    one.agency,
    one.period,
    one.unit,
    one.revision,
    one.digest,
    one.receivedAt,
  ])

function compared(where: string, acknowledged: Iterable<Acknowledged>, stored: Stored[]): Verdict {
  const faults: string[] = []
  const there = new Set(stored.map(sayOf))
  const known = new Set<string>()
  let lost = 0
  for (const one of acknowledged) {
    known.add(one.id)
    if (there.has(sayOf(one))) continue
    lost += 1
    faults.push(`${where}: lost ${sayOf(one)}`)
  }
  for (const one of stored)
    if (!known.has(one.id)) faults.push(`${where}: stored and never acknowledged ${sayOf(one)}`)
  // no two reports of a unit are alike, so equal digests are one report stored twice
  const contents = new Set(stored.map(one => `${one.agency}/${one.unit}/${one.digest}`))
  const ids = new Set(stored.map(one => one.id))
  const doubled = 2 * stored.length - contents.size - ids.size
  const bySeries = Map.groupBy(stored, one => `${one.agency}/${one.period}/${one.unit}`)
  for (const [series, rows] of bySeries) {
    const revisions = rows.map(row => row.revision).sort((a, b) => a - b)
    if (revisions.some((revision, i) => revision !== i + 1))
      faults.push(`${where}: ${series} has revisions ${revisions.join(' ')}`)
  }
  return { lost, doubled, faults }
}

/** By the front door, as each unit reads its own history. */
export async function byFrontDoor(
  server: Killable,
  units: readonly Holding[],
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<Verdict> {
  const stored: Stored[] = []
  for (const { agency, unit, code } of units) {
    const token = await signIn(server, code)
    for (const period of periods) {
      const path = `/periods/${period}/units/${unit}/submissions`
      const { text } = await untilAnswered(server, { method: 'GET', path, token })
      for (const one of JSON.parse(text) as SubmissionSummary[]) stored.push({ ...one, agency })
    }
  }
  return compared('API', acknowledged.values(), stored)
}

/** In the file, after the server let go of it. */
export function inFile(dataDir: string, acknowledged: ReadonlyMap<string, Acknowledged>): Verdict {
  const db = new DatabaseSync(databaseFile(dataDir), { readOnly: true })
  try {
    const rows = <Row>(sql: string) => db.prepare(sql).all() as Row[]
    const stored = rows<Stored & { body: string }>(
      `SELECT id, agency, period, unit, revision, digest, received_at AS receivedAt, body
       FROM submission`,
    )
    const verdict = compared('file', acknowledged.values(), stored)
    const { faults } = verdict
    for (const one of stored)
      if (sha256(one.body) !== one.digest)
        faults.push(`file: ${one.id} is not what its digest says`)
    const [sound] = rows<{ integrity_check: string }>('PRAGMA integrity_check')
    if (sound?.integrity_check !== 'ok') faults.push(`integrity: ${sound?.integrity_check}`)
    const strays = rows('PRAGMA foreign_key_check')
    if (strays.length > 0) faults.push(`${strays.length} rows without the row they belong to`)
    faults.push(
      ...faultsOfChain(rows<AuditRow>('SELECT * FROM audit ORDER BY agency, seq'), stored),
    )
    return verdict
  } finally {
    db.close()
  }
}

/** Every agency's chain holds, and tells of each submission once and as it is. */
function faultsOfChain(entries: readonly AuditRow[], stored: readonly Stored[]): string[] {
  const faults: string[] = []
  for (const [agency, chain] of Map.groupBy(entries, one => one.agency)) {
    const broken = chainBreak({ seq: 0, hash: '' }, chain)
    if (broken) faults.push(`the chain of ${agency} is ${broken.fault} at ${broken.seq}`)
    const told = chain
      .filter(one => one.action === 'submission.received')
      .map(({ at, detail }) => sayOf({ agency, receivedAt: at, ...JSON.parse(detail) }))
    const filed = stored.filter(one => one.agency === agency).map(sayOf)
    if (told.sort().join('\n') !== filed.sort().join('\n'))
      faults.push(`the chain of ${agency} tells of ${told.length} submissions, not ${filed.length}`)
  }
  return faults
}
