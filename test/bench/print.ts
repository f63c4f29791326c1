/** What was measured, as people read it: each part a table with its target in the heading. */
import { type Bundle, total } from './bundle.ts'
import type { Checked } from './check.ts'
import type { DocumentCost } from './costs.ts'
import type { PaneChecked } from './pane.ts'
import type { ProseChecked } from './prose.ts'
import type { RowsRead } from './rows-read.ts'
import type { Submitted } from './submissions.ts'
import { short, table } from './table.ts'
import type { Trends } from './trends.ts'
import type { Unchanged } from './unchanged.ts'

/** Recorded on another machine of 2 processors (getodk/central-backend, late 2024, PostgreSQL 15); not run here. */
const odk = 'ODK Central, recorded: 222/s, p95 274 ms, 6.4 ms CPU at 50 clients'

export function printSubmitted(measured: readonly Submitted[]): string {
  const rows = measured.flatMap(({ rows: each }) =>
    each.map(row => [
      `${row.clients} ${row.clients === 1 ? 'client' : 'clients'}, ${row.agencies} ${row.agencies === 1 ? 'agency' : 'agencies'}`,
      `${row.repetitions} × ${row.submissionsEach}`,
      short(row.throughput.median),
      short(row.throughput.worst),
      short(row.p50),
      short(row.p95.median),
      short(row.p95.worst),
      short(row.p99),
      short(row.cpu.median),
      short(row.cpu.worst),
      short(row.others),
    ]),
  )
  const heading = ['', 'submitted', '/s', 'worst', 'p50 ms', 'p95 ms', 'worst', 'p99 ms']
  const stored = measured.map(
    one =>
      `answers ${JSON.stringify(one.answers)}; counted ${one.counted}, read back through the API ${one.stored}: ${one.counted === one.stored ? 'equal' : 'NOT EQUAL'}; server's peak memory ${short(one.peakMemory)} MB`,
  )
  const bytes = measured[0]?.rows[0]
  return [
    `Submissions on ${measured[0]?.runtime}; each client sends revision after revision of its unit, generator on the same machine`,
    `target at 50 clients on Node: 660/s, p95 100 ms, 2 ms CPU. ${odk}`,
    `${short(bytes?.sentBytes ?? 0)} bytes sent, ${short(bytes?.receivedBytes ?? 0)} received; "others" is how many processors other processes kept busy`,
    table([[...heading, 'CPU ms', 'worst', 'others'], ...rows]),
    ...stored,
  ].join('\n')
}

export function printUnchanged(measured: readonly Unchanged[]): string {
  const rows = measured.map(one => [
    one.runtime,
    `${one.requests}`,
    short(one.p50),
    short(one.p95),
    short(one.worst),
  ])
  return [
    'Consolidation of 12 units, unchanged since the caller’s copy: 304. Target p95 5 ms on loopback',
    table([['', 'requests', 'p50 ms', 'p95 ms', 'worst'], ...rows]),
  ].join('\n')
}

export function printChecked(measured: readonly Checked[]): string {
  const rows = measured.map(one => [
    one.what,
    `${one.values}`,
    `${one.checks}`,
    short(one.first),
    short(one.median),
    short(one.worst),
  ])
  return [
    'Full check in process, every rule. Target 5 ms for 200 indicators',
    table([['', 'values', 'checks', 'first ms', 'median ms', 'worst'], ...rows]),
  ].join('\n')
}

export function printPane(measured: readonly PaneChecked[]): string {
  const rows = measured.map(one => [
    one.what,
    ...[one.values, one.findings, one.syncs].map(String),
    ...[one.check.median, one.check.p95, one.review.median, one.review.p95, one.first].map(short),
  ])
  const heading = [
    '',
    'values',
    'findings',
    'syncs',
    'check ms',
    'p95',
    'review ms',
    'p95',
    'first',
  ]
  return [
    'Check in the pane: “check” is every rule and the tracing of causes, “review” all that follows a reading of the cells.',
    'Target 5 ms for 200 indicators, 2 syncs; “first” is the first review of a fresh process, which compiles as it goes',
    table([heading, ...rows]),
  ].join('\n')
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

export function printBundle({ first, later, page, dashboard }: Bundle): string {
  const lines = (scripts: Bundle['first']) =>
    scripts.map(({ name, bytes }) => [`  ${name}`, kilobytes(bytes)])
  return [
    'Scripts of the pane as shipped, kB after gzip. Target for the first load 150; the same Fluent parts unsplit took 184',
    table([
      ['', 'kB'],
      ['first load', kilobytes(total(first))],
      ...lines(first),
      ['when needed', kilobytes(total(later))],
      ...lines(later.slice(0, 8)),
      ['page with its shell', kilobytes(page)],
      ['/dashboard, all of it; target 200', kilobytes(total(dashboard))],
      ...lines(dashboard),
    ]),
  ].join('\n')
}

export function printRows({ periods, routes, notMeasured }: RowsRead): string {
  const rows = routes.map(({ route, asked, rows: read }) => [
    asked === '' ? route : `${route} (${asked})`,
    ...read.map(String),
    new Set(read).size === 1 ? 'equal' : new Set(read.slice(1)).size === 1 ? 'bounded' : 'GROWS',
  ])
  return [
    'Database rows read per request (D1’s count), 3 units, by periods stored. Target: the same however many are stored',
    '“bounded”: more than with one period, because last period and last year are then there too, and no more after that',
    table([['', ...periods.map(String), ''], ...rows]),
    `not measured here: ${notMeasured.join(', ')}`,
  ].join('\n')
}

export function printDocuments(measured: readonly DocumentCost[]): string {
  const rows = measured.map(one => [
    `${one.document}, ${one.runtime.split(',')[0]}`,
    kilobytes(one.bytes),
    ...[one.first, one.p50, one.p95, one.cpu, one.idle, one.peak].map(short),
  ])
  return [
    'Documents, one client after the other on loopback; memory of the process that runs the code (an empty workerd is some 65 MB)',
    table([['', 'kB', 'first ms', 'p50', 'p95', 'CPU ms', 'idle MB', 'peak MB'], ...rows]),
  ].join('\n')
}

export function printProse(texts: readonly ProseChecked[]): string {
  return [
    'A report held against its own figures: reach 200 ms for 60,000 characters',
    table([
      ['characters', 'findings', 'cold', 'median', 'worst'],
      ...texts.map(one => [
        ...[String(one.characters), String(one.findings)],
        ...[one.cold, one.median, one.worst].map(ms => `${ms.toFixed(0)} ms`),
      ]),
    ]),
  ].join('\n')
}

export function printTrends({ units, spoken, caught }: Trends): string {
  const share = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`
  return [
    `Rules over time on ${units} units and their years, nothing wrong in them`,
    table([
      ['', 'severity', 'checks', 'findings', 'misfires', 'submissions', 'spoken of'],
      ...spoken.map(one => [
        ...[one.rule, one.severity, String(one.checks), String(one.findings)],
        ...[share(one.findings, one.checks), String(one.submissions)],
        share(one.speaking, one.submissions),
      ]),
    ]),
    '',
    'The same with one figure mistyped, a full year behind it: said, and held back until explained',
    table([
      ['', 'figure was', 'seeded', 'said', 'held back'],
      ...caught
        .toSorted((a, b) => (`${a.mistake}${a.size}` < `${b.mistake}${b.size}` ? -1 : 1))
        .map(one => [
          ...[one.mistake, one.size, String(one.seeded)],
          ...[share(one.said, one.seeded), share(one.held, one.seeded)],
        ]),
    ]),
  ].join('\n')
}
