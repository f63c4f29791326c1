/** What each kind of check becomes in a plain sheet; the same table as `checks.ts`, in formulas. */
import { type Index, isComputed } from '../../catalogue/catalogue.ts'
import { kinds } from '../../catalogue/kinds.ts'
import { onSheet } from '../../layout/address.ts'
import { type Place, placeName } from '../../place.ts'
import { readsBefore } from '../compare.ts'
import type { Rule } from '../schema.ts'
import { arithmeticOf, compare } from './compare.ts'
import { at, type FigureCells } from './figure-lines.ts'
import type { Figures } from './figures.ts'
import {
  breaks,
  comparedParts,
  type Judgement,
  quotedCell,
  usable,
  whoseFigure,
} from './judgement.ts'
import { isReasonless } from './reading.ts'
import type { Part } from './text.ts'
import { compiledWords as said } from './words.ts'

export type Context = {
  readonly index: Index
  readonly figures: Figures
  /** whether the unit writes prose on these sheets */
  readonly writes: boolean
  /** whether the period has months behind it */
  readonly longer: boolean
  readonly rowName: (form: string, row: string) => string | undefined
}
/** Formulas, or why only the server can judge it. */
export type Outcome = readonly Judgement[] | { readonly onSubmit: string }
type Compile<R extends Rule> = (context: Context, rule: R) => Outcome
type Compilers = { [K in Rule['check']]: Compile<Extract<Rule, { check: K }>> }

export const compilers: Compilers = {
  compare: ({ index, figures }, rule) => {
    const found = compare(index, figures, rule)
    const here = rule.table === undefined || figures.rowsOf(rule.table).length > 0
    return found.length === 0 && readsBefore(rule) && here
      ? { onSubmit: said.onSubmit.previous }
      : found
  },

  range: (context, rule) =>
    inputs(context).flatMap(cells => {
      const range = kinds[cells.entry.row.kind].range
      if (range?.rule !== rule.range || cells.coded) return []
      const value = at('C', cells)
      const broken = [
        `${value}<0`,
        ...(range.max === undefined ? [] : [`${value}>${range.max}`]),
        ...(range.whole ? [`${value}<>INT(${value})`] : []),
      ]
      const wrong =
        rule.range === 'RATE-RANGE'
          ? `"${said.outOfPercent}"`
          : rule.range === 'NONNEG'
            ? `"${said.negative}"`
            : `IF(${value}<0,"${said.negative}","${said.notWhole}")`
      return judgement(cells, rule, `IF(ISNUMBER(${value}),OR(${broken.join(',')}),FALSE)`, [
        { formula: at('G', cells) },
        ' ',
        { formula: wrong },
      ])
    }),

  within: ({ index, figures, rowName }, rule) =>
    figures.all.flatMap(cells => {
      const { within } = cells.entry?.row ?? {}
      const { place, shown } = cells
      if (within === undefined || !shown || place.row === '') return []
      const whole: Place =
        place.column === undefined
          ? { form: place.form, row: within }
          : { ...place, column: within }
      const limit = figures.of(whole)
      if (!limit) return []
      const sides = { left: at('C', cells), right: at('C', limit) }
      const name = index.indicators.get(within)?.row.name
      const words = said.part(name === undefined ? placeName(index, whole, rowName) : `“${name}”`)
      const enough = `AND(${usable(sides.left)},${usable(sides.right)})`
      return judgement(
        cells,
        rule,
        `IF(${enough},${breaks('<=', sides.left, sides.right)},FALSE)`,
        comparedParts(sides, '<=', words, undefined),
      )
    }),

  stated: ({ index, figures }, rule) => {
    const elsewhere = judgedByRules(index)
    return figures.all.flatMap(cells => {
      const { entry, place, shown, typed } = cells
      if (typed || !entry || !shown || !isComputed(entry.row)) return []
      if (elsewhere.has(`${place.column && place.row ? place.form : ''}.${entry.row.key}`))
        return []
      const arithmetic =
        entry.expression &&
        arithmeticOf(entry.expression, reference => {
          const operand = figures.operand(reference, place)
          return operand && at('G', operand)
        })
      return overwritten(cells, shown, rule, said.derived, arithmetic)
    })
  },

  'total-row': ({ figures }, rule) =>
    figures.all.flatMap(cells => {
      const { entry, place, shown, typed } = cells
      if (typed || place.row !== '' || !shown || !entry || entry.expression) return []
      return overwritten(cells, shown, rule, said.summed, undefined)
    }),

  unread: (context, rule) =>
    inputs(context).flatMap(cells => {
      if (cells.entry.row.choices) return []
      const [words, problem] = [at('B', cells), at('F', cells)]
      const wrong = `IF(${isReasonless(words)},"${said.reasonless}","${said.unreadable}")`
      return [
        ...judgement(cells, rule, `${problem}="u"`, [...quotedCell(words), { formula: wrong }]),
        ...numberAsText(cells),
      ]
    }),

  unlisted: (context, rule) =>
    inputs(context).flatMap(cells =>
      cells.entry.row.choices
        ? [
            ...judgement(cells, rule, `${at('F', cells)}="u"`, [
              ...quotedCell(at('B', cells)),
              said.unlisted,
            ]),
            ...(cells.coded ? [] : numberAsText(cells)),
          ]
        : [],
    ),

  'member-code': ({ figures }, rule) =>
    figures.all.flatMap(cells => {
      if (!isRowKey(cells)) return []
      const [words, problem] = [at('B', cells), at('F', cells)]
      const named = (what: string) => `"“"&${words}&"” ${what}"`
      const wrong = `IF(${problem}="w","${said.code.w}",IF(${problem}="m",${named(said.code.m)},${named(said.code.d)}))`
      return judgement(cells, rule, `${problem}<>""`, [{ formula: wrong }])
    }),

  window: () => ({ onSubmit: said.onSubmit.window }),
  // another unit's report is never seen here
  'single-owner': () => [],
  quoted: ({ writes }) => (writes ? { onSubmit: said.onSubmit.prose } : []),
  enumerated: ({ writes }) => (writes ? { onSubmit: said.onSubmit.prose } : []),
  kept: ({ figures }, { rows }) => {
    const marked = figures.all.some(
      ({ entry, typed }) =>
        typed && entry && 'overTime' in entry.row && entry.row.overTime === rows,
    )
    return marked ? { onSubmit: said.onSubmit.history } : []
  },
  trend: () => ({ onSubmit: said.onSubmit.history }),
  'change-said': ({ writes }) => (writes ? { onSubmit: said.onSubmit.prose } : []),
  issued: ({ writes }) => (writes ? { onSubmit: said.onSubmit.prose } : []),
  evidenced: ({ figures }, { table }) =>
    figures.rowsOf(table).length > 0 ? { onSubmit: said.onSubmit.evidence } : [],
  'rolled-up': ({ longer }) => (longer ? { onSubmit: said.onSubmit.months } : []),
  'months-missing': ({ longer }) => (longer ? { onSubmit: said.onSubmit.months } : []),
}

const isRowKey = ({ entry }: FigureCells): boolean =>
  entry !== undefined && 'rowKey' in entry.row && entry.row.rowKey

/** Cells a figure or a choice is typed into. */
const inputs = ({ figures }: Context) =>
  figures.all.flatMap(cells => {
    const { entry, typed } = cells
    if (!entry || !typed || isRowKey(cells)) return []
    return [
      { ...cells, entry, coded: entry.form.layout === 'table' && entry.row.choices !== undefined },
    ]
  })

const judgement = (
  cells: FigureCells,
  rule: Pick<Rule, 'id' | 'severity' | 'fix'>,
  fails: string,
  says: readonly Part[],
): Judgement[] =>
  cells.shown
    ? [
        {
          rule: rule.id,
          severity: rule.severity,
          shown: cells.shown,
          fails: () => fails,
          says: () => [...whoseFigure(cells), ...says],
          fix: rule.fix,
        },
      ]
    : []

/** The pane reads "1.234" as a number; a plain sheet would leave it out of every sum without a word. */
const numberAsText = (cells: FigureCells): Judgement[] =>
  judgement(
    cells,
    { id: said.numberAsText.rule, severity: 'error', fix: said.numberAsText.fix },
    `${at('F', cells)}="t"`,
    [...quotedCell(at('B', cells)), said.numberAsText.says],
  )

/** A computed cell that shows another number than follows from what was typed. */
function overwritten(
  cells: FigureCells,
  shown: { readonly sheet: string; readonly cell: string },
  rule: Pick<Rule, 'id' | 'severity' | 'fix'>,
  says: string,
  arithmetic: readonly Part[] | undefined,
): Judgement[] {
  const [seen, value] = [onSheet(shown.sheet, shown.cell), at('C', cells)]
  const fails = `IF(AND(ISNUMBER(${seen}),${usable(value)}),${breaks('=', seen, value)},FALSE)`
  const sides = { left: seen, right: value }
  return judgement(cells, rule, fails, comparedParts(sides, '=', says, arithmetic))
}

/** Computed places that a rule of equality judges as printed. */
const judgedByRules = (index: Index): Set<string> =>
  new Set(
    index.catalogue.rules.flatMap(rule =>
      rule.check === 'compare' && rule.operator === '=' && !readsBefore(rule)
        ? [`${rule.table ?? ''}.${rule.left}`]
        : [],
    ),
  )
