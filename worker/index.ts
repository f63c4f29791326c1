/**
 * The app: what every request passes, then one line per resource. Everything that differs between Cloudflare and a
 * server of the department's own comes in through `Env`; nothing here may name a runtime.
 */
import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { adjustments } from './adjustments.ts'
import { agencies } from './agencies.ts'
import { annexes } from './annex.ts'
import { auditTrail } from './audit/trail.ts'
import { bodyLimited, drained } from './body.ts'
import { catalogues } from './catalogue.ts'
import { changes } from './changes.ts'
import { checkedCodes } from './check-code.ts'
import { onTheHour } from './clock.ts'
import { consolidations } from './consolidations.ts'
import { crossOrigin } from './cors.ts'
import { inItsDatabase } from './databases.ts'
import type { App, Env } from './env.ts'
import { exclusions } from './exclusions.ts'
import { foundProblems } from './found-problems.ts'
import { history } from './history.ts'
import { holidays } from './holidays.ts'
import { inspectionPapers } from './inspection-papers.ts'
import { inspections } from './inspections.ts'
import { say } from './messages.ts'
import { narratives } from './narrative.ts'
import { nearest } from './nearest.ts'
import { oneStopExports } from './one-stop.ts'
import { routes } from './openapi/operations.ts'
import { description } from './openapi.ts'
import { pastYears } from './past-years.ts'
import { periods } from './periods.ts'
import { plans } from './plans.ts'
import { answer, notFound, onError, Problem } from './problem.ts'
import { progress } from './progress.ts'
import { draftChecks } from './prose.ts'
import { province } from './province.ts'
import { provinceSeries } from './province-series.ts'
import { queriesKnown } from './queries-known.ts'
import { writesLimited } from './rate-limit.ts'
import { reports } from './report.ts'
import { requestLog } from './request-log.ts'
import { retrospectives } from './retrospective.ts'
import { reviews } from './review.ts'
import { rules } from './rules.ts'
import { seriesRoutes } from './series.ts'
import { session, sessionNeeded, signIn } from './session.ts'
import { sheets } from './sheet.ts'
import { sheetUploads } from './sheet-upload.ts'
import { sheetWorkbooks } from './sheet-workbook.ts'
import { submissions } from './submissions.ts'
import { tellDue } from './webhook/telling.ts'
import { toldAfterwards, webhooks } from './webhooks.ts'

/** What may have been meant by an address there is not. */
const addresses = new Set(routes.map(({ path }) => path.replace(/:(\w+)/gu, '{$1}')))

export const app = new Hono<App>()

// our own id always: one from outside could be anything
app.use(requestId({ headerName: '' }))
app.use(requestLog)
app.use(
  // for answers of the API only; pages get theirs from addin/public/_headers, because Office frames them
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    referrerPolicy: 'no-referrer',
    // these speak of documents and frames, and the API has neither
    xFrameOptions: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
)
// answers are personal unless they say otherwise
app.use(async function unstored(c, next) {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
})
// before any session is asked for: a browser asks first, and without one
app.use(crossOrigin)
app.use(
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, allowed) => {
      const response = answer(c, new Problem('method-not-allowed', say.methodNotAllowed(allowed)))
      response.headers.set('Allow', allowed.join(', '))
      return response
    },
  }),
)
app.use(drained)
app.use(bodyLimited)
app.onError(onError)
app.notFound(c => notFound(c, nearest(c.req.path, addresses)))

app.get('/api/health', c => c.json({ ok: true }))
app.route('/api', description)

// anyone: a code for a session
app.route('/api/v1', signIn)
// anyone: what the code on a paper stands for
app.route('/api/v1', checkedCodes)
// everything below needs a session; each route says who may
app.use('/api/v1/*', inItsDatabase, sessionNeeded, writesLimited, queriesKnown, toldAfterwards)
app.route('/api/v1', session)
app.route('/api/v1', catalogues)
app.route('/api/v1', periods)
app.route('/api/v1', holidays)
app.route('/api/v1', sheets)
app.route('/api/v1', sheetWorkbooks)
app.route('/api/v1', sheetUploads)
app.route('/api/v1', oneStopExports)
app.route('/api/v1', submissions)
app.route('/api/v1', history)
app.route('/api/v1', reviews)
app.route('/api/v1', adjustments)
app.route('/api/v1', progress)
app.route('/api/v1', consolidations)
app.route('/api/v1', seriesRoutes)
app.route('/api/v1', agencies)
app.route('/api/v1', province)
app.route('/api/v1', provinceSeries)
app.route('/api/v1', changes)
app.route('/api/v1', annexes)
app.route('/api/v1', reports)
app.route('/api/v1', narratives)
app.route('/api/v1', plans)
app.route('/api/v1', draftChecks)
app.route('/api/v1', rules)
app.route('/api/v1', exclusions)
app.route('/api/v1', inspections)
app.route('/api/v1', foundProblems)
app.route('/api/v1', inspectionPapers)
app.route('/api/v1', pastYears)
app.route('/api/v1', retrospectives)
app.route('/api/v1', webhooks)
app.route('/api/v1', auditTrail)

/** As `wrangler.jsonc` has it; whatever else strikes is the hour. */
const everyMinute = '* * * * *'

export default {
  fetch: app.fetch,
  // waits until the work is done: a run cut short would be taken up an hour later
  scheduled: ({ cron }: { readonly cron?: string }, env: Env) =>
    cron === everyMinute ? tellDue(env) : onTheHour(env),
}
