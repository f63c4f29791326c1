/** Which agency, period and unit are looked at; the choice is in the address. */
import { type ReactNode, useId } from 'react'
import type { PeriodKind } from '../../shared/period.ts'
import { t } from '../i18n/dashboard.ts'
import { kindOf } from './span.ts'
import { named, younger } from './telling.ts'

type Choice = { readonly key: string; readonly name: string }

type Given = {
  readonly agencies: readonly Choice[]
  /** null: all of them */
  readonly agency: string | null
  readonly periods: readonly string[]
  readonly period: string | null
  /** asks for periods of earlier years; null: there are none */
  readonly lookBack: (() => void) | null
  /** null: there is nothing to choose */
  readonly units: readonly Choice[] | null
  readonly unit: string | null
  readonly change: (change: {
    agency?: string | null
    period?: string | null
    unit?: string | null
  }) => void
}

/** As people count them, not as keys sort. */
const kindsInOrder: readonly PeriodKind[] = ['M', 'Q', '6M', '9M', 'Y']

/** No period's key. */
const further = 'older'

export function FilterBar(given: Given) {
  const { agencies, agency, periods, period, lookBack, units, unit, change } = given
  const kinds = kindsInOrder.filter(kind => periods.some(key => kindOf(key) === kind))
  const kind = period === null ? kinds[0] : kindOf(period)
  const ofKind = periods.filter(key => kindOf(key) === kind).toSorted(younger)
  const byYear = Map.groupBy(ofKind, key => key.slice(0, 4))
  const newestOf = (other: PeriodKind) =>
    periods.filter(key => kindOf(key) === other).toSorted(younger)[0] ?? null
  return (
    <form className="filters" aria-label={t.bar.filters} onSubmit={event => event.preventDefault()}>
      {agencies.length > 1 && (
        <Select
          label={t.bar.agency}
          value={agency ?? ''}
          choose={key => change({ agency: key || null })}
        >
          <option value="">{t.bar.allAgencies(agencies.length)}</option>
          {options(agencies)}
        </Select>
      )}
      {kinds.length > 1 && kind && (
        <Select
          label={t.bar.kind}
          value={kind}
          choose={key => {
            const chosen = kindsInOrder.find(one => one === key)
            if (chosen) change({ period: newestOf(chosen) })
          }}
        >
          {kinds.map(key => (
            <option key={key} value={key}>
              {t.kinds[key]}
            </option>
          ))}
        </Select>
      )}
      {period !== null && (
        <Select
          label={t.bar.period}
          value={period}
          choose={key => (key === further ? lookBack?.() : change({ period: key }))}
        >
          {byYear.size > 1 && ofKind.length > 6
            ? [...byYear].map(([year, keys]) => (
                <optgroup key={year} label={year}>
                  {options(keys.map(key => ({ key, name: named(key) })))}
                </optgroup>
              ))
            : options(ofKind.map(key => ({ key, name: named(key) })))}
          {lookBack && <option value={further}>{t.bar.older}</option>}
        </Select>
      )}
      {units && (
        <Select label={t.bar.unit} value={unit ?? ''} choose={key => change({ unit: key || null })}>
          <option value="">{t.bar.allUnits}</option>
          {options(units)}
        </Select>
      )}
    </form>
  )
}

const options = (choices: readonly Choice[]) =>
  choices.map(({ key, name }) => (
    <option key={key} value={key}>
      {name}
    </option>
  ))

type SelectGiven = {
  readonly label: string
  readonly value: string
  readonly choose: (key: string) => void
  readonly children: ReactNode
}

function Select({ label, value, choose, children }: SelectGiven) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => choose(event.target.value)}>
        {children}
      </select>
    </div>
  )
}
