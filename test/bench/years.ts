/**
 * Years of one unit as units live them, from a seed: seasons with Tết in them, growth, months that scatter more than
 * chance alone, figures that are mostly zero, counts of a handful, stocks that move in steps, sums that run through the
 * year, and now and then a month nobody filed. Nothing in them is wrong.
 */
import type { WireFigure } from '../../shared/figure.ts'
import type { PastFigures } from '../../shared/rules/history.ts'
import { drawing } from './corpus.ts'

/** Share of the usual in each month; Tết falls into January or February. */
const seasons = [0.85, 0.6, 1.15, 1.1, 1.05, 1, 0.95, 1, 1.05, 1.05, 1.1, 1.2]
/** Of promotions and other notices: before Tết and at the end of the year. */
const noticeSeasons = [1.5, 0.5, 0.8, 0.9, 0.95, 0.9, 0.9, 0.95, 1, 1.1, 1.6, 1.9]

type Draw = () => number

/** Uniform from 0 to 1. */
const uniform = (from: number): Draw => {
  const draw = drawing(from)
  return () => (draw(1_000_000) + 0.5) / 1_000_000
}
const normal = (draw: Draw): number =>
  Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw())

/** A count around a mean whose months scatter by `scatter` besides chance itself. */
function count(draw: Draw, mean: number, scatter: number): number {
  const level = mean * Math.exp(scatter * normal(draw) - (scatter * scatter) / 2)
  if (level > 50) return Math.max(0, Math.round(level + Math.sqrt(level) * normal(draw)))
  let [n, left] = [0, Math.exp(-level)]
  for (let p = draw(); p > left; p *= draw()) n++
  return n
}

const logUniform = (draw: Draw, low: number, high: number): number => low * (high / low) ** draw()

export type Filed = PastFigures & { readonly missing: boolean }

type Field = { mean: number; scatter: number; isNotice: boolean; online: number; pending: number }

/** @param years from 2022 on; each month as it was filed, those nobody filed marked */
export function yearsOf(seed: number, years: number): Filed[] {
  const draw = uniform(seed)
  const fields = Array.from({ length: 3 + Math.floor(draw() * 6) }, (): Field => {
    return {
      mean: logUniform(draw, 0.3, 300),
      scatter: 0.1 + draw() * 0.3,
      isNotice: draw() < 0.2,
      online: 0.6 + draw() * 0.4,
      pending: 0,
    }
  })
  const growth = (draw() - 0.4) * 0.3
  const usual = {
    documents_out: logUniform(draw, 40, 400),
    work_files_total: logUniform(draw, 80, 900),
    dossiers_fee: logUniform(draw, 20, 200),
    articles_own_site: logUniform(draw, 1, 25),
    law_dissemination_events: logUniform(draw, 0.2, 4),
    petitions_received: logUniform(draw, 0.1, 3),
    legal_docs_committee: 0.6,
    initiatives: 0.2,
  }
  const stocks: Record<string, number> = {
    divisions: 7,
    officials_quota: 110 + Math.floor(draw() * 50),
    contracts_admin: 10 + Math.floor(draw() * 20),
    tthc_one_stop: 90 + Math.floor(draw() * 60),
    tthc_interconnected: 10 + Math.floor(draw() * 20),
    tthc_by_central: 24,
    tthc_by_local: 0,
    officials_base: 160,
    psu_base: 3,
    databases_total: 4,
  }
  const months: Filed[] = []
  let [plan, done, assigned, inspected, cut] = [0, 0, 0, 0, 4]
  for (let i = 0; i < years * 12; i++) {
    const [year, month] = [2022 + Math.floor(i / 12), i % 12]
    const rise = (1 + growth) ** (i / 12)
    if (month === 0) {
      ;[plan, done, assigned, inspected] = [Math.round(logUniform(draw, 2000, 9000)), 0, 0, 0]
      stocks.officials_quota = Math.round((stocks.officials_quota ?? 0) * (0.96 + draw() * 0.05))
    }
    // a plan is raised once in some years
    if (month === 6 && draw() < 0.3) plan = Math.round(plan * (1 + draw() * 0.4))
    done = Math.min(plan, Math.round((done + (plan / 12) * draw() * 1.6) * 10) / 10)
    assigned += count(draw, 15, 0.2)
    if (draw() < 0.15) inspected += 1
    if (draw() < 0.05) cut += 1
    const fresh = draw() < 0.12 ? 1 + Math.floor(draw() * 4) : 0
    const gone = draw() < 0.1 ? 1 + Math.floor(draw() * 3) : 0
    stocks.tthc_one_stop = (stocks.tthc_one_stop ?? 0) + fresh - gone
    const flows = Object.entries(usual).map(([key, mean]): [string, WireFigure] => {
      const n = count(draw, mean * rise * (seasons[month] ?? 1), 0.2)
      return [key, n === 0 && draw() < 0.5 ? { state: 'none' } : n]
    })
    const figures = {
      ...Object.fromEntries(flows),
      ...stocks,
      ...{ tthc_new: fresh, tthc_abolished: gone, units_inspected: inspected },
      ...{ investment_plan: plan, investment_done: done, assigned_total: assigned },
      ...{ officials_cut_total: cut, officials_cut: 0 },
      // things that happen seldom and are then many
      trained: draw() < 0.45 ? 0 : Math.round(logUniform(draw, 2, 80)),
      survey_forms: draw() < 0.7 ? 0 : Math.round(logUniform(draw, 40, 200)),
    }
    const rows = fields.map((field, n): [string, Record<string, number>] => {
      const season = (field.isNotice ? noticeSeasons : seasons)[month] ?? 1
      const received = count(draw, field.mean * rise * season, field.scatter)
      const carried = field.pending
      const open = Math.min(received + carried, count(draw, 0.05 * field.mean * season, 0.3))
      const closed = received + carried - open
      const late = draw() < 0.03 ? Math.min(closed, 1 + Math.floor(draw() * 3)) : 0
      const onTime = Math.min(closed - late, count(draw, 0.06 * closed, 0.5))
      const online = Math.round(received * Math.min(1, field.online + 0.05 * normal(draw)))
      field.pending = open
      const cells = {
        ...{ received_online: online, received_direct: received - online, carried_over: carried },
        ...{ resolved_early: closed - late - onTime, resolved_on_time: onTime },
        ...{ resolved_late: late, pending_in_time: open, pending_overdue: 0 },
      }
      return [`G02-CT${10 + n}`, cells]
    })
    months.push({
      period: `${year}-M${String(month + 1).padStart(2, '0')}`,
      figures,
      tables: { 'KSTT-06a': Object.fromEntries(rows) },
      missing: draw() < 0.03,
    })
  }
  return months
}
