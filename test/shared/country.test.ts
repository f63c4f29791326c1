/** The country the bench measures with: the same from the same seed, and nothing in it that a rule refuses. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { closedBefore, monthsOf, parsePeriod } from '../../shared/period.ts'
import { faultsOf } from '../../worker/admission.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import { reportOn } from '../../worker/report-on.ts'
import { exponentOf } from '../bench/country/exponent.ts'
import { agencyOf } from '../bench/country/places.ts'
import { periodsOfYear, type Reported, reportsOf } from '../bench/country/reports.ts'

const index = readCatalogue(catalogueFiles('sct-2025.1'))
const agency = agencyOf(1, 4)

/** What the check says of a report, with the unit's own months behind a longer period. */
function checked(unit: string, period: string, reports: ReadonlyMap<string, Reported>) {
  const report = reports.get(period)
  if (!report) throw new Error(`no report of ${period}`)
  const admission = { index, agency, unit }
  const submission = { ...report, basedOn: null }
  const months = (parsePeriod(period).kind === 'M' ? [] : monthsOf(period)).map(month => {
    const { figures = {}, tables = {} } = reports.get(month) ?? {}
    return {
      ...{ period: month, revision: 1, window: null },
      content: { figures, tables, narrative: {} },
    }
  })
  const previous = closedBefore(period).flatMap(key => reports.get(key) ?? [])[0]
  const run = { period, revision: 1, digest: '', time: '', trigger: 'check' } as const
  const { results } = reportOn(admission, submission, { ...run, previous, months })
  return [
    ...faultsOf(admission, submission).map(({ pointer }) => pointer),
    ...results
      .filter(({ outcome, severity }) => outcome === 'fail' && severity === 'error')
      .map(({ rule, at }) => `${rule} ${at.place}`),
  ]
}

test('a year of reports is the same from the same seed, and every one passes the rules', () => {
  const periods = periodsOfYear(2025)
  for (const { key } of agency.units) {
    const reports = reportsOf(index, agency, key, 7, 1)
    expect([...reports.keys()]).toEqual(periods)
    const refused = periods.flatMap(period =>
      checked(key, period, reports).map(fault => `${key} ${period} ${fault}`),
    )
    expect(refused).toEqual([])
  }
  const [unit = ''] = agency.units.map(({ key }) => key)
  const drawn = (seed: number) => JSON.stringify([...reportsOf(index, agency, unit, seed, 1)])
  expect(drawn(7)).toBe(drawn(7))
  expect(drawn(8)).not.toBe(drawn(7))
})

test('a line is told from what is flat and from a square by its exponent', () => {
  const sizes = [1, 10, 100]
  const exponents = [[3, 30, 300], [5, 5, 5], [2, 200, 20_000], [0, 0, 0]] // biome-ignore format: a table
  expect(exponents.map(values => exponentOf(sizes, values))).toEqual([
    expect.closeTo(1),
    expect.closeTo(0),
    expect.closeTo(2),
    0,
  ])
})
