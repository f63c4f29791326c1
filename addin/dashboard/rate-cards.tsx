/** The rates leaders are asked about, each with its target, what it was before and how it went. */
import { useId } from 'react'
import { printNumber } from '../../shared/figure.ts'
import type { Attainment } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Course } from './course.tsx'
import { FigureFrame, type Table } from './figure-frame.tsx'
import type { Rate } from './rates.ts'
import { Covered, Status } from './status.tsx'
import { drawn, figureText, movementText, named, type Wire } from './telling.ts'

const signs: Readonly<Record<Attainment['comparison'], string>> = { '>=': '≥', '<=': '≤' }

type Given = {
  readonly rates: readonly Rate[]
  readonly source: string
  /** of one unit: the plan's targets are the agency's */
  readonly isUnit: boolean
  readonly of?: 'units' | 'agencies'
}

export function RateCards({ rates, source, isUnit, of = 'units' }: Given) {
  return (
    <ul className="cards">
      {rates.map(rate => (
        <Card key={rate.indicator} rate={rate} source={source} isUnit={isUnit} of={of} />
      ))}
    </ul>
  )
}

type CardGiven = Omit<Given, 'rates'> & { readonly rate: Rate }

function Card({ rate, source, isUnit, of = 'units' }: CardGiven) {
  const { name, measure, value, status, coverage, target, course } = rate
  const id = useId()
  const isNumber = drawn(value) !== null
  // who has reported and left it blank has given nothing one could rely upon
  const isBlank = value === null && coverage !== null && coverage.reported >= coverage.expected
  return (
    <li className="card">
      <article aria-labelledby={id}>
        <h3 id={id}>{name}</h3>
        <p className={isNumber ? 'big' : 'big words'}>{figureText(value, measure)}</p>
        <p className="marks">
          {status && !isBlank && <Status status={status} />} <Covered coverage={coverage} of={of} />
        </p>
        {target && <Target target={target} isUnit={isUnit} />}
        <dl className="before">
          <Before says={t.rates.previous} now={value} was={rate.previous} measure={measure} />
          {rate.lastYear !== undefined && (
            <Before says={t.rates.lastYear} now={value} was={rate.lastYear} measure={measure} />
          )}
        </dl>
        <FigureFrame
          name={t.rates.course(name)}
          says={courseSays(rate)}
          table={courseTable(rate)}
          source={source}
          quiet
        >
          {course.length > 1 && course.some(moment => drawn(moment.value) !== null) && (
            <Course
              lines={[{ key: rate.indicator, name, course }]}
              measure={measure}
              target={target?.unit === measure ? target?.threshold : undefined}
              fromZero={false}
              height={9}
            />
          )}
        </FigureFrame>
      </article>
    </li>
  )
}

function Target({ target, isUnit }: { target: Attainment; isUnit: boolean }) {
  const { attained, due, gap, year } = target
  const words = t.rates
  const text = words.target(
    signs[target.comparison],
    printNumber(target.threshold),
    target.unit === '%' ? '\u00a0%' : ` ${target.unit}`,
    year,
  )
  // whether it is attained is told of the whole agency
  if (isUnit)
    return (
      <p className="aim">
        <i className="swatch dash" aria-hidden="true" />
        {text}
      </p>
    )
  const mark = !due ? 'later' : attained === null ? 'untold' : attained ? 'met' : 'unmet'
  const says = {
    later: words.notDue,
    untold: words.untold,
    met: words.attained,
    unmet: words.notAttained,
  }
  const sign = { later: '…', untold: '?', met: '✔', unmet: '✕' }
  const missing = gap && !attained ? (target.comparison === '>=' ? words.less : words.more) : null
  return (
    <p className="aim">
      <span className={`chip ${mark}`}>
        <span aria-hidden="true">{sign[mark]}</span> {says[mark]}
      </span>{' '}
      <i className="swatch dash" aria-hidden="true" />
      {text}
      {missing && gap && <span className="gap">, {missing(printNumber(gap.count), gap.unit)}</span>}
    </p>
  )
}

type BeforeGiven = {
  readonly says: string
  readonly now: Wire
  readonly was: Wire | 'absent'
  readonly measure: string | null
}

function Before({ says, now, was, measure }: BeforeGiven) {
  const movement = was === 'absent' ? null : movementText(now, was, measure)
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        {was === 'absent' ? t.figure.noPeriod : figureText(was, measure)}
        {movement && <span className="movement">({movement})</span>}
      </dd>
    </div>
  )
}

function courseSays({ name, course, measure }: Rate): string {
  const told = course.filter(({ value }) => drawn(value) !== null)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return t.rates.courseNone(name)
  const text = (value: Wire) => figureText(value, measure)
  if (first === last) return t.rates.courseOne(name, named(first.period), text(first.value))
  return t.rates.courseSays(
    name,
    named(first.period),
    text(first.value),
    named(last.period),
    text(last.value),
  )
}

const courseTable = ({ name, course, measure }: Rate): Table => ({
  corner: t.time.period,
  columns: [name, t.time.status],
  rows: course.toReversed().map(({ period, value, status }) => ({
    name: named(period),
    cells: status ? [figureText(value, measure), t.statuses[status]] : [t.figure.noPeriod, '–'],
  })),
})

/** How many of the targets that are due are met, and which are not. */
export function targetsSay(rates: readonly Rate[]): string {
  const due = rates.flatMap(({ target, name }) =>
    target?.due ? [{ name, attained: target.attained }] : [],
  )
  if (due.length === 0) return t.rates.noTargets
  const named = (wanted: boolean | null) =>
    due.filter(({ attained }) => attained === wanted).map(({ name }) => name)
  const [met, unmet, unmeasured] = [named(true), named(false), named(null)]
  if (met.length === due.length) return t.rates.allMet(due.length)
  return [
    t.rates.met(met.length, due.length),
    ...(unmet.length > 0 ? [t.rates.unmet(unmet)] : []),
    ...(unmeasured.length > 0 ? [t.rates.unmeasured(unmeasured)] : []),
  ].join(' ')
}
