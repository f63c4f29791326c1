// Data validation of a range, between the library's rules and the workbook's.
// Never checks values: only typing at the grid is checked.
import {
  type Bounds,
  type Comparison,
  noPrompt,
  ruleKind,
  ruleKinds,
  stopAlert,
} from '../workbook/validation.ts'
import {
  formatArea,
  type Validation,
  type ValidationRule,
  withSheetName,
} from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { type Argument, Facade, fields, oneOf, text, truth } from './facade.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { invalid, notImplemented } from './refusal.ts'

const comparisons: readonly Comparison[] = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
]
const alertStyles = ['Stop', 'Warning', 'Information'] as const

function reference(value: Facade): string {
  const place = value.members.range
  if (!place) throw invalid('a range expected')
  return `=${withSheetName(place.sheet.name, formatArea(place.area, true))}`
}

function bound(value: Argument | undefined): number | string {
  if (value instanceof Facade) return reference(value)
  return typeof value === 'number' ? value : text(value)
}

function bounds(value: Argument): Bounds {
  const { operator, formula1, formula2 } = fields(value)
  const needsTwo = operator === 'Between' || operator === 'NotBetween'
  if (needsTwo && (formula2 ?? null) === null) throw invalid(`${operator} needs formula2`)
  const found = { operator: oneOf(comparisons, operator), formula1: bound(formula1) }
  return (formula2 ?? null) === null ? found : { ...found, formula2: bound(formula2) }
}

const readers: Record<keyof ValidationRule, (value: Argument) => ValidationRule> = {
  wholeNumber: value => ({ wholeNumber: bounds(value) }),
  decimal: value => ({ decimal: bounds(value) }),
  textLength: value => ({ textLength: bounds(value) }),
  custom: value => ({ custom: { formula: text(fields(value).formula) } }),
  list: value => {
    const { source, inCellDropDown } = fields(value)
    const items = source instanceof Facade ? reference(source) : text(source)
    return { list: { source: items, inCellDropDown: truth(inCellDropDown ?? true) } }
  },
}

function readRule(value: Argument): ValidationRule {
  const given = Object.entries(fields(value)).filter(([, rule]) => rule !== null)
  const [kind, rule] = given[0] ?? []
  if (given.length !== 1 || kind === undefined || rule === undefined) {
    throw invalid('a rule has exactly one kind')
  }
  for (const [known, read] of Object.entries(readers)) {
    if (known === kind) return read(rule)
  }
  throw notImplemented(`DataValidation.rule.${kind}`)
}

export function dataValidation(_state: HostState, { sheet, area }: Place): Facade {
  const first = () => sheet.validations.at(area.row, area.column)
  // differing rules inside one range read as null, like every mixed property
  const shared = <Value extends Json>(look: (found: Validation | undefined) => Value) => {
    const found = sheet.validations.within(area)
    const covered = found.reduce((cells, one) => cells + overlap(one.area, area), 0)
    const texts = new Set(found.map(one => JSON.stringify(look(one))))
    const partly = found.length > 0 && covered < area.rows * area.columns
    return texts.size > 1 || partly ? null : look(first())
  }
  const change = (part: Partial<Omit<Validation, 'area' | 'origin'>>) => {
    sheet.guard.demand()
    const before = first()
    const kept = before ?? { rule: {}, prompt: noPrompt, alert: stopAlert, ignoreBlanks: true }
    const origin = part.rule || !before ? { row: area.row, column: area.column } : before.origin
    sheet.validations.set({ ...kept, ...part, area, origin })
    sheet.appearanceChanged(area)
  }
  return new Facade('DataValidation', {
    get: {
      type: () => {
        if (sheet.validations.within(area).length === 0) return 'None'
        const kind = shared(found => (found && ruleKind(found.rule)) ?? 'none')
        if (kind === null) return 'Inconsistent'
        return kind === 'none' ? 'None' : ruleKinds[kind]
      },
      rule: () => shared(found => ruleJson(found?.rule ?? {})),
      prompt: () => shared(found => ({ ...(found?.prompt ?? noPrompt) })),
      errorAlert: () => shared(found => ({ ...(found?.alert ?? stopAlert) })),
      ignoreBlanks: () => shared(found => found?.ignoreBlanks ?? true),
    },
    set: {
      rule: value => change({ rule: readRule(value) }),
      ignoreBlanks: value => change({ ignoreBlanks: truth(value) }),
      prompt: value => {
        const { title, message, showPrompt } = fields(value)
        const words = { title: text(title ?? ''), message: text(message ?? '') }
        change({ prompt: { ...words, showPrompt: truth(showPrompt ?? true) } })
      },
      errorAlert: value => {
        const { title, message, style, showAlert } = fields(value)
        const words = { title: text(title ?? ''), message: text(message ?? '') }
        const kind = oneOf(alertStyles, style ?? 'Stop')
        change({ alert: { ...words, style: kind, showAlert: truth(showAlert ?? true) } })
      },
    },
    act: {
      clear: () => {
        sheet.guard.demand()
        sheet.validations.cut(area)
        sheet.appearanceChanged(area)
      },
    },
  })
}

function overlap(a: Place['area'], b: Place['area']): number {
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - Math.max(a.row, b.row)
  const columns =
    Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column)
  return Math.max(0, rows) * Math.max(0, columns)
}

function ruleJson(rule: ValidationRule): Json {
  const json: { [key: string]: Json } = {}
  for (const [kind, terms] of Object.entries(rule)) json[kind] = { ...terms }
  return json
}
