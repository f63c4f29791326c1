/**
 * Every route of the app × everyone who may ask, compared with the one table of rights. A route that is not named here
 * fails by its name. The other agency has the same period and the same units, so a query that forgets the agency shows.
 */
import { beforeAll, expect, test } from 'vitest'
import { checkCode } from '../../shared/check-code.ts'
import type { Consolidation, ProblemDocument, Role } from '../../shared/protocol.ts'
import { revokeCode, widenAccess } from '../../worker/admit.ts'
import { codeHash } from '../../worker/code.ts'
import { app } from '../../worker/index.ts'
import { type Action, actions } from '../../worker/roles.ts'
import { addWebhook } from '../../worker/store/webhooks.ts'
import { unzip } from '../annex/read-xlsx.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  id,
  industryReport,
  openHouse,
  tradeReport,
} from './house.ts'
import { problemOf, roundOf } from './inspecting.ts'
import { planOf } from './planning.ts'

/** What each route does. */
const routes: Record<string, Action | 'anyone'> = {
  'GET /api/health': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'POST /api/v1/sessions': 'anyone',
  'GET /api/v1/check/:code': 'anyone',
  'GET /api/v1/me': 'session.read',
  'GET /api/v1/catalogue': 'catalogue.read',
  'GET /api/v1/periods': 'period.list',
  'POST /api/v1/periods': 'period.open',
  'PATCH /api/v1/periods/:period': 'period.change',
  'GET /api/v1/holidays/:year': 'holiday.read',
  'PUT /api/v1/holidays/:year': 'holiday.write',
  'GET /api/v1/periods/:period/sheet': 'sheet.read',
  'GET /api/v1/periods/:period/units/:unit/sheet.xlsx': 'sheet.download',
  'POST /api/v1/periods/:period/units/:unit/sheet.xlsx': 'sheet.upload',
  'POST /api/v1/periods/:period/units/:unit/dossiers.xlsx': 'dossiers.read',
  'PUT /api/v1/periods/:period/units/:unit/submissions/:id': 'submission.write',
  'GET /api/v1/periods/:period/units/:unit/submissions': 'submission.read',
  'GET /api/v1/periods/:period/units/:unit/submissions/:id': 'submission.read',
  'GET /api/v1/periods/:period/units/:unit/differences': 'submission.read',
  'GET /api/v1/periods/:period/units/:unit/review': 'review.read',
  'POST /api/v1/periods/:period/units/:unit/review': 'review.write',
  'GET /api/v1/periods/:period/adjustments': 'adjustment.read',
  'PUT /api/v1/periods/:period/adjustments/:id': 'adjustment.write',
  'GET /api/v1/periods/:period/progress': 'progress.read',
  'GET /api/v1/periods/:period/consolidation': 'consolidation.read',
  'GET /api/v1/series': 'series.read',
  'GET /api/v1/agencies': 'agency.list',
  'GET /api/v1/province/periods/:period': 'province.read',
  'GET /api/v1/province/series': 'province.read',
  'GET /api/v1/changes': 'change.list',
  'GET /api/v1/periods/:period/annex.xlsx': 'annex.read',
  'GET /api/v1/periods/:period/report.docx': 'report.read',
  'GET /api/v1/periods/:period/narrative': 'narrative.read',
  'PUT /api/v1/periods/:period/narrative/:section': 'narrative.write',
  'GET /api/v1/plans': 'plan.read',
  'GET /api/v1/plans/:year': 'plan.read',
  'PUT /api/v1/plans/:year': 'plan.write',
  'POST /api/v1/plans/:year/workbook': 'plan.write',
  'GET /api/v1/plans/:year/plan.xlsx': 'plan.read',
  'GET /api/v1/periods/:period/plan': 'plan.read',
  'GET /api/v1/rules': 'rule.read',
  'PUT /api/v1/rules/:rule': 'rule.write',
  'GET /api/v1/rules/:rule/rehearsal': 'rule.rehearse',
  'GET /api/v1/exclusions': 'rule.read',
  'PUT /api/v1/exclusions/:exclusion': 'rule.write',
  'POST /api/v1/periods/:period/prose': 'prose.check',
  'POST /api/v1/periods/:period/prose.docx': 'prose.check',
  'GET /api/v1/inspections': 'inspection.read',
  'GET /api/v1/inspections/:id': 'inspection.read',
  'PUT /api/v1/inspections/:id': 'inspection.write',
  'PUT /api/v1/inspections/:id/units/:unit/statement': 'statement.write',
  'PUT /api/v1/inspections/:id/problems/:problem': 'inspection.write',
  'PUT /api/v1/inspections/:id/judgement': 'inspection.write',
  'GET /api/v1/inspections/:id/notice.docx': 'notice.read',
  'GET /api/v1/inspections/:id/annex.xlsx': 'notice.read',
  'GET /api/v1/problems': 'inspection.read',
  'GET /api/v1/past-years': 'past-year.read',
  'PUT /api/v1/past-years/:year': 'past-year.write',
  'GET /api/v1/past-years/sheet.xlsx': 'past-year.read',
  'POST /api/v1/past-years/workbook': 'past-year.write',
  'GET /api/v1/retrospective': 'retrospective.read',
  'GET /api/v1/retrospective.xlsx': 'retrospective.download',
  'GET /api/v1/retrospective.docx': 'retrospective.download',
  'GET /api/v1/webhooks': 'webhook.read',
  'PATCH /api/v1/webhooks/:webhook': 'webhook.write',
  'POST /api/v1/webhooks/:webhook/try': 'webhook.write',
  'GET /api/v1/audit': 'audit.read',
  // the last, because whoever asked has no session afterwards
  'DELETE /api/v1/sessions/current': 'session.end',
}

/** What stands for the parts of an address: the first submission of a unit, its adjustment, the year of its period. */
const parts: Record<string, string> = {
  period: april,
  unit: 'thuong_mai',
  id: id(1),
  problem: id(2),
  section: 'II.2',
  year: '2025',
  rule: 'X-07',
  exclusion: 'tthc-thong-bao',
  webhook: 'a1b2c3d4',
  // of our agency once it has figures
  code: '',
}
/** Without these a route would ask for nothing of an agency, or for nothing that is there. */
const queries: Record<string, string> = {
  'GET /api/v1/past-years/sheet.xlsx': 'from=2019&to=2020',
  'GET /api/v1/retrospective': 'from=2019&to=2020&base=2019',
  'GET /api/v1/retrospective.xlsx': 'from=2019&to=2020&base=2019',
  'GET /api/v1/retrospective.docx': 'from=2019&to=2020&base=2019',
  'GET /api/v1/catalogue': `period=${april}`,
  'GET /api/v1/periods/:period/units/:unit/differences': 'from=1&to=1',
  'GET /api/v1/series': `indicators=articles_own_site&from=${april}&to=${april}`,
  'GET /api/v1/province/series': `indicators=articles_own_site&from=${april}&to=${april}`,
  'GET /api/v1/rules/:rule/rehearsal': `from=${april}&to=${april}`,
}
/** Routes about whoever asks: a code that covers several agencies need not name one. */
const aboutTheAsker = new Set([
  'GET /api/v1/me',
  'DELETE /api/v1/sessions/current',
  'GET /api/v1/agencies',
  'GET /api/v1/province/periods/:period',
  'GET /api/v1/province/series',
])

const [ours, theirs] = ['sct-thu', 'sct-khac']
const at = '2025-04-14T03:00:00.000Z'

type Asker = {
  readonly enter: () => Promise<Caller>
  /** none: nobody with a session */
  readonly role?: Role
  readonly unit?: string
  /** agencies it may read, its own first */
  readonly reads?: readonly string[]
  /** the agency it names in the address */
  readonly naming?: string
}

let house: House
const as = (role: Role, reads: readonly string[], more: Partial<Asker> = {}): Asker => ({
  role,
  reads,
  enter: () => house.signIn(more.unit ?? role, reads[0]),
  ...more,
})

/** In this order: our dashboard's code is widened only after it has asked as it was issued. */
const askers: Record<string, Asker> = {
  'no token': { enter: async () => house.anyone },
  'expired session': {
    enter: async () => {
      house.at('2025-04-13T03:00:00.000Z')
      const expired = await house.signIn('clerk')
      house.at(at)
      return expired
    },
  },
  'session of a revoked code': {
    enter: async () => {
      const revoked = await house.signIn('van_phong')
      await revokeCode(db, ours, codeHash(house.codeOf('van_phong')), at)
      return revoked
    },
  },
  'own unit': as('unit', [ours], { unit: 'thuong_mai' }),
  'other unit': as('unit', [ours], { unit: 'cong_nghiep' }),
  'unit of the same name of the other agency': as('unit', [theirs], { unit: 'thuong_mai' }),
  '… naming ours': as('unit', [theirs], { unit: 'thuong_mai', naming: ours }),
  clerk: as('clerk', [ours]),
  'clerk naming its own agency': as('clerk', [ours], { naming: ours }),
  'clerk of the other agency': as('clerk', [theirs]),
  '… naming ours, as a clerk': as('clerk', [theirs], { naming: ours }),
  dashboard: as('dashboard', [ours]),
  'dashboard of the other agency': as('dashboard', [theirs]),
  '… naming ours, as a dashboard': as('dashboard', [theirs], { naming: ours }),
  'dashboard of both, naming ours': as('dashboard', [ours, theirs], {
    naming: ours,
    enter: async () => {
      await widenAccess(db, ours, codeHash(house.codeOf('dashboard')), [theirs], at)
      return house.signIn('dashboard')
    },
  }),
  'dashboard of both, naming the other': as('dashboard', [ours, theirs], { naming: theirs }),
  'dashboard of both, naming none': as('dashboard', [ours, theirs]),
  'dashboard of both, naming one that is not there': as('dashboard', [ours, theirs], {
    naming: 'sct-la',
  }),
  admin: as('admin', [ours]),
  'admin of the other agency': as('admin', [theirs]),
  '… naming ours, as an admin': as('admin', [theirs], { naming: ours }),
}

/** Only our agency's answers may hold it. */
const mark = 'Dấu Riêng Của Sở Thử'

beforeAll(async () => {
  house = await openHouse()
  for (const agency of [ours, theirs]) {
    const name = agency === ours ? mark : 'Người Của Sở Khác'
    const hands = { preparedBy: name, approvedBy: name }
    const clerk = agency === ours ? house.clerk : await house.signIn('clerk', theirs)
    const n = agency === ours ? 1 : 11
    const trade = await house.signIn('thuong_mai', agency)
    const industry = await house.signIn('cong_nghiep', agency)
    const done = [
      agency === ours
        ? undefined
        : await clerk.send('POST', '/periods', { body: { period: april } }),
      await trade.put(
        filing('thuong_mai', n),
        tradeReport({ ...hands, narrative: { 'II.2': name } }),
      ),
      await industry.put(filing('cong_nghiep', n + 1), industryReport(hands)),
      await clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, {
        body: { revision: 1, decision: 'accept', note: name },
      }),
      await clerk.put(`/periods/${april}/adjustments/${id(n)}`, {
        place: 'articles_own_site',
        value: 1,
        reason: name,
      }),
      await clerk.put('/past-years/2019', {
        basedOn: 0,
        source: name,
        figures: { officials_present: n },
      }),
      await clerk.put('/holidays/2025', { days: [{ day: '2025-04-07', name }] }),
      await clerk.put('/plans/2025', { basedOn: 0, plan: planOf({ title: name }) }),
      await clerk.put(`/inspections/${id(n)}`, roundOf({ title: name, state: 'open' })),
      await clerk.put(`/inspections/${id(n)}/problems/${id(2)}`, problemOf({ words: name })),
    ]
    expect(done.map(one => one?.status ?? 201)).toEqual([
      201, 201, 201, 201, 201, 201, 200, 201, 201, 201,
    ])
  }
  const hook = { id: parts.webhook ?? '', url: 'https://lis.example.gov.vn/', events: '["locked"]' }
  const since = { addedAt: at, edition: 1, keyMark: '', renewedAt: at, removedAt: null }
  // told of everything that can come, so that nothing is sent
  for (const agency of [ours, theirs])
    await db.batch(addWebhook(db, agency, { ...hook, ...since }, 1_000_000))
  house.bindings.WEBHOOK_KEY = 'x'.repeat(32)
  const consolidated = await house.clerk.get(`/periods/${april}/consolidation`)
  parts.code = checkCode((await answer<Consolidation>(consolidated)).digest)
})

type Outcome = 'allowed' | 401 | 403 | 'agency-needed'

function expected(route: string, { role, unit, reads = [], naming }: Asker): Outcome {
  const action = routes[route]
  if (action === 'anyone') return 'allowed'
  if (role === undefined || action === undefined) return 401
  if (naming !== undefined && !reads.includes(naming)) return 403
  const allowed: readonly Role[] = actions[action]
  if (!allowed.includes(role)) return 403
  if (role === 'unit' && route.includes('/:unit/') && unit !== parts.unit) return 403
  const undecided = naming === undefined && reads.length > 1
  return undecided && !aboutTheAsker.has(route) ? 'agency-needed' : 'allowed'
}

async function seen(response: Response): Promise<{ outcome: Outcome | string; text: string }> {
  const type = response.headers.get('Content-Type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = type.includes('officedocument')
    ? [...unzip(bytes).values()].join('\n')
    : new TextDecoder().decode(bytes)
  const { status } = response
  if (status === 401 || status === 403) return { outcome: status, text }
  if (type.includes('problem+json')) {
    const { type: slug } = JSON.parse(text) as ProblemDocument
    // a body that says nothing is refused as such, by a route that let its sender in
    return { outcome: /^(?:malformed|not-a-workbook)$/u.test(slug) ? 'allowed' : slug, text }
  }
  return { outcome: status < 300 ? 'allowed' : String(status), text }
}

/** Those of the app itself; what is on every path is no route. */
const registered = [
  ...new Set(
    app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

test('every route of the app has its action here, and every action of the table its route', () => {
  expect(registered.filter(route => routes[route] === undefined)).toEqual([])
  expect(Object.keys(routes).filter(route => !registered.includes(route))).toEqual([])
  const used = new Set<string>(Object.values(routes))
  expect(Object.keys(actions).filter(action => !used.has(action))).toEqual([])
})

test('every route lets in exactly those whom the table names, and shows nobody another agency', async () => {
  const wrong: string[] = []
  const marked = new Set<string>()
  let cases = 0
  for (const [name, asker] of Object.entries(askers)) {
    const caller = await asker.enter()
    for (const route of Object.keys(routes)) {
      const [method = '', pattern = ''] = route.split(' ')
      const path = pattern.replaceAll(/:(\w+)/gu, (_, part: string) =>
        // each agency has its own first submission and its own adjustment
        part === 'id' && asker.reads?.[0] === theirs && asker.naming === undefined
          ? id(11)
          : (parts[part] ?? ''),
      )
      const query = [queries[route], asker.naming && `agency=${asker.naming}`].filter(Boolean)
      const sent = method === 'POST' || method === 'PUT' || method === 'PATCH' ? { body: {} } : {}
      const { outcome, text } = await seen(
        await caller.send(method, `${path}?${query.join('&')}`, sent),
      )
      cases += 1
      const should = expected(route, asker)
      if (outcome !== should) wrong.push(`${route} as ${name}: ${outcome}, should be ${should}`)
      const about = asker.naming ?? asker.reads?.[0]
      if (!text.includes(mark)) continue
      marked.add(`${route} ${about}`)
      if (about !== ours) wrong.push(`${route} as ${name}: shows what is not theirs`)
    }
  }
  expect(wrong).toEqual([])
  expect(cases).toBe(Object.keys(routes).length * Object.keys(askers).length)
  // the mark is there to be found
  for (const shown of [
    'periods/:period/sheet',
    'periods/:period/units/:unit/sheet.xlsx',
    'periods/:period/units/:unit/submissions',
    'periods/:period/units/:unit/submissions/:id',
    'periods/:period/units/:unit/differences',
    'periods/:period/adjustments',
    'periods/:period/progress',
    'periods/:period/consolidation',
    'periods/:period/annex.xlsx',
    'periods/:period/report.docx',
    'periods/:period/narrative',
    'inspections',
    'inspections/:id',
    'inspections/:id/notice.docx',
    'inspections/:id/annex.xlsx',
    'problems',
    'past-years',
    'past-years/sheet.xlsx',
    'retrospective',
    'retrospective.xlsx',
    'retrospective.docx',
    'holidays/:year',
    'plans',
    'plans/:year',
    'plans/:year/plan.xlsx',
    'periods/:period/plan',
    'audit',
  ])
    expect([...marked]).toContain(`GET /api/v1/${shown} ${ours}`)
}, 60_000)

test.each(['units/thuong_mai/submissions/', 'adjustments/'])(
  'what the other agency named by an id is not found by it: %s',
  async where => {
    const clerk = await house.signIn('clerk', theirs)
    const path = `/periods/${april}/${where}${id(1)}`
    const body = { place: 'articles_own_site', value: 2, reason: 'thử' }
    const response = await (where === 'adjustments/' ? clerk.put(path, body) : clerk.get(path))
    expect(response.status).toBe(where === 'adjustments/' ? 409 : 404)
    expect(await response.text()).not.toContain(mark)
  },
)
