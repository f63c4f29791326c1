/** Figures of the inspection rounds for the sheet of the unit that owns their rows; anybody else gets none. */
import type { Agency } from '../../shared/agency.ts'
import { type Index, ownerRole, playsRole } from '../../shared/catalogue/catalogue.ts'
import {
  inspectionFigures,
  inspectionRows,
  type Proposal,
} from '../../shared/inspection/figures.ts'
import type { Database } from '../env.ts'
import { ask } from '../store/ask.ts'
import { standingOfPart } from '../store/inspections.ts'
import type { PeriodRow } from '../store/periods.ts'
import { foundOn, inspectionFrom, problemsFrom } from './standing.ts'

/** Only for rows of the period's catalogue that the unit fills. @param today in Vietnam: no planned visit is counted */
export async function proposedFor(
  db: Database,
  agency: Agency,
  unit: string,
  index: Index,
  { period, from, to }: PeriodRow,
  today: string,
): Promise<Proposal[]> {
  const own = new Set(
    inspectionRows.filter(key => {
      const entry = index.indicators.get(key)
      return entry !== undefined && playsRole(agency, ownerRole(index, entry.row), unit)
    }),
  )
  if (own.size === 0) return []
  const [rows, found] = await ask(
    db,
    standingOfPart(db, agency.key, 'round'),
    standingOfPart(db, agency.key, 'problem'),
  )
  const rounds = new Map(
    rows.flatMap(row => {
      const inspection = inspectionFrom([row])
      return inspection ? [[row.round, inspection.round] as const] : []
    }),
  )
  const problems = problemsFrom(found).map(problem => ({
    foundOn: foundOn(problem, rounds.get(problem.round)),
    resolvedOn: problem.resolvedOn,
  }))
  const units = agency.units.map(({ key }) => key)
  const window = { from, to: today < to ? today : to }
  return inspectionFigures(units, [...rounds.values()], problems, period, window).filter(({ at }) =>
    own.has(at),
  )
}
