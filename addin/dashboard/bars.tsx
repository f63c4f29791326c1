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
  /** behind the name */
  readonly note?: string
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
  let tall = 0
  const placedRows = rows.map(row => {
    const letters = (width - (row.text.length + 1) * 0.6 * letter) / letter
    const label = labelOf(row, letters)
    const at = tall
    tall += (line * label.length + thick + room) * letter
    return { row, label, at, under: line * label.length * letter }
  })
  return (
    <div ref={element} className="drawing">
      {width > 0 && rows.length > 0 && (
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
          {placedRows.map(({ row, label, at, under }) => (
            <g key={row.key} transform={`translate(0,${at})`}>
              {label.map((text, i) => (
                <text key={text} className="row-name" y={letter * (1 + line * i)}>
                  {text}
                </text>
              ))}
              <text className="row-value end" x={width} y={letter}>
                {row.text}
              </text>
              <rect className="track" y={under} width={width} height={thick * letter} />
              {placed(row.parts).map(({ part, from, value, n }) => (
                <Bar
                  key={part.key}
                  className={part.worse ? 'part worse' : `part part-${n}`}
                  {...(part.worse ? { fill: `url(#${hatch})` } : {})}
                  x={x(from)}
                  y={under}
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
                  y1={under - 0.15 * letter}
                  y2={under + (thick + 0.15) * letter}
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

/** Name and note in one line where they fit, else below each other. */
function labelOf({ name, note }: BarRow, letters: number): string[] {
  const whole = wrapped(note ? `${name} – ${note}` : name, letters)
  return whole.length > 1 && note ? [...wrapped(name, letters), ...wrapped(note, letters)] : whole
}

/** A name in lines that do not run into the figure. @param letters the room, in widths of the letter m */
export function wrapped(name: string, letters: number): string[] {
  const most = Math.max(8, Math.floor(letters / 0.52))
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
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
