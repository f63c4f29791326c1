/** A figure over the years as a small line; a year that is not there is a gap. The words beside it say the same. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { fromWire, quantity } from '../../../shared/figure.ts'
import type { Retrospective } from '../../../shared/protocol.ts'

const useStyles = makeStyles({
  line: { flexShrink: 0, overflow: 'visible', color: tokens.colorBrandForeground1 },
})
const [width, height, dot] = [72, 20, 2]

type Values = Retrospective['indicators'][number]['values']
type Point = { readonly x: number; readonly y: number }

export function Spark({ values }: { values: Values }) {
  const styles = useStyles()
  const runs = runsOf(values)
  if (runs.flat().length < 2) return null
  return (
    <svg
      className={styles.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      {runs.map(run => {
        const [first] = run
        const path = run.map(({ x, y }) => `${x},${y}`).join(' ')
        return run.length > 1 ? (
          <polyline key={path} points={path} fill="none" stroke="currentColor" strokeWidth={1.5} />
        ) : (
          <circle key={path} cx={first?.x} cy={first?.y} r={dot} fill="currentColor" />
        )
      })}
    </svg>
  )
}

/** Neighbouring years that are known, as points. */
function runsOf(values: Values): Point[][] {
  const numbers = values.map(value => quantity(fromWire(value)))
  const known = numbers.filter(value => value !== undefined)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const runs: Point[][] = [[]]
  for (const [i, value] of numbers.entries()) {
    if (value === undefined) {
      runs.push([])
      continue
    }
    const share = most === least ? 0.5 : (value - least) / (most - least)
    runs.at(-1)?.push({
      x: dot + (i / Math.max(1, values.length - 1)) * (width - 2 * dot),
      y: dot + (1 - share) * (height - 2 * dot),
    })
  }
  return runs.filter(run => run.length > 0)
}
