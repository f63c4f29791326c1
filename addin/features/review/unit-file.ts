/** A unit's report with everything the office wants beside it, worked out once from the server's answer. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { rowFacts, rowNames } from '../../../shared/consolidate.ts'
import {
  contentFromWire,
  type Values,
  valuesOf,
  type WireContent,
} from '../../../shared/content.ts'
import { isStriking, type Movement, movements } from '../../../shared/movements.ts'
import { type Place, placeText } from '../../../shared/place.ts'
import type { ReviewSheet } from '../../../shared/protocol.ts'
import type { Finding, Naming } from '../../../shared/rules/engine.ts'

export type UnitFile = {
  readonly sheet: ReviewSheet
  readonly index: Index
  readonly naming: Naming
  readonly values: Values
  readonly previous: Values | null
  /** against the period before: the striking ones, or the largest few when none is */
  readonly moved: readonly Movement[]
  readonly striking: boolean
  /** warnings the unit gave reasons for */
  readonly explained: readonly Finding[]
  readonly remarks: readonly Finding[]
}

/** How many are shown when nothing is striking: enough to see that somebody looked. */
const largestShown = 3

export function unitFileOf(sheet: ReviewSheet, index: Index): UnitFile {
  const { agency, current, report } = sheet
  const facts = rowFacts(agency)
  const from = (wire: WireContent, before?: Values) =>
    valuesOf(index, contentFromWire(wire), before, facts)
  const previous = sheet.previous ? from(sheet.previous) : null
  const values = from(current, previous ?? undefined)
  const all = previous ? movements(index, previous, values) : []
  const striking = all.filter(isStriking)
  return {
    sheet,
    index,
    naming: {
      rowName: rowNames(agency),
      unitName: key => agency.units.find(one => one.key === key)?.name ?? key,
    },
    values,
    previous,
    moved: striking.length > 0 ? striking : all.slice(0, largestShown),
    striking: striking.length > 0,
    explained: report.results.filter(one => one.justification !== undefined),
    remarks: report.results.filter(one => one.outcome === 'fail' && one.severity === 'info'),
  }
}

/** What the unit said about a place, or about a finding that looks at it. */
export function reasonAt({ explained }: UnitFile, place: Place): string | undefined {
  const text = placeText(place)
  const about = (finding: Finding) => finding.at.place === text || finding.related.includes(text)
  return explained.find(about)?.justification
}

/** The names people call a place by need only these two. */
export type Called = Pick<UnitFile, 'index' | 'naming'>
