/**
 * The sheet for figures of years before the system: a page that asks for the papers they are taken from, then one page a
 * form with a column a year. It is read back by the codes at the end of its lines and the years over its columns.
 */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import type { Form } from '../../shared/catalogue/schema.ts'
import { fromWire } from '../../shared/figure.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { laid } from '../../shared/layout/sheet.ts'
import type { PastYear } from '../../shared/protocol.ts'
import { linesIn, type ReviewedLine } from '../../shared/retrospective/lines.ts'
import { drawing } from '../paper/drawing.ts'
import { imprinted } from '../paper/file.ts'
import { printTitles } from '../paper/page.ts'
import { across, type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import { validationOf } from '../plain/validation.ts'
import { pastYearWords } from './words.ts'

export type PastYearsSheet = {
  readonly index: Index
  readonly agency: Agency
  /** a column each */
  readonly years: readonly number[]
  /** years asked for that have figures in the system */
  readonly inSystem: readonly number[]
  /** what is typed already */
  readonly typed: readonly PastYear[]
  /** UTC instant the file is dated by */
  readonly asOf: string
}

const { head } = pastYearWords

/** The bytes of the .xlsx; equal input gives equal bytes. */
export async function pastYearsWorkbook(input: PastYearsSheet): Promise<Uint8Array> {
  const { agency, years, asOf, index } = input
  const name = pastYearWords.heading(years[0] ?? 0, years.at(-1) ?? 0)
  const draw = drawing(`${agency.name} – ${name}`, 'form')
  const forms = index.catalogue.forms.filter(form => linesIn(form).length > 0)
  const pages = [guide(input, name), ...forms.map(form => page(input, form))]
  return writeXlsx({
    sheets: pages.map(
      ({ sheet, validations }): WriteSheet => ({
        ...draw(sheet),
        dataValidations: validations,
        protection: { sheet: true, formatColumns: true, formatRows: true },
      }),
    ),
    namedRanges: pages.flatMap(({ sheet }) => printTitles(sheet)),
    ...imprinted(agency, { title: name, instant: asOf }),
  })
}

type Page = {
  readonly sheet: PaperSheet
  readonly validations: NonNullable<WriteSheet['dataValidations']>
}

function guide({ agency, years, inSystem, typed }: PastYearsSheet, name: string): Page {
  const width = 2
  const above = [
    words(pastYearWords.title(agency.name), 'title'),
    words(name, 'subtitle'),
    ...pastYearWords.steps.map(step => words(step, 'remark')),
    ...(inSystem.length > 0 ? [words(pastYearWords.inSystemNote(inSystem), 'remark')] : []),
  ]
  const sources = new Map(typed.map(({ year, source }) => [year, source]))
  const rows = [
    ...above.map(cell => across(width, cell)),
    [words(head.year, 'header'), words(head.source, 'header')],
    ...years.map((year): PaperCell[] => [
      { value: { number: year }, style: 'label', align: 'center' },
      words(sources.get(year) ?? '', 'inputText'),
    ]),
  ]
  return {
    sheet: {
      sheet: pastYearWords.guide,
      landscape: true,
      widths: [12, 96],
      rows,
      merges: above.map((_, i) => rangeAddress(i + 1, 1, i + 1, width)),
      frozenRows: 0,
      headerTop: 1,
    },
    validations: [],
  }
}

/** Columns before the years, and rows before the lines. */
const before = 3
const headRows = 2

function page({ years, typed }: PastYearsSheet, form: Form): Page {
  const width = before + years.length + 1
  const keyColumn = width
  const figures = new Map(typed.map(one => [one.year, one.figures]))
  const lines = new Map(linesIn(form).map(line => [line.row, line]))
  const shown =
    form.layout === 'narrative' ? [] : form.layout === 'table' ? form.columns : form.rows
  const rows: PaperCell[][] = [
    across(width, words(form.title, 'title')),
    paperRow(width, {
      1: words(head.code, 'header'),
      2: words(head.name, 'header'),
      3: words(head.unit, 'header'),
      ...Object.fromEntries(
        years.map((year, i) => [
          before + 1 + i,
          { value: { number: year }, style: 'header', numberFormat: '0' } as const,
        ]),
      ),
      [keyColumn]: words(head.key, 'header'),
    }),
  ]
  const merges = [rangeAddress(1, 1, 1, width)]
  const validations: Page['validations'] = []
  for (const row of shown) {
    const line = lines.get(row)
    if (!line && row.kind !== 'heading') continue
    if (!line) {
      rows.push([words(row.code, 'ordinal'), ...across(width - 1, words(row.name, 'heading'))])
      merges.push(rangeAddress(rows.length, 2, rows.length, width))
      continue
    }
    const at = rows.length + 1
    rows.push([
      words(line.code, 'ordinal'),
      { ...words(nameOf(line, form), 'label'), indent: depth(line.code) },
      words(line.unit ?? '', 'unitOfMeasure'),
      ...years.map((year): PaperCell => {
        const figure = figures.get(year)?.[line.key]
        return {
          value: laid(fromWire(figure)),
          style: 'input',
          numberFormat: kinds[row.kind].numberFormat,
        }
      }),
      words(line.key, 'note'),
    ])
    validations.push(
      ...validationOf({
        address: rangeAddress(at, before + 1, at, before + years.length),
        kind: row.kind,
        prompt: kinds[row.kind].prompt,
      }),
    )
  }
  return {
    sheet: {
      sheet: form.sheet,
      landscape: true,
      widths: [8, 46, 12, ...years.map(() => 12), 28],
      rows,
      merges,
      frozenRows: headRows,
      frozenColumns: before,
      headerTop: headRows,
    },
    validations,
  }
}

/** A sum or ratio is marked, because it is only typed where its parts are not known. */
const nameOf = ({ computed, row, name }: ReviewedLine, form: Form): string => {
  const own = form.layout === 'table' ? name : row.name
  return computed ? `${own} (${pastYearWords.computed})` : own
}

/** "2.1.1" stands two steps in. */
const depth = (code: string): number => Math.max(0, code.split('.').length - 1)
