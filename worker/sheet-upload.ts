/**
 * A filled plain workbook, read back. It is opened with care, recognised, repaired and judged as a dry run would judge it; nothing
 * of it is stored, and what comes of it is submitted by the same door as ever.
 */
import { Hono } from 'hono'
import { closedBefore } from '../shared/period.ts'
import type { Submission, UploadedSheet } from '../shared/protocol.ts'
import { figuresSheet } from '../shared/rules/compile.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { historyBefore } from './earlier.ts'
import { type App, instant } from './env.ts'
import { contentOf } from './filed.ts'
import { judgedWith } from './in-force.ts'
import { say } from './messages.ts'
import { known, periodKeyOf, shownBefore } from './opened.ts'
import { plainWords } from './plain/words.ts'
import { Problem } from './problem.ts'
import { reportOn } from './report-on.ts'
import { may } from './roles.ts'
import { monthsFiled } from './rolled-up.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfPeriods, newestOfPeriods, openingFiled } from './store/earlier.ts'
import { periodOf } from './store/periods.ts'
import { lastExclusions, lastRuleChanges } from './store/rules.ts'
import { newestRevision } from './store/submissions.ts'
import { openWorkbook } from './upload/open.ts'
import { readWorkbook } from './upload/read.ts'

export const sheetUploads = new Hono<App>().post(
  '/periods/:period/units/:unit/sheet.xlsx',
  may('sheet.upload'),
  async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const key = periodKeyOf(c.req.param('period'))
    const { agency: reporting } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], [newest], [before], earlier, decided, changes, declared] = await ask(
      db,
      periodOf(db, reporting, key),
      agencyIn(db, reporting, key),
      newestRevision(db, reporting, key, unit),
      openingFiled(db, reporting, unit, closedBefore(key)),
      newestOfPeriods(db, reporting, unit, shownBefore(key)),
      decisionsOfPeriods(db, reporting, unit, shownBefore(key)),
      lastRuleChanges(db, reporting),
      lastExclusions(db, reporting),
    )
    const { from, to, catalogue } = known(row, key)
    const agency = agencyFrom(document)
    if (!agency.units.some(one => one.key === unit))
      throw new Problem('not-found', say.unknownUnit(unit))
    const window = { from, to }
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const workbook = await openWorkbook(bytes, [plainWords.sheets.rules, figuresSheet])
    const [index, months] = await Promise.all([
      indexOf(db, catalogue, agency),
      monthsFiled(db, reporting, unit, key),
    ])
    const open = { agency, unit, period: key, catalogue }
    const { content, basedOn, repairs } = readWorkbook(workbook, { index, open, window, newest })
    const submission: Submission = {
      ...{ catalogue, basedOn, window, ...content },
      ...{ reasons: [], preparedBy: '', approvedBy: '' },
    }
    const judged = judgedWith(index, changes, declared, to)
    const report = reportOn({ index: judged.index, agency, unit }, submission, {
      period: key,
      revision: (newest?.revision ?? 0) + 1,
      digest: sha256(canonicalJson(submission)),
      time: instant(c.env),
      trigger: 'check',
      previous: before && contentOf(before),
      history: await historyBefore(
        db,
        { agency: reporting, unit, period: key, index },
        earlier,
        decided,
      ),
      months,
      exclusions: judged.exclusions,
    })
    const answer: UploadedSheet = {
      ...{ period: key, unit, catalogue, window, basedOn, content },
      repairs: [...repairs],
      report,
    }
    return c.json(answer)
  },
)
