/** The annex's times as people read them: product and baselines beside each other, with the ratios design §9 asks for. */
import { short, table } from '../table.ts'
import type { AnnexMeasured } from './annex.ts'

const seconds = (value: number | null): string => (value === null ? '' : `${short(value * 1000)}`)

export function printAnnexes(measured: readonly AnnexMeasured[]): string {
  const sizes = [...new Set(measured.map(({ units }) => units))]
  return [
    'Consolidating N units × 160 indicators of this and the last period and writing the annex; milliseconds, medians of cold processes',
    '“inner” without the start of the process; “warm” the following requests of the same process, CPU then is theirs',
    ...sizes.map(units =>
      ofSize(
        units,
        measured.filter(one => one.units === units),
      ),
    ),
    'targets from the store: pandas + openpyxl ÷ product ≥ 15 / 20 / 40 at 12 / 150 / 1,000 units; from workbooks: openpyxl alone ÷ product ≥ 2, peak ≤ 128 MB',
  ].join('\n\n')
}

function ofSize(units: number, measured: readonly AnnexMeasured[]): string {
  const products = measured.filter(({ warm }) => warm !== null)
  const ratio = (one: AnnexMeasured, of: (one: AnnexMeasured) => number) =>
    products.map(product => short(of(one) / of(product)))
  const rows = measured.map(one => [
    one.name,
    one.equal ? 'equal' : 'DIFFER',
    ...[one.wall, one.worst, one.inner, one.warm, one.cpu].map(seconds),
    short(one.memory),
    ...(one.warm === null
      ? [...ratio(one, ({ wall }) => wall), ...ratio(one, ({ warm, inner }) => warm ?? inner)]
      : []),
  ])
  const heading = ['sums', 'wall', 'worst', 'inner', 'warm', 'CPU', 'peak MB']
  const ratios = [
    ...products.map(({ name }) => `cold ÷ ${name}`),
    ...products.map(({ name }) => `inner ÷ warm ${name}`),
  ]
  return table([[`${units} units`, ...heading, ...ratios], ...rows])
}
