/**
 * What stands under each heading of the report, in order: the standard sentences of the section, then what the units
 * wrote, in the order of the units, with what the clerk should look at before signing; or the office's own words.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import type { Consolidation, Remark, SectionEdit, ToldFigure } from '../../shared/protocol.ts'
import { type Passage as Compared, twins } from '../../shared/report/duplicates.ts'
import { outdatedIn } from '../../shared/report/edits.ts'
import { type Heading, outlineOf } from '../../shared/report/outline.ts'
import { type Statement, statementsOf, type Told } from '../../shared/report/prose.ts'
import { type Combined, combined } from '../../shared/report/repeats.ts'
import { targetStatements } from '../../shared/report/sentences-plan.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { plainText } from '../paper/text.ts'
import { withContradictions } from './contradictions.ts'
import { reportWords } from './words.ts'

/** A text without words is there for its remarks only. */
export type Passage = {
  /** null: made from the figures */
  readonly unit: string | null
  readonly text: string
  readonly told: readonly ToldFigure[]
  readonly remarks: readonly Remark[]
}
/** The office's words of a section as they were saved; `told` are the figures in it, as printed then. */
export type Edit = Pick<SectionEdit, 'number' | 'text' | 'by' | 'at'> & {
  readonly section: string
  readonly told: readonly ToldFigure[]
}
export type Chapter = {
  readonly heading: Heading
  readonly merged: readonly Passage[]
  readonly edit: SectionEdit | null
}

/** The standard sentences of a consolidation in the agency's name. */
export const sentencesOf = (
  index: Index,
  agency: Agency,
  consolidation: Consolidation,
): Statement[] => [
  ...statementsOf(index, consolidation, shortName(agency)),
  ...targetStatements(index, consolidation),
]

export const headingsOf = (index: Index, agency: Agency, period: string): Heading[] =>
  outlineOf(index, period, papersOf(agency).lettering)

export function chaptersOf(
  index: Index,
  agency: Agency,
  consolidation: Consolidation,
  edits: readonly Edit[] = [],
): Chapter[] {
  const outline = headingsOf(index, agency, consolidation.period)
  const statements = sentencesOf(index, agency, consolidation)
  const written = outline.flatMap(({ code }): Draft[] =>
    combined(
      statements.filter(({ section }) => section === code),
      (consolidation.narrative[code] ?? []).flatMap(({ unit, value }) =>
        unit === null ? [] : paragraphsOf(value).map(text => ({ unit, text })),
      ),
      statements.filter(({ section }) => section !== code),
    ).map(passage => ({ ...passage, section: code })),
  )
  const repeated = twins(standing(outline, written, edits))
  const unitName = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? key
  const label = new Map(outline.map(heading => [heading.code, heading.label]))
  const twinOf = (draft: Draft): Remark[] => {
    const twin = repeated.get(draft)
    if (!twin || isSettled(draft, twin.of)) return []
    const { remarks } = reportWords
    const { unit, section } = twin.of
    const whose = isEdited(twin.of)
      ? remarks.ofOffice
      : unit === null
        ? remarks.ofFigures
        : remarks.ofUnit(unitName(unit))
    return [toLook(remarks.twin(whose, label.get(section) ?? section, twin.same))]
  }
  const chapters = outline.map(heading => ({
    heading,
    merged: written
      .filter(({ section }) => section === heading.code)
      .map(draft => ({
        unit: draft.unit,
        text: draft.text,
        told: toldBy(draft),
        remarks: [...twinOf(draft), ...remarksOn(draft)],
      })),
    edit: editOf(
      edits.find(({ section }) => section === heading.code),
      index,
      consolidation,
    ),
  }))
  return withContradictions(index, consolidation, chapters)
}

type Draft = Compared & Combined
/** A line of the office's own. */
type Edited = Compared & { readonly unit: null; readonly edited: true }

const isEdited = (passage: Draft | Edited): passage is Edited => 'edited' in passage

const toLook = (message: string): Remark => ({ message, needsLook: true })
const toKnow = (message: string): Remark => ({ message, needsLook: false })

/** What the report says line by line: an edited section is as somebody wants it, and others are held against it. */
const standing = (
  outline: readonly Heading[],
  written: readonly Draft[],
  edits: readonly Edit[],
): (Draft | Edited)[] =>
  outline.flatMap(({ code }): (Draft | Edited)[] => {
    const edit = edits.find(({ section }) => section === code)
    return edit
      ? paragraphsOf(edit.text).map(text => ({ section: code, unit: null, text, edited: true }))
      : written.filter(({ section, text }) => section === code && text !== '')
  })

/** What differs from a sentence is said with both numbers; two lists of figures that agree are two matters. */
const isSettled = (draft: Draft, of: Draft | Edited): boolean =>
  draft.unit !== null &&
  !isEdited(of) &&
  (of.unit === null
    ? draft.differing.length > 0
    : draft.instead.length > 0 && of.instead.length > 0)

function editOf(
  edit: Edit | undefined,
  index: Index,
  consolidation: Consolidation,
): SectionEdit | null {
  if (!edit) return null
  const { number, text, by, at, told } = edit
  const outdated = outdatedIn(text, told, index, consolidation)
  return { number, text, by, at, outdated, remarks: [] }
}

/** As it stands in the text. */
const toldBy = (draft: Draft): ToldFigure[] =>
  draft.unit === null
    ? draft.told.map(({ at, name, printed }) => ({ at, name, printed }))
    : draft.instead.map(({ told: { at, name }, number: { printed } }) => ({ at, name, printed }))

function remarksOn(draft: Draft): Remark[] {
  const { missing, said, differing } = reportWords.remarks
  if (draft.unit === null)
    return [
      ...(draft.missing.length > 0 ? [toLook(missing(draft.missing))] : []),
      ...reservations(draft.told),
    ]
  return [
    ...draft.differing.map(({ told: { name, printed }, number }) =>
      toLook(differing(name, number.printed.trim(), printed)),
    ),
    ...(draft.instead.length + draft.says.length > 0
      ? [
          toKnow(
            said([
              ...draft.instead.map(({ told: { name, printed } }) => `${name}: ${printed}`),
              ...(draft.instead.length === 0 ? draft.says : []),
            ]),
          ),
        ]
      : []),
    ...reservations(draft.instead.map(({ told }) => told)),
  ]
}

/** Why figures of a sentence should be looked at: not everybody has reported, or the office changed them. */
function reservations(told: readonly Told[]): Remark[] {
  const { incomplete, adjusted } = reportWords.remarks
  const partial = told
    .filter(
      ({ merged: { value, coverage } }) => value !== null && coverage.reported < coverage.expected,
    )
    .map(({ name, merged: { coverage } }) => ({ name, ...coverage }))
  return [
    ...(partial.length > 0 ? [toLook(incomplete(partial))] : []),
    ...told.flatMap(({ name, merged: { contributions } }) =>
      contributions.flatMap(part =>
        part.unit === null
          ? [toLook(adjusted(name, part.adjustment.reason, part.adjustment.by))]
          : [],
      ),
    ),
  ]
}

/** One a line; blank lines are none. */
export const paragraphsOf = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
