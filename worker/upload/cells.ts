/** What is said of single cells: numbers kept as text, dates and words that are no figure, formulas typed or overwritten. */
import { cellOf, printNumber, readFigure } from '../../shared/figure.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import { type Place, placeText } from '../../shared/place.ts'
import type { Repair } from '../../shared/protocol.ts'
import { type Input, takenAs } from '../../shared/salvage/inputs.ts'
import { type FoundForm, printed, type Reading } from './found.ts'
import { repairWords } from './repair-words.ts'

export const cellRepairs = (all: Reading): Repair[] => [
  ...fromText(all),
  ...unread(all),
  ...typedFormulas(all),
  ...overwritten(all),
]

const at = (place: Place, sheet: string | null, cell: string | null) => ({
  at: placeText(place),
  sheet,
  cell,
})

function fromText({ forms, reading, where }: Reading): Repair[] {
  return forms.flatMap(({ tab, inputs }) =>
    inputs.flatMap(({ place, cell, value, numeric, percent }): Repair[] => {
      if (!numeric || reading.unread.has(placeText(place))) return []
      const taken = takenAs(value, percent)
      if (!taken) return []
      const [name, text] = [where(place), String(value).trim()]
      const stands = at(place, tab?.name ?? null, cell)
      if (taken.as === 'either') {
        const [first = '', other = ''] = taken.values.map(number => printNumber(number))
        const message =
          typeof value === 'number'
            ? repairWords.share(name, first, other)
            : repairWords.ambiguous(name, text, first, other)
        return [{ kind: 'ambiguous', ...stands, message, needsLook: true }]
      }
      const message =
        taken.as === 'number'
          ? repairWords.numberFromText(name, text, printNumber(taken.value))
          : repairWords.stateFromText(name, text, String(cellOf(taken.figure)))
      return [{ kind: 'number-from-text', ...stands, message, needsLook: false }]
    }),
  )
}

/** As the reading hands them on: by place, with what was typed. */
function unread({ forms, reading, where, index }: Reading): Repair[] {
  const inputs = new Map(
    forms.flatMap(({ tab, inputs }) =>
      inputs.map(
        input => [placeText(input.place), { ...input, sheet: tab?.name ?? null }] as const,
      ),
    ),
  )
  return [...reading.unread].map(([text, typed]): Repair => {
    const input = inputs.get(text)
    const place: Place = input?.place ?? { form: text.split('/')[0] ?? '', row: '' }
    const column = index.columns.get(`${place.form}.${place.column ?? ''}`)?.row
    const isRow = column !== undefined && 'rowKey' in column && column.rowKey === true
    const name = where(place)
    const message = isRow ? repairWords.rowUnread(name, typed) : cannotBe(name, typed)
    const stands = at(place, input?.sheet ?? null, input?.cell ?? null)
    return { kind: 'unread', ...stands, message, needsLook: true }
  })
}

function cannotBe(where: string, typed: string): string {
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/u.test(typed)) return repairWords.isDate(where, typed)
  const reading = readFigure(typed)
  return reading.ok ? repairWords.reasonless(where) : repairWords.unread(where, typed)
}

function typedFormulas({ forms, where }: Reading): Repair[] {
  return forms.flatMap(({ tab, inputs }) =>
    inputs.flatMap(({ place, cell, value }: Input): Repair[] => {
      const formula = tab?.formulas.get(cell)
      if (!tab || formula === undefined) return []
      const shown = typeof value === 'number' ? printNumber(value) : String(value ?? '')
      const message = repairWords.formula(where(place), formula, shown)
      return [{ kind: 'formula', ...at(place, tab.name, cell), message, needsLook: shown === '' }]
    }),
  )
}

/** A computed cell that lost its formula and says something else than its parts do. */
function overwritten(all: Reading): Repair[] {
  const { index, view, forms, found, where } = all
  const suspects = forms.flatMap(form => typedOverFormulas(form, found))
  if (suspects.length === 0) return []
  const computed = new Map(layOutWorkbook(index, view).map(layout => [layout.form, layout]))
  return suspects.flatMap(({ form, tab, cell, row, column, value }): Repair[] => {
    const { place, value: drawn } = computed.get(form)?.rows[row]?.[column] ?? {}
    if (!place || !drawn || !('formula' in drawn) || !differs(value, cellOf(drawn.shown))) return []
    const message = repairWords.overwritten(where(place), String(value), printed(all, place))
    return [{ kind: 'formula', ...at(place, tab, cell), message, needsLook: true }]
  })
}

/** Cells that say something where the form has a formula and the file has none. */
function typedOverFormulas({ layout, tab }: FoundForm, { blocks, cells }: Reading['found']) {
  const { form, block, rows } = layout
  return (blocks.get(form) ?? []).flatMap((line, i) =>
    line.flatMap((value, j) => {
      const [row, column] = [block.top - 1 + i, block.left - 1 + j]
      const cell = cells.get(form)?.[i]?.[j] ?? ''
      const drawn = rows[row]?.[column]?.value
      const isOurs = drawn !== null && drawn !== undefined && 'formula' in drawn
      if (!tab || !isOurs || cell === '' || tab.formulas.has(cell)) return []
      return [{ form, tab: tab.name, cell, row, column, value }]
    }),
  )
}

/** To two decimals, as the forms print. */
const differs = (typed: unknown, shown: number | string): boolean => {
  if (typed === null || typed === undefined || String(typed).trim() === '') return false
  if (typeof typed === 'number' && typeof shown === 'number') return Math.abs(typed - shown) > 0.005
  return String(typed).trim() !== String(shown)
}
