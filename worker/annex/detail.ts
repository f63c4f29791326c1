/**
 * "Chi tiết theo đơn vị": form by form, each figure with one column per unit beside the total, so that the total is a
 * sum anyone can see. Who sent a unit's figures, and when, stands in the rows below its name.
 */
import type { Unit } from '../../shared/agency.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import type { Merge } from '../../shared/catalogue/schema.ts'
import type { Cell } from '../../shared/content.ts'
import { printFigure, printNumber, unreportedWords } from '../../shared/figure.ts'
import { onSheet, rangeAddress } from '../../shared/layout/address.ts'
import { laid, signs } from '../../shared/layout/sheet.ts'
import { sumFormula } from '../../shared/layout/table.ts'
import { printInstant } from '../../shared/period.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { type Line, lineageLines } from './lines.ts'
import type { Find } from './places.ts'
import type { Remarks } from './remarks.ts'
import { type Awaited, type Charge, inCharge, reporters } from './units.ts'
import { annexWords } from './words.ts'
import { detailWords } from './words-detail.ts'

const before = [9, 46, 13, 12]
const totalColumn = before.length
const unitWidth = 12
const noteWidth = 18
/** Units that fit one landscape page with the names of the figures. */
const unitsPerPage = 12

export function detail(
  input: AnnexInput,
  awaited: readonly Awaited[],
  find: Find,
  remarks: Remarks,
): PaperSheet {
  const shown = unitsShown(input, awaited)
  const lines = lineageLines(input).filter(line => tellsMore(input, line))
  // most periods have no adjustment, and then nothing on paper hints at one
  const adjusted = lines.some(({ office }) => office !== undefined)
  const widths = [
    ...before,
    ...shown.map(() => unitWidth),
    ...(adjusted ? [unitWidth] : []),
    noteWidth,
  ]
  const width = widths.length
  const onePage = shown.length <= unitsPerPage
  const reach = onePage ? width : before.length
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const wide = (cell: PaperCell) => {
    rows.push(across(width, cell))
    merges.push(rangeAddress(rows.length, 1, rows.length, reach))
  }
  wide(words(detailWords.title, 'title'))
  wide(words(detailWords.subtitle, 'remark'))
  wide(words(detailWords.singles, 'remark'))
  const { code, name, way, total } = detailWords.head
  rows.push(
    [
      ...[code, name, way, total],
      ...shown.map(unit => unit.short),
      ...(adjusted ? [detailWords.adjustment] : []),
      detailWords.note,
    ].map(text => words(text, 'shareHeader')),
  )
  const headerTop = rows.length
  for (const [label, cells] of filings(input, shown)) {
    rows.push([
      ...across(before.length, words(label, 'shareTotal')),
      ...cells.map((text): PaperCell => ({ ...words(text, 'share'), align: 'center' })),
      ...across(width - before.length - cells.length, words('', 'share')),
    ])
    merges.push(rangeAddress(rows.length, 1, rows.length, before.length))
  }
  const charge = inCharge(input)
  let form = ''
  for (const line of lines) {
    const of = input.index.forms.get(line.place.form)
    if (of && of.id !== form) {
      form = of.id
      wide({ ...words(of.title, 'shareTotal'), leadsTo: of.sheet })
    }
    const units = shown.map((unit): PaperCell => {
      const part = line.parts.get(unit.key)
      // beyond one page empty cells are left out altogether, or a thousand units would write mostly nothing
      if (!part && !onePage) return { value: null, style: 'blank' }
      return share(input, line, unit, part, charge)
    })
    const office = adjusted ? [partCell(line.office?.value, line)] : []
    const at = rows.length + 1
    const parts = rangeAddress(at, totalColumn + 1, at, totalColumn + units.length + office.length)
    const [said, sum] = totalOf(input, line, parts, find)
    rows.push([
      { ...words(line.code, 'share'), ...linkTo(line, find) },
      words(line.name, 'share'),
      words(said, 'share'),
      sum,
      ...units,
      ...office,
      words(noteOn(line, remarks), 'share'),
    ])
  }
  return {
    sheet: detailWords.sheet,
    landscape: true,
    widths,
    rows,
    merges,
    frozenRows: headerTop,
    frozenColumns: before.length,
    headerTop,
    ...(onePage ? {} : { pagesWide: Math.ceil(shown.length / unitsPerPage) }),
  }
}

/** All units with something to report where they fit one page, else those that did. */
function unitsShown({ agency, merged }: AnnexInput, awaited: readonly Awaited[]): readonly Unit[] {
  const named = new Set(awaited.map(({ unit }) => unit))
  return awaited.length <= unitsPerPage
    ? agency.units.filter(({ key }) => named.has(key))
    : reporters(agency, merged)
}

/** A line of a table one unit alone reported is that unit's; only totals and shared lines add anything up. */
function tellsMore({ index }: AnnexInput, { place, parts, office }: Line): boolean {
  const summed = place.column !== undefined && index.tables.get(place.form)?.totalRow
  return !summed || place.row === '' || parts.size > 1 || office !== undefined
}

/** Which revision of a unit counts, who sent it and when. */
function filings({ revisions }: AnnexInput, shown: readonly Unit[]): [string, string[]][] {
  const known = new Map(revisions.map(one => [one.unit, one]))
  const row = (of: (one: (typeof revisions)[number]) => string, otherwise = '') =>
    shown.map(({ key }) => {
      const one = known.get(key)
      return one ? of(one) : otherwise
    })
  return [
    [detailWords.revision, row(one => printNumber(one.revision), detailWords.notFiled)],
    [detailWords.preparedBy, row(one => one.preparedBy)],
    [detailWords.approvedBy, row(one => one.approvedBy)],
    [detailWords.receivedAt, row(one => printInstant(one.receivedAt))],
  ]
}

/** The total with how it came: as a sum of the cells beside it wherever it is one. */
function totalOf(
  input: AnnexInput,
  line: Line,
  parts: string,
  find: Find,
): readonly [way: string, total: PaperCell] {
  const { merged, numberFormat, place } = line
  const look = { style: 'shareTotal', align: 'right', numberFormat, ...signFor(merged) } as const
  if (merged.state === 'text') return [line.way, { ...look, value: { text: merged.text } }]
  if (isVisibleSum(input, line)) {
    const formula = sumFormula(parts, unreportedWords)
    return [
      annexWords.ways.sum,
      { ...look, value: { formula, shown: merged, unreported: unreportedWords } },
    ]
  }
  const at = find(place)
  return [
    line.way,
    {
      ...look,
      value: at
        ? {
            formula: onSheet(at.sheet, at.cell),
            shown: merged,
            unreported: unreportedWords,
          }
        : laid(merged, unreportedWords),
    },
  ]
}

/** Sums, and figures worked out again that are the sum of their parts all the same (142 = 126 + 16 in every unit). */
function isVisibleSum({ index, merged: { conflicts } }: AnnexInput, line: Line): boolean {
  const { place, merged, parts, office } = line
  const way = mergeAt(index, place)
  if (way === undefined || merged.state === 'text') return false
  // what does not count stands beside in words, which would be taken for a state where there is no number
  if (merged.state !== 'number' && conflicts.has(place.row)) return false
  if (way.by === 'sum') return true
  if (way.by !== 'recompute' || way.isRatio || merged.state !== 'number') return false
  const numbers = [...parts.values(), ...(office ? [office.value] : [])].map(part =>
    part.state === 'number' ? part.value : 0,
  )
  return Math.abs(numbers.reduce((sum, n) => sum + n, 0) - merged.value) < dust
}
const dust = 1e-9

function mergeAt(
  index: AnnexInput['index'],
  { form, row, column }: Line['place'],
): { by: Merge['by']; isRatio: boolean } | undefined {
  const found =
    column === undefined
      ? index.indicators.get(row)?.row
      : index.tables.get(form)?.columns.find(({ key }) => key === column)
  return found?.merge && { by: found.merge.by, isRatio: kinds[found.kind].scale !== 1 }
}

function share(
  { merged: { conflicts } }: AnnexInput,
  line: Line,
  { key }: Unit,
  part: Cell | undefined,
  charge: Charge,
): PaperCell {
  if (part && conflicts.get(line.place.row)?.includes(key) && part.state !== 'text')
    return {
      value: { text: detailWords.uncounted(printFigure(part)) },
      style: 'share',
      align: 'right',
    }
  if (!part && charge(key, line.place))
    return {
      value: { text: unreportedWords },
      style: 'share',
      align: 'right',
      sign: signs['not-reported'],
    }
  return partCell(part, line)
}

const partCell = (cell: Cell | undefined, { numberFormat }: Line): PaperCell => ({
  value: !cell ? null : cell.state === 'text' ? { text: cell.text } : laid(cell),
  style: 'share',
  align: 'right',
  numberFormat,
  ...(cell ? signFor(cell) : {}),
})

const signFor = ({ state }: Cell): Pick<PaperCell, 'sign'> =>
  state === 'number' || state === 'text' ? {} : { sign: signs[state] }

const linkTo = ({ place }: Line, find: Find): Pick<PaperCell, 'leadsTo'> => {
  const at = find(place)
  return at ? { leadsTo: at } : {}
}

const noteOn = ({ place, office }: Line, remarks: Remarks): string =>
  [remarks(place), ...(office?.reasons ?? [])].filter(said => said !== undefined).join('; ')
