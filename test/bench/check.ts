/** The full check as the pane runs it, in process: every rule over all 480 values, and over the largest sheet alone. */
import { contentFromWire, valuesOf, type WireContent } from '../../shared/content.ts'
import { check } from '../../shared/rules/engine.ts'
import { seed, submissionOf, valueCount } from './corpus.ts'
import { index, measured } from './province.ts'
import { median } from './table.ts'

export type Checked = {
  readonly what: string
  readonly values: number
  readonly checks: number
  /** ms; the first check of a fresh process compiles as it goes */
  readonly first: number
  readonly median: number
  readonly worst: number
}

const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }

export function checked(repetitions = 500): Checked[] {
  const all = submissionOf(index, measured, seed)
  const largest = { ...all, figures: {}, tables: { 'KSTT-06a': all.tables['KSTT-06a'] ?? {} } }
  return [
    timed('all forms of a unit', all, repetitions),
    timed('largest sheet, Biểu II.06a of 43 fields', largest, repetitions),
  ]
}

function timed(what: string, wire: WireContent, repetitions: number): Checked {
  const times: number[] = []
  let checks = 0
  for (let i = 0; i <= repetitions; i++) {
    const start = performance.now()
    const values = valuesOf(index, contentFromWire(wire))
    const outcome = check(index, { level: 'unit', period: measured, values }, { naming })
    times.push(performance.now() - start)
    checks = outcome.counts.checks
  }
  const [first = Number.NaN, ...warm] = times
  return {
    what,
    values: valueCount(wire),
    checks,
    first,
    median: median(warm),
    worst: Math.max(...warm),
  }
}
