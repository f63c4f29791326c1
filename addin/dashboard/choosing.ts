/** What an address means for whoever signed in: what it names and is not there is told, and something sensible shown. */
import { isPeriodKey } from '../../shared/period.ts'
import type { Agencies } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import type { Filters } from './address.ts'
import { kindOf } from './span.ts'
import { named, younger } from './telling.ts'

type Agency = Agencies['agencies'][number]

export type Chosen<T> = {
  readonly chosen: T
  /** what the address asked for in vain, in a sentence */
  readonly notice: string | null
}

/** Several agencies are looked at together until one is named. */
export function agencyChosen(
  { agency: asked }: Filters,
  agencies: readonly Agency[],
): Chosen<Agency | null> {
  const only = agencies.length === 1 ? (agencies[0] ?? null) : null
  if (asked === null) return { chosen: only, notice: null }
  const found = agencies.find(({ agency }) => agency === asked)
  return found
    ? { chosen: found, notice: null }
    : { chosen: only, notice: t.notThere.agency(asked) }
}

/** The youngest month until a period is named; of an office that opens no months, the youngest of all. */
export function periodChosen(
  { period: asked }: Filters,
  periods: readonly string[],
): Chosen<string | null> {
  const young = periods.toSorted(younger)
  const usual = young.find(key => kindOf(key) === 'M') ?? young[0] ?? null
  if (asked === null || usual === null) return { chosen: usual, notice: null }
  if (isPeriodKey(asked) && periods.includes(asked)) return { chosen: asked, notice: null }
  return { chosen: usual, notice: t.notThere.period(asked, named(usual)) }
}

/** @param units undefined while they are not known yet */
export function unitChosen(
  { unit: asked }: Filters,
  units: readonly { readonly unit: string }[] | undefined,
): Chosen<string | null> {
  if (asked === null || !units || units.some(({ unit }) => unit === asked))
    return { chosen: asked, notice: null }
  return { chosen: null, notice: t.notThere.unit(asked) }
}
