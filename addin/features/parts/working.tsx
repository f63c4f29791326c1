/** Something is under way: always in words, with a bar where the end is known. */
import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '24px' },
  // plain, because the library's own weighs 3 kB in the first load
  wheel: {
    flexShrink: 0,
    width: '14px',
    height: '14px',
    border: `3px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRadius: '50%',
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationTimingFunction: 'linear',
    animationIterationCount: 'infinite',
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
  },
  track: {
    height: '6px',
    borderRadius: '3px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    borderRadius: '3px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: 'width',
    transitionDuration: tokens.durationNormal,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
})

export function Working({ words }: { words: string }) {
  const styles = useStyles()
  return (
    <div className={styles.line} role="status">
      <span className={styles.wheel} aria-hidden />
      <span>{words}</span>
    </div>
  )
}

/** @param label what is measured, for those who do not see the bar */
export function Bar({ value, of, label }: { value: number; of: number; label: string }) {
  const styles = useStyles()
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={value}
    >
      <div className={styles.fill} style={{ width: `${of > 0 ? (value / of) * 100 : 0}%` }} />
    </div>
  )
}
