// The figures of Sở Công Thương Quảng Ngãi, 6 tháng 2021, as published: what holds passes, what does not is found,
// what cannot be checked is neither (groups of the published figures).
import { describe, expect, test } from 'vitest'
import { contentFromWire, valuesOf } from '../../shared/content.ts'
import { readFigure } from '../../shared/figure.ts'
import { judge, type Stated, type Subject } from '../../shared/rules/engine.ts'
import { index } from '../fixtures/bac-giang.ts'

const field = 'G02-CT23'
const place = (column: string) => `KSTT-06a/${field}/${column}`

/** As printed on the page, so that the number of decimals counts. */
const printed = (text: string): Stated => {
  const reading = readFigure(text)
  if (!reading.ok || reading.figure.state !== 'number') throw new Error(text)
  return { value: reading.figure.value, decimals: reading.figure.decimals ?? 0 }
}

const subject: Subject = {
  level: 'unit',
  period: '2021-6M',
  window: { from: '2020-12-15', to: '2021-06-06' }, // "tính đến 06/6"
  values: valuesOf(
    index,
    contentFromWire({
      figures: {
        dossiers_online: 3924,
        dossiers_new: 3924 + 2338,
        tthc_online_full: 38,
        tthc_online_partial: 4,
        tthc_one_stop: 133,
        tthc_interconnected: { state: 'none' },
        employees_recruited: 2,
      },
      tables: {
        'KSTT-06a': {
          [field]: {
            received_online: 3924,
            received_direct: 2338,
            carried_over: 17,
            pending_in_time: 15,
          },
        },
      },
      narrative: { 'II.2': 'Trong 06 tháng đầu năm 2021, tỷ lệ hồ sơ trực tuyến đạt 67,73%.' },
    }),
  ),
  stated: new Map([
    [place('received_total'), printed('6.279')],
    [place('resolved_total'), printed('6.264')],
    [place('pending_total'), printed('15')],
    ['dossiers_online_rate', printed('67,73%')],
    ['tthc_online_rate', printed('32%')],
  ]),
}

const outcomes = (id: string) => {
  const rule = index.catalogue.rules.find(r => r.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return judge(index, rule, subject).map(verdict => verdict.outcome)
}

describe('as published', () => {
  test.each([
    ['A-03-1', 'KSTT06-R1', 'pass', '6.279 = 3.924 + 2.338 + 17'],
    ['A-03-2', 'KSTT06-R4', 'pass', '6.279 = 6.264 + 15'],
    ['A-03-3', 'PERIOD-CUTOFF', 'fail', 'chốt 6/6 thay vì 14/6'],
    ['A-03-4', 'KSTT06-R2', 'na', 'không nêu trước hạn, đúng hạn, quá hạn'],
    ['A-11-2', 'DVCTT-R1', 'pass', '42/133 in là 32 %'],
    ['A-13-1', 'X-02A', 'pass', '3.924 ở mục II.6 và mục II.2'],
    ['A-13-2', 'DVCTT-R3', 'fail', '3.924/6.262 là 62,66 %, không phải 67,73 %'],
  ])('%s %s: %s (%s)', (_id, rule, expected) => {
    expect(outcomes(rule)).toEqual([expected])
  })

  test('the other denominator does not print 67,73 either (A-13-3)', () => {
    const withCarriedOver = {
      ...subject,
      values: valuesOf(
        index,
        contentFromWire({
          figures: { dossiers_online: 3924, dossiers_new: 6279 },
          tables: {},
          narrative: {},
        }),
      ),
    }
    const rule = index.catalogue.rules.find(r => r.id === 'DVCTT-R3')
    expect(rule && judge(index, rule, withCarriedOver)[0]?.outcome).toBe('fail')
  })
})

test('no other rule is broken by the published figures', () => {
  const broken = index.catalogue.rules.filter(rule =>
    judge(index, rule, subject).some(verdict => verdict.outcome === 'fail'),
  )
  expect(broken.map(rule => rule.id).sort()).toEqual(['DVCTT-R3', 'PERIOD-CUTOFF'])
})
