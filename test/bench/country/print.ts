/** The country as people read it: what was measured, what was calculated from it, and which is which. */
import { short, table } from '../table.ts'
import { printCosts } from './costs.ts'
import type { Country } from './country.ts'
import { type Curve, curves, type Grown } from './growth.ts'
import { hour } from './hour.ts'
import type { Measured } from './operations.ts'
import type { Peak } from './peak.ts'
import { country } from './places.ts'
import type { Sample } from './sample.ts'

export function printCountry(measured: Country): string {
  const { year, decade, node, d1, rows, peak, counts, took } = measured
  return [
    printSamples([year, decade]),
    printOperations([...decade.measured, ...year.measured], rows),
    printCurves('cpu', node),
    printCurves('rows', d1),
    printWritten(d1),
    printPeak(peak),
    printCosts(counts),
    `Seconds: ${Object.entries(took)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(0)}`)
      .join('; ')}`,
  ].join('\n\n')
}

function printSamples(samples: readonly Sample[]): string {
  const { provinces, agencies, units, periods, years } = country
  const all = provinces * agencies * units * periods * years
  const heading = ['', 'reports', 'sent again', '/s', 'CPU ms', 'MB', 'kB each', 'kB sent']
  const rows = samples.map(one => [
    `${one.shape.agencies} × ${one.shape.units} units, ${one.shape.years} years`,
    `${one.reports}`,
    `${one.explained}`,
    ...[one.perSecond, one.cpuEach, one.databaseBytes / 1e6, one.bytesEach / 1000].map(short),
    short(one.sentEach / 1000),
  ])
  const [first] = samples
  const bytes = first?.bytesEach ?? 0
  const seconds = 1 / (first?.perSecond ?? 1)
  const calculated = (name: string, reports: number) =>
    `${name} ${reports} reports: ${short((reports * bytes) / 1e9)} GB, ${short((reports * seconds) / 60)} minutes of one processor`
  return [
    'Measured: reports through the front door of the app in this process, judged by every rule, on the disk before the answer (SQLite)',
    table([heading, ...rows]),
    `totals of consolidation, series and province held against the sums of what was submitted: ${samples.map(({ compared }) => compared).join(' + ')}, all equal`,
    `Calculated from the first line: ${calculated('a province of ten years,', all / provinces)}; ${calculated('the country of ten years,', all)}`,
  ].join('\n')
}

function printOperations(onNode: readonly Measured[], onD1: readonly Measured[]): string {
  const rows = onNode.map(one => {
    const counted = onD1.find(({ operation }) => operation === one.operation)
    return [
      one.operation,
      `${one.requests}`,
      ...[one.ms, one.cpu].map(short),
      ...[counted?.rows, counted?.written].map(count => `${count ?? '-'}`),
      short(one.bytes / 1000),
    ]
  })
  return [
    'Measured: an agency of 12 units with years behind it, a province of 15 agencies; medians. Wait and CPU on Node with SQLite, rows as D1 counts them',
    table([['', 'requests', 'ms', 'CPU ms', 'rows read', 'written', 'kB'], ...rows]),
  ].join('\n')
}

const titles = { cpu: 'CPU ms on Node with SQLite', rows: 'rows read on D1' }
const digits = { cpu: short, rows: String }

/** Nearly nothing to say: a line a size would hide the one that changes. */
function printWritten(grown: readonly Grown[]): string {
  const all = grown.flatMap(one => curves(one, 'written'))
  const writing = all.filter(({ values }) => values.some(value => value > 0))
  const changing = writing.filter(({ values }) => new Set(values).size > 1)
  const each = new Map(writing.map(({ operation, values }) => [operation, values[0]]))
  const told = [...each].map(([operation, rows]) => `${operation} ${rows}`).join(', ')
  const what = changing.map(({ axis, operation }) => `${operation} with ${axis}`).join(', ')
  return `Measured: rows written on D1: ${told}; the others none. ${what === '' ? 'The same at every size' : `CHANGES: ${what}`}`
}

function printCurves(of: keyof typeof titles, grown: readonly Grown[]): string {
  const lines = grown.flatMap(one =>
    curves(one, of).map(curve => [
      `${curve.axis} × ${curve.sizes.join(' ')}: ${curve.operation}`,
      ...curve.values.map(digits[of]),
      ...[curve.exponent, curve.last].map(exponent => exponent.toFixed(2)),
      verdictOn(curve),
    ]),
  )
  const sizes = grown[0]?.sizes.map(size => `× ${size}`) ?? []
  const stored = grown.map(one => `${one.axis} ${one.stored.join(', ')}`).join('; ')
  return [
    `Measured: growth of ${titles[of]}; exponent over all sizes, and of the last step alone. Reports stored in batches: ${stored}`,
    table([['', ...sizes, 'exponent', 'last', ''], ...lines]),
  ].join('\n')
}

/** Linear in units is what adding up takes; anything that grows with history alone is a fault. */
const verdictOn = ({ axis, last }: Curve): string =>
  axis === 'years of history' ? (last > 0.3 ? 'GROWS' : 'flat') : last > 1.3 ? 'STEEP' : ''

function printPeak({ units, submissions, requestsInHour, rounds, ...rest }: Peak): string {
  const lines = rounds.flatMap(round =>
    round.waits.map(wait => [
      `× ${round.factor} ${wait.kind}`,
      `${wait.requests}`,
      ...(wait.kind === 'all'
        ? [short(round.perSecond), short(round.submissionsPerSecond)]
        : ['', '']),
      ...[wait.p50, wait.p95, wait.p99, wait.max].map(short),
      ...(wait.kind === 'all'
        ? [
            `${round.errors}`,
            `${(100 * round.busy).toFixed(0)} %`,
            round.keptUp ? 'kept up' : 'BEHIND',
          ]
        : []),
    ]),
  )
  const best = rounds.findLast(({ keptUp }) => keptUp)
  const heading = [
    '',
    'requests',
    '/s',
    'submitted/s',
    'p50 ms',
    'p95',
    'p99',
    'max',
    'errors',
    'busy',
  ]
  return [
    `Measured: the last hour of a due day, ${submissions} of ${units} units submit at random instants (Poisson), each checking ${hour.checksPerSubmission} times before; every unit fetches its sheets ${hour.sheetsPerUnit} times,`,
    `every clerk asks for the progress each minute and the consolidation each five, a dashboard for the province’s total each minute: ${requestsInHour} requests. One server on Node, the players on the same machine; waits count from the instant planned`,
    table([[...heading, ''], ...lines]),
    `counted by the API ${rest.counted}, sent ${rest.sent}: ${rest.counted === rest.sent ? 'equal' : 'NOT EQUAL'}; server’s peak memory ${short(rest.peakMemory)} MB`,
    best
      ? `Highest kept up with (p95 below a second, no error): ${best.factor} times life, ${short(best.perSecond)} requests and ${short(best.submissionsPerSecond)} submissions a second. Calculated: all ${country.provinces} provinces at one server would be ${country.provinces} times life`
      : 'It did not keep up',
  ].join('\n')
}
