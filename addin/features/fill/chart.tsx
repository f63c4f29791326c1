/** A figure over the last year as small bars, with the same in words for those who do not see them. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { periodName } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { Fold } from '../parts/layout.tsx'
import { bars, type Point } from './series.ts'

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', maxWidth: '360px', height: '44px' },
  before: {
    fill: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { fill: 'GrayText' },
  },
  now: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  ground: {
    fill: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { fill: 'GrayText' },
  },
  values: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '12px',
    rowGap: '2px',
    margin: '4px 0 0',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
})

const [width, height] = [312, 40]

/** Nothing is drawn of fewer than two figures: there is nothing to compare. */
export function Chart({ name, points }: { name: string; points: readonly Point[] }) {
  const styles = useStyles()
  const id = useId()
  const told = points.filter(({ words }) => words !== '')
  if (points.filter(({ value }) => value !== undefined).length < 2) return null
  const inWords = told.map(({ period, words }) => `${periodName(period)}: ${words}`).join('; ')
  return (
    <div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}t ${id}d`}
      >
        <title id={`${id}t`}>{t.fill.chart.title(name)}</title>
        <desc id={`${id}d`}>{inWords}</desc>
        {bars(points, width, height).map((bar, i) => (
          <rect
            key={points[i]?.period}
            className={
              !bar.known ? styles.ground : i === points.length - 1 ? styles.now : styles.before
            }
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
          />
        ))}
      </svg>
      <Fold summary={t.fill.chart.values(told.length)}>
        <dl className={styles.values}>
          {[...told].reverse().map(({ period, words }) => (
            <div key={period} style={{ display: 'contents' }}>
              <dt>{periodName(period)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </div>
  )
}
