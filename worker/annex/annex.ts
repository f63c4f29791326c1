/**
 * Writes a consolidation as the annex workbook people sign: the forms in the order of the catalogue, a cover before
 * them, and behind them where every figure comes from and what the checks found.
 */
import { writeXlsx } from 'hucre/xlsx'
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import type { Merged } from '../../shared/consolidate.ts'
import type { Values } from '../../shared/content.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import { periodName, type Window } from '../../shared/period.ts'
import type { Finding } from '../../shared/rules/engine.ts'
import { drawing, standardFont } from '../paper/drawing.ts'
import { printTitles } from '../paper/page.ts'
import type { PaperSheet } from '../paper/sheet.ts'
import { plainText } from '../paper/text.ts'
import { checks } from './checks.ts'
import { cover, digestCode } from './cover.ts'
import { formSheet } from './forms.ts'
import { type Find, lineage } from './lineage.ts'
import { remarksOn } from './remarks.ts'
import { awaited, leftOut, reporters, type Standing } from './units.ts'
import { annexWords } from './words.ts'

export type AnnexInput = {
  readonly index: Index
  readonly agency: Agency
  readonly period: string
  readonly window: Window
  readonly merged: Merged
  /** merged figures of the period before, for Kỳ trước and So sánh */
  readonly previous?: Values
  /** where the units stand; those that are not named have not started */
  readonly units: readonly Standing[]
  /** what the rules say of the merged figures */
  readonly findings: readonly Finding[]
  readonly state: 'provisional' | 'final'
  /** of the consolidation, hexadecimal */
  readonly digest: string
  /** UTC instant of the consolidation */
  readonly asOf: string
  /** the newest entry of the audit, by which the paper can be held against the chain; the hash in hexadecimal */
  readonly auditHead?: { readonly seq: number; readonly hash: string }
}

/** The bytes of the .xlsx; equal input gives equal bytes. */
export async function annexWorkbook(input: AnnexInput): Promise<Uint8Array> {
  const { index, agency, period, window, merged, previous, state, digest, asOf, auditHead } = input
  const remark = remarksOn(index, agency, merged)
  const laid = layOutWorkbook(index, {
    agency,
    unit: null,
    period,
    window,
    values: merged.values,
    ...(previous ? { previous } : {}),
    remark,
  })
  const forms = laid.map(layout => formSheet(input, layout, remark))
  const units = awaited(index, agency, input.units)
  const find = finder(forms)
  const listed = [
    ...laid.map(({ form, sheet }) => ({ sheet, title: index.forms.get(form)?.title ?? '' })),
    { sheet: annexWords.sheets.lineage, title: annexWords.contentsOwn.lineage },
    { sheet: annexWords.sheets.checks, title: annexWords.contentsOwn.checks },
  ]
  const sheets: PaperSheet[] = [
    cover(input, units, listed),
    ...forms,
    lineage(input, reporters(agency, merged), find, remark),
    checks(input, find),
  ]
  const { properties } = annexWords
  const name = periodName(period)
  const written = new Date(asOf)
  return writeXlsx({
    sheets: sheets.map(drawing(`${agency.name} – ${name} – ${digestCode(digest)}`)),
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: standardFont,
    properties: {
      title: plainText(properties.title(name.toLocaleLowerCase('vi'))),
      creator: plainText(agency.name),
      company: plainText(agency.name),
      created: written,
      modified: written,
      custom: {
        [properties.digest]: plainText(digest),
        [properties.period]: period,
        [properties.state]: plainText(annexWords.state[state](leftOut(units))),
        [properties.asOf]: asOf,
        ...(auditHead
          ? { [properties.audit]: annexWords.audit(auditHead.seq, plainText(auditHead.hash)) }
          : {}),
      },
    },
  })
}

/** Where the annex prints a place. */
function finder(sheets: readonly PaperSheet[]): Find {
  return place => {
    for (const { sheet, cellOf } of sheets) {
      const cell = cellOf?.(place)
      if (cell) return { sheet, cell }
    }
    return undefined
  }
}
