/**
 * What a year costs on Cloudflare, and what a server of a province's own needs, worked out from counts and published prices.
 * `node test/bench/country/costs.ts` prints both again from .bench/bench.json. Prices: developers.cloudflare.com,
 * workers/platform/pricing and d1/platform/pricing, read in 2026.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { table } from '../table.ts'
import type { Operation } from './operations.ts'
import { country } from './places.ts'

/** US dollars of the paid plan, by the month. */
const prices = {
  month: 5,
  requests: { included: 10e6, perMillion: 0.3 },
  cpuMs: { included: 30e6, perMillion: 0.02 },
  rowsRead: { included: 25e9, perMillion: 0.001 },
  rowsWritten: { included: 50e6, perMillion: 1 },
  storedGB: { included: 5, each: 0.75 },
} as const

/** How often in a year; what is not named is not counted (annexes and reports: a handful a month). */
const habits: readonly {
  readonly who: 'unit and period' | 'agency and period' | 'agency, all year' | 'province, all year'
  readonly what: string
  readonly asks: Partial<Record<Operation, number>>
}[] = [
  {
    who: 'unit and period',
    what: 'signs in, fetches the sheets 3 times, checks 4 times, submits 1.2 times, looks at the progress twice',
    asks: { 'sign-in': 1, sheet: 3, check: 4, submission: 1.2, progress: 2 },
  },
  {
    who: 'agency and period',
    what: 'the clerk: 5 sign-ins, progress 300 times, two thirds unchanged; consolidation 115 times, 15 new; 20 lists of periods, 2 series',
    asks: {
      ...{ 'sign-in': 5, progress: 100, 'progress 304': 200, 'consolidation first': 15 },
      ...{ 'consolidation 304': 100, periods: 20, 'series 12 months': 2 },
    },
  },
  {
    who: 'agency, all year',
    what: 'a dashboard asks for consolidation and progress each minute, day and night, nearly always unchanged; a series of ten years each day',
    asks: {
      ...{ 'consolidation 304': 525_600, 'progress 304': 525_600 },
      ...{ 'series 120 months': 365, 'changes 25': 8760 },
    },
  },
  {
    who: 'province, all year',
    what: 'its dashboard asks for the total each minute, 5,000 times it is new',
    asks: { 'province 304': 520_600, 'province total': 5000 },
  },
]

/** Per operation, as measured: rows on D1, ms of CPU on Node (SQLite's own included, which D1 does not bill). */
export type Counts = {
  readonly operations: Readonly<
    Record<
      Operation,
      { readonly cpu: number; readonly rows: number; readonly written: number; requests: number }
    >
  >
  /** bytes in the database for each report stored, indexes, audit and sessions included */
  readonly bytesEach: number
  readonly peak: { readonly busyInLife: number; readonly peakMemory: number }
}

type Scope = { readonly name: string; readonly provinces: number; readonly agencies: number }
const scopes: readonly Scope[] = [
  { name: 'one Sở', provinces: 0, agencies: 1 },
  { name: 'one province', provinces: 1, agencies: country.agencies },
  {
    name: 'the country',
    provinces: country.provinces,
    agencies: country.provinces * country.agencies,
  },
]

type Bill = {
  readonly scope: Scope
  readonly requests: number
  readonly cpuMs: number
  readonly rowsRead: number
  readonly rowsWritten: number
  /** after ten years */
  readonly storedGB: number
  /** dollars of a year with ten years stored, and its parts above what is included */
  readonly dollars: number
  readonly above: Readonly<Record<string, number>>
}

function billOf(scope: Scope, { operations, bytesEach }: Counts): Bill {
  const { units, periods, years } = country
  const times = {
    'unit and period': scope.agencies * units * periods,
    'agency and period': scope.agencies * periods,
    'agency, all year': scope.agencies,
    'province, all year': scope.provinces,
  }
  const sums = { requests: 0, cpuMs: 0, rowsRead: 0, rowsWritten: 0 }
  for (const { who, asks } of habits)
    for (const [operation, each] of Object.entries(asks) as [Operation, number][]) {
      const { cpu, rows, written, requests } = operations[operation]
      const asked = each * times[who]
      sums.requests += asked * requests
      sums.cpuMs += asked * cpu
      sums.rowsRead += asked * rows
      sums.rowsWritten += asked * written
    }
  // 1.2 revisions of a report
  const storedGB = (times['unit and period'] * years * 1.2 * bytesEach) / 1e9
  const beyond = (key: 'requests' | 'cpuMs' | 'rowsRead' | 'rowsWritten') =>
    (Math.max(0, sums[key] / 12 - prices[key].included) * prices[key].perMillion * 12) / 1e6
  const above = {
    requests: beyond('requests'),
    CPU: beyond('cpuMs'),
    'rows read': beyond('rowsRead'),
    'rows written': beyond('rowsWritten'),
    storage: Math.max(0, storedGB - prices.storedGB.included) * prices.storedGB.each * 12,
  }
  const dollars = 12 * prices.month + Object.values(above).reduce((sum, one) => sum + one, 0)
  return { scope, ...sums, storedGB, dollars, above }
}

const millions = (n: number): string => (n / 1e6).toFixed(n < 1e7 ? 2 : 0)

export function printCosts(counts: Counts): string {
  const bills = scopes.map(scope => billOf(scope, counts))
  const rows = bills.map(bill => [
    bill.scope.name,
    ...[bill.requests, bill.cpuMs, bill.rowsRead, bill.rowsWritten].map(millions),
    bill.storedGB.toFixed(2),
    ...Object.values(bill.above).map(one => one.toFixed(0)),
    bill.dollars.toFixed(0),
  ])
  const [, province] = bills
  const { periods, units, agencies, years } = country
  const reports = agencies * units * periods * years
  const gigabytes = province?.storedGB ?? 0
  const cpuShare = (province?.cpuMs ?? 0) / (365 * 24 * 3600 * 1000)
  return [
    'Calculated: a year on Cloudflare’s paid plan with ten years stored; millions, GB, US dollars. Counts as measured, habits assumed:',
    ...habits.map(({ who, what }) => `  each ${who}: ${what}`),
    table([
      [
        ...['', 'requests', 'CPU ms', 'rows read', 'written', 'GB'],
        ...Object.keys(bills[0]?.above ?? {}).map(name => `$ ${name}`),
        '$ a year',
      ],
      ...rows,
    ]),
    '',
    'Calculated: a server of a province’s own',
    table([
      ['', 'needs'],
      ['reports in ten years', `${reports}`],
      ['disk: database', `${gigabytes.toFixed(2)} GB`],
      ['disk: 61 nightly copies beside it', `${(61 * gigabytes).toFixed(1)} GB`],
      ['processor, mean of the year', `${(100 * cpuShare).toFixed(2)} % of one`],
      [
        'processor, last hour of a due day',
        `${(100 * counts.peak.busyInLife).toFixed(2)} % of one`,
      ],
      ['memory at the peak', `${counts.peak.peakMemory.toFixed(0)} MB`],
    ]),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../../.bench/bench.json', import.meta.url))
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as {
    results: { country?: { counts: Counts } }
  }
  if (!results.country) throw new Error('npm run bench -- country has to run first')
  console.log(printCosts(results.country.counts))
}
