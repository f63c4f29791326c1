/** Marks that say how far a figure can be relied on: a sign and a word, never a colour alone. */
import type { FigureStatus } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import type { UnitMark } from './completeness.ts'
import type { Coverage } from './rates.ts'

const signs: Readonly<Record<FigureStatus, string>> = {
  final: '✔',
  provisional: '◔',
  incomplete: '◐',
  late: '!',
}

/** The surest first. */
const inOrder: readonly FigureStatus[] = ['final', 'provisional', 'incomplete', 'late']

export const markSigns: Readonly<Record<UnitMark, string>> = {
  accepted: '✔',
  submitted: '●',
  late: '◷',
  returned: '↩',
  missing: '✕',
  awaited: '○',
  absent: '–',
}

export function Status({ status }: { status: FigureStatus }) {
  return (
    <span className={`chip ${status}`}>
      <span aria-hidden="true">{signs[status]}</span> {t.statuses[status]}
    </span>
  )
}

/** Said only where not everyone who owes a part has given it. */
export function Covered({
  coverage,
  of = 'units',
}: {
  coverage: Coverage | null
  of?: 'units' | 'agencies'
}) {
  if (!coverage || coverage.reported >= coverage.expected) return null
  const { reported, expected } = coverage
  const says =
    of === 'units' ? t.coverage(reported, expected) : t.coverageAgencies(reported, expected)
  return <span className="covered">{says}</span>
}

export function StatusLegend() {
  return (
    <dl className="meanings">
      {inOrder.map(status => (
        <div key={status}>
          <dt>
            <Status status={status} />
          </dt>
          <dd>{t.meanings[status]}</dd>
        </div>
      ))}
    </dl>
  )
}
