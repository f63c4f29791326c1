/**
 * Reform plans: editions by year, written whole and never changed; what a workbook says, as a preview; how the tasks and
 * targets of the plan in force stand in a period.
 */
import { type Context, Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { isPastDue } from '../shared/figure-status.ts'
import { dateInVietnam, yearOf } from '../shared/period.ts'
import { attainmentsOf } from '../shared/plan/attainment.ts'
import { planFaults } from '../shared/plan/faults.ts'
import type { Plan } from '../shared/plan/schema.ts'
import { tasksStanding } from '../shared/plan/standing.ts'
import { planOfAgency } from '../shared/plan/tasks.ts'
import {
  type PlanAnswer,
  type PlanStanding,
  type PlanSummary,
  planWritingSchema,
} from '../shared/protocol.ts'
import { agencyFrom, planFrom } from './agency.ts'
import { attachment } from './attachment.ts'
import { actorOf, recordOnce } from './audit.ts'
import { bodyOf, mostNamed } from './body.ts'
import { indexOf } from './catalogue.ts'
import { consolidationOf } from './consolidated.ts'
import { attainmentTold } from './consolidated-wire.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant, now } from './env.ts'
import { say } from './messages.ts'
import { readPlan } from './plan/read.ts'
import { planWords } from './plan/words.ts'
import { planWorkbook } from './plan/workbook.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { sourcesOf } from './sources.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask, first } from './store/ask.ts'
import { catalogueInForce } from './store/catalogues.ts'
import { addPlan, latestPlanOf, latestPlans, type PlanRow, planIn } from './store/plans.ts'
import { openWorkbook } from './upload/open.ts'

export const plans = new Hono<App>()
  .get('/plans', may('plan.read'), async c => {
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[document], rows] = await ask(db, agencyDocument(db, agency), latestPlans(db, agency))
    const year = Number(dateInVietnam(now(c.env)).slice(0, 4))
    const own = planOfAgency(agencyFrom(document), year)
    const listed =
      rows.length > 0
        ? rows.map(row => summaryOf(planFrom(row.document), row))
        : own.tasks.length > 0
          ? [summaryOf(own, undefined)]
          : []
    return c.json(listed)
  })

  .get('/plans/:year', may('plan.read'), async c => c.json(answerOf(await inForce(c))))

  .get('/plans/:year/plan.xlsx', may('plan.read'), async c => {
    const { agency, plan, row } = await inForce(c)
    const index = await indexFrom(c.env.DB, plan, agency)
    const at = row?.writtenAt ?? `${plan.year}-01-01T00:00:00.000Z`
    const bytes = await planWorkbook({ plan, agency, index, at })
    return c.body(new Uint8Array(bytes), 200, {
      ...attachment('xlsx', planWords.file(plan.year)),
    })
  })

  .post('/plans/:year/workbook', may('plan.write'), async c => {
    const year = yearAsked(c)
    const { agency: key } = signedIn(c)
    const db = c.env.DB
    const agency = agencyFrom(await first(agencyDocument(db, key)))
    const opened = await openWorkbook(new Uint8Array(await c.req.arrayBuffer()), [], 'plan')
    const index = await indexFrom(db, { year, until: year }, agency)
    return c.json(readPlan(opened, { agency, index, year }))
  })

  .put('/plans/:year', may('plan.write'), async c => {
    const year = yearAsked(c)
    const { basedOn, plan } = await bodyOf(c, planWritingSchema)
    const { agency: key, name } = signedIn(c)
    const db = c.env.DB
    if (plan.year !== year) throw faulty([{ pointer: '#/plan/year', detail: say.planOfOtherYear(plan.year, year) }]) // biome-ignore format: one thought
    const agency = agencyFrom(await first(agencyDocument(db, key)))
    refuseFaulty(plan, agency, await indexFrom(db, plan, agency))
    const document = canonicalJson(plan)
    const digest = sha256(document)
    const at = instant(c.env)
    let row: PlanRow | undefined
    // asked again, the same edition is the same edition
    const isThere = async () => {
      row = await first(latestPlanOf(db, key, year))
      return row?.digest === digest
    }
    const done = await recordOnce(db, key, isThere, async () => {
      const latest = await first(latestPlanOf(db, key, year))
      if ((latest?.number ?? 0) !== basedOn) throw stale(year, latest, basedOn)
      row = {
        ...{ year, number: basedOn + 1, until: plan.until, document, digest },
        ...{ writtenBy: name, writtenAt: at },
      }
      return {
        entry: {
          action: 'plan.written',
          at,
          by: actorOf(signedIn(c)),
          detail: { year, number: row.number, digest: sha256(canonicalJson(row)) },
        },
        statements: [addPlan(db, key, row)],
      }
    })
    return c.json(answerOf({ plan, row }), done === 'made' ? 201 : 200)
  })

  .get('/periods/:period/plan', may('plan.read'), async c => {
    const { agency: key, unit } = signedIn(c)
    const db = c.env.DB
    const sources = await sourcesOf(db, key, c.req.param('period'))
    const pastDue = isPastDue(sources.dueDate, dateInVietnam(now(c.env)))
    const made = await consolidationOf(db, key, sources, { pastDue })
    const { index, agency, merged, consolidation } = made
    const year = yearOf(consolidation.period)
    const plan = sources.plan === null ? planOfAgency(agency, year) : planFrom(sources.plan)
    const standing: PlanStanding = {
      period: consolidation.period,
      number: sources.inputs.plan?.number ?? 0,
      plan,
      ...tasksStanding(index, agency, merged),
      attainment: attainmentsOf(index, agency, merged.values, plan, year).map(one =>
        attainmentTold(one, consolidation.figures),
      ),
    }
    return c.json(unit === null ? standing : seenBy(unit, agency, standing))
  })

/** What a unit may see: how every task stands; words and evidence where it takes part; targets it answers for. */
function seenBy(unit: string, agency: Agency, standing: PlanStanding): PlanStanding {
  const mine = new Set(
    agency.tasks
      .filter(({ lead, supporting }) => lead === unit || supporting.includes(unit))
      .map(({ code }) => code),
  )
  const own = (one: PlanStanding['tasks'][number]) => ({
    ...one,
    ...(mine.has(one.code) ? {} : { evidence: '' }),
    said: one.said.filter(word => word.unit === unit),
  })
  return {
    ...standing,
    tasks: standing.tasks.map(own),
    former: standing.former.map(own).filter(({ said }) => said.length > 0),
    attainment: standing.attainment.filter(({ lead }) => lead === unit),
  }
}

type Held = { readonly plan: Plan; readonly row: PlanRow | undefined }

/** The plan in force in the year asked for; what the agency's document says where none was ever stored for it. */
async function inForce(c: Context<App>): Promise<Held & { readonly agency: Agency }> {
  const year = yearAsked(c)
  const { agency: key } = signedIn(c)
  const db = c.env.DB
  const [[document], [row]] = await ask(db, agencyDocument(db, key), planIn(db, key, year))
  const agency = agencyFrom(document)
  return { agency, row, plan: row ? planFrom(row.document) : planOfAgency(agency, year) }
}

const answerOf = ({ plan, row }: Held): PlanAnswer => ({
  number: row?.number ?? 0,
  digest: row?.digest ?? sha256(canonicalJson(plan)),
  by: row?.writtenBy ?? null,
  at: row?.writtenAt ?? null,
  plan,
})

const summaryOf = (plan: Plan, row: PlanRow | undefined): PlanSummary => ({
  ...{ year: plan.year, until: plan.until, title: plan.title, number: row?.number ?? 0 },
  ...{ tasks: plan.tasks.length, targets: plan.targets.length },
  ...{ by: row?.writtenBy ?? null, at: row?.writtenAt ?? null },
})

/** @throws Problem not-found when the address names no year */
function yearAsked(c: Context<App>): number {
  const text = c.req.param('year') ?? ''
  if (!/^20\d\d$|^2100$/u.test(text)) throw new Problem('not-found', say.notAPlanYear(text))
  return Number(text)
}

/** The forms by which its targets are measured: those in force when it ends. */
async function indexFrom(
  db: Database,
  { until }: Pick<Plan, 'year' | 'until'>,
  agency: Agency,
): Promise<Index | undefined> {
  const found = await first(catalogueInForce(db, `${until}-12-31`))
  return found && indexOf(db, found.version, agency)
}

/** @throws Problem invalid-plan with a pointer to every fault */
function refuseFaulty(plan: Plan, agency: Agency, index: Index | undefined): void {
  const places = { tasks: plan.tasks, targets: plan.targets }
  const faults = planFaults(plan, agency, index).map(({ list, at, member, says }) =>
    list === 'plan'
      ? { pointer: `#/plan/${member}`, detail: say.planFault(says) }
      : {
          pointer: `#/plan/${list}/${at}/${member}`,
          detail: say.planFaultAt(list, places[list][at]?.code ?? '', says),
        },
  )
  if (faults.length > 0) throw faulty(faults)
}

const faulty = (errors: { pointer: string; detail: string }[]): Problem =>
  new Problem('invalid-plan', say.invalidPlan(errors.length), {
    errors: errors.slice(0, mostNamed),
  })

const stale = (year: number, latest: PlanRow | undefined, basedOn: number): Problem =>
  new Problem('plan-stale', say.planStale(year, basedOn, latest), {
    current: latest
      ? { revision: latest.number, receivedAt: latest.writtenAt, preparedBy: latest.writtenBy }
      : null,
  })
