/**
 * A unit's sheets as a plain workbook: the layout of the pane, the rules as formulas, nothing to install. Equal input
 * gives equal bytes, whoever downloads it and whenever.
 */
import type { NamedRange } from 'hucre'
import { type WriteOptions, writeXlsx } from 'hucre/xlsx'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { onSheet } from '../../shared/layout/address.ts'
import { layOutWorkbook, type View } from '../../shared/layout.ts'
import { periodName } from '../../shared/period.ts'
import { compileRules } from '../../shared/rules/compile.ts'
import { drawing } from '../paper/drawing.ts'
import { imprinted } from '../paper/file.ts'
import { printTitles } from '../paper/page.ts'
import { plainText } from '../paper/text.ts'
import { formPage } from './form.ts'
import { figuresPage, identityPage, rulesPage } from './hidden.ts'
import { overviewPage } from './overview.ts'
import { plainWords } from './words.ts'

export type PlainInput = {
  readonly index: Index
  readonly view: View
  /** the submission it is filled with; null when there is none */
  readonly revision: number | null
  /** before the first submission of a longer period: what it is filled with instead, in words */
  readonly filledFrom?: string
  /** UTC instant of that submission, or of the first day of the window: the file's own date */
  readonly asOf: string
}

export const plainWorkbook = async (input: PlainInput): Promise<Uint8Array> =>
  writeXlsx(plainPages(input))

/** The workbook before it is written. */
export function plainPages(input: PlainInput): WriteOptions {
  const { index, view, revision, asOf } = input
  const { agency, period } = view
  const unitName = agency.units.find(unit => unit.key === view.unit)?.name ?? view.unit ?? ''
  const layouts = layOutWorkbook(index, view)
  const compiled = compileRules(index, view)
  const draw = drawing(`${unitName} – ${periodName(period)}`, 'form')
  const { identity } = plainWords
  const known: (readonly [string, string | number])[] = [
    [identity.agency, agency.key],
    [identity.unit, view.unit ?? ''],
    [identity.period, period],
    [identity.catalogue, index.catalogue.id],
    [identity.revision, revision ?? 0],
  ]
  return {
    sheets: [
      overviewPage({ ...input, unitName }, layouts, compiled, draw),
      ...layouts.map(layout => formPage(layout, compiled.judgements, draw)),
      rulesPage(compiled),
      figuresPage(compiled),
      identityPage(known),
    ],
    namedRanges: [
      ...layouts.map(({ block, sheet }) => ({
        name: block.name,
        range: onSheet(sheet, absolute(block.address)),
      })),
      ...layouts.flatMap((layout): NamedRange[] => printTitles(layout)),
    ],
    ...imprinted(agency, {
      title: plainWords.properties.title(unitName, periodName(period)),
      instant: asOf,
      custom: Object.fromEntries(known.map(([key, text]) => [key, plainText(String(text))])),
    }),
  }
}

/** "E8:E50" → "$E$8:$E$50" */
const absolute = (address: string): string =>
  address.replace(/([A-Z]+)(\d+)/gu, (_, column: string, row: string) => `$${column}$${row}`)
