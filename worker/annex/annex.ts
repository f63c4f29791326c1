/**
 * Writes a consolidation as the annex workbook people sign: the forms in the order of the catalogue, a cover before
 * them, and behind them where every figure comes from and what the checks found.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { checkCode } from '../../shared/check-code.ts'
import type { Merged } from '../../shared/consolidate.ts'
import type { Values } from '../../shared/content.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import { periodName, type Window } from '../../shared/period.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import type { Finding } from '../../shared/rules/engine.ts'
import type { Verdict } from '../../shared/rules/subject.ts'
import { signedWorkbook } from '../paper/file.ts'
import type { PaperSheet } from '../paper/sheet.ts'
import { plainText } from '../paper/text.ts'
import { changes, type PreviousPull } from './changes.ts'
import { checks } from './checks.ts'
import { cover } from './cover.ts'
import { detail } from './detail.ts'
import type { Explanation, FiledRevision } from './filings.ts'
import { formSheet } from './forms.ts'
import { lineage, withSources } from './lineage.ts'
import { notesOf, remarksBy, withNotes } from './notes.ts'
import { notesSheet } from './notes-sheet.ts'
import { overview } from './overview.ts'
import type { Find } from './places.ts'
import { type AnnexPlan, planSheet } from './plan.ts'
import { awaited, leftOut, type Standing } from './units.ts'
import { annexWords } from './words.ts'
import { detailWords } from './words-detail.ts'
import { overviewWords } from './words-overview.ts'
import { planSheetWords } from './words-plan.ts'

export type AnnexInput = {
  readonly index: Index
  readonly agency: Agency
  readonly period: string
  readonly window: Window
  readonly merged: Merged
  /** merged figures of the period before, for Kỳ trước and So sánh */
  readonly previous?: Values
  /** merged figures of the same period a year before, for Cùng kỳ năm trước */
  readonly lastYear?: Values
  /** where the units stand; those that are not named have not started */
  readonly units: readonly Standing[]
  /** the counted revision of each unit, in any order */
  readonly revisions: readonly FiledRevision[]
  /** what the units explained in those revisions */
  readonly reasons: readonly Explanation[]
  /** what the rules say of the merged figures */
  readonly findings: readonly Finding[]
  /** rule → the places of the merged figures it judged, passed or not */
  readonly judged: ReadonlyMap<string, readonly Verdict[]>
  /** units whose figures were closed on other days than the period's, in words */
  readonly windows?: Consolidation['windows']
  /** groups declared to stand outside a ratio, with the ratio with and without them */
  readonly exclusions?: Consolidation['exclusions']
  /** the stored plan in force; without one there is no sheet of it */
  readonly plan?: AnnexPlan
  /** what was handed out of this period before; the first time there is none */
  readonly previousPull?: PreviousPull
  readonly state: 'provisional' | 'final'
  /** of the consolidation, hexadecimal */
  readonly digest: string
  /** where anyone may ask about its check code, as in `Env` */
  readonly origin?: string
  /** UTC instant of the consolidation */
  readonly asOf: string
  /** the newest entry of the audit, by which the paper can be held against the chain; the hash in hexadecimal */
  readonly auditHead?: { readonly seq: number; readonly hash: string }
}

/** The bytes of the .xlsx; equal input gives equal bytes. */
export async function annexWorkbook(input: AnnexInput): Promise<Uint8Array> {
  const { index, agency, period, window, merged, previous, state, digest, asOf, auditHead } = input
  const notes = notesOf(input)
  const remark = remarksBy(notes)
  const laid = layOutWorkbook(index, {
    agency,
    unit: null,
    period,
    window,
    values: merged.values,
    ...(previous ? { previous } : {}),
    ...(input.lastYear ? { lastYear: input.lastYear } : {}),
    remark,
  })
  const forms = laid.map(layout => withNotes(formSheet(input, layout, remark), notes))
  const units = awaited(index, agency, input.units)
  const find = finder(forms)
  const listed = [
    { sheet: overviewWords.sheet, title: overviewWords.contents },
    ...laid.map(({ form, sheet }) => ({ sheet, title: index.forms.get(form)?.title ?? '' })),
    ...(input.plan ? [{ sheet: planSheetWords.sheet, title: planSheetWords.contents }] : []),
    { sheet: detailWords.sheet, title: detailWords.contents },
    { sheet: annexWords.sheets.lineage, title: annexWords.contentsOwn.lineage },
    { sheet: annexWords.sheets.checks, title: annexWords.contentsOwn.checks },
    { sheet: annexWords.sheets.notes, title: annexWords.contentsOwn.notes },
    { sheet: annexWords.sheets.changes, title: annexWords.contentsOwn.changes },
  ]
  const { sheet: traced, sourceOf } = lineage(input, find, notes)
  const sheets: PaperSheet[] = [
    cover(input, units, listed),
    overview(input, units, find),
    ...forms.map(sheet => withSources(sheet, sourceOf)),
    ...(input.plan ? [planSheet(input, input.plan, find)] : []),
    detail(input, units, find, remark),
    traced,
    checks(input, find),
    notesSheet(input, find, notes),
    changes(input, find),
  ]
  const { properties } = annexWords
  const name = periodName(period)
  const imprint = {
    title: properties.title(name.toLocaleLowerCase('vi')),
    instant: asOf,
    custom: {
      [properties.digest]: checkCode(digest),
      [properties.period]: period,
      [properties.state]: plainText(annexWords.state[state](leftOut(units))),
      [properties.asOf]: asOf,
      ...(auditHead
        ? { [properties.audit]: annexWords.audit(auditHead.seq, plainText(auditHead.hash)) }
        : {}),
    },
  }
  return signedWorkbook(agency, `${name} – ${checkCode(digest)}`, imprint, sheets)
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
