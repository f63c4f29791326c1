/** A lock freezes the consolidation as final: nothing that changes elsewhere later reaches it. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditAnswer, Consolidation, PeriodSummary } from '../../shared/protocol.ts'
import { admitAgency } from '../../worker/admit.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  openHouse,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const consolidation = async (period = april) =>
  answer<Consolidation>(await house.clerk.get(`/periods/${period}/consolidation`))
const change = (body: unknown, period = april) =>
  house.clerk.send('PATCH', `/periods/${period}`, { body })

describe('happy', () => {
  test('locked figures are final under one digest', async () => {
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const before = await consolidation()
    await change({ state: 'locked' })
    const after = await consolidation()
    expect([before.state, after.state]).toEqual(['provisional', 'final'])
    const locked = Object.entries(before.figures).map(([key, one]) => [
      key,
      { ...one, status: 'final' },
    ])
    expect(after.figures).toEqual(Object.fromEntries(locked))
    expect((await consolidation()).digest).toBe(after.digest)
  })

  test('an earlier period reopened and corrected leaves the later final one as it was signed', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const march = { window: { from: '2025-02-15', to: '2025-03-14' } }
    await trade.put(filing('thuong_mai', 1, '2025-M03'), tradeReport(march))
    await trade.put(filing('thuong_mai', 2), tradeReport())
    await change({ state: 'locked' })
    const signed = await consolidation()
    const corrected = tradeReport({
      ...march,
      basedOn: 1,
      figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 50 },
    })
    expect((await trade.put(filing('thuong_mai', 3, '2025-M03'), corrected)).status).toBe(201)
    expect(await consolidation()).toEqual(signed)
    await change({ state: 'open', note: 'Cập nhật số kỳ trước' })
    expect((await consolidation()).figures.articles_own_site?.previous).toBe(50)
  })

  test('a unit renamed after the lock keeps its name in what was signed', async () => {
    await trade.put(filing('thuong_mai', 1), tradeReport())
    await change({ state: 'locked' })
    const row = await db.prepare("SELECT document FROM agency WHERE agency = 'sct-thu'").all<{
      document: string
    }>()
    const document = row.results[0]?.document.replaceAll('Phòng Thương mại', 'Phòng Mới') ?? ''
    await db.batch(admitAgency(db, JSON.parse(document)).saving)
    const names = async () => (await consolidation()).units.map(unit => unit.name)
    expect(await names()).toContain('Phòng Thương mại')
    await change({ state: 'open', note: 'Đổi tên đơn vị' })
    expect(await names()).toContain('Phòng Mới')
  })

  test('locking twice changes nothing', async () => {
    await change({ state: 'locked' })
    const { digest } = await consolidation()
    expect((await change({ state: 'locked', note: 'lần nữa' })).status).toBe(200)
    expect((await consolidation()).digest).toBe(digest)
  })

  test('a lock asked for again, as after an answer that was lost, leaves one entry', async () => {
    const body = { state: 'locked', note: 'Đã gửi báo cáo' }
    expect((await change(body)).status).toBe(200)
    expect(await answer<PeriodSummary>(await change(body))).toMatchObject({ state: 'locked' })
    const { entries } = await answer<AuditAnswer>(await house.clerk.get('/audit'))
    expect(entries.filter(one => one.action === 'period.locked')).toHaveLength(1)
  })

  test('reopened and locked again with the same figures is the same consolidation', async () => {
    await trade.put(filing('thuong_mai', 1), tradeReport())
    await change({ state: 'locked' })
    const { digest } = await consolidation()
    await change({ state: 'open', note: 'Xem lại' })
    await change({ state: 'locked' })
    expect((await consolidation()).digest).toBe(digest)
  })
})

describe('error', () => {
  test('the due date of a locked period stays', async () => {
    await change({ state: 'locked' })
    expect((await change({ dueDate: '2025-04-20' })).status).toBe(409)
  })

  test('a change that changes nothing is refused', async () => {
    expect((await change({ note: 'chỉ ghi chú' })).status).toBe(400)
  })
})
