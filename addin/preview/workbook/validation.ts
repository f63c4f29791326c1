// Data validation: the rules a person's typing must obey, and the check itself.
// Never applied to pasted or programmed values: Excel does not either.
import type { Area } from './address.ts'
import type { Content } from './events.ts'

export type Comparison =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo'

/** A bound is a number or a formula starting with `=`. */
export interface Bounds {
  operator: Comparison
  formula1: number | string
  formula2?: number | string
}

/** Exactly one kind is present. */
export interface ValidationRule {
  wholeNumber?: Bounds
  decimal?: Bounds
  textLength?: Bounds
  /** `source`: items separated by commas, or `=` and a reference. */
  list?: { source: string; inCellDropDown: boolean }
  custom?: { formula: string }
}

export interface Prompt {
  title: string
  message: string
  showPrompt: boolean
}

export interface ErrorAlert {
  title: string
  message: string
  style: 'Stop' | 'Warning' | 'Information'
  showAlert: boolean
}

export interface Validation {
  area: Area
  /** the cell the rule's formulas are written for; it stays when part of the area is cut away */
  origin: { row: number; column: number }
  rule: ValidationRule
  prompt: Prompt
  alert: ErrorAlert
  ignoreBlanks: boolean
}

export const noPrompt: Prompt = { title: '', message: '', showPrompt: true }
export const stopAlert: ErrorAlert = { title: '', message: '', style: 'Stop', showAlert: true }

export const ruleKinds = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  custom: 'Custom',
} as const satisfies Record<keyof ValidationRule, string>

export function ruleKind(rule: ValidationRule): keyof ValidationRule | undefined {
  if (rule.wholeNumber) return 'wholeNumber'
  if (rule.decimal) return 'decimal'
  if (rule.textLength) return 'textLength'
  if (rule.list) return 'list'
  return rule.custom ? 'custom' : undefined
}

/** The rule with every formula in it changed; constants and lists of items stay. */
export function mapFormulas(
  rule: ValidationRule,
  change: (formula: string) => string,
): ValidationRule {
  const changed = <Term>(term: Term) =>
    typeof term === 'string' && term.startsWith('=') ? change(term) : term
  const bounds = ({ operator, formula1, formula2 }: Bounds): Bounds => ({
    operator,
    formula1: changed(formula1),
    ...(formula2 === undefined ? {} : { formula2: changed(formula2) }),
  })
  if (rule.wholeNumber) return { wholeNumber: bounds(rule.wholeNumber) }
  if (rule.decimal) return { decimal: bounds(rule.decimal) }
  if (rule.textLength) return { textLength: bounds(rule.textLength) }
  if (rule.list) return { list: { ...rule.list, source: changed(rule.list.source) } }
  return rule.custom ? { custom: { formula: changed(rule.custom.formula) } } : rule
}

/** How a rule's formulas are answered, seen from the checked cell. */
export interface RuleFormulas {
  /** A bound's number, `undefined` when its formula gives none. */
  number(formula: number | string): number | undefined
  /** The items of a list rule. */
  items(source: string): string[]
  /** Whether a custom formula gives TRUE. */
  holds(formula: string): boolean
}

const comparisons: Record<Comparison, (value: number, low: number, high: number) => boolean> = {
  Between: (value, low, high) => value >= low && value <= high,
  NotBetween: (value, low, high) => value < low || value > high,
  EqualTo: (value, low) => value === low,
  NotEqualTo: (value, low) => value !== low,
  GreaterThan: (value, low) => value > low,
  LessThan: (value, low) => value < low,
  GreaterThanOrEqualTo: (value, low) => value >= low,
  LessThanOrEqualTo: (value, low) => value <= low,
}

function within(value: number, bounds: Bounds, formulas: RuleFormulas): boolean {
  const low = formulas.number(bounds.formula1)
  const high = bounds.formula2 === undefined ? low : formulas.number(bounds.formula2)
  // a bound that is not a number refuses nothing, as in Excel when the rule evaluates to an error
  return low === undefined || high === undefined || comparisons[bounds.operator](value, low, high)
}

export function obeys(content: Content, validation: Validation, formulas: RuleFormulas): boolean {
  const { rule } = validation
  if (content === '') return validation.ignoreBlanks
  if (rule.wholeNumber) {
    return Number.isInteger(content) && within(Number(content), rule.wholeNumber, formulas)
  }
  if (rule.decimal) {
    return typeof content === 'number' && within(content, rule.decimal, formulas)
  }
  if (rule.textLength) return within(String(content).length, rule.textLength, formulas)
  if (rule.list) return formulas.items(rule.list.source).includes(String(content))
  return rule.custom ? formulas.holds(rule.custom.formula) : true
}
