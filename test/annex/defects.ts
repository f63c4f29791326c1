/**
 * Kinds of mistakes people make in a unit's sheets, each seeded in every form that has room for it. The engine of pane
 * and worker and the sheet's own formulas are asked about the same cells.
 */
import { type Index, isComputed } from '../../shared/catalogue/catalogue.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import { rowFacts } from '../../shared/consolidate.ts'
import { emptyContent, type Values, valuesOf } from '../../shared/content.ts'
import { parseFormula } from '../../shared/formula.ts'
import { columnName } from '../../shared/layout/address.ts'
import {
  formsOfView,
  layOutWorkbook,
  locator,
  type SheetLayout,
  type View,
} from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { type Place, placeText } from '../../shared/place.ts'
import { type BlockCells, readBlocks } from '../../shared/reading.ts'
import { rowNames } from '../../shared/rows.ts'
import { check } from '../../shared/rules/engine.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'
import type { Recalculated, Typed } from './recalculated.ts'

export { agency, index }
export const period = '2025-M04'

/** A unit's April as it was filed, with March beside it. */
export function viewOf(unit: string): View {
  const facts = rowFacts(agency)
  const filed = (of: string) => submissions(of).find(one => one.unit === unit)?.content
  const before = filed('2025-M03')
  const previous: Values | undefined = before && valuesOf(index, before, undefined, facts)
  return {
    agency,
    unit,
    period,
    window: statutoryWindow(period),
    values: valuesOf(index, filed(period) ?? emptyContent, previous, facts),
    ...(previous ? { previous } : {}),
  }
}

/** A cell of one form that a mistake can be made in. */
type Target = {
  readonly place: Place
  readonly shown: { sheet: string; cell: string }
  readonly now: number
}
type Where = {
  readonly view: View
  readonly form: string
  readonly inputs: Target[]
  readonly find: ReturnType<typeof locator>
}
type Defect = (where: Where) => Typed[]

const type = (
  target: { shown: { sheet: string; cell: string } } | undefined,
  value: Typed['value'],
): Typed[] => (target ? [{ ...target.shown, value }] : [])
const kindOf = (of: Index, { form, row, column }: Place) =>
  column === undefined ? of.indicators.get(row)?.row : of.columns.get(`${form}.${column}`)?.row
const first = ({ inputs }: Where, fits: (row: NonNullable<ReturnType<typeof kindOf>>) => boolean) =>
  inputs.find(({ place }) => {
    const row = kindOf(index, place)
    return row !== undefined && fits(row)
  })
const numeric = (where: Where) => first(where, row => kinds[row.kind].range !== undefined)
const figureAt = (values: Values, place: Place): number => {
  const cell =
    place.column === undefined
      ? values.figure(place.row)
      : place.row === ''
        ? values.total(place.form, place.column)
        : values.cell(place.form, place.row, place.column)
  return cell.state === 'number' ? cell.value : 0
}

/** Left sides typed in this form that a rule compares, broken by `by`. */
const broken =
  (operator: '=' | '<=' | '>=', by: number): Defect =>
  where =>
    index.catalogue.rules.flatMap(rule => {
      if (rule.check !== 'compare' || rule.operator !== operator || rule.level === 'agency')
        return []
      const left = parseFormula(rule.left)
      if (left.kind !== 'reference') return []
      return where.inputs
        .filter(
          ({ place }) =>
            (place.column ?? place.row) === left.key && (rule.table ?? place.form) === place.form,
        )
        .slice(0, 1)
        .map(target => ({ ...target.shown, value: target.now + by }))
    })

export const defects: Readonly<Record<string, Defect>> = {
  'không sửa gì': () => [],
  'số âm': where => type(numeric(where), -5),
  'số lẻ ở ô đếm': where =>
    type(
      first(where, row => kinds[row.kind].range?.whole === true),
      2.5,
    ),
  'tỷ lệ quá 100%': where =>
    type(
      first(where, row => row.kind === 'percent'),
      130,
    ),
  'chữ không đọc được': where => type(numeric(where), 'khoảng mười'),
  'số dạng chữ 1.234': where => type(numeric(where), '1.234'),
  'số dạng chữ 05': where =>
    type(
      where.inputs.filter(({ place }) => kinds[kindOf(index, place)?.kind ?? 'text'].range)[1],
      ' 05',
    ),
  'chữ “không”': where => type(numeric(where), 'KHÔNG '),
  'không áp dụng thiếu lý do': where => type(numeric(where), 'Không áp dụng'),
  'không áp dụng có lý do': where => type(numeric(where), 'Không áp dụng: không được giao'),
  'ô bị xóa trắng': where => type(numeric(where), null),
  'phần lớn hơn tổng': where =>
    where.inputs
      .flatMap(target => {
        const within = kindOf(index, target.place)?.within
        if (within === undefined) return []
        const whole = target.place.column
          ? { ...target.place, column: within }
          : { ...target.place, row: within }
        return type(target, figureAt(where.view.values, whole) + 5)
      })
      .slice(0, 1),
  'hai nơi không bằng nhau': broken('=', 7),
  'vượt mức cho phép': broken('<=', 900),
  'thấp hơn mức phải có': broken('>=', -900),
  'gõ đè công thức': where => {
    const form = index.forms.get(where.form)
    const places: Place[] =
      form?.layout === 'indicators'
        ? form.rows
            .filter(row => row.kind !== 'heading' && isComputed(row))
            .map(row => ({ form: form.id, row: row.key }))
        : form?.layout === 'table'
          ? form.columns
              .filter(column => column.formula)
              .map(column => ({
                form: form.id,
                row: where.inputs[0]?.place.row ?? '',
                column: column.key,
              }))
          : []
    // rows of other units are locked, grey and folded away
    const own = new Set(
      layOutWorkbook(index, where.view)
        .filter(layout => layout.form === where.form)
        .flatMap(layout => layout.rows.flat())
        .flatMap(({ place, style }) => (place && style !== 'foreign' ? [placeText(place)] : [])),
    )
    return places.flatMap(place => {
      const shown = own.has(placeText(place)) ? where.find(place) : undefined
      return shown ? [{ ...shown, value: 67.73 }] : []
    })
  },
  'gõ đè dòng Tổng số': where => {
    const form = index.forms.get(where.form)
    if (form?.layout !== 'table' || !form.totalRow) return []
    return form.columns
      .filter(column => !column.given && kinds[column.kind].numeric)
      .flatMap(({ key }) => {
        const place = { form: form.id, row: '', column: key }
        const shown = where.find(place)
        return shown ? [{ ...shown, value: figureAt(where.view.values, place) + 3 }] : []
      })
  },
  'dòng không cân': where => {
    const target = where.inputs.find(({ place }) => place.column === 'received_online')
    return type(target, (target?.now ?? 0) + 1)
  },
  'mẫu số bằng 0': where =>
    where.inputs
      .filter(({ place }) => denominators.has(place.row))
      .map(({ shown }) => ({ ...shown, value: 0 })),
  'lựa chọn ngoài danh sách': where =>
    type(
      first(where, row => row.choices !== undefined),
      'gần xong',
    ),
  'mã sai': where => member(where, 0, 'TTHC số 5'),
  'mã trùng': where => [...member(where, 0, '2.000033'), ...member(where, 1, '2.000033')],
  'thiếu mã': where => member(where, 0, null),
  'danh sách ghi không phát sinh': where =>
    listOf(where).flatMap(line => type(line, line === listOf(where)[0] ? 'Không phát sinh' : null)),
  'khác số kỳ trước': where => {
    const target = where.inputs.find(({ place }) => place.column === 'carried_over')
    return type(target, (target?.now ?? 0) + 40)
  },
  'giá trị lỗi của Excel': where => type(numeric(where), '#N/A'),
}

const denominators = new Set(
  [...index.indicators.values()].flatMap(
    ({ row }) => /\/ *([a-z_]+)/u.exec(row.formula ?? '')?.slice(1) ?? [],
  ),
)

/** The cells that name the members of a list. */
function listOf({ form, view, find }: Where): { shown: { sheet: string; cell: string } }[] {
  const table = index.tables.get(form)
  const key = table?.columns.find(column => column.rowKey)
  if (!table || !key) return []
  const codes = [...(view.values.content.tables.get(form)?.keys() ?? [])]
  return ['#1', '#2', ...codes.slice(2)].flatMap(row => {
    const shown = find({ form, row, column: key.key })
    return shown ? [{ shown }] : []
  })
}
const member = (where: Where, line: number, value: Typed['value']): Typed[] =>
  type(listOf(where)[line], value)

/** The cells a kind of mistake is made in, form by form. */
export function seeded(view: View, kind: string): { form: string; typed: Typed[] }[] {
  const find = locator(index, view)
  return formsOfView(index, view).map(({ id }) => ({
    form: id,
    typed: defects[kind]?.({ view, form: id, inputs: inputsOf(view, id, find), find }) ?? [],
  }))
}

function inputsOf(view: View, id: string, find: Where['find']): Target[] {
  const form = index.forms.get(id)
  const places: Place[] =
    form?.layout === 'indicators'
      ? form.rows.flatMap(row => {
          const own = agency.roles[row.owner ?? '']?.includes(view.unit ?? '') ?? false
          return own && row.kind !== 'heading' && !isComputed(row)
            ? [{ form: id, row: row.key }]
            : []
        })
      : form?.layout === 'table'
        ? [...(view.values.content.tables.get(id)?.keys() ?? [])].flatMap(row =>
            form.columns
              .filter(column => !column.given && !column.rowKey && !column.formula)
              .map(column => ({ form: id, row, column: column.key })),
          )
        : []
  return places.flatMap(place => {
    const shown = find(place)
    return shown ? [{ place, shown, now: figureAt(view.values, place) }] : []
  })
}

// ---------------------------------------------------------------- what each says

/** “X-01A Biểu 3!E34”, as the hidden sheet of the rules gives it. */
export function saidBySheet({ value }: Recalculated): string[] {
  const found: string[] = []
  for (let line = 2; value('PhepKiem', `A${line}`) !== null; line += 1) {
    const fails = value('PhepKiem', `E${line}`)
    if (fails !== 0 && fails !== 1)
      throw new Error(`line ${line} of the rules gives ${String(fails)}`)
    const [rule, sheet, cell] = ['A', 'C', 'D'].map(column => value('PhepKiem', `${column}${line}`))
    if (fails === 1) found.push(`${String(rule)} ${String(sheet)}!${String(cell)}`)
  }
  return [...new Set(found)].sort()
}

const numberText = /^\s*\d[\d.,]*\s*$/u
/** Judged only when submitted. */
const later = new Set(['quoted', 'enumerated', 'window'])

/** What the engine finds in the same cells. Numbers kept as text, which the sheet asks for first, are blanks to it. */
export function saidByEngine(view: View, { value }: Recalculated): string[] {
  const asText: string[] = []
  const layouts = layOutWorkbook(index, view)
  const blocks = new Map(layouts.map(layout => [layout.form, blockOf(layout)]))
  function blockOf({ sheet, form, block, inputs, rows }: SheetLayout): BlockCells {
    const typed = new Set(
      rows.flat().flatMap(({ style, place }) => (style === 'input' && place ? [place] : [])),
    )
    return Array.from({ length: block.rows }, (_, r) =>
      Array.from({ length: block.columns }, (_, c) => {
        const cell = `${columnName(block.left + c)}${block.top + r}`
        const content = value(sheet, cell)
        const laid = rows[block.top + r - 1]?.[block.left + c - 1]
        const isInput = laid?.place !== undefined && typed.has(laid.place)
        if (
          form &&
          inputs.length > 0 &&
          isInput &&
          typeof content === 'string' &&
          numberText.test(content)
        ) {
          asText.push(`NUMBER-TEXT ${sheet}!${cell}`)
          return null
        }
        return content
      }),
    )
  }
  const reading = readBlocks(index, view, blocks)
  const asRead = { ...view, openRows: reading.openRows }
  const values = valuesOf(index, reading.content, view.previous, rowFacts(agency))
  const { results } = check(
    index,
    {
      level: 'unit',
      period,
      values,
      stated: reading.stated,
      unread: reading.unread,
      window: view.window,
    },
    {
      naming: { rowName: rowNames(agency), unitName: unit => unit },
      locate: locator(index, { ...asRead, values }),
    },
  )
  const rules = new Map(index.catalogue.rules.map(rule => [rule.id, rule]))
  const found = results
    .filter(({ rule }) => !later.has(rules.get(rule)?.check ?? ''))
    .map(({ rule, at }) => `${rule} ${at.sheet ?? '?'}!${at.cell ?? '?'}`)
  return [...new Set([...found, ...asText])].sort()
}
