/**
 * Adds an edition to a part of a round: a writing that is repeated is the same writing, one that was begun from an older
 * edition is refused with who came first, and everything else is checked against the round as it stands then.
 */
import type { Context } from 'hono'
import type { Fault } from '../../shared/inspection/faults.ts'
import { actorOf, recordOnce } from '../audit.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import { type App, type Database, instant } from '../env.ts'
import { say } from '../messages.ts'
import { Problem } from '../problem.ts'
import { signedIn } from '../session.ts'
import { ask } from '../store/ask.ts'
import {
  addEdition,
  type EditionRow,
  type InspectionPart,
  type StandingRow,
  standingOfRound,
} from '../store/inspections.ts'
import { type Inspection, inspectionFrom } from './standing.ts'

export type Asked = {
  readonly part: InspectionPart
  readonly round: string
  /** unit of a statement, id of a problem, '' otherwise */
  readonly name: string
  readonly basedOn: number
  /** @throws Problem when whoever asks may not know of the round, or it is not there */
  readonly visible: (standing: Inspection | undefined) => void
  /** what is stored; null withdraws */
  readonly content: (standing: Inspection | undefined) => unknown
  /** @throws Problem when the round as it stands does not take it */
  readonly check: (standing: Inspection | undefined) => void
}

/** @returns the round afterwards, and whether anything was written */
export async function writeEdition(
  c: Context<App>,
  asked: Asked,
): Promise<{ standing: Inspection; status: 200 | 201 }> {
  const { part, round, name, basedOn } = asked
  const { agency, name: editedBy } = signedIn(c)
  const db = c.env.DB
  const at = instant(c.env)
  const isThere = async () => isRepeated(await rowsOf(db, agency, round), asked, editedBy)
  const done = await recordOnce(db, agency, isThere, async () => {
    const rows = await rowsOf(db, agency, round)
    const standing = inspectionFrom(rows)
    asked.visible(standing)
    const before = partOf(rows, asked)
    if ((before?.number ?? 0) !== basedOn) throw stale(before, basedOn)
    asked.check(standing)
    const document = documentOf(asked, standing)
    const number = basedOn + 1
    const row: EditionRow = { part, round, name, number, document, editedBy, editedAt: at }
    return {
      entry: {
        action: 'inspection.written',
        at,
        by: actorOf(signedIn(c)),
        detail: { part, round, name, number, digest: sha256(canonicalJson(row)) },
      },
      statements: [addEdition(db, agency, row)],
    }
  })
  const standing = await inspectionOf(db, agency, round)
  asked.visible(standing)
  if (!standing) throw new Problem('not-found', say.noSuchInspection())
  return { standing, status: done === 'made' ? 201 : 200 }
}

const rowsOf = async (db: Database, agency: string, round: string): Promise<StandingRow[]> =>
  (await ask(db, standingOfRound(db, agency, round)))[0]

export const inspectionOf = async (
  db: Database,
  agency: string,
  round: string,
): Promise<Inspection | undefined> => inspectionFrom(await rowsOf(db, agency, round))

type Part = Pick<Asked, 'part' | 'name'>
const partOf = (rows: readonly StandingRow[], { part, name }: Part): StandingRow | undefined =>
  rows.find(row => row.part === part && row.name === name)

/** The same content stands already: sent by the same hand from the edition before, or with nothing changed. */
function isRepeated(rows: readonly StandingRow[], asked: Asked, by: string): boolean {
  const before = partOf(rows, asked)
  if (!before) return false
  const standing = inspectionFrom(rows)
  asked.visible(standing)
  const { basedOn } = asked
  const mayBe =
    before.number === basedOn || (before.number === basedOn + 1 && before.editedBy === by)
  if (!mayBe) return false
  return before.document === documentOf(asked, standing)
}

function documentOf({ content }: Asked, standing: Inspection | undefined): string | null {
  const document = content(standing)
  return document === null ? null : canonicalJson(document)
}

function stale(before: StandingRow | undefined, basedOn: number): Problem {
  return new Problem('section-stale', say.inspectionStale(before, basedOn), {
    basedOn: basedOn || null,
    current: before
      ? { revision: before.number, receivedAt: before.editedAt, preparedBy: before.editedBy }
      : null,
  })
}

/** @throws Problem invalid-inspection, or `slug`, when there is any fault */
export function refuseFaults(
  faults: readonly Fault[],
  slug: 'invalid-inspection' | 'invalid-figures' = 'invalid-inspection',
): void {
  const [first] = faults
  if (!first) return
  const detail = faults.length === 1 ? first.detail : say.inspectionFaults(faults.length)
  throw new Problem(slug, detail, { errors: [...faults] })
}
