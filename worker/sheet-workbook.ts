/** A unit's sheets as a plain workbook, for Excel without the pane, LibreOffice and WPS: filled as far as the unit has submitted. */
import { Hono } from 'hono'
import { rowFacts } from '../shared/consolidate.ts'
import { contentFromWire, emptyContent, valuesOf } from '../shared/content.ts'
import { closedBefore } from '../shared/period.ts'
import { periodsInWords } from '../shared/roll-up/words.ts'
import type { RollUp } from '../shared/roll-up.ts'
import { rulesInForce } from '../shared/rules/standing.ts'
import { agencyFrom } from './agency.ts'
import { attachment } from './attachment.ts'
import { indexOf } from './catalogue.ts'
import type { App } from './env.ts'
import { contentOf } from './filed.ts'
import { ruleStandingsFrom } from './in-force.ts'
import { say } from './messages.ts'
import { comparedWith, known, periodKeyOf } from './opened.ts'
import { plainWords } from './plain/words.ts'
import { plainWorkbook } from './plain/workbook.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { monthsFiled, rollUpOf } from './rolled-up.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { openingFiled } from './store/earlier.ts'
import { periodOf } from './store/periods.ts'
import { lastRuleChanges } from './store/rules.ts'
import { newestFiled } from './store/submissions.ts'

export const sheetWorkbooks = new Hono<App>().get(
  '/periods/:period/units/:unit/sheet.xlsx',
  may('sheet.download'),
  async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const key = periodKeyOf(c.req.param('period'))
    const { agency: reporting } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], [current], [before], [closed], changes] = await ask(
      db,
      periodOf(db, reporting, key),
      agencyIn(db, reporting, key),
      newestFiled(db, reporting, key, unit),
      newestFiled(db, reporting, comparedWith(key).previous, unit),
      openingFiled(db, reporting, unit, closedBefore(key)),
      lastRuleChanges(db, reporting),
    )
    const { from, to, catalogue } = known(row, key)
    const agency = agencyFrom(document)
    if (!agency.units.some(one => one.key === unit))
      throw new Problem('not-found', say.unknownUnit(unit))
    const [index, months] = await Promise.all([
      indexOf(db, catalogue, agency),
      current ? [] : monthsFiled(db, reporting, unit, key),
    ])
    const facts = rowFacts(agency)
    const earlier = (row: typeof closed) =>
      row && valuesOf(index, contentFromWire(contentOf(row)), undefined, facts)
    const previous = earlier(before)
    // a longer period that nobody has filled begins with what its months come to
    const fromMonths = rollUpOf(index, months)
    const content = current
      ? contentFromWire(contentOf(current))
      : (fromMonths?.content ?? emptyContent)
    const bytes = await plainWorkbook({
      index: rulesInForce(index, ruleStandingsFrom(changes), to),
      view: {
        agency,
        unit,
        period: key,
        window: { from, to },
        values: valuesOf(index, content, earlier(closed), facts),
        ...(previous ? { previous } : {}),
      },
      revision: current?.revision ?? null,
      ...(fromMonths ? { filledFrom: filledFrom(fromMonths) } : {}),
      asOf: current?.receivedAt ?? `${from}T00:00:00Z`,
    })
    return c.body(new Uint8Array(bytes), 200, {
      ...attachment('xlsx', `Biểu CCHC ${key} ${unit}.xlsx`),
    })
  },
)

const filledFrom = ({ periods, missing }: RollUp): string =>
  plainWords.filledFrom(
    periodsInWords(periods.filter(period => !missing.includes(period))),
    periodsInWords(missing),
  )
