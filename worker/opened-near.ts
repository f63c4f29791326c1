/** The opened periods that lie nearest one that was not: looked up only where a request is refused for it. */
import { parsePeriod, periodKey, periodsBefore } from '../shared/period.ts'
import type { AgencyName } from '../shared/protocol.ts'
import type { Database } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { ask } from './store/ask.ts'
import { keysBeside, type PeriodRow } from './store/periods.ts'
import { periodsIn } from './store/province.ts'

/** Of the year before and the year after, the three opened by any of them that lie nearest, the nearest first. */
export async function openedNear(
  db: Database,
  agencies: readonly Pick<AgencyName, 'agency'>[],
  period: string,
): Promise<string[]> {
  const { kind, year } = parsePeriod(period)
  const perYear = { M: 12, Q: 4, '6M': 1, '9M': 1, Y: 1 }[kind]
  // after 9999 no year has a key
  const end = periodKey({ ...parsePeriod(period), year: Math.min(year + 1, 9999) })
  const near = [...periodsBefore(end, 2 * perYear), end]
  const [rows] = await ask(
    db,
    periodsIn(
      db,
      agencies.map(({ agency }) => agency),
      near,
    ),
  )
  const opened = new Set(rows.map(row => row.period))
  const at = near.indexOf(period)
  const distance = (key: string) => Math.abs(near.indexOf(key) - at)
  return near
    .filter(key => opened.has(key))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3)
}

/** @throws Problem not-found naming the nearest periods the agency has opened */
export async function openedOrNear(
  db: Database,
  agency: string,
  row: PeriodRow | undefined,
  period: string,
): Promise<PeriodRow> {
  if (row) return row
  throw await notOpened(db, agency, period)
}

/** Of its kind and near in time; otherwise whatever was opened before and after. */
export async function notOpened(db: Database, agency: string, period: string): Promise<Problem> {
  const near = await openedNear(db, [{ agency }], period)
  if (near.length > 0) return new Problem('not-found', say.periodNotOpened(period, near))
  const [beside] = await ask(db, keysBeside(db, agency, period))
  const keys = beside.flatMap(row => row.period ?? [])
  return new Problem('not-found', say.periodNotOpened(period, keys))
}
