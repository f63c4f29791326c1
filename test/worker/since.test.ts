/** `?since=`: everything that changed since an earlier pull, who changed it and why, and nothing else. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Consolidation } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  dossiers,
  filing,
  type House,
  id,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
let dashboard: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  dashboard = await house.signIn('dashboard')
  await trade.put(filing('thuong_mai', 1), tradeReport())
})

const path = `/periods/${april}/consolidation`
const pull = async () => answer<Consolidation>(await dashboard.get(path))
const since = async (digest: string) => {
  const { changes } = await answer<Consolidation>(await dashboard.get(`${path}?since=${digest}`))
  if (!changes) throw new Error('no changes in the answer')
  return changes
}
const clerkSends = (method: string, to: string, body: unknown) =>
  house.clerk.send(method, `/periods/${april}${to}`, { body })

describe('happy', () => {
  test('nothing changed says so with empty lists', async () => {
    const { digest } = await pull()
    expect(await since(digest)).toMatchObject({
      since: digest,
      figures: [],
      moved: [],
      state: null,
    })
  })

  test('a new revision lists each figure with old and new, who, when and why', async () => {
    const { digest } = await pull()
    house.later(60_000)
    const why = 'Một hồ sơ trả trễ do mất điện'
    const late = { ...dossiers(10, 7, 2), resolved_late: 1 }
    const corrected = tradeReport({
      basedOn: 1,
      figures: { dossiers_resolved: 8, dossiers_on_time: 7, articles_own_site: 5 },
      tables: { 'KSTT-06a': { XTTM: late } },
      reasons: [{ rule: 'X-01B', at: 'dossiers_on_time', text: why }],
      preparedBy: 'Phạm Thu Hà',
    })
    expect((await trade.put(filing('thuong_mai', 2), corrected)).status).toBe(201)
    const { figures, moved } = await since(digest)
    expect(figures.map(one => [one.at, one.old, one.new])).toEqual([
      ['dossiers_on_time', 8, 7],
      ['KSTT-06a/XTTM/resolved_early', 8, 7],
      ['KSTT-06a/XTTM/resolved_late', 0, 1],
    ])
    expect(figures[0]).toEqual({
      at: 'dossiers_on_time',
      name: expect.stringMatching(/^Biểu 3, dòng 3\..+“.+”$/u),
      old: 8,
      new: 7,
      unit: 'thuong_mai',
      unitName: 'Phòng Thương mại',
      revisions: { old: 1, new: 2 },
      who: 'Phạm Thu Hà',
      when: '2025-04-14T03:01:00.000Z',
      why,
    })
    // what follows from them for the agency: the rate on time
    expect(moved.map(one => one.at)).toContain('on_time_rate')
  })

  test('a unit that reports for the first time adds its figures', async () => {
    const { digest } = await pull()
    await (await house.signIn('cong_nghiep')).put(filing('cong_nghiep', 9), industryReport())
    const { figures } = await since(digest)
    expect(new Set(figures.map(one => one.unit))).toEqual(new Set(['cong_nghiep']))
    expect(figures.find(one => one.at === 'dossiers_resolved')).toMatchObject({ old: null, new: 5 })
  })

  test('figures sent back leave with the note of the office', async () => {
    const { digest } = await pull()
    await clerkSends('POST', '/units/thuong_mai/review', {
      revision: 1,
      decision: 'return',
      note: 'Cột 7 chưa khớp',
    })
    const { figures } = await since(digest)
    expect(figures.find(one => one.at === 'dossiers_resolved')).toMatchObject({
      old: 8,
      new: null,
      who: 'Văn phòng Sở (tổng hợp)',
      why: 'Cột 7 chưa khớp',
      revisions: { old: 1, new: null },
    })
  })

  test('an adjustment stands under the office with its reason', async () => {
    const { digest } = await pull()
    await clerkSends('PUT', `/adjustments/${id(70)}`, {
      place: 'dossiers_resolved',
      value: -1,
      reason: 'Một hồ sơ tính trùng',
    })
    const { figures, moved } = await since(digest)
    expect(figures).toHaveLength(1)
    expect(figures[0]).toMatchObject({
      at: 'dossiers_resolved',
      old: null,
      new: -1,
      unit: null,
      why: 'Một hồ sơ tính trùng',
    })
    expect(moved.length).toBeGreaterThan(0)
  })

  test('a lock is told as a change of state', async () => {
    const { digest } = await pull()
    await clerkSends('PATCH', '', { state: 'locked' })
    expect(await since(digest)).toMatchObject({
      figures: [],
      state: { old: 'provisional', new: 'final' },
    })
  })

  test('any earlier pull will do, not only the last', async () => {
    const { digest } = await pull()
    for (const [n, articles] of [6, 7, 8].entries()) {
      const body = tradeReport({
        basedOn: n + 1,
        figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: articles },
      })
      expect((await trade.put(filing('thuong_mai', n + 2), body)).status).toBe(201)
      await pull()
    }
    const [only, ...others] = (await since(digest)).figures
    expect(others).toEqual([])
    expect(only).toMatchObject({ at: 'articles_own_site', old: 5, new: 8 })
    expect(only?.revisions).toEqual({ old: 1, new: 4 })
  })
})

describe('error', () => {
  test.each(['0'.repeat(64), 'x', ''])('an unknown pull %j is refused in words', async digest => {
    const refused = await dashboard.get(`${path}?since=${digest}`)
    expect(refused.status).toBe(404)
    expect(await problem(refused)).toMatchObject({
      type: 'digest-unknown',
      detail: expect.stringContaining('Tháng 4/2025'),
    })
  })

  test('a pull of another period is not one of this', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M05' } })
    const { digest } = await pull()
    const refused = await dashboard.get(`/periods/2025-M05/consolidation?since=${digest}`)
    expect(refused.status).toBe(404)
  })
})

describe('security', () => {
  test('a pull of another agency is unknown', async () => {
    const { digest } = await pull()
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    expect((await stranger.get(`${path}?since=${digest}`)).status).toBe(404)
  })
})
