/** The annex workbook of a period, built from the consolidation of the moment; its ETag is the consolidation's digest. */
import { Hono } from 'hono'
import { annexWorkbook } from './annex/annex.ts'
import { consolidationOf, inputsOf } from './consolidations.ts'
import type { App } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const annexes = new Hono<App>().get(
  '/periods/:period/annex.xlsx',
  may('annex.read'),
  async c => {
    const inputs = await inputsOf(c.env.DB, signedIn(c).agency, c.req.param('period'))
    const headers = cached(inputs.digest)
    if (isCurrent(c.req.header('If-None-Match'), inputs.digest)) return c.body(null, 304, headers)
    const { consolidation, merged, previous } = await consolidationOf(c.env.DB, inputs)
    const { period, window, findings, state, digest, asOf } = consolidation
    const { index, agency } = inputs
    const bytes = await annexWorkbook({
      index,
      agency,
      period,
      window,
      merged,
      previous,
      findings,
      state,
      digest,
      asOf,
    })
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      'Content-Type': workbook,
      'Content-Disposition': attachment(period),
    })
  },
)

/** An ASCII name for all, and the Vietnamese one where it is understood (RFC 6266 §4.3, RFC 8187). */
const attachment = (period: string): string => {
  const named = encodeURIComponent(`Phụ lục CCHC ${period}.xlsx`)
  return `attachment; filename="Phu-luc-CCHC-${period}.xlsx"; filename*=UTF-8''${named}`
}
