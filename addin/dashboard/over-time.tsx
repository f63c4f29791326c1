/** Dossiers over periods: the totals of the table's groups as lines, what is overdue in the sentence and the table. */
import type { SeriesAnswer } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Course } from './course.tsx'
import { type Group, inSeries } from './dossiers.ts'
import { FigureFrame, type Table } from './figure-frame.tsx'
import { courseOf, linesOf, type Moment } from './rates.ts'
import { Status } from './status.tsx'
import { drawn, figureText, movementText, named, printed } from './telling.ts'

type Told = {
  readonly key: string
  readonly name: string
  readonly worse: boolean
  readonly course: readonly Moment[]
}

/** What is asked of the series: totals, and the parts of which less is better. */
export const overTime = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ total, parts }) => [
    inSeries(total),
    ...parts.filter(({ worse }) => worse).map(({ column }) => inSeries(column)),
  ])

export function toldOf(
  series: SeriesAnswer,
  groups: readonly Group[],
  unit: string | null,
): Told[] {
  const lines = linesOf(series, unit)
  const wanted = groups.flatMap(({ name, total, parts }) => [
    { column: total, name, worse: false },
    ...parts.flatMap(part =>
      part.worse ? [{ column: part.column, name: `${name}, ${part.name}`, worse: true }] : [],
    ),
  ])
  return wanted.flatMap(({ column, name, worse }) => {
    const line = lines.find(({ indicator }) => indicator === inSeries(column))
    return line ? [{ key: column, name, worse, course: courseOf(series, line) }] : []
  })
}

type Given = { readonly told: readonly Told[]; readonly period: string; readonly source: string }

export function OverTime({ told, period, source }: Given) {
  const lines = told.filter(({ worse }) => !worse)
  const has = lines.some(({ course }) => course.some(({ value }) => drawn(value) !== null))
  const now = lines[0]?.course.find(one => one.period === period)
  return (
    <FigureFrame
      name={t.time.title}
      says={has ? timeSays(told, period) : t.time.nothing}
      table={timeTable(told)}
      source={source}
    >
      {has && now?.status && (
        <p className="marks">
          <Status status={now.status} /> {named(period)}
        </p>
      )}
      {has && (
        <>
          <ul className="legend" aria-hidden="true">
            {lines.map(({ key, name }, n) => (
              <li key={key}>
                <i className={`swatch stroke stroke-${n}`} />
                {name}
              </li>
            ))}
          </ul>
          <Course lines={lines} measure={null} fromZero height={17} />
          <p className="quiet">{t.time.open}</p>
        </>
      )}
    </FigureFrame>
  )
}

/** The first line's movement, and whatever is overdue now. */
function timeSays(told: readonly Told[], period: string): string {
  const [first] = told
  if (!first) return t.time.nothing
  const place = first.course.findIndex(one => one.period === period)
  const [now, before] = [first.course[place], first.course[place - 1]]
  const text = figureText(now?.value)
  const movement = now && before ? movementText(now.value, before.value, null) : null
  const lead = movement
    ? t.time.sentence(first.name, text, named(period), movement)
    : t.time.alone(first.name, text, named(period))
  const overdue = told.flatMap(({ name, worse, course }) => {
    const n = drawn(course.find(one => one.period === period)?.value)
    return worse && n ? [t.time.worse(name, printed(n), named(period))] : []
  })
  return [lead, ...overdue].join(' ')
}

function timeTable(told: readonly Told[]): Table {
  const course = told[0]?.course ?? []
  return {
    corner: t.time.period,
    columns: [...told.map(({ name }) => name), t.time.status],
    rows: course
      .map(({ period, status }, i) => ({
        name: named(period),
        cells: [
          ...told.map(line => (status ? figureText(line.course[i]?.value) : t.figure.noPeriod)),
          status ? t.statuses[status] : '–',
        ],
      }))
      .toReversed(),
  }
}
