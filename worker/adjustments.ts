/**
 * The office's own entries beside the units' figures: a value, a reason, a name. A unit's figure itself is never touched.
 * The client names an entry by a UUID, so a request repeated is the same entry.
 */
import { Hono } from 'hono'
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { Column, Indicator } from '../shared/catalogue/schema.ts'
import { type Adjustment as Applied, canAdjust } from '../shared/consolidate.ts'
import { type Cell, cellToWire, type Values, type WireCell } from '../shared/content.ts'
import { printNumber, quantity } from '../shared/figure.ts'
import { type Place, placeName, placeOf, placeText } from '../shared/place.ts'
import { type Adjustment, adjustmentSchema } from '../shared/protocol.ts'
import { valueFault } from './admission.ts'
import { namingOf } from './agency.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { consolidationOf, type Made } from './consolidated.ts'
import { standingAdjustments } from './counting.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant } from './env.ts'
import { say } from './messages.ts'
import { periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { type Sources, sourcesNow } from './sources.ts'
import {
  type AdjustmentRow,
  addAdjustment,
  adjustmentById,
  adjustmentsOf,
} from './store/adjustments.ts'
import { ask, first, isRefused, isTaken } from './store/ask.ts'

export const adjustments = new Hono<App>()
  .get('/periods/:period/adjustments', may('adjustment.read'), async c => {
    const period = periodKeyOf(c.req.param('period'))
    return c.json(await entriesOf(c.env.DB, signedIn(c).agency, period))
  })

  .put('/periods/:period/adjustments/:id', may('adjustment.write'), async c => {
    const period = periodKeyOf(c.req.param('period'))
    const id = adjustmentId(c.req.param('id'))
    const { place: text, value, reason } = await bodyOf(c, adjustmentSchema)
    const { agency, name } = signedIn(c)
    const db = c.env.DB
    const asked = {
      period,
      place: text,
      value: value === null ? null : canonicalJson(value),
      reason,
    }
    const at = instant(c.env)
    const again = await first(adjustmentById(db, agency, id))
    if (again && !isSame(again, asked))
      throw new Problem('recorded-differently', say.adjustmentTaken())
    if (!again)
      try {
        await record(db, agency, async () => {
          const made = await withoutAdjustments(db, agency, await sourcesNow(db, agency, period))
          const [rows] = await ask(db, adjustmentsOf(db, agency, period))
          const basis = refusedOrBasis(made, rows, text, value)
          const row: AdjustmentRow = {
            ...asked,
            number: (rows.at(-1)?.number ?? 0) + 1,
            id,
            basis: basis === undefined ? null : canonicalJson(basis),
            adjustedBy: name,
            adjustedAt: at,
          }
          return {
            entry: {
              action: value === null ? 'adjustment.withdrawn' : 'adjustment.made',
              at,
              by: actorOf(signedIn(c)),
              detail: { period, id, place: text, digest: sha256(canonicalJson(row)) },
            },
            statements: [addAdjustment(db, agency, period, row)],
          }
        })
      } catch (error) {
        if (isRefused(error, 'the period is not open'))
          throw new Problem('period-locked', say.reviewLocked(period))
        if (!isTaken(error, 'adjustment')) throw error
        const winner = await first(adjustmentById(db, agency, id))
        if (!winner || !isSame(winner, asked))
          throw new Problem('recorded-differently', say.adjustmentTaken())
      }
    const entry = (await entriesOf(db, agency, period)).find(one => one.id === id)
    return c.json(entry, again ? 200 : 201)
  })

/** RFC 9562; lower case, so that one id has one spelling. */
function adjustmentId(text: string): string {
  const id = text.toLowerCase()
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id))
    throw new Problem('malformed', say.notAnAdjustmentId())
  return id
}

type Asked = Pick<AdjustmentRow, 'place' | 'value' | 'reason'> & { period: string }
const isSame = (row: Asked, asked: Asked): boolean =>
  row.period === asked.period &&
  row.place === asked.place &&
  row.value === asked.value &&
  row.reason === asked.reason

/** The merged cell the entry is made upon. @throws Problem when there can be no such entry */
function refusedOrBasis(
  { index, agency, merged }: Made,
  rows: readonly AdjustmentRow[],
  text: string,
  value: WireCell | null,
): WireCell | undefined {
  const place = placeOf(index, text)
  if (!place || placeText(place) !== text || !canAdjust(index, agency, place))
    throw refused('place', say.notAdjustable(text))
  const where = placeName(index, place, namingOf(agency).rowName)
  const stands = standingAdjustments(rows).find(row => row.place === text)
  if (value === null) {
    if (!stands) throw refused('value', say.nothingToWithdraw(where))
    return undefined
  }
  const basis = cellAt(merged.values, place)
  const fault = adjustmentFault(rowAt(index, place), value, basis, where)
  if (fault !== undefined) throw refused('value', fault)
  return cellToWire(basis)
}

const cellAt = (values: Values, { form, row, column }: Place): Cell =>
  column === undefined ? values.figure(row) : values.cell(form, row, column)

function rowAt(index: Index, { form, row, column }: Place): Indicator | Column {
  const entry =
    column === undefined ? index.indicators.get(row) : index.columns.get(`${form}.${column}`)
  if (!entry) throw new Error(`no row at ${row}`)
  return entry.row
}

/** What an entry comes to must be a value a unit could have reported. */
function adjustmentFault(
  row: Indicator | Column,
  value: WireCell,
  basis: Cell,
  where: string,
): string | undefined {
  if (row.merge?.by !== 'sum') return valueFault(row, value, () => where)
  if (typeof value !== 'number') return say.notANumber(where)
  const base = basis.state === 'text' ? undefined : quantity(basis)
  const result = (base ?? 0) + value
  return result < 0
    ? say.adjustedBelowZero(where, printNumber(base ?? 0), printNumber(value))
    : valueFault(row, result, () => where)
}

const withoutAdjustments = (db: Database, agency: string, sources: Sources): Promise<Made> => {
  const { inputs } = sources
  const counting = { ...inputs.counting, adjustments: [] }
  return consolidationOf(db, agency, { ...sources, inputs: { ...inputs, counting } })
}

async function entriesOf(db: Database, agency: string, period: string): Promise<Adjustment[]> {
  const made = await consolidationOf(db, agency, await sourcesNow(db, agency, period))
  const [rows] = await ask(db, adjustmentsOf(db, agency, period))
  return rows.map(row => onWire(made, rows, row))
}

/** An entry with what has become of it. */
function onWire(
  { index, agency, merged }: Made,
  rows: readonly AdjustmentRow[],
  row: AdjustmentRow,
) {
  const place = placeOf(index, row.place)
  const last = rows.findLast(one => one.place === row.place)
  const isIn = (all: readonly Applied[]) => all.some(one => one.number === row.number)
  const entry: Adjustment = {
    id: row.id,
    number: row.number,
    at: row.place,
    name: place ? placeName(index, place, namingOf(agency).rowName) : row.place,
    value: fromJson(row.value),
    basis: fromJson(row.basis),
    reason: row.reason,
    by: row.adjustedBy,
    time: row.adjustedAt,
    state:
      row.value === null
        ? 'withdrawn'
        : last !== row
          ? 'replaced'
          : isIn(merged.lapsed)
            ? 'lapsed'
            : 'stands',
  }
  return entry
}

const fromJson = (json: string | null): WireCell | null =>
  json === null ? null : (JSON.parse(json) as WireCell)

const refused = (member: string, detail: string): Problem =>
  new Problem('invalid-figures', detail, { errors: [{ pointer: `#/${member}`, detail }] })
