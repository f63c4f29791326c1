/** Admits what administrators bring: an agency, a catalogue version, access codes. Refuses before anything is stored. */
import { type Agency, agencySchema } from '../shared/agency.ts'
import { type CatalogueFiles, readCatalogue } from '../shared/catalogue/read.ts'
import type { Role } from '../shared/protocol.ts'
import { storing } from './catalogue.ts'
import { codeHash, newCode } from './code.ts'
import type { Database, Statement } from './env.ts'
import { activeAccess, addAccess, revokeAccess } from './store/access.ts'
import { saveAgency } from './store/agencies.ts'
import { ask } from './store/ask.ts'

/** @throws ZodError naming every fault */
export function admitAgency(
  db: Database,
  document: unknown,
): { agency: Agency; saving: Statement[] } {
  const agency = agencySchema.parse(document)
  const units = agency.units.map(unit => unit.key)
  return { agency, saving: saveAgency(db, agency.key, units, JSON.stringify(agency)) }
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

export async function issueCodes(
  db: Database,
  agency: string,
  holders: readonly Holder[],
  at: string,
): Promise<Issued[]> {
  const issued = holders.map(holder => ({ ...holder, code: newCode() }))
  const saving = issued.map(({ role, unit, name, code }) =>
    addAccess(db, { codeHash: codeHash(code), agency, role, unit, name, issuedAt: at }),
  )
  await db.batch(saving)
  return issued
}

export async function revokeAll(db: Database, agency: string, at: string): Promise<void> {
  const [active] = await ask(db, activeAccess(db, agency))
  const ending = active.flatMap(({ codeHash: hash }) => revokeAccess(db, hash, at))
  if (ending.length > 0) await db.batch(ending)
}

/** Whether every one of these codes still opens a session. */
export async function allActive(
  db: Database,
  agency: string,
  codes: readonly string[],
): Promise<boolean> {
  const [active] = await ask(db, activeAccess(db, agency))
  const hashes = new Set(active.map(row => row.codeHash))
  return codes.length > 0 && codes.every(code => hashes.has(codeHash(code)))
}
