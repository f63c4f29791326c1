/** How it stands with each section of the report, and which of them the clerk has to look at. */
import type { NarrativeAnswer, ReportSection } from '../../../shared/protocol.ts'
import { type Passage as TwinPassage, twins } from '../../../shared/report/duplicates.ts'

/**
 * `heading`: only the sections under it have words; `figures`: only sentences made from the figures; `merged`: words of
 * the units too; `edited`: the office's text stands in their place.
 */
export type Standing = 'heading' | 'empty' | 'figures' | 'merged' | 'edited'

type Passage = ReportSection['merged'][number]

export type Line = {
  readonly section: ReportSection
  readonly standing: Standing
  /** sentences of the edit whose figure is another one by now */
  readonly outdated: number
  /** merged passages that say again what stands elsewhere */
  readonly repeats: ReadonlySet<Passage>
  readonly needsLook: boolean
}

export function linesOf({ sections }: NarrativeAnswer): Line[] {
  const all = repeated(sections)
  return sections.map((section, i) => {
    const standing = standingOf(section, (sections[i + 1]?.depth ?? 0) > section.depth)
    const outdated = section.edit?.outdated.length ?? 0
    const repeats = new Set(section.merged.filter(passage => all.has(passage)))
    return {
      section,
      standing,
      outdated,
      repeats,
      needsLook: standing === 'empty' || outdated > 0 || repeats.size > 0,
    }
  })
}

function standingOf({ edit, merged }: ReportSection, hasSections: boolean): Standing {
  if (edit) return 'edited'
  const worded = merged.filter(({ text }) => text !== '')
  if (worded.length === 0) return hasSections ? 'heading' : 'empty'
  return worded.some(({ unit }) => unit !== null) ? 'merged' : 'figures'
}

/** `passage` null: a line of the office's text */
type Compared = TwinPassage & { readonly passage: Passage | null }

/**
 * An edited section is as somebody wants it: it is compared with, and has no repeats of its own. Two paragraphs that
 * each tell figures of the consolidation resemble each other and are two matters. The server remarks on every repeat, so
 * only passages with remarks are looked at: a thousand of them would otherwise hold the pane up for seconds.
 */
function repeated(sections: readonly ReportSection[]): ReadonlySet<Passage> {
  const compared = sections.flatMap(({ code, edit, merged }): Compared[] =>
    edit
      ? edit.text.split('\n').map(text => ({ section: code, unit: null, text, passage: null }))
      : merged.map(passage => {
          const { text, remarks } = passage
          const unit = remarks.length > 0 ? passage.unit : null
          return { section: code, unit, text, passage }
        }),
  )
  const tells = (passage: Passage | null): boolean =>
    passage !== null && passage.unit !== null && passage.told.length > 0
  return new Set(
    [...twins(compared)].flatMap(([{ passage }, { of }]) =>
      passage && !(tells(passage) && tells(of.passage)) ? [passage] : [],
    ),
  )
}

export const countToLook = (lines: readonly Line[]): number =>
  lines.filter(({ needsLook }) => needsLook).length
