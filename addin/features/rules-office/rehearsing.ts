/**
 * Rehearses a rule period by period, the newest first, so that the person sees how far it is, can stop it, and no request
 * has to read two years.
 */
import type { PeriodSummary, Rehearsal } from '../../../shared/protocol.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'

/** As many as one request may ask for. */
export const mostPeriods = 24
const mostSentences = 200

/** 2025-M04 → M, 2025-6M → 6M: only periods of one kind are rehearsed together. */
const kindOf = (period: string): string => period.slice(5).replace(/^([MQ])\d+$/u, '$1')

/** Opened periods of the kind of `to` that are not after it, the newest first. */
export const endingIn = (list: readonly PeriodSummary[], to: string): PeriodSummary[] =>
  list
    .filter(({ period }) => kindOf(period) === kindOf(to) && period <= to)
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, mostPeriods)

/** A year back, or as far as there are periods. */
export function usualRange(list: readonly PeriodSummary[]): { from: string; to: string } | null {
  const [newest] = list
  if (!newest) return null
  const before = endingIn(list, newest.period)
  return { from: (before[11] ?? before.at(-1) ?? newest).period, to: newest.period }
}

export async function rehearse(
  store: Store,
  rule: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const wanted = endingIn(store.state().periods.list ?? [], to).filter(one => one.period >= from)
  let found: Rehearsal | null = null
  const tell = (done: number, state: 'running' | 'done' | 'stopped', why: string | null) =>
    store.dispatch({
      type: 'rehearsed',
      rule,
      run: { done, of: wanted.length, state, found, why },
    })
  tell(0, 'running', null)
  for (const [i, { period }] of wanted.entries()) {
    try {
      const one = await store.api.rehearse(rule, period, period)
      found = found ? together(found, one) : one
    } catch (error) {
      if (!leftBecauseExpired(store, error)) tell(i, 'stopped', sentenceOf(error))
      return
    }
    if (store.state().rules.runs[rule]?.state !== 'running') return tell(i + 1, 'stopped', null)
    tell(i + 1, i + 1 === wanted.length ? 'done' : 'running', null)
  }
}

/** What has been read stays; the period under way is still added. */
export function stop(store: Store, rule: string): void {
  const run = store.state().rules.runs[rule]
  if (run) store.dispatch({ type: 'rehearsed', rule, run: { ...run, state: 'stopped' } })
}

/** @param later is of newer periods than `earlier` */
export function together(later: Rehearsal, earlier: Rehearsal): Rehearsal {
  const units = new Map(later.units.map(unit => [unit.unit, unit]))
  for (const one of earlier.units) {
    const sum = units.get(one.unit)
    units.set(
      one.unit,
      sum
        ? {
            ...sum,
            submissions: sum.submissions + one.submissions,
            failing: sum.failing + one.failing,
            findings: sum.findings + one.findings,
          }
        : one,
    )
  }
  const findings = [...later.findings, ...earlier.findings]
  return {
    ...later,
    from: earlier.from,
    skipped: [...later.skipped, ...earlier.skipped],
    submissions: later.submissions + earlier.submissions,
    failing: later.failing + earlier.failing,
    units: [...units.values()],
    findings: findings.slice(0, mostSentences),
    hidden: later.hidden + earlier.hidden + Math.max(0, findings.length - mostSentences),
  }
}
