/**
 * The folder a server is started on, and the work of its units: several agencies with the same unit keys, each unit with
 * small reports that the rules find nothing in and of which no two are alike.
 */
import { mkdirSync } from 'node:fs'
import { statutoryWindow } from '../../shared/period.ts'
import { admitAgency, admitCatalogue, holdersOf, issueCodes } from '../../worker/admit.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import { canonicalJson } from '../../worker/digest.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'

const version = 'sct-2025.1'
/** No two follow each other: figures of the month before would ask for reasons. */
export const periods = ['2025-M02', '2025-M04', '2025-M06', '2025-M08', '2025-M10']
const fields = ['XTTM', 'HC', 'DM', 'VLNCN']

export type Holding = { readonly agency: string; readonly unit: string; readonly code: string }
export type Province = { readonly units: readonly Holding[]; readonly clerks: readonly Holding[] }

const agencyDocument = (key: string) => {
  const units = fields.map((_, i) => `don_vi_${i + 1}`)
  return {
    key,
    name: `Sở Công Thương ${key}`,
    superior: 'UBND tỉnh',
    place: 'Thử',
    units: units.map((unit, i) => ({
      key: unit,
      name: `Đơn vị ${i + 1}`,
      short: `ĐV ${i + 1}`,
      kind: 'division',
      fields: [fields[i]],
    })),
    roles: Object.fromEntries(
      ['office', 'legal', 'service_centre', 'control', 'dossiers', 'all'].map(role => [
        role,
        units,
      ]),
    ),
    fields: fields.map((code, i) => ({ code, name: `Lĩnh vực ${i + 1}`, procedures: 4 })),
    tasks: [],
  }
}

/** Admits the agencies as an administrator would, into a folder that no server holds. */
export async function found(dataDir: string, agencyCount: number): Promise<Province> {
  mkdirSync(dataDir, { recursive: true })
  const db = openSqlite(databaseFile(dataDir))
  try {
    await db.migrate()
    await db.batch([admitCatalogue(db, catalogueFiles(version))])
    const held: (Holding & { role: string })[] = []
    for (let i = 1; i <= agencyCount; i++) {
      const { agency, saving } = admitAgency(db, agencyDocument(`sct-${i}`))
      await db.batch(saving)
      const issued = await issueCodes(db, agency.key, holdersOf(agency), new Date().toISOString())
      for (const { role, unit, code } of issued)
        held.push({ agency: agency.key, role, unit: unit ?? '', code })
    }
    return {
      units: held.filter(({ role }) => role === 'unit'),
      clerks: held.filter(({ role }) => role === 'clerk'),
    }
  } finally {
    db.close()
  }
}

/** The canonical body of a unit's report; `serial` makes it one of its kind. */
export function reportOf(unit: string, period: string, basedOn: number | null, serial: number) {
  const field = fields[Number(unit.slice(-1)) - 1] ?? ''
  const { from, to } = statutoryWindow(period)
  return canonicalJson({
    catalogue: version,
    basedOn,
    window: { from, to },
    figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: serial },
    tables: {
      'KSTT-06a': {
        [field]: {
          received_online: 10,
          received_direct: 0,
          carried_over: 0,
          resolved_early: 8,
          resolved_on_time: 0,
          resolved_late: 0,
          pending_in_time: 2,
          pending_overdue: 0,
        },
      },
    },
    narrative: { 'II.2': `Đã rà soát thủ tục lần ${serial}.` },
    reasons: [],
    preparedBy: 'Nguyễn Thị Lan',
    approvedBy: 'Trần Văn Bình',
  })
}
