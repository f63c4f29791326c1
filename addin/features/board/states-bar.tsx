/** The units by state as one bar. The filters beneath say the same in words and numbers. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { UnitProgress } from '../../../shared/protocol.ts'
import { countOf, shownStates } from './standing.ts'

const useStyles = makeStyles({
  track: {
    display: 'flex',
    gap: '2px',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
  },
  part: { minWidth: '4px', forcedColorAdjust: 'none' },
  accepted: {
    backgroundColor: tokens.colorStatusSuccessForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  submitted: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'LinkText' },
  },
  returned: {
    backgroundColor: tokens.colorStatusWarningForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  'not-started': {
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
})

export function StatesBar({ units }: { units: readonly UnitProgress[] }) {
  const styles = useStyles()
  return (
    <div className={styles.track} aria-hidden>
      {shownStates.map(state => {
        const count = countOf(units, state)
        if (count === 0) return null
        return (
          <div
            key={state}
            className={mergeClasses(styles.part, styles[state])}
            style={{ flexGrow: count }}
          />
        )
      })}
    </div>
  )
}
