/**
 * A request each writing route would accept. The routes come from the table the description is made of, so a new one is
 * fuzzed from its example until it has a draft of its own here.
 */
import { examples, parameters } from '../../worker/openapi/examples.ts'
import { type Route, routes } from '../../worker/openapi/operations.ts'
import { actions } from '../../worker/roles.ts'
import type { Chance } from './chance.ts'
import type { MakeFile } from './files.ts'
import type { Draft } from './mutate.ts'
import { type Asker, inspectionRound, period, report, unit, type World } from './world.ts'

export const writing: readonly Route[] = routes.filter(({ method }) => method !== 'GET')

/** What is remembered between the requests of one world. */
export type Memory = {
  revision: number
  ids: string[]
  readonly webhook: string
  /** what a route that takes a file is sent */
  file?: MakeFile
}

type Body = (chance: Chance, memory: Memory, asker: Asker) => unknown

const bodies: Readonly<Record<string, Body>> = {
  signIn: (_chance, _memory, { code }) => ({ code }),
  openPeriod: chance => {
    const year = 1990 + chance.below(200)
    const month = String(1 + chance.below(12)).padStart(2, '0')
    const key = chance.pick([`M${month}`, `Q${1 + chance.below(4)}`, '6M', '9M', 'Y'])
    const dueDate = { dueDate: `${year}-${month}-28` }
    const window = { window: { from: '2025-03-15', to: '2025-04-14' } }
    return { period: `${year}-${key}`, ...(chance.once(2) ? dueDate : window) }
  },
  changePeriod: chance =>
    chance.pick([
      { state: 'locked', note: 'Đã gửi báo cáo' },
      { state: 'open', note: 'Bổ sung số liệu' },
      { dueDate: `2025-04-${10 + chance.below(20)}` },
    ]),
  submit: (_chance, { revision }) => report(revision),
  review: (chance, { revision }) =>
    chance.pick([
      { revision, decision: 'accept', note: '' },
      {
        ...{ revision, decision: 'return', note: `Rà soát lại mục ${chance.below(1000)}` },
        questioned: chance.once(2) ? ['dossiers_resolved', 'NARR/II.2'] : [],
      },
    ]),
  adjust: chance => ({
    place: chance.pick(['articles_own_site', 'dossiers_resolved', 'law_dissemination_events']),
    value: chance.once(4) ? null : chance.below(50),
    reason: 'Tin bài đăng sau giờ chốt số liệu',
  }),
  editSection: chance => ({
    basedOn: chance.once(2) ? null : 1 + chance.below(9),
    text: chance.once(4) ? null : `Đã cử ${chance.below(90)} lượt công chức, viên chức tham gia.`,
  }),
  writePlan: chance => ({
    basedOn: chance.below(3),
    plan: {
      ...{ year: 2025, until: 2025 + chance.below(5), title: `Kế hoạch ${chance.below(9)}` },
      ...{ basis: '', groups: [{ code: '1', name: 'Cải cách thể chế' }], targets: [] },
      tasks: [
        {
          ...{ code: `1.${chance.below(9)}`, name: 'Ban hành kế hoạch', deliverable: 'Kế hoạch' },
          ...{ lead: unit, supporting: [], allUnits: chance.once(2), outside: [] },
          ...{ timeline: 'Quý I', recurring: chance.once(2), from: null, until: null },
        },
      ],
    },
  }),
  writePastYear: chance => ({
    basedOn: chance.below(3),
    source: `Báo cáo số ${chance.below(900)}/BC-SCT`,
    figures: { officials_present: chance.below(90), initiatives: { state: 'none' } },
  }),
  writeInspection: chance => ({
    basedOn: chance.below(3),
    round: {
      ...{ year: 2025, basis: 'Kế hoạch số 12/KH-SCT', title: `Kiểm tra CCHC ${chance.below(9)}` },
      team: [{ name: 'Nguyễn Thị Lan', title: '', duty: 'Trưởng đoàn' }],
      window: { from: '2025-01-01', to: '2025-03-31' },
      units: [{ unit, visitOn: chance.once(2) ? null : `2025-04-0${1 + chance.below(9)}` }],
      ...{ dueDate: '2025-04-07', state: chance.pick(['draft', 'open', 'open', 'concluded']) },
    },
  }),
  writeStatement: chance => ({
    basedOn: chance.below(3),
    answers: {
      '1.1': { statement: `Đã ban hành ${chance.below(9)}`, figure: chance.below(9), evidence: '' },
    },
    ...{ preparedBy: 'Lê Thị Mai', approvedBy: 'Phạm Văn Hùng' },
  }),
  writeProblem: chance => ({
    basedOn: chance.below(2),
    problem: chance.once(5)
      ? null
      : {
          ...{ unit, item: chance.pick(['1.1', '2.2.10']), words: `Vấn đề ${chance.below(9)}` },
          ...{ request: '', dueDate: `2025-05-1${chance.below(10)}`, resolvedOn: null },
          resolution: '',
        },
  }),
  changeRule: chance => ({
    basedOn: chance.below(9),
    status: chance.pick(['draft', 'rehearsal', 'active', 'off']),
    from: chance.once(3) ? '2025-04-01' : null,
    until: chance.once(3) ? '2025-12-31' : null,
    reason: `Rà soát cách đếm lần ${chance.below(1000)}`,
    confirm: 'X-07',
  }),
  declareExclusion: chance => ({
    basedOn: chance.below(9),
    exclusion: chance.once(4)
      ? null
      : {
          ...{ id: 'tthc-thong-bao', indicator: 'digit_in_rate', excluded: 'digit_excluded' },
          ...{ name: `${chance.below(20)} TTHC thông báo`, basis: 'Công văn số 12' },
          ...{ from: '2025-01-01', until: chance.once(2) ? null : '2025-12-31' },
        },
  }),
  changeWebhook: chance => ({ state: chance.pick(['active', 'active', 'paused']) }),
  setHolidays: chance => ({
    days: [{ day: `2025-0${1 + chance.below(9)}-1${chance.below(10)}`, name: 'Nghỉ bù' }],
  }),
}

const uuid = (chance: Chance): string =>
  [8, 4, 4, 4, 12]
    .map(length => Array.from({ length }, () => chance.below(16).toString(16)).join(''))
    .join('-')

const parts: Readonly<Record<string, (chance: Chance, memory: Memory) => string>> = {
  period: () => period,
  unit: () => unit,
  // figures of 2025 are in the system, of 2019 only on paper
  year: chance => chance.pick(['2025', '2019']),
  webhook: (chance, { webhook }) => (chance.once(10) ? 'none' : webhook),
  id: (chance, { ids }) => {
    if (ids.length > 0 && chance.once(10)) return chance.pick(ids)
    const id = uuid(chance)
    ids.push(id)
    return id
  },
}

/** Who may, mostly; now and then somebody else. */
export function askerFor({ operation }: Route, world: World, chance: Chance): Asker {
  if (chance.once(6)) return chance.pick(world.askers)
  const role = operation.action ? actions[operation.action][0] : 'unit'
  return world.asker(role, undefined, role === 'unit' ? unit : null)
}

export function draftOf(route: Route, asker: Asker, chance: Chance, memory: Memory): Draft {
  const { id, body, file, action } = route.operation
  const path = route.path.replace(/:(\w+)/gu, (_, name: string) =>
    name === 'id' && route.path.includes('/inspections/:id/') && !chance.once(10)
      ? inspectionRound
      : (parts[name]?.(chance, memory) ?? parameters[name]?.example ?? 'x'),
  )
  const example = Object.values((body && examples[body]) ?? {})[0]?.value
  const sent = bodies[id]?.(chance, memory, asker) ?? example
  return {
    method: route.method,
    path,
    query: '',
    headers: {
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(action ? { Authorization: `Bearer ${asker.token}` } : {}),
    },
    // reading a file takes as long as a hundred refusals
    body: file
      ? chance.once(3)
        ? memory.file?.(chance)
        : undefined
      : sent === undefined
        ? undefined
        : JSON.stringify(sent),
  }
}
