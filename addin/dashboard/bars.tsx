/** Lengths to compare: one bar per row, in parts. What was not reported has no bar and says so. */
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useId } from 'react'
import { printed } from './telling.ts'
import { useRoom } from './width.ts'

export type BarPart = {
  readonly key: string
  readonly name: string
  /** null: not reported */
  readonly value: number | null
  readonly worse?: boolean
}
export type BarRow = {
  readonly key: string
  readonly name: string
  readonly parts: readonly BarPart[]
  /** what is written beside the name */
  readonly text: string
}

type Given = {
  readonly rows: readonly BarRow[]
  /** of the whole width; the largest row without it */
  readonly most?: number
  readonly target?: number | undefined
}

/** Letters: a line of text, a bar below it, and the room to the next. */
const [line, thick, room] = [1.35, 0.95, 0.75]

export function Bars({ rows, most, target }: Given) {
  const hatch = useId()
  const [element, { width, letter }] = useRoom<HTMLDivElement>()
  const sums = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + (value ?? 0), 0))
  const x = scaleLinear<number>({ domain: [0, most ?? Math.max(...sums, 1)], range: [0, width] })
  const each = (line + thick + room) * letter
  const tall = rows.length * each
  return (
    <div ref={element} className="drawing">
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${tall}`} aria-hidden="true">
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="hatch-ground" width="6" height="6" />
              <rect className="hatch-line" width="2" height="6" />
            </pattern>
          </defs>
          {rows.map((row, i) => (
            <g key={row.key} transform={`translate(0,${i * each})`}>
              <text className="row-name" y={letter}>
                {fitting(row.name, (width - row.text.length * 0.6 * letter) / letter)}
              </text>
              <text className="row-value end" x={width} y={letter}>
                {row.text}
              </text>
              <rect className="track" y={line * letter} width={width} height={thick * letter} />
              {placed(row.parts).map(({ part, from, value, n }) => (
                <Bar
                  key={part.key}
                  className={part.worse ? 'part worse' : `part part-${n}`}
                  {...(part.worse ? { fill: `url(#${hatch})` } : {})}
                  x={x(from)}
                  y={line * letter}
                  // one dossier among thousands is still to be seen
                  width={Math.max(value > 0 ? 2 : 0, x(value) - 1)}
                  height={thick * letter}
                >
                  <title>{`${row.name}, ${part.name}: ${printed(value)}`}</title>
                </Bar>
              ))}
              {target !== undefined && (
                <line
                  className="target"
                  x1={x(target)}
                  x2={x(target)}
                  y1={(line - 0.15) * letter}
                  y2={(line + thick + 0.15) * letter}
                />
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}

/** Parts one behind the other. */
function placed(parts: readonly BarPart[]) {
  let from = 0
  return parts.flatMap((part, n) => {
    const value = part.value ?? 0
    const start = from
    from += value
    return value > 0 ? [{ part, from: start, value, n }] : []
  })
}

/** A name cut where it would run into the figure; the table has it whole. */
export function fitting(name: string, letters: number): string {
  const most = Math.floor(letters / 0.52)
  return name.length <= most ? name : `${name.slice(0, Math.max(4, most - 1)).trimEnd()}…`
}

export function Legend({
  parts,
}: {
  parts: readonly { key: string; name: string; worse?: boolean }[]
}) {
  return (
    <ul className="legend" aria-hidden="true">
      {parts.map(({ key, name, worse }, n) => (
        <li key={key}>
          <i className={worse ? 'swatch swatch-worse' : `swatch swatch-${n}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}
