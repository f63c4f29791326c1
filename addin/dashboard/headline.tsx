/** What a leader with one minute reads: whose figures, how sure, from when, who is missing by name. */
import { printDate, printInstant } from '../../shared/period.ts'
import type { Consolidation, Progress } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { markOf, namesOf } from './completeness.ts'
import { markSigns } from './status.tsx'

type Given = {
  readonly progress: Progress
  readonly consolidation: Consolidation | undefined
  readonly unit: string | null
}

export function Headline({ progress, consolidation, unit }: Given) {
  const { period, expected, submitted, accepted, late, missing, returned } = progress
  const awaited = namesOf(progress, 'awaited')
  const state = period.state === 'locked' ? 'final' : 'provisional'
  const own = progress.units.find(one => one.unit === unit)
  const words = t.headline
  return (
    <div className="headline">
      <p className={`state ${state}`}>
        {words.state[state]}{' '}
        {consolidation && submitted > 0 ? words.asOf(printInstant(consolidation.asOf)) : ''}
      </p>
      <p className="window">
        {words.window(printDate(period.window.from), printDate(period.window.to))} ·{' '}
        {words.due(printDate(period.dueDate))}
      </p>
      {own && (
        <p className="own">
          <span aria-hidden="true">{markSigns[markOf(own)]} </span>
          {words.unitStands(own.name, t.units.marks[markOf(own)])}
        </p>
      )}
      <ul className="counts">
        <Count n={words.of(submitted, expected)} says={words.submitted} isMain />
        <Count n={words.of(accepted, expected)} says={words.accepted} />
        {missing > 0 && <Count n={`${missing}`} says={words.missing} isBad />}
        {awaited.length > 0 && <Count n={`${awaited.length}`} says={words.awaited} />}
        {late > 0 && <Count n={`${late}`} says={words.late} isBad />}
        {returned > 0 && <Count n={`${returned}`} says={words.returned} isBad />}
      </ul>
      <div className="who">
        <Who names={namesOf(progress, 'missing')} says={words.who.missing} />
        <Who names={awaited} says={words.who.awaited} />
        <Who names={namesOf(progress, 'late')} says={words.who.late} />
        <Who names={namesOf(progress, 'returned')} says={words.who.returned} />
        {submitted === expected && late === 0 && <p>{words.everyone}</p>}
      </div>
    </div>
  )
}

type CountGiven = {
  readonly n: string
  readonly says: string
  readonly isMain?: boolean
  readonly isBad?: boolean
}

export function Count({ n, says, isMain = false, isBad = false }: CountGiven) {
  return (
    <li className={isMain ? 'main' : isBad ? 'bad' : ''}>
      <strong>{n}</strong> <span>{says}</span>
    </li>
  )
}

function Who({
  names,
  says,
}: {
  names: readonly string[]
  says: (names: readonly string[]) => string
}) {
  return names.length > 0 ? <p>{says(names)}</p> : null
}
