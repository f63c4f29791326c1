/** A consolidation of the demo agency's month, or of the small agency's, as the Word report takes it. */
import { agencySchema } from '../../shared/agency.ts'
import type { Merged } from '../../shared/consolidate.ts'
import { statutoryWindow } from '../../shared/period.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import { wireFigures, wireTables } from '../../worker/consolidated-wire.ts'
import type { ReportInput } from '../../worker/report/report.ts'
import * as bacGiang from '../fixtures/bac-giang.ts'
import * as small from './fixture.ts'

const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

function inputOf(
  agency: ReportInput['agency'],
  merged: Merged,
  rest: Partial<Consolidation>,
): ReportInput {
  const { index } = bacGiang
  const nothing = small.mergedOf(agency, {}).values
  const standing = { locked: false, pastDue: false }
  const beside = { standing, earlier: nothing, yearEarlier: nothing }
  const reported = new Set([...merged.narrative.values()].flat().map(({ unit }) => unit))
  const period = rest.period ?? '2025-M04'
  return {
    index,
    agency,
    consolidation: {
      agency: agency.key,
      period,
      catalogue: index.catalogue.id,
      digest,
      asOf: '2025-04-15T03:30:00.000Z',
      state: 'provisional',
      window: statutoryWindow(period),
      units: agency.units.map(({ key, name }) => ({
        unit: key,
        name,
        state: reported.has(key) ? 'submitted' : 'not-started',
        revision: reported.has(key) ? 1 : null,
        counted: reported.has(key) ? 1 : null,
        changedSinceAccepted: false,
        status: reported.has(key) ? 'provisional' : 'incomplete',
      })),
      compared: { previous: '2025-M03', samePeriodLastYear: '2024-M04' },
      figures: wireFigures(index, merged, beside),
      tables: wireTables(index, agency, merged, beside),
      narrative: Object.fromEntries(
        [...merged.narrative].map(([code, parts]) => [code, [...parts]]),
      ),
      findings: [],
      lapsed: [],
      exclusions: [],
      windows: [],
      ...rest,
    },
  }
}

export const demoReport = (rest: Partial<Consolidation> = {}): ReportInput =>
  inputOf(bacGiang.agency, bacGiang.merged('2025-M04'), rest)

/** @param units what each unit of the small agency reported */
export const smallReport = (
  units: small.Reports,
  rest: Partial<Consolidation> = {},
  papers?: ReportInput['agency']['papers'],
): ReportInput => {
  const agency = papers ? agencySchema.parse({ ...small.agency, papers }) : small.agency
  return inputOf(agency, small.mergedOf(agency, units), rest)
}
