/** Admits what administrators bring: an agency, a catalogue version, access codes. Refuses before anything is stored. */
import { type Agency, agencySchema } from '../shared/agency.ts'
import { type CatalogueFiles, readCatalogue } from '../shared/catalogue/read.ts'
import type { Role } from '../shared/protocol.ts'
import { type Actor, type Change, record } from './audit.ts'
import { storing } from './catalogue.ts'
import { codeHash, identityHash, newCode } from './code.ts'
import type { Database, Statement } from './env.ts'
import { say } from './messages.ts'
import type { Identity } from './oidc.ts'
import {
  accessByHash,
  accessOfAgency,
  addAccess,
  addCoverage,
  agenciesToCover,
  type IssuedRow,
  type NewAccess,
  renewAccess,
  revokeAccess,
} from './store/access.ts'
import { saveAgency } from './store/agencies.ts'
import { ask, first, isTaken } from './store/ask.ts'

/** @throws ZodError naming every fault */
export function admitAgency(
  db: Database,
  document: unknown,
): { agency: Agency; stored: string; saving: Statement[] } {
  const agency = agencySchema.parse(document)
  const units = agency.units.map(unit => unit.key)
  const stored = JSON.stringify(agency)
  return { agency, stored, saving: saveAgency(db, agency.key, units, stored) }
}

/** @throws CatalogueError naming every fault */
export const admitCatalogue = (db: Database, files: CatalogueFiles): Statement =>
  storing(db, readCatalogue(files).catalogue)

export type Holder = { role: Role; unit: string | null; name: string }
/** The only moment a code is readable: only its hash is stored. */
export type Issued = Holder & { code: string }

/** One code for each unit, and one for each other role. */
export const holdersOf = (agency: Agency): Holder[] => [
  ...agency.units.map(({ key, name }): Holder => ({ role: 'unit', unit: key, name })),
  { role: 'clerk', unit: null, name: 'Văn phòng Sở (tổng hợp)' },
  { role: 'dashboard', unit: null, name: 'Hệ thống thông tin báo cáo của tỉnh' },
  { role: 'admin', unit: null, name: 'Quản trị' },
]

/** A right that cannot be given or taken; the message is the sentence for the administrator. */
export class AccessError extends Error {}

/** Who gives and takes rights when nobody else is named: whoever holds the machine. */
export const administrator: Actor = { actor: 'admin', name: 'Quản trị' }

/** Enough of a hash to name a code in lists and in the audit; of 256 bits, 32 tell nothing. */
const shortId = (hash: string): string => hash.slice(0, 8)
const entitled = ({ codeHash: hash, role, unit, name }: NewAccess | IssuedRow) => ({
  id: shortId(hash),
  role,
  unit,
  name,
})

/** All of them or none, and one entry of the audit. */
export async function issueCodes(
  db: Database,
  agency: string,
  holders: readonly Holder[],
  at: string,
  by = administrator,
): Promise<Issued[]> {
  const issued = holders.map(holder => ({ ...holder, code: newCode() }))
  const added = issued.map(({ role, unit, name, code }): NewAccess => {
    return { codeHash: codeHash(code), agency, role, unit, name, issuedAt: at }
  })
  await record(db, agency, () => ({
    entry: { action: 'access.issued', at, by, detail: { issued: added.map(entitled) } },
    statements: added.map(one => addAccess(db, one)),
  }))
  return issued
}

/**
 * Lets whoever the issuer calls `subject` sign in without a code. What was revoked can be given anew.
 * @throws AccessError when the identity has rights already, in whichever agency
 */
export async function admitIdentity(
  db: Database,
  admitted: Identity & Holder & { agency: string },
  at: string,
  by = administrator,
): Promise<void> {
  const { issuer, subject, agency, role, unit, name } = admitted
  const added = {
    codeHash: identityHash(issuer, subject),
    agency,
    role,
    unit,
    name,
    issuedAt: at,
  }
  try {
    await record(db, agency, async () => {
      const held = await first(accessByHash(db, added.codeHash))
      if (held && (held.revokedAt === null || held.agency !== agency))
        throw new AccessError(say.identityTaken(held.name))
      return {
        entry: { action: 'access.issued', at, by, detail: { issued: [entitled(added)] } },
        statements: [held ? renewAccess(db, added) : addAccess(db, added)],
      }
    })
  } catch (error) {
    if (isTaken(error, 'access')) throw new AccessError(say.identityTaken(name))
    throw error
  }
}

export type Listed = Omit<IssuedRow, 'codeHash'> & { id: string }

/** Every code and identity of an agency, revoked ones too; `id` is what `revokeCode` and `widenAccess` take. */
export async function listAccess(db: Database, agency: string): Promise<Listed[]> {
  const [rows] = await ask(db, accessOfAgency(db, agency))
  return rows.map(({ codeHash: hash, ...row }) => ({ ...row, id: shortId(hash) }))
}

/**
 * Ends a code and its sessions at once.
 * @param id the hash, or as much of its beginning as tells it apart
 * @throws AccessError when there is none, there are several, or it is revoked already
 */
export async function revokeCode(
  db: Database,
  agency: string,
  id: string,
  at: string,
  by = administrator,
): Promise<Listed> {
  let revoked: IssuedRow | undefined
  await record(db, agency, async () => {
    revoked = await activeOne(db, agency, id)
    return revoking(db, agency, [revoked], at, by)
  })
  if (!revoked) throw new AccessError(say.noSuchAccess(agency, id))
  const { codeHash: hash, ...row } = revoked
  return { ...row, revokedAt: at, id: shortId(hash) }
}

/** Every code and identity of an agency that still opens a session. */
export async function revokeAll(
  db: Database,
  agency: string,
  at: string,
  by = administrator,
): Promise<void> {
  if ((await activeOf(db, agency)).length === 0) return
  await record(db, agency, async () => revoking(db, agency, await activeOf(db, agency), at, by))
}

const revoking = (
  db: Database,
  agency: string,
  rows: readonly IssuedRow[],
  at: string,
  by: Actor,
): Change => ({
  entry: { action: 'access.revoked', at, by, detail: { revoked: rows.map(entitled) } },
  statements: rows.flatMap(row => revokeAccess(db, agency, row.codeHash, at)),
})

/**
 * Lets a dashboard's code read other agencies than its own. Each right is written with its entry in the chain of the
 * agency that is opened to it; the code's own agency has it first, so that neither lacks what the other shows.
 * @param id as for `revokeCode`
 * @throws AccessError before anything is written: no such code, another role, an agency that is not there, nothing new
 */
export async function widenAccess(
  db: Database,
  agency: string,
  id: string,
  agencies: readonly string[],
  at: string,
  by = administrator,
): Promise<readonly string[]> {
  const row = await activeOne(db, agency, id)
  if (row.role !== 'dashboard') throw new AccessError(say.onlyDashboards(row.name))
  const [known] = await ask(db, agenciesToCover(db, row.codeHash, agencies))
  const absent = agencies.find(one => !known.some(({ agency: there }) => there === one))
  if (absent !== undefined) throw new AccessError(say.noSuchAgency(absent))
  const opened = known
    .filter(one => one.covered === 0 && one.agency !== agency)
    .map(one => one.agency)
  if (opened.length === 0) throw new AccessError(say.nothingToWiden(row.name))
  const detail = { ...entitled(row), of: agency, agencies: opened }
  const entry = { action: 'access.widened', at, by, detail } as const
  await record(db, agency, () => ({ entry, statements: [] }))
  for (const one of opened)
    await record(db, one, () => ({ entry, statements: [addCoverage(db, row.codeHash, one)] }))
  return opened
}

const activeOf = async (db: Database, agency: string): Promise<IssuedRow[]> => {
  const [rows] = await ask(db, accessOfAgency(db, agency))
  return rows.filter(row => row.revokedAt === null)
}

/** @throws AccessError */
async function activeOne(db: Database, agency: string, id: string): Promise<IssuedRow> {
  const [rows] = await ask(db, accessOfAgency(db, agency))
  const found = id === '' ? [] : rows.filter(row => row.codeHash.startsWith(id.toLowerCase()))
  const [one] = found
  if (!one) throw new AccessError(say.noSuchAccess(agency, id))
  if (found.length > 1) throw new AccessError(say.severalAccesses(id, found.length))
  if (one.revokedAt !== null) throw new AccessError(say.alreadyRevoked(one.name, one.revokedAt))
  return one
}

/** Whether every one of these codes still opens a session. */
export async function allActive(
  db: Database,
  agency: string,
  codes: readonly string[],
): Promise<boolean> {
  const hashes = new Set((await activeOf(db, agency)).map(row => row.codeHash))
  return codes.length > 0 && codes.every(code => hashes.has(codeHash(code)))
}
