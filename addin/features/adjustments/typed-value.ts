/** The value of an adjustment as the clerk typed or chose it. */
import type { WireCell } from '../../../shared/content.ts'
import { printNumber, readFigure, toWire } from '../../../shared/figure.ts'
import type { Target } from './targets.ts'

/** undefined when nothing usable is there yet; the server judges whether the figure may be that. */
export function valueFrom({ adds, choices }: Target, typed: string): WireCell | undefined {
  const text = typed.trim()
  if (choices) return choices.find(({ code }) => String(code) === text)?.code
  // a minus of any kind: people paste the typographic one
  const reading = readFigure(text.replace(/^[−–]\s*/u, '-'))
  if (!reading.ok) return undefined
  const value = toWire(reading.figure)
  return adds && typeof value !== 'number' ? undefined : value
}

/** "322 + 3 = 325" in its three parts; null where the value stands in place of the figure. */
export function resultOf(
  basis: number | null,
  value: WireCell | undefined,
): [from: string, by: string, to: string] | null {
  if (basis === null || typeof value !== 'number') return null
  const sign = value < 0 ? '−' : '+'
  return [printNumber(basis), `${sign} ${printNumber(Math.abs(value))}`, printNumber(basis + value)]
}
