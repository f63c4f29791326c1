/** The indicators of one form over the years: name, small line, change in words; the years' own figures under a fold. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { fromWire, printFigure } from '../../../shared/figure.ts'
import type { Retrospective } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { Spark } from './spark.tsx'
import { useFieldStyles } from './years.tsx'

const useStyles = makeStyles({
  line: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  figures: { borderCollapse: 'collapse', marginTop: '4px' },
  cell: { textAlign: 'left', padding: '2px 12px 2px 0', fontWeight: 'inherit' },
  number: { textAlign: 'right', padding: '2px 0' },
  toggle: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '24px' },
})

type Indicator = Retrospective['indicators'][number]
const isKnown = ({ values }: Indicator): boolean => values.some(value => value !== null)

export function Lines({ review }: { review: Retrospective }) {
  const styles = useStyles()
  const fields = useFieldStyles()
  const store = useStore()
  const chosen = usePart(state => state.retrospective.form)
  const [all, setAll] = useState(false)
  const words = works().retrospective
  const forms = review.forms.map(({ form }) => form)
  const known = review.indicators.filter(isKnown)
  const first = known[0]?.form ?? forms[0]
  const form = chosen !== null && forms.includes(chosen) ? chosen : first
  const own = review.indicators.filter(one => one.form === form)
  const shown = all ? own : own.filter(isKnown)
  const unknown = own.length - own.filter(isKnown).length
  return (
    <Section title={words.indicators}>
      <label className={fields.field}>
        {words.form}
        <select
          className={fields.control}
          value={form}
          onChange={({ target }) =>
            store.dispatch({ type: 'retrospective-form', form: target.value })
          }
        >
          {review.forms.map(({ form: id, name }) => (
            <option key={id} value={id}>
              {words.formOf(name, known.filter(one => one.form === id).length)}
            </option>
          ))}
        </select>
      </label>
      {unknown > 0 && (
        <label className={styles.toggle}>
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
          {words.withUnknown(unknown)}
        </label>
      )}
      {shown.length === 0 && <Quiet>{words.noneKnown}</Quiet>}
      <List>
        {shown.map(one => (
          <li key={one.key} className={styles.line}>
            <Line one={one} review={review} />
          </li>
        ))}
      </List>
    </Section>
  )
}

function Line({ one, review }: { one: Indicator; review: Retrospective }) {
  const styles = useStyles()
  const words = works().retrospective
  const marks = [
    ...(one.best === null ? [] : [words.best(one.best)]),
    ...(one.worst === null ? [] : [words.worst(one.worst)]),
  ]
  return (
    <>
      <p className={styles.name}>{`${one.code}. ${one.name}`}</p>
      <div className={styles.change}>
        <Spark values={one.values} />
        <span>{one.words}</span>
      </div>
      {marks.length > 0 && <Quiet>{marks.join(' · ')}</Quiet>}
      {isKnown(one) && (
        <Fold summary={words.byYear}>
          <table className={styles.figures}>
            <tbody>
              {review.years.map(({ year }, i) => (
                <tr key={year}>
                  <th scope="row" className={styles.cell}>
                    {year === review.base ? words.baseYear(year) : String(year)}
                  </th>
                  <td className={styles.number}>{printed(one, i) || words.missing}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      )}
    </>
  )
}

const printed = ({ values, unit }: Indicator, i: number): string =>
  printFigure(fromWire(values[i]), unit === '%' ? 2 : undefined)
