/**
 * What a route that takes a file is sent: the unit's own sheets as it downloads them, or an export as the one-stop software
 * writes it, with what such exports have of their own: other columns, other lines, and cells nobody would call a figure.
 */
import type { RawSheet, RawValue } from '../../shared/one-stop/headings.ts'
import { app } from '../../worker/index.ts'
import type { Route } from '../../worker/openapi/operations.ts'
import {
  april,
  columns06a,
  columns07a,
  columnsWide,
  type ExportLine,
  exported,
  spread,
  totalLine,
} from '../fixtures/one-stop.ts'
import { bareWorkbook } from '../fixtures/xlsx.ts'
import type { Chance } from './chance.ts'
import { period, unit, type World } from './world.ts'

export type MakeFile = (chance: Chance) => Uint8Array<ArrayBuffer>

const makers: Readonly<Record<string, (world: World) => MakeFile | Promise<MakeFile>>> = {
  uploadSheet: world => downloaded(world, `/periods/${period}/units/${unit}/sheet.xlsx`, 'unit'),
  readPlan: world => downloaded(world, '/plans/2025/plan.xlsx', 'clerk'),
  readPastYears: world => downloaded(world, '/past-years/sheet.xlsx?from=2018&to=2019', 'clerk'),
  importDossiers: () => chance => bareWorkbook(dossiers(chance)),
}

/** Undefined for routes that take none. */
export const fileMaker = async (
  { operation }: Route,
  world: World,
): Promise<MakeFile | undefined> => makers[operation.id]?.(world)

/** A file as the same agency downloads it. */
async function downloaded(world: World, path: string, role: 'unit' | 'clerk'): Promise<MakeFile> {
  const { token } = world.asker(role, undefined, role === 'unit' ? unit : null)
  const address = `http://localhost/api/v1${path}`
  const headers = { Authorization: `Bearer ${token}` }
  const response = await app.fetch(new Request(address, { headers }), world.env)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return () => bytes
}

const labels = [
  ...['Xúc tiến thương mại', 'Lĩnh vực Khuyến mại', 'Hoá chất', 'Điện', 'Tổng số', 'Cộng mục I'],
  ...['I. Thủ tục cấp sở', '2.000033 Thông báo hoạt động khuyến mại', '__proto__', 'constructor'],
  ...['', ' ', 'x'.repeat(33_000), '\u202eiạm gnơưht', '=1+1', 'Điện\u0000', 'STT'],
]
const ordinals: readonly RawValue[] = [
  1,
  2,
  3,
  '1',
  '1.1',
  'I',
  'A',
  'a',
  '-',
  null,
  '',
  'Tổng số',
  1e9,
  true,
]
const oddCells: readonly RawValue[] = [
  ...[-1, 0.5, 1e300, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY],
  ...['', ' ', '1.234', '1,5', '05', 'không', '-', '#REF!', '9'.repeat(400), '12/3/2025', '=1+1'],
  ...[null, true],
] // biome-ignore format: a table
const oddTitles: readonly (readonly RawValue[])[] = [
  ['Kỳ báo cáo: Tháng 13 năm 20255 (Từ ngày 31/02/2025 đến ngày 00/00/0000)'],
  ['Từ ngày 15/3/2026 đến ngày 14/4/2024'],
  [],
]

function dossiers(chance: Chance): RawSheet {
  const count = () => (chance.once(12) ? chance.pick(oddCells) : chance.below(300))
  const lines = Array.from({ length: chance.below(9) }, (): ExportLine => {
    const inputs = columns06a.slice(2).map(({ key }) => [key, chance.below(300)] as const)
    const whole = Object.entries(spread(Object.fromEntries(inputs)))
    const cells = chance.once(2) ? whole : whole.map(([key]) => [key, count()] as const)
    const [ordinal, label] = [chance.pick(ordinals), chance.pick(labels)]
    return { ordinal, label, cells: Object.fromEntries(cells) }
  })
  const columns = chance.pick([columns06a, columns06a, columns07a, columnsWide])
  const isLeft = columns.map(() => !chance.once(30))
  return exported({
    columns: chance.once(2) ? columns : columns.filter((_, i) => isLeft[i]),
    lines: chance.once(3) ? lines : [...lines, totalLine(lines)],
    titles: chance.once(4) ? oddTitles : april,
    numbered: !chance.once(4),
    left: chance.below(3),
    merged: !chance.once(4),
  })
}
