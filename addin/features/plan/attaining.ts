/** Whether a target is attained, in the words and the measures of one line. */
import { fromWire, printFigure, printNumber, quantity } from '../../../shared/figure.ts'
import { measured, printed } from '../../../shared/plan/words.ts'
import type { Attainment } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'

export type Attains = 'attained' | 'early' | 'missed' | 'later' | 'unknown'

/** A target of a later year is not missed, and what cannot be told is neither. */
export function attainsOf({ attained, due }: Attainment): Attains {
  if (attained === null) return due ? 'unknown' : 'later'
  if (attained) return due ? 'attained' : 'early'
  return due ? 'missed' : 'later'
}

/** "Chưa đạt, còn thiếu 37 hồ sơ" */
export function attainsWords(one: Attainment): string {
  const words = works().plan.attains
  const state = attainsOf(one)
  if (state === 'later') return words.later(one.year)
  if (state !== 'missed' || !one.gap) return words[state]
  const says = one.comparison === '>=' ? words.missing : words.over
  return says(printNumber(one.gap.count), one.gap.unit)
}

export const thresholdWords = (threshold: number, unit: string): string =>
  measured(printNumber(threshold), unit)

/** "62,49% (chỉ tiêu ≥ 80%)" */
export function valueWords({ value, unit, comparison, threshold }: Attainment): string {
  const words = works().plan
  const figure = fromWire(value)
  const said =
    figure.state === 'number'
      ? printed(figure.value, threshold, unit)
      : figure.state === 'not-reported'
        ? words.noValue
        : printFigure(figure)
  return words.valueWords(said, words.signs[comparison], thresholdWords(threshold, unit))
}

/** How far the bar goes and where its mark stands, 0–100; null without a number. */
export function barOf({
  value,
  unit,
  threshold,
}: Attainment): { readonly fill: number; readonly mark: number } | null {
  const figure = quantity(fromWire(value))
  if (figure === undefined) return null
  const whole = unit === '%' ? Math.max(100, figure, threshold) : Math.max(figure, threshold, 1)
  const share = (part: number) => Math.max(0, Math.min(100, (part / whole) * 100))
  return { fill: share(figure), mark: share(threshold) }
}
