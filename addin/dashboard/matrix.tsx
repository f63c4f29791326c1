/** Units by periods: a sign in every cell, its word for the period that is looked at and for whoever cannot see. */
import type { Progress } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import type { Answer } from './answers.ts'
import { matrixOf, oftenLate, type UnitMark, unitMarks } from './completeness.ts'
import { Scrolled } from './scrolled.tsx'
import { markSigns } from './status.tsx'
import { named, shortPeriod, yearMark } from './telling.ts'

type Given = {
  /** the oldest first */
  readonly periods: readonly string[]
  readonly answers: readonly Answer<Progress>[]
  readonly unit: string | null
  readonly choose: (unit: string) => void
}

export function Matrix({ periods, answers, unit, choose }: Given) {
  const rows = matrixOf(answers.map(({ value }) => value))
  const used = new Set(rows.flatMap(({ marks }) => marks))
  return (
    <>
      <ul className="legend">
        {unitMarks
          .filter(mark => used.has(mark))
          .map(mark => (
            <li key={mark}>
              <i className={`mark ${mark}`} aria-hidden="true">
                {markSigns[mark]}
              </i>
              {t.units.marks[mark]}
            </li>
          ))}
      </ul>
      <Scrolled name={t.chart.tableOf(t.units.title)}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t.units.unit}</th>
              {periods.map((period, i) => (
                <th key={period} scope="col">
                  <abbr title={named(period)}>{shortPeriod(period)}</abbr>
                  <small>{yearMark(period, periods[i - 1])}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.unit} className={row.unit === unit ? 'chosen' : ''}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => choose(row.unit)}>
                    {row.name}
                  </button>
                </th>
                {row.marks.map((mark, i) => (
                  <Mark key={periods[i]} mark={mark} isNow={i === periods.length - 1} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  )
}

function Mark({ mark, isNow }: { mark: UnitMark | undefined; isNow: boolean }) {
  if (mark === undefined) return <td className="now-loading">{t.units.loading}</td>
  return (
    <td className={isNow ? 'now' : ''}>
      <i className={`mark ${mark}`} aria-hidden="true">
        {markSigns[mark]}
      </i>
      <span className={isNow ? 'word' : 'unseen'}>{t.units.marks[mark]}</span>
    </td>
  )
}

export function matrixSays(answers: readonly Answer<Progress>[]): string {
  const rows = matrixOf(answers.map(({ value }) => value))
  const often = oftenLate(rows).slice(0, 4)
  const lead = t.units.sentence(answers.length)
  if (answers.length < 2) return lead
  const says =
    often.length > 0
      ? t.units.often(often.map(({ name, times, of }) => t.units.times(name, times, of)))
      : t.units.noneOften
  return `${lead} ${says}`
}
