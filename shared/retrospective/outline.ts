/**
 * The outline of a summary report (domain §6.1): per area "kết quả đạt được" and "hạn chế, nguyên nhân", each a list of
 * sentences out of the figures. What got worse, or missed its target, is a limitation; everything else known is a result.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { fromWire, quantity } from '../figure.ts'
import type { Retrospective } from '../protocol.ts'
import { areasOf } from './areas.ts'
import { compared, counted, type Dated, isWorse } from './change.ts'
import { linesOf, type ReviewedLine } from './lines.ts'
import { printAmount, reviewWords } from './words.ts'

export type Chapter = {
  readonly name: string
  readonly results: readonly string[]
  readonly limits: readonly string[]
  /** targets of the plan that were not attained */
  readonly missed: readonly string[]
  /** nothing is known of any of its lines */
  readonly unknown: boolean
}
/** A target of the plan that was not attained, and the form that counts it. */
export type Missed = { readonly form: string; readonly words: string }

/** Lines of the first two levels, and below them those that are better or worse for more: the rest is detail. */
const isNotable = ({ row, code }: ReviewedLine): boolean =>
  row.better !== undefined || code.split('.').length <= 2

export function chaptersOf(
  index: Index,
  review: Retrospective,
  missed: readonly Missed[] = [],
): Chapter[] {
  const { years, base, from } = review
  const indicators = new Map(review.indicators.map(one => [one.key, one]))
  const said = linesOf(index).flatMap(line => {
    const indicator = indicators.get(line.key)
    if (!indicator) return []
    const dated = years.map(({ year }, i) => ({ year, figure: fromWire(indicator.values[i]) }))
    const last = counted(dated).at(-1)
    if (!last || last.year < from) return []
    const pair = compared(dated, base)
    const worse = pair && isWorse(line.row.better, pair.to.value - pair.from.value)
    // nothing then and nothing now is worth a sentence only where nothing is what one wants
    const idle = line.row.better !== 'less' && dated.every(({ figure }) => !quantity(figure))
    const sentence = sentenceOf(line, indicator, dated)
    return [{ form: line.form, sentence, worse: worse === true, idle, notable: isNotable(line) }]
  })
  return areasOf(index).map(({ name, forms }) => {
    const own = said.filter(({ form }) => forms.includes(form))
    return {
      name,
      results: own
        .filter(({ worse, idle, notable }) => !worse && !idle && notable)
        .map(({ sentence }) => sentence),
      limits: own.filter(({ worse }) => worse).map(({ sentence }) => sentence),
      missed: missed.filter(({ form }) => forms.includes(form)).map(({ words }) => words),
      unknown: own.length === 0,
    }
  })
}

/** "Tỷ lệ …: tăng 12,5 điểm phần trăm so với năm 2020 (từ 86,6% lên 99,1%); tốt nhất năm 2024 (99,5%)." */
function sentenceOf(
  line: ReviewedLine,
  { words, best }: Retrospective['indicators'][number],
  dated: readonly Dated[],
): string {
  const known = counted(dated)
  const top = known.find(({ year }) => year === best)
  const isPast = top !== undefined && top.year !== known.at(-1)?.year
  const also = isPast ? `; ${reviewWords.best(top.year, printAmount(line, top.value))}` : ''
  return `${line.name}: ${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}${also}.`
}
