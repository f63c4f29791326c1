/** One rate over agencies, the highest first. An agency without the figure has no bar and is named. */
import type { SeriesLine } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Bars } from './bars.tsx'
import { FigureFrame } from './figure-frame.tsx'
import type { Coverage } from './rates.ts'
import { drawn, figureText } from './telling.ts'

type Given = {
  /** of one indicator, one for each agency */
  readonly lines: readonly SeriesLine[]
  /** of the period among the values */
  readonly place: number
  readonly source: string
}

export function Compare({ lines, place, source }: Given) {
  const [line] = lines
  if (!line) return null
  const told = lines.map(({ of, values, unit, statuses, coverage }) => ({
    of,
    value: drawn(values[place]),
    text: figureText(values[place], unit),
    status: statuses[place] ?? null,
    coverage: coverage[place] ?? null,
  }))
  const ranked = told
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const silent = told.filter(({ value }) => value === null)
  const [first, last] = [ranked[0], ranked.at(-1)]
  const words = t.province
  const says =
    first && last
      ? words.compareSays(line.name, first.text, first.of.name, last.text, last.of.name)
      : words.compareNone(line.name)
  const table = {
    corner: words.agency,
    columns: [line.name, t.time.status],
    rows: [...ranked, ...silent].map(({ of, text, status, coverage }) => ({
      name: of.name,
      cells: [
        text,
        [status ? t.statuses[status] : '–', lackSays(coverage)].filter(Boolean).join(', '),
      ],
    })),
  }
  return (
    <div className="chart-card">
      <h3>{line.name}</h3>
      <FigureFrame name={line.name} says={says} table={table} source={source}>
        <Bars
          {...(line.unit === '%' ? { most: 100 } : {})}
          rows={ranked.map(({ of, value, text, coverage }) => ({
            key: of.key,
            name: of.name,
            note: lackSays(coverage),
            text,
            parts: [{ key: of.key, name: line.name, value }],
          }))}
        />
        {silent.length > 0 && (
          <p className="quiet">{words.notReported(silent.map(({ of }) => of.name))}</p>
        )}
      </FigureFrame>
    </div>
  )
}

/** Who is missing from a figure; nothing where it is whole. */
const lackSays = (coverage: Coverage | null): string =>
  coverage && coverage.reported < coverage.expected
    ? t.coverage(coverage.reported, coverage.expected)
    : ''
