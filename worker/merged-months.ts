/**
 * The months of an agency's longer period, merged and rolled up, for rule T-02 over merged figures. Months of which a unit is
 * missing, or more than the period has, cannot come to it: then nothing is read and nothing is judged.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { mergedValues, type Submitted } from '../shared/consolidate.ts'
import { type MergedMonth, mergedRollUp, tellersOf } from '../shared/roll-up/merged.ts'
import type { RollUp } from '../shared/roll-up.ts'
import type { Counting } from './counting.ts'
import type { Database } from './env.ts'
import { monthsBehind } from './rolled-up.ts'
import type { Inputs } from './sources.ts'
import { adjustmentsOf } from './store/adjustments.ts'
import { ask } from './store/ask.ts'
import { countedRevisions } from './store/submissions.ts'
import { toMerge } from './to-merge.ts'

const unitsOf = ({ revisions }: Counting): string =>
  revisions
    .map(({ unit }) => unit)
    .sort()
    .join(' ')

/** @param filed what counts of the period itself */
export async function monthsMerged(
  db: Database,
  agencyKey: string,
  { index, agency }: { index: Index; agency: Agency },
  { period, months = [], counting }: Pick<Inputs, 'period' | 'months' | 'counting'>,
  filed: readonly Submitted[],
): Promise<RollUp | undefined> {
  const asked = monthsBehind(period.period)
  const units = unitsOf(counting)
  const whole = months.length === asked.length && months.every(month => unitsOf(month) === units)
  if (asked.length === 0 || !whole) return undefined
  const merged: MergedMonth[] = []
  // one month at a time: the figures of a year are more than an isolate should hold at once
  for (const month of months) {
    const [rows, adjusted] = await ask(
      db,
      countedRevisions(db, agencyKey, month.period, month.revisions),
      adjustmentsOf(db, agencyKey, month.period),
    )
    const input = toMerge(index, agency, rows, adjusted, month)
    merged.push({
      period: month.period,
      content: mergedValues(input).content,
      tellers: tellersOf(
        index,
        input.submissions.map(({ content }) => content),
      ),
    })
  }
  return mergedRollUp(
    index,
    merged,
    tellersOf(
      index,
      filed.map(({ content }) => content),
    ),
  )
}
