/**
 * What stands under each heading of the report, in order: the standard sentences of the section, then what the units
 * wrote, in the order of the units, with what the clerk should look at before signing.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import { type Passage as Compared, twins } from '../../shared/report/duplicates.ts'
import { type Heading, outlineOf } from '../../shared/report/outline.ts'
import { statementsOf, type Told } from '../../shared/report/prose.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { plainText } from '../paper/text.ts'
import { reportWords } from './words.ts'

export type Passage = { readonly text: string; readonly remarks: readonly string[] }
export type Chapter = { readonly heading: Heading; readonly passages: readonly Passage[] }

export function chaptersOf(index: Index, agency: Agency, consolidation: Consolidation): Chapter[] {
  const outline = outlineOf(index, consolidation.period, papersOf(agency).lettering)
  const statements = statementsOf(index, consolidation, shortName(agency))
  const written = outline.flatMap(({ code }): Draft[] => [
    ...statements
      .filter(({ section }) => section === code)
      .map(({ text, told }) => ({ section: code, unit: null, text, told })),
    ...(consolidation.narrative[code] ?? []).flatMap(({ unit, value }) =>
      paragraphsOf(value).map(text => ({ section: code, unit, text, told: [] })),
    ),
  ])
  const repeated = twins(written)
  const unitName = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? key
  const label = new Map(outline.map(heading => [heading.code, heading.label]))
  const remarksOf = (draft: Draft): string[] => {
    const twin = repeated.get(draft)
    if (!twin) return remarksOn(draft.told)
    const { unit, section } = twin.of
    const whose = unit === null ? null : unitName(unit)
    return [
      reportWords.remarks.twin(whose, label.get(section) ?? section, twin.same),
      ...remarksOn(draft.told),
    ]
  }
  return outline.map(heading => ({
    heading,
    passages: written
      .filter(({ section }) => section === heading.code)
      .map(draft => ({ text: draft.text, remarks: remarksOf(draft) })),
  }))
}

type Draft = Compared & { readonly told: readonly Told[] }

/** Why figures of a sentence should be looked at: not everybody has reported, or the office changed them. */
function remarksOn(told: readonly Told[]): string[] {
  const { incomplete, adjusted } = reportWords.remarks
  const partial = told
    .filter(
      ({ merged: { value, coverage } }) => value !== null && coverage.reported < coverage.expected,
    )
    .map(({ name, merged: { coverage } }) => ({ name, ...coverage }))
  return [
    ...(partial.length > 0 ? [incomplete(partial)] : []),
    ...told.flatMap(({ name, merged: { contributions } }) =>
      contributions.flatMap(part =>
        part.unit === null ? [adjusted(name, part.adjustment.reason, part.adjustment.by)] : [],
      ),
    ),
  ]
}

const paragraphsOf = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
