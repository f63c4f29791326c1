/** Values over periods as lines: a gap where nothing was reported, a hollow dot where the figure is not final. */
import { GridRows } from '@visx/grid'
import { scaleLinear, scalePoint } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { Moment } from './rates.ts'
import { drawn, named, printed, shortPeriod, yearMark } from './telling.ts'
import { useRoom } from './width.ts'

export type Line = {
  readonly key: string
  readonly name: string
  readonly course: readonly Moment[]
}

type Given = {
  readonly lines: readonly Line[]
  readonly measure: string | null
  readonly target?: number | undefined
  /** counts are compared by their height above zero; rates by where they stand */
  readonly fromZero: boolean
  /** in letters */
  readonly height: number
}

type Point = { readonly x: number; readonly y: number | null; readonly moment: Moment }

export function Course({ lines, measure, target, fromZero, height }: Given) {
  const [element, { width, letter }] = useRoom<HTMLDivElement>()
  const periods = lines[0]?.course.map(({ period }) => period) ?? []
  const tall = height * letter
  const values = lines.flatMap(({ course }) => course.flatMap(({ value }) => drawn(value) ?? []))
  const [low, high] = reach(
    [...values, ...(target === undefined ? [] : [target])],
    measure,
    fromZero,
  )
  const round = scaleLinear<number>({ domain: [low, high] }).ticks(tall > 12 * letter ? 4 : 2)
  const wanted = target === undefined ? [] : [target]
  const widest = Math.max(...[...round, ...wanted].map(tick => printed(tick).length), 2)
  const left = (widest * 0.55 + 0.7) * letter
  const isOne = lines.length === 1
  const [right, top, bottom] = [letter * (isOne ? 1.2 : 3.4), letter * 1.3, letter * 2.5]
  const x = scalePoint<string>({ domain: periods, range: [left, width - right], padding: 0.35 })
  const y = scaleLinear<number>({ domain: [low, high], range: [tall - bottom, top] })
  // the target's own number stands where a round one would cover it
  const ticks = round.filter(tick => wanted.every(aim => Math.abs(y(tick) - y(aim)) > letter))
  const years = periods.flatMap((period, i) => (yearMark(period, periods[i - 1]) ? [i] : []))
  const every = Math.max(1, Math.ceil((periods.length * 2.3 * letter) / (width - left - right)))
  return (
    <div ref={element} className="drawing">
      {width > 0 && (
        // what is drawn is said by the caption and told by the table
        <svg viewBox={`0 0 ${width} ${tall}`} aria-hidden="true">
          <GridRows
            className="grid"
            scale={y}
            left={left}
            width={width - left - right}
            tickValues={ticks}
          />
          {ticks.map(tick => (
            <text key={tick} className="tick end" x={left - letter * 0.4} y={y(tick)} dy="0.32em">
              {printed(tick)}
            </text>
          ))}
          {periods.map((period, i) => {
            // the year an axis begins in gives way to the next one where both have no room
            const isNear = i === 0 && years.some(at => at > 0 && x.step() * at < 3 * letter)
            const year = isNear ? null : yearMark(period, periods[i - 1])
            const isShown = (periods.length - 1 - i) % every === 0
            return (
              <g key={period} transform={`translate(${x(period) ?? 0},${tall - bottom})`}>
                {isShown && (
                  <text className="tick middle" y={letter * 1.15}>
                    {shortPeriod(period)}
                  </text>
                )}
                {year && (
                  <text className="tick middle" y={letter * 2.2}>
                    {year}
                  </text>
                )}
              </g>
            )
          })}
          {wanted.map(aim => (
            <g key={aim}>
              <line className="target" x1={left} x2={width - right} y1={y(aim)} y2={y(aim)} />
              <text className="aim end" x={left - letter * 0.4} y={y(aim)} dy="0.32em">
                {printed(aim)}
              </text>
            </g>
          ))}
          {lines.map(({ key, course }, n) => (
            <Drawn
              key={key}
              n={n}
              letter={letter}
              points={course.map(moment => {
                const value = drawn(moment.value)
                const at = value === null ? null : y(value)
                return { x: x(moment.period) ?? 0, y: at, moment }
              })}
              labels={isOne ? labelled(course, (width - left - right) / letter) : none}
            />
          ))}
          {!isOne &&
            ends(lines, y, letter).map(({ key, n, at, text }) => (
              <text
                key={key}
                className={`label end-${n}`}
                x={width - right + letter * 0.3}
                y={at}
                dy="0.32em"
              >
                {text}
              </text>
            ))}
        </svg>
      )}
    </div>
  )
}

type DrawnGiven = {
  readonly n: number
  readonly letter: number
  readonly points: readonly Point[]
  readonly labels: ReadonlySet<string>
}

function Drawn({ n, letter, points, labels }: DrawnGiven) {
  return (
    <g className={`line line-${n}`}>
      <LinePath
        data={[...points]}
        x={point => point.x}
        y={point => point.y ?? 0}
        defined={point => point.y !== null}
      />
      {points.map(({ x, y, moment }, i) =>
        y === null ? null : (
          <g key={moment.period}>
            <circle
              className={moment.status === 'final' ? 'firm' : 'open'}
              cx={x}
              cy={y}
              r={letter * 0.26}
            >
              <title>{`${named(moment.period)}: ${printed(drawn(moment.value) ?? 0)}`}</title>
            </circle>
            {labels.has(moment.period) && (
              <text
                className="label middle"
                x={x}
                y={isFalling(points, i) ? y + letter * 1.25 : y - letter * 0.6}
              >
                {printed(drawn(moment.value) ?? 0)}
              </text>
            )}
          </g>
        ),
      )}
    </g>
  )
}

/** From where to where the axis goes: never so narrow that a tenth of a percent looks like a fall. */
export function reach(
  values: readonly number[],
  measure: string | null,
  fromZero: boolean,
): [low: number, high: number] {
  if (values.length === 0) return [0, measure === '%' ? 100 : 1]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (fromZero) return [Math.min(0, least), most > 0 ? most * 1.08 : 1]
  const narrowest = measure === '%' ? 10 : Math.max(1, Math.abs(most) * 0.1)
  const missing = Math.max(0, narrowest - (most - least)) / 2
  const [low, high] = [least - missing - narrowest * 0.1, most + missing + narrowest * 0.1]
  if (measure !== '%' || most > 100 || least < 0) return [low, high]
  // a percentage that cannot pass 100 needs no room above it
  const over = Math.max(0, high - 100)
  return [Math.max(0, low - over), Math.min(100, high)]
}

/** Where values are written beside the dots: all while they have room, else where the line ends. */
function labelled(course: readonly Moment[], letters: number): Set<string> {
  const reported = course.filter(({ value }) => drawn(value) !== null)
  const all = course.length * 3.4 < letters
  return new Set((all ? reported : reported.slice(-1)).map(({ period }) => period))
}
const none: ReadonlySet<string> = new Set()

/** Lower than the one before: then there is room below it, and the line above. */
function isFalling(points: readonly Point[], i: number): boolean {
  const [before, now] = [points[i - 1]?.y, points[i]?.y]
  return typeof before === 'number' && typeof now === 'number' && now > before + 2
}

/** The last value of each line beside its end, pushed apart where they would cover each other. */
function ends(lines: readonly Line[], y: (value: number) => number, letter: number) {
  const last = lines.flatMap(({ key, course }, n) => {
    const value = drawn(course.at(-1)?.value)
    return value === null ? [] : [{ key, n, at: y(value), text: printed(value) }]
  })
  let below = Number.NEGATIVE_INFINITY
  return last
    .toSorted((a, b) => a.at - b.at)
    .map(label => {
      below = Math.max(label.at, below + letter * 1.05)
      return { ...label, at: below }
    })
}
