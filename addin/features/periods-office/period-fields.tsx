/** Kind, number and year of a period. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Period } from '../../../shared/period.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { isPeriodKind, nextPeriod, periodKinds, perYear } from './proposal.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  field: { display: 'flex', flexDirection: 'column', gap: '2px' },
  control: {
    minHeight: '32px',
    maxWidth: '100%',
    padding: '0 4px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

type Props = {
  period: Period
  list: readonly PeriodSummary[]
  onChoose: (period: Period) => void
}

export function PeriodFields({ period, list, onChoose }: Props) {
  const styles = useStyles()
  const id = useId()
  const { kind, ordinal, year } = period
  const ordinals = Array.from({ length: perYear[kind] }, (_, i) => i + 1)
  const years = Array.from({ length: 5 }, (_, i) => year - 2 + i)
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        <label htmlFor={`${id}-kind`}>{office().periods.kind}</label>
        <select
          id={`${id}-kind`}
          className={styles.control}
          value={kind}
          onChange={({ target }) => {
            if (isPeriodKind(target.value)) onChoose(nextPeriod(list, target.value, Date.now()))
          }}
        >
          {periodKinds.map(one => (
            <option key={one} value={one}>
              {office().periods.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      {(kind === 'M' || kind === 'Q') && (
        <div className={styles.field}>
          <label htmlFor={`${id}-number`}>{office().periods.number[kind]}</label>
          <select
            id={`${id}-number`}
            className={styles.control}
            value={ordinal}
            onChange={({ target }) => onChoose({ ...period, ordinal: Number(target.value) })}
          >
            {ordinals.map(one => (
              <option key={one} value={one}>
                {kind === 'Q' ? ['I', 'II', 'III', 'IV'][one - 1] : one}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-year`}>{office().periods.year}</label>
        <select
          id={`${id}-year`}
          className={styles.control}
          value={year}
          onChange={({ target }) => onChoose({ ...period, year: Number(target.value) })}
        >
          {years.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
