/** What is in the database after a flood: exactly what was acknowledged, all of it sound. */
import { submissionSchema } from '../../shared/protocol.ts'
import { chainBreak } from '../../worker/audit.ts'
import { canonicalJson, sha256 } from '../../worker/digest.ts'
import type { Database } from '../../worker/env.ts'
import type { AuditRow } from '../../worker/store/audit.ts'
import type { Acknowledged } from './fuzz.ts'

type Filed = { agency: string; unit: string; body: string; digest: string; report: string }
export type Kept = { readonly filed: readonly Filed[]; readonly audit: readonly AuditRow[] }

export async function kept(db: Database): Promise<Kept> {
  const { results: filed } = await db
    .prepare('SELECT agency, unit, body, digest, report FROM submission')
    .all<Filed>()
  const { results: audit } = await db
    .prepare('SELECT * FROM audit ORDER BY agency, seq')
    .all<AuditRow>()
  return { filed, audit }
}

export async function storedFaults(
  db: Database,
  before: Kept,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const after = await kept(db)
  const agencies = new Set(after.audit.map(({ agency }) => agency))
  return [
    ...after.filed.flatMap(bodyFaults),
    ...[...agencies].flatMap(agency => chainFaults(after, agency)),
    // reading a consolidation for the first time leaves an entry too
    ...difference(
      'audit entries',
      counted(after.audit.filter(isChange), ({ agency }) => agency),
      counted(before.audit.filter(isChange), ({ agency }) => agency),
      counted(
        acknowledged.filter(({ perhaps }) => !perhaps),
        ({ agency }) => agency,
      ),
      counted(
        acknowledged.filter(({ perhaps }) => perhaps),
        ({ agency }) => agency,
      ),
    ),
    ...difference(
      'submissions',
      counted(after.filed, ({ agency, unit }) => `${agency}/${unit}`),
      counted(before.filed, ({ agency, unit }) => `${agency}/${unit}`),
      counted(
        acknowledged.filter(({ operation }) => operation === 'submit'),
        ({ agency, unit }) => `${agency}/${unit}`,
      ),
    ),
  ]
}

const isChange = ({ action }: AuditRow): boolean => action !== 'consolidation.taken'

/** Read as it was sent, it is the very content that was acknowledged. */
function bodyFaults({ agency, unit, body, digest, report }: Filed): string[] {
  const of = `a submission of ${agency}/${unit}`
  const read = submissionSchema.safeParse(JSON.parse(body))
  if (!read.success) return [`${of} is none: ${read.error.message}`]
  return [
    ...(sound(JSON.parse(body)) ? [] : [`${of} has letters nobody meant: ${body.slice(0, 300)}`]),
    ...(canonicalJson(read.data) === body ? [] : [`${of} reads as another: ${body.slice(0, 300)}`]),
    ...(sha256(body) === digest ? [] : [`${of} has another digest`]),
    ...(JSON.parse(report).subject.sha256 === digest ? [] : [`${of} has the report of another`]),
  ]
}

/** No half, replaced or unseen letter in any words; reasons also name rules and places, which nobody reads. */
function sound(within: unknown): boolean {
  if (typeof within === 'string') return within.isWellFormed() && !garbage.test(within)
  if (within === null || typeof within !== 'object') return true
  return Object.entries(within).every(([name, one]) => ['rule', 'at'].includes(name) || sound(one))
}
const garbage = /\ufffd|(?![\t\n\r])[\p{Cc}\p{Cf}]/u

function chainFaults({ audit }: Kept, agency: string): string[] {
  const found = chainBreak(
    { seq: 0, hash: '' },
    audit.filter(row => row.agency === agency),
  )
  return found ? [`the audit of ${agency} breaks at ${found.seq}: ${found.fault}`] : []
}

function counted<T>(rows: readonly T[], by: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(by(row), (counts.get(by(row)) ?? 0) + 1)
  return counts
}

type Counts = ReadonlyMap<string, number>

function difference(
  what: string,
  after: Counts,
  before: Counts,
  acknowledged: Counts,
  perhaps: Counts = new Map(),
): string[] {
  return [...new Set([...after.keys(), ...acknowledged.keys()])].flatMap(key => {
    const stored = (after.get(key) ?? 0) - (before.get(key) ?? 0)
    const least = acknowledged.get(key) ?? 0
    const most = least + (perhaps.get(key) ?? 0)
    return least <= stored && stored <= most
      ? []
      : [`${key}: ${stored} ${what} stored, ${least} to ${most} acknowledged`]
  })
}
