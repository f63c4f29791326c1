/**
 * The rules of a catalogue as ordinary formulas for one unit's sheets: the only step from rule data to a workbook that
 * checks itself with nothing installed. What formulas cannot judge is named, so that nobody takes silence for a pass.
 */
import type { Index } from '../catalogue/catalogue.ts'
import type { View } from '../layout/sheet.ts'
import { formsOfView } from '../layout.ts'
import { parsePeriod } from '../period.ts'
import { rowNames } from '../rows.ts'
import type { FigureLine } from './compile/figure-lines.ts'
import { figuresOn } from './compile/figures.ts'
import type { Judgement } from './compile/judgement.ts'
import { type Context, compilers, type Outcome } from './compile/kinds.ts'
import type { Rule, Severity } from './schema.ts'

export { figuresSheet } from './compile/figure-lines.ts'
export type { Judgement } from './compile/judgement.ts'

export type CompiledRules = {
  /** lines of the hidden sheet the formulas read, from row 2 on */
  readonly figures: readonly FigureLine[]
  /** in the order of the sheets: by sheet, then line, the gravest first */
  readonly judgements: readonly Judgement[]
  /** judged only by the server, and why */
  readonly onSubmit: readonly { readonly rule: Rule; readonly why: string }[]
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

export function compileRules(index: Index, view: View): CompiledRules {
  const figures = figuresOn(index, view)
  const writes = formsOfView(index, view).some(form => form.layout === 'narrative')
  const longer = parsePeriod(view.period).kind !== 'M'
  const context: Context = { index, figures, writes, longer, rowName: rowNames(view.agency) }
  const judgements: Judgement[] = []
  const onSubmit: CompiledRules['onSubmit'][number][] = []
  for (const rule of index.rules) {
    // the table is keyed by rule.check, so the entry always fits the rule
    const compile = compilers[rule.check] as (context: Context, rule: Rule) => Outcome
    const outcome = compile(context, rule)
    if ('onSubmit' in outcome) onSubmit.push({ rule, why: outcome.onSubmit })
    else judgements.push(...outcome)
  }
  const sheets = new Map(formsOfView(index, view).map((form, i) => [form.sheet, i]))
  const order = ({ shown, severity }: Judgement) => [
    sheets.get(shown.sheet) ?? 0,
    Number(shown.cell.replace(/\D/gu, '')),
    ranks[severity],
  ]
  return {
    judgements: judgements
      .map(one => ({ one, by: order(one) }))
      .sort((a, b) => compared(a.by, b.by))
      .map(({ one }) => one),
    figures: figures.lines,
    onSubmit,
  }
}

const compared = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0)
  return 0
}
