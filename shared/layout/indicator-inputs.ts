/** Which cells of an indicator form can be filled, and what Excel offers there. */
import { isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Indicator, IndicatorForm } from '../catalogue/schema.ts'
import { rangeAddress } from './address.ts'
import type { InputRun } from './sheet.ts'

/** “Không = 0; Có = 1” */
export const choicesText = (row: Indicator): string =>
  row.choices?.map(({ code, label }) => `${label} = ${code}`).join('; ') ?? ''

/** Neighbouring inputs of one kind share one validation. */
export function inputRuns(
  form: IndicatorForm,
  own: ReadonlySet<string>,
  firstRow: number,
  column: number,
): InputRun[] {
  const keyed = form.rows.map(row => {
    if (!own.has(row.key) || row.kind === 'heading' || isComputed(row)) return undefined
    const choices = row.choices?.map(({ code }) => String(code))
    return { kind: row.kind, ...(choices ? { choices } : {}), legend: choicesText(row) }
  })
  const found: InputRun[] = []
  let start = 0
  keyed.forEach((run, i) => {
    const same = run && JSON.stringify(run) === JSON.stringify(keyed[i - 1])
    if (!same) start = i
    const next = keyed[i + 1]
    if (!run || JSON.stringify(run) === JSON.stringify(next)) return
    found.push({
      address: rangeAddress(firstRow + start, column, firstRow + i, column),
      kind: run.kind,
      prompt: run.legend || kinds[run.kind].prompt,
      ...(run.choices ? { choices: run.choices } : {}),
    })
  })
  return found
}

/** Runs of true, as index pairs. */
export function runs(flags: readonly boolean[]): { first: number; last: number }[] {
  return flags.flatMap((flag, i) => {
    if (!flag || flags[i - 1]) return []
    let last = i
    while (flags[last + 1]) last += 1
    return [{ first: i, last }]
  })
}
