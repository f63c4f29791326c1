/** Plans: editions and who may write them, which tasks a period has, what follows from them, and what a workbook says. */
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  Consolidation,
  PlanAnswer,
  PlanReading,
  PlanStanding,
  PlanSummary,
  SeriesAnswer,
  SheetAnswer,
} from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import {
  answer,
  april,
  type Caller,
  db,
  entriesOf,
  filing,
  type House,
  id,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'
import { planOf, targetOf, taskOf } from './planning.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const write = (plan = planOf(), basedOn = 0, who = house.clerk) =>
  who.put(`/plans/${plan.year}`, { basedOn, plan })
const inForce = async (year = 2025, who = house.clerk) =>
  answer<PlanAnswer>(await who.get(`/plans/${year}`))
const standing = async (who = house.clerk) =>
  answer<PlanStanding>(await who.get(`/periods/${april}/plan`))
const pulled = async () =>
  answer<Consolidation>(await house.clerk.get(`/periods/${april}/consolidation`))
const tasksOn = async () => {
  const sheet = await answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))
  return sheet.agency.tasks.map(({ code }) => code)
}
const file = (rows: Record<string, Record<string, string>>, n = 1, basedOn: number | null = null) =>
  trade.put(filing('thuong_mai', n), tradeReport({ tables: { PLAN: rows }, basedOn }))

describe('editions', () => {
  test('before any is stored the plan is that of the agency’s document, number 0', async () => {
    expect(await inForce()).toMatchObject({ number: 0, by: null, at: null })
    expect((await inForce()).plan).toMatchObject({
      year: 2025,
      tasks: [{ code: '1.1' }],
      targets: [],
    })
    const listed = await answer<PlanSummary[]>(await house.clerk.get('/plans'))
    expect(listed).toMatchObject([{ year: 2025, number: 0, tasks: 1, targets: 0 }])
    expect(await tasksOn()).toEqual(['1.1'])
  })

  test('one is stored, found again and told in the audit', async () => {
    const response = await write()
    expect(response.status).toBe(201)
    const stored = await answer<PlanAnswer>(response)
    expect(stored).toMatchObject({
      ...{ number: 1, plan: planOf(), by: 'Văn phòng Sở (tổng hợp)' },
      at: '2025-04-14T03:00:00.000Z',
    })
    expect(await inForce()).toEqual(stored)
    const entry = (await entriesOf('sct-thu')).at(-1)
    expect(entry).toMatchObject({ action: 'plan.written', actor: 'clerk' })
    expect(entry?.detail).toMatchObject({ year: 2025, number: 1 })
    expect((await verifyAgency(db, 'sct-thu')).findings).toEqual([])
  })

  test('in a year the plan that began last and is not over is in force, by its latest edition', async () => {
    await write(planOf({ year: 2021, until: 2026, title: 'Giai đoạn' }))
    await write(planOf({ title: 'Năm 2025' }))
    await write(planOf({ title: 'Năm 2025, sửa' }), 1)
    const titles = [2020, 2021, 2024, 2025, 2026, 2027].map(
      async year => (await inForce(year)).plan.title,
    )
    expect(await Promise.all(titles)).toEqual([
      'Kế hoạch CCHC năm 2020',
      'Giai đoạn',
      'Giai đoạn',
      'Năm 2025, sửa',
      'Giai đoạn',
      'Kế hoạch CCHC năm 2027',
    ])
    const listed = await answer<PlanSummary[]>(await house.clerk.get('/plans'))
    expect(listed).toMatchObject([
      { year: 2025, number: 2 },
      { year: 2021, until: 2026, number: 1 },
    ])
  })

  test('an edition that ends its plan earlier gives way to the one before', async () => {
    await write(planOf({ year: 2021, until: 2030, title: 'Giai đoạn' }))
    await write(planOf({ year: 2023, until: 2030, title: 'Điều chỉnh' }))
    await write(planOf({ year: 2023, until: 2024, title: 'Điều chỉnh' }), 1)
    expect((await inForce(2025)).plan.title).toBe('Giai đoạn')
  })

  test('the same request again is the same edition', async () => {
    await write()
    const again = await write()
    expect(again.status).toBe(200)
    expect((await answer<PlanAnswer>(again)).number).toBe(1)
  })

  test('characters that show nothing are left out, as of all words', async () => {
    const basis = 'Kế hoạch\u202e số\u0000 05\u200b/KH-SCT'
    await write(planOf({ basis, tasks: [taskOf({ name: 'Ban\u2066 hành' })] }))
    const { plan } = await inForce()
    expect([plan.basis, plan.tasks[0]?.name]).toEqual(['Kế hoạch số 05/KH-SCT', 'Ban hành'])
  })

  test('what somebody else wrote meanwhile is not overwritten', async () => {
    await write()
    const late = await problem(await write(planOf({ title: 'Khác' })))
    expect(late).toMatchObject({
      ...{ type: 'plan-stale', status: 409 },
      current: { revision: 1, preparedBy: 'Văn phòng Sở (tổng hợp)' },
    })
    expect((await inForce()).plan.title).toBe(planOf().title)
  })

  test('of two at once one is stored and the other told', async () => {
    const both = await Promise.all([write(planOf({ title: 'A' })), write(planOf({ title: 'B' }))])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test.each([
    ['an unknown lead', { tasks: [taskOf({ lead: 'hau_can' })] }, '#/plan/tasks/0/lead'],
    [
      'an unknown support',
      { tasks: [taskOf({ supporting: ['so_noi_vu'] })] },
      '#/plan/tasks/0/supporting',
    ],
    ['a duplicate code', { tasks: [taskOf(), taskOf()] }, '#/plan/tasks/1/code'],
    [
      'years the wrong way',
      { tasks: [taskOf({ from: 2025, until: 2024 })] },
      '#/plan/tasks/0/until',
    ],
    [
      'an unknown indicator',
      { targets: [targetOf({ indicator: 'gone' })] },
      '#/plan/targets/0/indicator',
    ],
    ['no tasks', { tasks: [] }, '#/plan/tasks'],
    ['an end before its beginning', { until: 2024 }, '#/plan/until'],
  ])('refused whole: %s', async (_name, changed, pointer) => {
    const refused = await problem(await write(planOf(changed)))
    expect(refused).toMatchObject({ type: 'invalid-plan', status: 422, errors: [{ pointer }] })
    expect((await inForce()).number).toBe(0)
  })

  test('a year that is none, and a plan of another year', async () => {
    expect((await house.clerk.get('/plans/1999')).status).toBe(404)
    const other = await house.clerk.put('/plans/2024', { basedOn: 0, plan: planOf() })
    expect((await problem(other)).errors).toMatchObject([{ pointer: '#/plan/year' }])
  })

  test.each(['UPDATE plan SET number = 9', 'DELETE FROM plan'])(
    'the database refuses: %s',
    async sql => {
      await write()
      await expect(db.prepare(sql).run()).rejects.toThrow(/plan/u)
    },
  )

  test('a plan changed behind the audit’s back is found', async () => {
    await write()
    await db.prepare('DROP TRIGGER plan_is_immutable').run()
    await db.prepare(`UPDATE plan SET document = replace(document, 'Quý I', 'Quý IV')`).run()
    expect((await verifyAgency(db, 'sct-thu')).findings).toMatchObject([
      { fault: 'altered', trace: { subject: 'plan' } },
    ])
  })
})

describe('in a period', () => {
  test('units report on the tasks of the plan in force, all units where it says so', async () => {
    await write()
    expect(await tasksOn()).toEqual(['1.1', '1.2'])
    expect((await file({ '1.2': { evidence: 'Đã rà soát' } })).status).toBe(201)
  })

  test('the counts of Biểu 1 follow, and how each task stands', async () => {
    await write()
    await file({ '1.1': { status: 'done', evidence: '12/KH-SCT ngày 5/2/2025' } })
    const { figures } = await pulled()
    const values = ['total', 'done', 'recurring', 'open'].map(
      key => figures[`plan_tasks_${key}`]?.value,
    )
    expect(values).toEqual([2, 1, 1, 0])
    expect(await standing()).toMatchObject({
      number: 1,
      counts: { total: 2, done: 1, recurring: 1, open: 0, unsaid: 1 },
      tasks: [
        { code: '1.1', words: 'đã hoàn thành', said: [{ unit: 'thuong_mai', lead: true }] },
        { code: '1.2', status: null, words: 'chưa báo cáo' },
      ],
    })
  })

  test('targets come with the figures, in the plan and in the consolidation', async () => {
    await write(planOf({ targets: [targetOf({ threshold: 100 })] }))
    await file({})
    const { attainment } = await standing()
    expect(attainment).toMatchObject([{ target: 'M1', indicator: 'on_time_rate', due: true }])
    expect((await pulled()).attainment).toEqual(attainment)
  })

  test('without a stored plan nothing is said of targets', async () => {
    await file({})
    expect((await pulled()).attainment).toBeUndefined()
  })

  test('a task that a later edition left out keeps what was said, and says so when it is sent again', async () => {
    await write()
    await file({ '1.1': { status: 'done' } })
    await write(planOf({ tasks: [taskOf({ code: '2.1', name: 'Kiểm tra' })] }), 1)
    const found = await standing()
    expect(found.former).toMatchObject([{ code: '1.1', status: 'done' }])
    expect(found.counts).toMatchObject({ total: 1, done: 0 })
    expect((await pulled()).tables.PLAN?.rows['1.1']?.cells.status).toBe('done')
    const again = await problem(await file({ '1.1': { status: 'done' } }, 2, 1))
    expect(again.errors?.[0]?.detail).toContain(
      'nhiệm vụ 1.1 không còn trong kế hoạch đang áp dụng',
    )
  })

  test('a new edition gives the consolidation another name, and the old one can be made again', async () => {
    await write()
    await file({ '1.1': { status: 'done' } })
    const before = await pulled()
    await write(planOf({ tasks: [taskOf({ code: '2.1' }), taskOf({ code: '2.2' })] }), 1)
    const after = await answer<Consolidation>(
      await house.clerk.get(`/periods/${april}/consolidation?since=${before.digest}`),
    )
    expect(after.digest).not.toBe(before.digest)
    const moved = after.changes?.moved.find(({ at }) => at === 'plan_tasks_done')
    expect(moved).toMatchObject({ old: 1, new: 0 })
  })

  test('a lock keeps the edition it was made by', async () => {
    await write()
    await file({ '1.1': { status: 'done' } })
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const locked = await pulled()
    await write(planOf({ tasks: [taskOf({ code: '2.1' })] }), 1)
    expect(await pulled()).toEqual(locked)
    expect((await standing()).number).toBe(1)
    // and a series tells the period as its consolidation does
    const asked = `/series?indicators=plan_tasks_total&from=${april}&to=${april}`
    const { series } = await answer<SeriesAnswer>(await house.clerk.get(asked))
    expect(series[0]?.values).toEqual([2])
  })

  test('each year is told by its own plan, in one consolidation', async () => {
    await write(planOf({ tasks: [taskOf(), taskOf({ code: '1.8' }), taskOf({ code: '1.9' })] }))
    await write(planOf({ year: 2026, until: 2026 }))
    await file({ '1.9': { status: 'done' } })
    house.at('2026-04-14T03:00:00.000Z')
    const clerk = await house.signIn('clerk')
    await clerk.send('POST', '/periods', { body: { period: '2026-M04' } })
    const sent = await (await house.signIn('thuong_mai')).put(
      `/periods/2026-M04/units/thuong_mai/submissions/${id(40)}`,
      {
        ...tradeReport({ tables: { PLAN: { '1.1': { status: 'done' } } } }),
        window: { from: '2026-03-15', to: '2026-04-14' },
      },
    )
    expect(sent.status).toBe(201)
    const { figures } = await answer<Consolidation>(
      await clerk.get('/periods/2026-M04/consolidation'),
    )
    expect(figures.plan_tasks_total).toMatchObject({ value: 2, samePeriodLastYear: 3 })
    expect(figures.plan_tasks_done).toMatchObject({ value: 1, samePeriodLastYear: 1 })
  })

  test('what follows from the plan cannot be typed', async () => {
    const office = await house.signIn('van_phong')
    const typed = tradeReport({ figures: { plan_tasks_total: 29 }, tables: {}, narrative: {} })
    const refused = await problem(await office.put(filing('van_phong', 5), typed))
    expect(refused).toMatchObject({ errors: [{ pointer: '#/figures/plan_tasks_total' }] })
  })
})

describe('a workbook', () => {
  const row = (code: string, lead = 'TM', name = 'Rà soát') => [code, name, lead]
  const upload = (bytes: Uint8Array<ArrayBuffer>, year = 2025) =>
    house.clerk.send('POST', `/plans/${year}/workbook`, { bytes })

  test('downloaded and sent back is the same plan, and nothing is stored', async () => {
    await write()
    const response = await house.clerk.get('/plans/2025/plan.xlsx')
    expect(response.headers.get('Content-Disposition')).toContain('2025.xlsx')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const read = await answer<PlanReading>(await upload(bytes))
    expect(read).toEqual({ plan: planOf(), faults: [], remarks: [] })
    expect((await inForce()).number).toBe(1)
    // of another agency’s year it is refused by line, not read in part
    const other = await answer<PlanReading>(await upload(bytes, 2026))
    expect(other.plan).toBeNull()
    expect(other.faults[0]?.detail).toMatch(/^Nhiệm vụ, dòng \d+: /u)
  })

  test.each([
    [
      'thousands of lines',
      Array.from({ length: 1001 }, (_, i) => row(`1.${i}`)),
      /hơn 500 nhiệm vụ/u,
    ],
    ['a cell of a book', [row('1.1', 'a '.repeat(2500))], /dòng 2: cột Đơn vị chủ trì dài quá/u],
    [
      'more than can be stored',
      Array.from({ length: 130 }, (_, i) => row(`1.${i}`, 'TM', 'x'.repeat(1900))),
      /không lưu được/u,
    ],
  ])('with %s is refused before a name of it is looked up', async (_, rows, says) => {
    const sheets = [{ name: 'Nhiệm vụ', rows: [['Mã', 'Nhiệm vụ', 'Đơn vị chủ trì'], ...rows] }]
    const read = await answer<PlanReading>(
      await upload(new Uint8Array(await writeXlsx({ sheets }))),
    )
    expect(read.plan).toBeNull()
    expect(read.faults).toHaveLength(1)
    expect(read.faults[0]?.detail).toMatch(says)
  })

  test('with one text in a thousand cells is not read a thousand times', async () => {
    const rows = Array.from({ length: 1000 }, () => ['x'.repeat(9000)])
    const bytes = await writeXlsx({ sheets: [{ name: 'Nhiệm vụ', rows }] })
    expect(bytes.length).toBeLessThan(100_000)
    expect((await problem(await upload(new Uint8Array(bytes)))).type).toBe('not-a-workbook')
  })

  test('that is none is refused by what it is', async () => {
    const refused = await problem(await upload(new TextEncoder().encode('%PDF-1.7')))
    expect(refused.type).toBe('not-a-workbook')
    expect(refused.detail).toContain('PDF')
  })
})

describe('security', () => {
  test('a unit sees all tasks, only its own words, and only the targets it answers for', async () => {
    await write(planOf({ targets: [targetOf(), targetOf({ code: 'M2', lead: 'van_phong' })] }))
    await file({ '1.1': { status: 'done', evidence: '12/KH-SCT ngày 5/2/2025' } })
    const found = await standing(await house.signIn('cong_nghiep'))
    expect(found.tasks).toMatchObject([
      { code: '1.1', status: 'done', evidence: '', said: [] },
      { code: '1.2', said: [] },
    ])
    expect(found.attainment).toEqual([])
    expect((await standing(trade)).attainment).toHaveLength(1)
    expect((await standing(trade)).tasks[0]?.said).toHaveLength(1)
  })

  test('no unit writes a plan', async () => {
    expect((await write(planOf(), 0, trade)).status).toBe(403)
  })

  test('another agency’s plan is not ours', async () => {
    await write()
    const theirs = await house.signIn('clerk', 'sct-khac')
    expect((await inForce(2025, theirs)).number).toBe(0)
  })
})
