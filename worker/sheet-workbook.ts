/** A unit's sheets as a plain workbook, for Excel without the pane, LibreOffice and WPS: filled as far as the unit has submitted. */
import { Hono } from 'hono'
import { rowFacts } from '../shared/consolidate.ts'
import { contentFromWire, emptyContent, valuesOf } from '../shared/content.ts'
import { agencyFrom } from './agency.ts'
import { attachment } from './attachment.ts'
import { indexOf } from './catalogue.ts'
import type { App } from './env.ts'
import { contentOf } from './filed.ts'
import { say } from './messages.ts'
import { comparedWith, known, periodKeyOf } from './opened.ts'
import { plainWorkbook } from './plain/workbook.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { newestFiled } from './store/submissions.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const sheetWorkbooks = new Hono<App>().get(
  '/periods/:period/units/:unit/sheet.xlsx',
  may('sheet.download'),
  async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const key = periodKeyOf(c.req.param('period'))
    const { agency: reporting } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], [current], [before]] = await ask(
      db,
      periodOf(db, reporting, key),
      agencyDocument(db, reporting),
      newestFiled(db, reporting, key, unit),
      newestFiled(db, reporting, comparedWith(key).previous, unit),
    )
    const { from, to, catalogue } = known(row, key)
    const agency = agencyFrom(document)
    if (!agency.units.some(one => one.key === unit))
      throw new Problem('not-found', say.unknownUnit(unit))
    const index = await indexOf(db, catalogue)
    const facts = rowFacts(agency)
    const previous = before && valuesOf(index, contentFromWire(contentOf(before)), undefined, facts)
    const content = current ? contentFromWire(contentOf(current)) : emptyContent
    const bytes = await plainWorkbook({
      index,
      view: {
        agency,
        unit,
        period: key,
        window: { from, to },
        values: valuesOf(index, content, previous, facts),
        ...(previous ? { previous } : {}),
      },
      revision: current?.revision ?? null,
      asOf: current?.receivedAt ?? `${from}T00:00:00Z`,
    })
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': workbook,
      'Content-Disposition': attachment(`Biểu CCHC ${key} ${unit}.xlsx`),
    })
  },
)
