/** The period on the desk, its window and how near the due date is; a choice only where there is one. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { printDate } from '../../../shared/period.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import { usePart, useStore } from '../store.ts'
import { nearness, shortDate } from './due.ts'
import { loadOlder } from './periods.ts'

const useStyles = makeStyles({
  select: {
    minHeight: '28px',
    maxWidth: '100%',
    // as wide as the chosen period, not as the longest
    fieldSizing: 'content',
    padding: '0 4px',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  past: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  near: { fontWeight: tokens.fontWeightSemibold },
  window: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** No period's key. */
const further = 'older'

export function PeriodChoice() {
  const styles = useStyles()
  const store = useStore()
  const { list, chosen, older } = usePart(state => state.periods)
  const only = list?.length === 1 ? list[0] : undefined
  if (!list || list.length === 0) return null
  if (only) return <span className={styles.name}>{only.name}</span>
  return (
    <select
      className={styles.select}
      aria-label={t.period.choose}
      value={chosen ?? ''}
      onChange={({ target }) =>
        target.value === further
          ? void loadOlder(store)
          : store.dispatch({ type: 'period-chosen', period: target.value })
      }
    >
      {list.map(({ period, name, state }) => (
        <option key={period} value={period}>
          {state === 'locked' ? t.period.lockedNamed(name) : name}
        </option>
      ))}
      {older && <option value={further}>{t.period.older}</option>}
    </select>
  )
}

/** @param settled the figures are in, so lateness is no longer news */
export function DueDate({ period, settled }: { period: PeriodSummary; settled: boolean }) {
  const styles = useStyles()
  const now = Date.now()
  const { when, days } = nearness(period.dueDate, now)
  const words = when === 'today' ? t.period.today : t.period[when](days)
  const urgent = when === 'past' ? styles.past : days <= 3 && styles.near
  return (
    <span>
      {t.period.due(shortDate(period.dueDate, now))}
      {!settled && (
        <>
          {' · '}
          <span className={mergeClasses(urgent)}>{words}</span>
        </>
      )}
    </span>
  )
}

export const PeriodWindow = ({ period }: { period: PeriodSummary }) => (
  <span className={useStyles().window}>
    {t.period.window(printDate(period.window.from), printDate(period.window.to))}
  </span>
)
