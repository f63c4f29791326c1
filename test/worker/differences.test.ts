/** What differs between two revisions, in the order of the forms, with the reason the unit gave. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { RevisionDifferences } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  dossiers,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  await trade.put(filing('thuong_mai', 1), tradeReport())
})

const path = `/periods/${april}/units/thuong_mai/differences`
const between = async (query: string, who = trade) =>
  answer<RevisionDifferences>(await who.get(`${path}${query}`))
const correct = (n: number, online: number, text: string) =>
  trade.put(
    filing('thuong_mai', n),
    tradeReport({
      basedOn: n - 1,
      tables: { 'KSTT-06a': { XTTM: dossiers(online, 8, online - 8) } },
      reasons: [{ rule: 'T-01', at: 'KSTT-06a/XTTM/received_online', text }],
    }),
  )

describe('happy', () => {
  test('old, new and reason of each figure, and the sums that moved with it', async () => {
    expect((await correct(2, 12, 'Bổ sung hai hồ sơ nhập muộn')).status).toBe(201)
    const { from, to, figures, moved } = await between('?from=1&to=2')
    expect([from.revision, to.revision]).toEqual([1, 2])
    expect(figures).toMatchObject([
      {
        at: 'KSTT-06a/XTTM/received_online',
        old: 10,
        new: 12,
        reason: 'Bổ sung hai hồ sơ nhập muộn',
      },
      { at: 'KSTT-06a/XTTM/pending_in_time', old: 2, new: 4, reason: null },
    ])
    expect(figures[0]?.name).toContain('Xúc tiến thương mại')
    expect(moved.map(one => [one.old, one.new])).toContainEqual([10, 12])
  })

  test('the two newest unless asked otherwise, and any two in either direction', async () => {
    await correct(2, 12, 'a')
    await correct(3, 13, 'b')
    expect((await between('')).figures[0]).toMatchObject({ old: 12, new: 13 })
    expect((await between('?from=3&to=1')).figures[0]).toMatchObject({ old: 13, new: 10 })
  })

  test('a revision does not differ from itself', async () => {
    expect(await between('?from=1&to=1')).toMatchObject({ figures: [], moved: [] })
  })

  test('the office reads it too', async () => {
    await correct(2, 12, 'a')
    expect((await between('', house.clerk)).figures).toHaveLength(2)
  })
})

describe('error', () => {
  test.each(['', '?from=1&to=9', '?from=x&to=1'])(
    'a revision that is not there: %s',
    async query => {
      const refused = await trade.get(`${path}${query}`)
      expect([refused.status, (await problem(refused)).type]).toEqual([404, 'not-found'])
    },
  )
})

describe('security', () => {
  test('another unit is refused, another office finds nothing', async () => {
    expect((await (await house.signIn('cong_nghiep')).get(path)).status).toBe(403)
    expect((await (await house.signIn('clerk', 'sct-khac')).get(path)).status).toBe(404)
  })
})
