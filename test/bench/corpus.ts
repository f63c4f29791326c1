/**
 * A province to measure with, made from a seed: agencies whose units each fill 480 values of the shipped catalogue, the
 * size at which the peer was measured. The rules find one thing to explain, which each explains, so every submission is stored.
 */
import { type Index, isInput } from '../../shared/catalogue/catalogue.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import { statutoryWindow } from '../../shared/period.ts'
import type { Submission } from '../../shared/protocol.ts'

/** 126 figures, 43 fields of 8 columns, 5 listed procedures of 2 columns. */
const fieldCount = 43
const procedureCount = 5
export const valuesEach = 480

export const seed = 20250414

/** Mulberry32: the same numbers from the same seed on every machine. `draw(n)` is one of 0 … n - 1. */
export function drawing(from: number): (below: number) => number {
  let state = from >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const fieldCodes = Array.from({ length: fieldCount }, (_, i) => `G02-CT${i + 10}`)
export const unitKeys = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `don_vi_${i + 1}`)

/** An agency as it is admitted; every unit plays every role, so that each may fill all forms but the task list. */
export function agencyDocument(index: Index, key: string, unitCount: number) {
  const units = unitKeys(unitCount)
  return {
    key,
    name: `Sở Công Thương ${key}`,
    superior: 'UBND tỉnh',
    place: 'Đo',
    units: units.map((unit, i) => ({
      key: unit,
      name: `Đơn vị ${i + 1}`,
      short: `ĐV ${i + 1}`,
      kind: 'division',
    })),
    roles: Object.fromEntries(Object.keys(index.catalogue.roles).map(role => [role, units])),
    fields: fieldCodes.map((code, i) => ({ code, name: `Lĩnh vực ${i + 1}`, procedures: 4 })),
    tasks: [],
  }
}

type Dossiers = Record<string, number>

/** Dossiers of a field: what came in and was carried over is resolved or pending; 3 stay open each time. */
function dossiersOf(draw: (below: number) => number, carriedOver: number): Dossiers {
  const [online, direct, onTime, late] = [120 + draw(200), 10 + draw(20), draw(10), draw(3)]
  return {
    received_online: online,
    received_direct: direct,
    carried_over: carriedOver,
    resolved_early: online + direct + carriedOver - onTime - late - stillOpen,
    resolved_on_time: onTime,
    resolved_late: late,
    pending_in_time: stillOpen - 1,
    pending_overdue: 1,
  }
}
const stillOpen = 3

/**
 * One submission of 480 values without its `basedOn`. Equal seeds give equal submissions.
 * @param carriedOver dossiers each field brings from the period before: 0 in the first period, 3 afterwards
 */
export function submissionOf(
  index: Index,
  period: string,
  from: number,
  carriedOver = stillOpen,
): Omit<Submission, 'basedOn'> {
  const draw = drawing(from)
  const fields = Object.fromEntries(fieldCodes.map(code => [code, dossiersOf(draw, carriedOver)]))
  const total = (...columns: string[]) =>
    Object.values(fields).reduce(
      (sum, field) => sum + columns.reduce((part, column) => part + (field[column] ?? 0), 0),
      0,
    )
  const [online, received] = [total('received_online'), total('received_online', 'received_direct')]
  const onTime = total('resolved_early', 'resolved_on_time')
  const resolved = onTime + total('resolved_late')
  const agreeing: Record<string, number> = {
    tthc_one_stop: 44, tthc_interconnected: 44, tthc_by_central: 41, tthc_by_local: 42,
    tthc_new: 2, tthc_abolished: 2,
    plan_tasks_total: 29, plan_tasks_done: 1, plan_tasks_recurring: 24, assigned_total: 199,
    dossiers_new: received, dossiers_online: online, dossiers_resolved: resolved,
    dossiers_on_time: onTime, dossiers_resolved_online: onTime,
    dossiers_postal_in: 0, dossiers_postal_out: 9, apologies: 0,
    digit_excluded: 100, digit_in_total: received - 100,
    officials_present: 30, employees_present: 30, staff_present: 60,
    tthc_online_full: 30, tthc_online_partial: 40, public_service_units: 60, psu_base: 90,
    psu_self_financing: 5, psu_group4: 9, decentralised_rate: 50,
  } // biome-ignore format: a table
  const window = statutoryWindow(period)
  return {
    catalogue: index.catalogue.id,
    window: { from: window.from, to: window.to },
    figures: figuresOf(index, draw, agreeing),
    tables: { 'KSTT-06a': fields, 'TTHC-DS': proceduresOf(draw) },
    narrative: {
      'II.2': `Trong kỳ, Sở đã tiếp nhận tổng số: ${received + fieldCount * carriedOver} hồ sơ; đã trả kết quả ${resolved} hồ sơ, trong đó hồ sơ giải quyết trước hạn là: ${total('resolved_early')}; các hồ sơ còn lại đang được giải quyết theo quy định.`,
    },
    reasons: [{ rule: 'PLAN-R2', at: 'plan_tasks_total', text: '4 nhiệm vụ chưa đến hạn.' }],
    preparedBy: 'Nguyễn Thị Lan',
    approvedBy: 'Trần Văn Bình',
  }
}

function figuresOf(index: Index, draw: (below: number) => number, agreeing: Dossiers): Dossiers {
  const figures: Dossiers = {}
  for (const { row } of index.indicators.values()) {
    if (!isInput(row)) continue
    const choice = row.choices?.[draw(row.choices.length)]?.code
    const whole = kinds[row.kind].range?.whole
    // a part is never more than its whole: each step down takes ten away
    const least = 40 - 10 * depthOf(index, row.key)
    const drawn = least + draw(10) + (whole ? 0 : draw(10) / 10)
    // what never falls or never changes is the same in every period
    const own = row.overTime ? least : typeof choice === 'number' ? choice : drawn
    figures[row.key] = agreeing[row.key] ?? own
  }
  return figures
}

function depthOf(index: Index, key: string): number {
  const whole = index.indicators.get(key)?.row.within
  return whole === undefined ? 0 : 1 + depthOf(index, whole)
}

const proceduresOf = (draw: (below: number) => number) =>
  Object.fromEntries(
    Array.from({ length: procedureCount }, (_, i) => [
      `2.0000${30 + i}`,
      { procedure_name: `Thủ tục số ${i + 1}`, procedure_dossiers: 1 + draw(40) },
    ]),
  )

/** How many values a submission reports, table cells included. */
export const valueCount = ({ figures, tables }: Pick<Submission, 'figures' | 'tables'>): number =>
  Object.keys(figures).length +
  Object.values(tables)
    .flatMap(rows => Object.values(rows))
    .reduce((count, cells) => count + Object.keys(cells).length, 0)
