/** How it stands with each section of the report, and which of them the clerk has to look at. */
import type { NarrativeAnswer, Remark, ReportSection } from '../../../shared/protocol.ts'

/**
 * `heading`: only the sections under it have words; `figures`: only sentences made from the figures; `merged`: words of
 * the units too; `edited`: the office's text stands in their place.
 */
export type Standing = 'heading' | 'empty' | 'figures' | 'merged' | 'edited'

export type Line = {
  readonly section: ReportSection
  readonly standing: Standing
  /** sentences of the edit whose figure is another one by now */
  readonly outdated: number
  /** what is to be looked at: of the merged passages, or of the office's own text once it has one */
  readonly remarks: number
  readonly needsLook: boolean
}

export function linesOf({ sections }: NarrativeAnswer): Line[] {
  return sections.map((section, i) => {
    const standing = standingOf(section, (sections[i + 1]?.depth ?? 0) > section.depth)
    const outdated = section.edit?.outdated.length ?? 0
    const remarks = (section.edit ? [section.edit] : section.merged).flatMap(remarksToLook).length
    const needsLook = standing === 'empty' || outdated > 0 || remarks > 0
    return { section, standing, outdated, remarks, needsLook }
  })
}

const remarksToLook = ({ remarks }: { remarks: readonly Remark[] }) =>
  remarks.filter(({ needsLook }) => needsLook)

function standingOf({ edit, merged }: ReportSection, hasSections: boolean): Standing {
  if (edit) return 'edited'
  const worded = merged.filter(({ text }) => text !== '')
  if (worded.length === 0) return hasSections ? 'heading' : 'empty'
  return worded.some(({ unit }) => unit !== null) ? 'merged' : 'figures'
}

export const countToLook = (lines: readonly Line[]): number =>
  lines.filter(({ needsLook }) => needsLook).length
