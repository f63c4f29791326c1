/**
 * Lays out a form of indicators (Biểu 1–7): STT · Chỉ tiêu · Đơn vị tính · Kỳ trước · Kỳ này · So sánh · Ghi chú; the
 * annex has Cùng kỳ năm trước after Kỳ này, so that a figure sits in the same cell of both. Every row of the form is
 * there; those of other units are grey, locked and collapsed.
 */
import {
  type Index,
  isComputed,
  membersOf,
  ownerRole,
  planCountOf,
  playsRole,
} from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Indicator, IndicatorForm } from '../catalogue/schema.ts'
import { type Figure, notReported } from '../figure.ts'
import { operandsOf, printExcel } from '../formula.ts'
import type { Place } from '../place.ts'
import { cellAddress, rangeAddress } from './address.ts'
import { heading, headingRows } from './heading.ts'
import {
  change,
  columnsOf,
  current,
  measure,
  name,
  ordinal,
  previous,
} from './indicator-columns.ts'
import { choicesText, inputRuns, runs } from './indicator-inputs.ts'
import {
  blockName,
  formulaValue,
  type LaidCell,
  type LaidValue,
  type Locate,
  laid,
  laidRow,
  rowHeight,
  type SheetLayout,
  signs,
  textCell,
  unreportedIn,
  type View,
} from './sheet.ts'

const firstRow = headingRows + 3
const headerHeight = 34

export function indicatorCellOf(form: IndicatorForm): (place: Place) => string | undefined {
  const lines = new Map(form.rows.map((row, i) => [row.key, firstRow + i]))
  return place => {
    const line = place.form === form.id ? lines.get(place.row) : undefined
    return line === undefined ? undefined : cellAddress(line, current)
  }
}

export function layOutIndicators(
  index: Index,
  form: IndicatorForm,
  view: View,
  locate: Locate,
): SheetLayout {
  const own = ownRows(index, form, view)
  const { widths, titles } = columnsOf(view)
  const head = heading(form, view, widths, 'Đơn vị tính: như cột (3)')
  const rows: LaidCell[][] = [
    ...head.rows,
    titles.map(title => textCell(title, 'header')),
    titles.map((_, i) => textCell(`(${i + 1})`, 'columnNumber')),
    ...form.rows.map((row, i) =>
      line(index, form, row, firstRow + i, own.has(row.key), view, locate),
    ),
  ]
  const heights = [
    ...head.heights,
    headerHeight,
    undefined,
    ...rows.slice(firstRow - 1).map(cells => rowHeight(cells, widths)),
  ]
  const address = rangeAddress(firstRow, current, firstRow + form.rows.length - 1, current)
  return {
    form: form.id,
    sheet: form.sheet,
    landscape: false,
    widths,
    rows,
    heights,
    merges: head.merges,
    frozenRows: firstRow - 1,
    headerTop: headingRows + 1,
    collapsed: runs(form.rows.map(row => !own.has(row.key))).map(({ first, last }) => ({
      first: first + firstRow,
      last: last + firstRow,
    })),
    block: {
      name: blockName(form),
      top: firstRow,
      left: current,
      rows: form.rows.length,
      columns: 1,
      address,
    },
    inputs: view.unit === null ? [] : inputRuns(form, own, firstRow, current),
    cellOf: indicatorCellOf(form),
  }
}

/** Rows this view shows as its own: inputs of the unit, computed rows all of whose operands it has, their headings. */
function ownRows(index: Index, form: IndicatorForm, { agency, unit }: View): Set<string> {
  // catalogues with cycles are refused when read, so this ends
  const mine = (row: Indicator): boolean => {
    if (unit === null) return true
    if (row.kind === 'heading')
      return descendants(form, row).some(child => child.kind !== 'heading' && mine(child))
    // one unit sees its own tasks only, so no unit's sheet can count those of the plan
    if (planCountOf(row)) return false
    const role = ownerRole(index, row)
    if (role !== undefined) return playsRole(agency, role, unit)
    const expression = index.indicators.get(row.key)?.expression
    const operands = expression ? operandsOf(expression) : []
    return operands.every(({ form: table, key }) => {
      const operand = index.tables.has(table ?? '') ? undefined : index.indicators.get(key)?.row
      return operand !== undefined && mine(operand)
    })
  }
  return new Set(form.rows.filter(row => mine(row)).map(row => row.key))
}

const descendants = (form: IndicatorForm, row: Indicator): Indicator[] =>
  form.rows.filter(child => child.code.startsWith(`${row.code}.`))

const depth = (row: Indicator): number => row.code.split('.').length - 1

function line(
  index: Index,
  form: IndicatorForm,
  row: Indicator,
  at: number,
  own: boolean,
  view: View,
  locate: Locate,
): LaidCell[] {
  const kind = kinds[row.kind]
  const place: Place = { form: form.id, row: row.key }
  const indent = depth(row)
  const { widths, lastYear, difference, note } = columnsOf(view)
  if (row.kind === 'heading') {
    const cells = Object.fromEntries(widths.map((_, i) => [i + 1, textCell('', 'heading')]))
    return laidRow(widths.length, {
      ...cells,
      [ordinal]: textCell(row.code, 'heading'),
      [name]: { value: { text: row.name }, style: 'heading', indent },
    })
  }
  const computed = isComputed(row)
  const style = !own ? 'foreign' : computed ? 'computed' : view.unit === null ? 'label' : 'input'
  const figure = view.values.figure(row.key)
  const before = view.previous?.figure(row.key)
  const { numberFormat } = kind
  const comparable = own && row.kind !== 'choice'
  const earlier = (found: Figure = notReported): LaidCell => ({
    value: laid(found, unreportedIn(view)),
    style: own ? 'previous' : 'foreign',
    numberFormat,
    align: kind.align,
    ...(view.unit === null && found.state === 'not-reported'
      ? { sign: signs['not-reported'] }
      : {}),
  })
  return laidRow(widths.length, {
    [ordinal]: textCell(row.code, own ? 'ordinal' : 'foreign'),
    [name]: { value: { text: row.name }, style: own ? 'label' : 'foreign', indent },
    [measure]: {
      value: { text: row.unit ?? '' },
      style: own ? 'unitOfMeasure' : 'foreign',
      align: 'center',
    },
    [previous]: earlier(before),
    ...(lastYear ? { [lastYear]: earlier(view.lastYear?.figure(row.key)) } : {}),
    [current]: {
      value: own ? currentValue(index, row, place, view, locate) : null,
      style,
      numberFormat,
      align: kind.align,
      place,
    },
    [difference]: {
      value: comparable ? change(at, figure, before, view.unit === null, kind.scale === 1) : null,
      style: own ? 'difference' : 'foreign',
      numberFormat: kind.decimals === 0 ? '+#,##0;-#,##0;0' : '+#,##0.00;-#,##0.00;0',
      align: 'right',
    },
    [note]: textCell(remarkOf(index, row, place, own, view), own ? 'note' : 'foreign'),
  })
}

function currentValue(
  index: Index,
  row: Indicator,
  place: Place,
  view: View,
  locate: Locate,
): LaidValue {
  const shown = view.values.figure(row.key)
  const members = membersOf(row)
  if (members) {
    const list = locate({ kind: 'reference', form: members, key: '' }, place)
    return list ? { formula: countFormula(list), shown } : laid(shown, unreportedIn(view))
  }
  const expression = index.indicators.get(row.key)?.expression
  const formula =
    expression &&
    printExcel(
      expression,
      operand => locate(operand, place),
      kinds[row.kind].scale,
      unreportedIn(view),
    )
  return formula
    ? formulaValue(formula, shown, unreportedIn(view))
    : laid(shown, unreportedIn(view))
}

/** Members named in a list; the words "Không phát sinh" in its first line say there are none. */
const countFormula = (list: string): string => {
  const first = list.replace(/:[A-Z]+\d+$/u, '')
  return `IF(COUNTA(${list})=0,"",IF(LEFT(${first},8)="Không ph",${first},COUNTA(${list})))`
}

function remarkOf(index: Index, row: Indicator, place: Place, own: boolean, view: View): string {
  const remark = view.remark?.(place)
  if (remark) return remark
  // notes tell those who fill how to fill; a finished annex only needs what the codes mean
  if (view.unit === null) return choicesText(row)
  if (own) return row.note ?? choicesText(row)
  const counted = planCountOf(row)
  if (counted) return `Tính khi tổng hợp, theo ${index.forms.get(counted.plan)?.short ?? ''}`
  const role = ownerRole(index, row)
  if (role === undefined) return 'Tính khi tổng hợp'
  const owners = view.agency.units.filter(unit => playsRole(view.agency, role, unit.key))
  return owners.length > 2
    ? (index.catalogue.roles[role] ?? '')
    : owners.map(unit => unit.name).join('; ')
}
