/** Whatever changes figures or rights leaves an entry in one unbroken chain of hashes. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditAnswer } from '../../shared/protocol.ts'
import { chainBreak } from '../../worker/audit.ts'
import { ask } from '../../worker/store/ask.ts'
import { entriesAfter } from '../../worker/store/audit.ts'
import { answer, april, db, filing, type House, id, openHouse, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const trail = async (query = '') => answer<AuditAnswer>(await house.clerk.get(`/audit${query}`))
const chain = async (agency = 'sct-thu') => (await ask(db, entriesAfter(db, agency, 0, 10_000)))[0]
const beginning = { seq: 0, hash: '' }

/** Everything people do in a period. */
async function livePeriod() {
  const trade = await house.signIn('thuong_mai')
  await trade.put(filing('thuong_mai', 1), tradeReport())
  const office = (method: string, path: string, body: unknown) =>
    house.clerk.send(method, `/periods/${april}${path}`, { body })
  await office('POST', '/units/thuong_mai/review', { revision: 1, decision: 'return', note: 'Sửa' })
  await trade.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1 }))
  await office('POST', '/units/thuong_mai/review', { revision: 2, decision: 'accept' })
  const entry = { place: 'articles_own_site', value: 1, reason: 'Bổ sung' }
  await office('PUT', `/adjustments/${id(70)}`, entry)
  await house.clerk.get(`/periods/${april}/consolidation`)
  await office('PATCH', '', { state: 'locked' })
  await office('PATCH', '', { state: 'open', note: 'Sửa số' })
}

describe('happy', () => {
  test('tells everything that happened, newest first', async () => {
    await livePeriod()
    const { entries } = await trail()
    expect(entries.map(one => one.action).slice(0, 8)).toEqual([
      'period.reopened',
      'period.locked',
      'consolidation.taken',
      'adjustment.made',
      'review.accepted',
      'submission.received',
      'review.returned',
      'submission.received',
    ])
    expect(entries[1]).toMatchObject({ actor: 'clerk', name: 'Văn phòng Sở (tổng hợp)' })
    expect(entries[5]).toMatchObject({
      actor: 'unit:thuong_mai',
      detail: { period: april, unit: 'thuong_mai', revision: 2, id: id(2) },
    })
  })

  test('is one chain for each agency', async () => {
    await livePeriod()
    await house.signIn('clerk', 'sct-khac')
    for (const agency of ['sct-thu', 'sct-khac']) {
      const rows = await chain(agency)
      expect(rows.length).toBeGreaterThan(0)
      expect(chainBreak(beginning, rows)).toBeUndefined()
    }
  })

  test('is read page by page to its beginning', async () => {
    const trade = await house.signIn('thuong_mai')
    for (let n = 1; n <= 110; n++) {
      const over = n === 1 ? {} : { basedOn: n - 1 }
      await trade.put(filing('thuong_mai', n), tradeReport(over))
    }
    const first = await trail()
    const second = await trail(`?before=${first.next}`)
    const numbers = [...first.entries, ...second.entries].map(one => one.seq)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect(numbers[0]).toBe(first.head?.seq)
    expect(second.next).toBeNull()
    expect(numbers.at(-1)).toBe(1)
  })

  test('holds no figure, code or token', async () => {
    await livePeriod()
    const text = JSON.stringify(await chain())
    for (const secret of [house.codeOf('clerk'), house.codeOf('thuong_mai'), 'dossiers_resolved'])
      expect(text).not.toContain(secret)
  })
})

describe('a chain that was tampered with', () => {
  const broken = async (tamper: (rows: Awaited<ReturnType<typeof chain>>) => unknown[]) => {
    await livePeriod()
    return chainBreak(beginning, tamper(await chain()) as Awaited<ReturnType<typeof chain>>)
  }
  test('shows an entry that was edited', async () => {
    const found = await broken(rows =>
      rows.map(row => (row.seq === 5 ? { ...row, at: '2024-01-01T00:00:00.000Z' } : row)),
    )
    expect(found).toEqual({ seq: 5, fault: 'edited' })
  })
  test('shows an entry that was removed', async () => {
    expect(await broken(rows => rows.filter(row => row.seq !== 5))).toEqual({
      seq: 5,
      fault: 'missing',
    })
  })
  test('shows entries that changed places', async () => {
    const found = await broken(rows =>
      rows
        .map(row => ({ ...row, seq: row.seq === 4 ? 5 : row.seq === 5 ? 4 : row.seq }))
        .sort((a, b) => a.seq - b.seq),
    )
    expect(found).toEqual({ seq: 4, fault: 'unlinked' })
  })
})

describe('error', () => {
  test.each(['UPDATE audit SET name = ?1', 'DELETE FROM audit WHERE name <> ?1'])(
    'the database refuses %s',
    async sql => {
      await expect(db.prepare(sql).bind('x').run()).rejects.toThrow('an audit entry')
    },
  )
})

describe('security', () => {
  test('another office reads its own trail only', async () => {
    await livePeriod()
    const stranger = await house.signIn('clerk', 'sct-khac')
    const { entries } = await answer<AuditAnswer>(await stranger.get('/audit'))
    expect(entries.every(one => one.action !== 'submission.received')).toBe(true)
  })
})
