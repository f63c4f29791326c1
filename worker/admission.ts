/**
 * Whether every value of a submission stands where the catalogue has a place for it and is of its kind. Names each
 * place that does not, all of them at once; whether the figures agree with each other is the rule engine's to say.
 */
import type * as z from 'zod'
import type { Agency } from '../shared/agency.ts'
import {
  type Index,
  inputColumns,
  isComputed,
  isNumericColumn,
  isProcedureCode,
  playsRole,
  rowsOf,
} from '../shared/catalogue/catalogue.ts'
import { kinds } from '../shared/catalogue/kinds.ts'
import type { Column, Indicator, TableForm } from '../shared/catalogue/schema.ts'
import { rowNames } from '../shared/consolidate.ts'
import type { WireCell } from '../shared/content.ts'
import { printNumber } from '../shared/figure.ts'
import { type Place, placeName, pointerOf } from '../shared/place.ts'
import type { Submission } from '../shared/protocol.ts'
import { misshapen, pointer } from './body.ts'
import { say } from './messages.ts'
import type { FaultAt } from './problem.ts'

export type Admission = { readonly index: Index; readonly agency: Agency; readonly unit: string }

export function faultsOf(admission: Admission, submission: Submission): FaultAt[] {
  const { from, to } = submission.window
  const window = from > to ? [{ pointer: '#/window', detail: say.windowReversed(from, to) }] : []
  const { figures, tables, narrative } = submission
  const empty = [figures, tables, narrative].every(part => Object.keys(part).length === 0)
  return [
    ...window,
    ...(empty ? [{ pointer: '#/figures', detail: say.nothingReported() }] : []),
    ...figuresFaults(admission, submission.figures),
    ...Object.entries(submission.tables).flatMap(([form, rows]) =>
      tableFaults(admission, form, rows),
    ),
    ...Object.keys(submission.narrative).flatMap(code => sectionFaults(admission, code)),
  ]
}

/**
 * What the wire schema refused inside figures, tables and narrative, in words about the forms.
 * @param issues one for each place, as `named` makes them
 */
export function unreadable({ index, agency }: Admission, issues: readonly z.core.$ZodIssue[]) {
  return issues.map((issue): FaultAt => {
    const { path, code } = issue
    const [part, a = '', b = '', c = ''] = path.map(String)
    const form = index.indicators.get(a)?.form.id
    const place: Place | undefined =
      part === 'figures' && path.length === 2 && form
        ? { form, row: a }
        : part === 'tables' && path.length === 4 && index.columns.has(`${a}.${c}`)
          ? { form: a, row: b, column: c }
          : undefined
    return {
      pointer: pointer(path),
      detail:
        place && code !== 'too_big'
          ? say.notANumber(where(index, agency, place))
          : misshapen(issue),
    }
  })
}

const where = (index: Index, agency: Agency, place: Place): string =>
  placeName(index, place, rowNames(agency))

function figuresFaults({ index, agency }: Admission, figures: Submission['figures']): FaultAt[] {
  const faults: FaultAt[] = []
  // hundreds of values, nearly all of them right: names and places are made for what is wrong
  for (const key of Object.keys(figures)) {
    const entry = index.indicators.get(key)
    if (!entry) {
      faults.push({ pointer: pointer(['figures', key]), detail: say.unknownIndicator(key) })
      continue
    }
    const place = () => ({ form: entry.form.id, row: key })
    const name = () => where(index, agency, place())
    const fault =
      entry.row.kind === 'heading'
        ? say.notFilled(name())
        : isComputed(entry.row)
          ? say.computed(name())
          : valueFault(entry.row, figures[key], name)
    if (fault !== undefined) faults.push({ pointer: pointerOf(index, place()), detail: fault })
  }
  return faults
}

type Rows = Submission['tables'][string]

function tableFaults(admission: Admission, id: string, rows: Rows): FaultAt[] {
  const { index, agency, unit } = admission
  const form = index.tables.get(id)
  if (!form) return [{ pointer: pointer(['tables', id]), detail: say.unknownTable(id) }]
  const own = rowsOf(agency, form, unit)
  if (own?.length === 0)
    return [{ pointer: pointer(['tables', id]), detail: say.notYourTable(form.short) }]
  const columns = new Map(form.columns.map(column => [column.key, column]))
  const inputs = new Set(inputColumns(form))
  const faults: FaultAt[] = []
  for (const [row, cells] of Object.entries(rows)) {
    const fault = rowFault(agency, form, own, row)
    if (fault !== undefined) {
      faults.push({ pointer: pointer(['tables', id, row]), detail: fault })
      continue
    }
    for (const key of Object.keys(cells)) {
      const column = columns.get(key)
      if (!column) {
        const detail = say.unknownColumn(form.short, key)
        faults.push({ pointer: pointer(['tables', id, row, key]), detail })
        continue
      }
      const place = () => ({ form: id, row, column: key })
      const name = () => where(index, agency, place())
      const found = inputs.has(column)
        ? valueFault(column, cells[key], name)
        : isComputed(column)
          ? say.computed(name())
          : say.notFilled(name())
      if (found !== undefined) faults.push({ pointer: pointerOf(index, place()), detail: found })
    }
  }
  return faults
}

function rowFault(agency: Agency, form: TableForm, own: string[] | null, row: string) {
  if (own === null) return isProcedureCode(row) ? undefined : say.notARowCode(form.short, row)
  if (own.includes(row)) return undefined
  const name = rowNames(agency)(form.id, row)
  if (name !== undefined) return say.notYourRow(form.short, name)
  return form.rowsBy === 'task' ? say.formerTask(form.short, row) : say.unknownRow(form.short, row)
}

/**
 * What is wrong with one value, or undefined. States are answers to any question about numbers.
 * @param name of the place, asked for only when something is wrong there
 */
export function valueFault(
  row: Indicator | Column,
  value: WireCell | undefined,
  name: () => string,
): string | undefined {
  if (value === undefined) return undefined
  const { choices } = row
  const isText = 'given' in row && !isNumericColumn(row) && !choices
  if (isText) return typeof value === 'string' ? undefined : say.notText(name())
  const isCode = typeof value === 'string' && typeof choices?.[0]?.code === 'string'
  if (typeof value === 'string' && !isCode) return say.notANumber(name())
  if (typeof value === 'object') return undefined
  if (choices)
    return choices.some(({ code }) => code === value)
      ? undefined
      : say.notAChoice(name(), choices.map(({ code, label }) => `${code} (${label})`).join(', '))
  if (typeof value === 'string') return say.notANumber(name())
  const range = kinds[row.kind].range
  if (value < 0) return say.negative(name(), printNumber(value))
  if (range?.whole && !Number.isInteger(value)) return say.fraction(name(), printNumber(value))
  const limit = range?.max ?? Number.MAX_SAFE_INTEGER
  return value > limit ? say.tooGreat(name(), printNumber(value), printNumber(limit)) : undefined
}

function sectionFaults({ index, agency, unit }: Admission, code: string): FaultAt[] {
  const section = index.sections.get(code)
  const at = pointer(['narrative', code])
  if (!section) return [{ pointer: at, detail: say.unknownSection(code) }]
  if (playsRole(agency, section.contributors, unit)) return []
  const form = index.narratives.find(({ sections }) => sections.includes(section))
  return [
    {
      pointer: at,
      detail: say.notYourSection(where(index, agency, { form: form?.id ?? '', row: code })),
    },
  ]
}
