// A longer period out of months: each kind of figure in its own way, blanks never 0, what is missing said.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Content, contentFromWire, valuesOf, type WireContent } from '../../shared/content.ts'
import { type Figure, noneArising, notApplicable, numberFigure } from '../../shared/figure.ts'
import { monthsOf, periodName } from '../../shared/period.ts'
import { mixedWindows, windowsBetween } from '../../shared/roll-up/windows.ts'
import { derivedInWords, lackingInWords, periodsInWords } from '../../shared/roll-up/words.ts'
import { type Part, rollUp } from '../../shared/roll-up.ts'
import { check } from '../../shared/rules/engine.ts'
import { index } from '../fixtures/bac-giang.ts'

const blank = { figures: {}, tables: {}, narrative: {} }
const contentOf = (wire: Partial<WireContent>): Content => contentFromWire({ ...blank, ...wire })
/** The first quarter out of one figure a month; undefined: blank, null: nothing of the month counts. */
const quarter = (
  key: string,
  months: readonly (WireContent['figures'][string] | undefined | null)[],
) =>
  rollUp(
    index,
    monthsOf('2025-Q1').map((period, i): Part => {
      const said = months[i]
      if (said === null) return { period, content: null }
      return { period, content: contentOf({ figures: said === undefined ? {} : { [key]: said } }) }
    }),
  )
const none = { state: 'none' as const }
const excused = { state: 'not-applicable' as const, why: 'Không được giao' }
const flow = 'articles_own_site'
const stock = 'officials_present'
const done = 'dialogue'

describe('each kind of figure', () => {
  test.each<[string, string, Parameters<typeof quarter>[1], Figure | undefined]>([
    ['flows add', flow, [318, 325, 331], numberFigure(974)],
    ['none arising adds nothing', flow, [none, 5, none], numberFigure(5)],
    ['none and none is none, not 0', flow, [none, none, none], noneArising],
    ['all blank stays blank', flow, [undefined, undefined, undefined], undefined],
    [
      'nothing applied in any month',
      flow,
      [excused, excused, excused],
      notApplicable('Không được giao'),
    ],
    ['stocks are of the last month', stock, [130, 131, 133], numberFigure(133)],
    ['none at the close is none', stock, [4, 4, none], noneArising],
    ['done once is done', done, [0, 1, 0], numberFigure(1)],
    ['never done', done, [0, 0, 0], numberFigure(0)],
  ])('%s', (_name, key, months, whole) => {
    expect(quarter(key, months).content.figures.get(key)).toEqual(whole)
  })

  test('the opening is of the first month, the close of the last, the flows add, the sums follow', () => {
    const line = (carried: number, received: number, resolved: number) => ({
      ...{ carried_over: carried, received_online: received, received_direct: 0 },
      ...{ resolved_early: resolved, resolved_on_time: 0, resolved_late: 0 },
      ...{ pending_in_time: carried + received - resolved, pending_overdue: 0 },
    })
    const months = [line(6, 100, 98), line(8, 110, 112), line(6, 90, 89)]
    const { content, derived } = rollUp(
      index,
      monthsOf('2025-Q1').map((period, i) => ({
        period,
        content: contentOf({ tables: { 'KSTT-06a': { XTTM: months[i] ?? {} } } }),
      })),
    )
    const values = valuesOf(index, content)
    const at = (column: string) => values.cell('KSTT-06a', 'XTTM', column)
    expect(at('carried_over')).toEqual(numberFigure(6))
    expect(at('received_online')).toEqual(numberFigure(300))
    expect(at('received_total')).toEqual(numberFigure(306))
    expect(at('resolved_total')).toEqual(numberFigure(299))
    expect(at('pending_total')).toEqual(numberFigure(7))
    // computed columns follow and are never derived by themselves
    expect([...derived.keys()].some(key => key.includes('total'))).toBe(false)
  })

  test('ratios are worked out again, not added nor averaged', () => {
    const months = [
      { dossiers_resolved: 10, dossiers_on_time: 10 },
      { dossiers_resolved: 90, dossiers_on_time: 45 },
      { dossiers_resolved: 100, dossiers_on_time: 100 },
    ]
    const rolled = rollUp(
      index,
      monthsOf('2025-Q1').map((period, i) => ({
        period,
        content: contentOf({ figures: months[i] ?? {} }),
      })),
    )
    const ratio = [...index.indicators.values()].find(({ row }) =>
      row.formula?.replaceAll(' ', '').startsWith('dossiers_on_time/'),
    )
    const values = valuesOf(index, rolled.content)
    // 155 of 200; the mean of 100, 50 and 100 % would be 83,3
    expect(values.figure(ratio?.row.key ?? '')).toEqual(numberFigure(77.5))
  })

  test('procedures are united by code; one with dossiers in two months is one procedure', () => {
    const list = (...codes: string[]) => ({
      tables: {
        'TTHC-DS': Object.fromEntries(
          codes.map(code => [code, { procedure_name: `TTHC ${code}`, procedure_dossiers: 2 }]),
        ),
      },
    })
    const months = [list('2.000033', '2.000131'), list('2.000033'), list('2.001474')]
    const { content, derived } = rollUp(
      index,
      monthsOf('2025-Q1').map((period, i) => ({ period, content: contentOf(months[i] ?? {}) })),
    )
    const values = valuesOf(index, content)
    expect(values.figure('tthc_online_used')).toEqual(numberFigure(3))
    expect(values.cell('TTHC-DS', '2.000033', 'procedure_dossiers')).toEqual(numberFigure(4))
    expect(values.cell('TTHC-DS', '2.001474', 'procedure_name')).toEqual({
      state: 'text',
      text: 'TTHC 2.001474',
    })
    // a month that lists others lacks nothing
    expect([...derived.values()].flatMap(({ lacking }) => lacking)).toEqual([])
  })

  test('an empty list in every month is an answer, a missing one is not', () => {
    const month = contentOf({ tables: { 'TTHC-DS': {} } })
    const parts = monthsOf('2025-Q1').map(period => ({ period, content: month }))
    expect(valuesOf(index, rollUp(index, parts).content).figure('tthc_online_used')).toEqual(
      noneArising,
    )
    expect(quarter(flow, [1, 2, 3]).content.tables.has('TTHC-DS')).toBe(false)
  })

  test('tasks of the plan stand as they stood last; words of the report are not derived', () => {
    const month = (status: string): Content =>
      contentOf({ tables: { PLAN: { '1.1': { status } } }, narrative: { 'II.2': 'Đã rà soát.' } })
    const { content } = rollUp(index, [
      { period: '2025-M01', content: month('in-progress') },
      { period: '2025-M02', content: month('in-progress') },
      { period: '2025-M03', content: month('done') },
    ])
    expect(content.tables.get('PLAN')?.get('1.1')?.get('status')).toEqual({
      state: 'text',
      text: 'done',
    })
    expect(content.narrative.size).toBe(0)
  })
})

describe('what is missing is said', () => {
  const wordsOf = (rolled: ReturnType<typeof rollUp>) =>
    [...rolled.derived.values()].map(one => lackingInWords(rolled, one))

  test('a flow of two months of three is filled and marked', () => {
    const rolled = quarter(flow, [318, null, 331])
    expect(rolled.content.figures.get(flow)).toEqual(numberFigure(649))
    expect(rolled.missing).toEqual(['2025-M02'])
    expect(wordsOf(rolled)).toEqual(['Mới tính tháng 1 và 3/2025; tháng 2/2025 chưa có số.'])
  })
  test('so is one a month left blank though it reported the rest', () => {
    const rolled = quarter(flow, [318, undefined, 331])
    expect(rolled.missing).toEqual([])
    expect(wordsOf(rolled)).toEqual(['Mới tính tháng 1 và 3/2025; tháng 2/2025 chưa có số.'])
  })
  test('a stock without its last month is left blank: an earlier close is another figure', () => {
    const rolled = quarter(stock, [130, 131, null])
    expect(rolled.content.figures.has(stock)).toBe(false)
    expect(wordsOf(rolled)).toEqual([
      'Số cuối kỳ là số của tháng 3/2025, nhưng tháng 3/2025 chưa có số.',
    ])
    // months before do not matter to it
    expect(wordsOf(quarter(stock, [null, null, 133]))).toEqual([undefined])
  })
  test('what is done once needs no other month; what was not yet done does', () => {
    expect(wordsOf(quarter(done, [1, null, 0]))).toEqual([undefined])
    expect(wordsOf(quarter(done, [0, null, 0]))).not.toEqual([undefined])
  })
  test('the sum is told with its months', () => {
    const rolled = quarter(flow, [318, 325, 331])
    const [one] = rolled.derived.values()
    expect(one && derivedInWords(index, rolled, one)).toBe('Cộng 3 tháng 318 + 325 + 331 = 974')
  })
  test('months in words', () => {
    expect(periodsInWords(['2025-M01'])).toBe('tháng 1/2025')
    expect(periodsInWords(['2025-M01', '2025-M02', '2025-M03'])).toBe('tháng 1, 2 và 3/2025')
    expect(periodsInWords(['2024-M12', '2025-M01'])).toBe('tháng 12/2024 và tháng 1/2025')
    expect(periodsInWords(['2025-Q1', '2025-Q2'])).toBe('quý I/2025 và quý II/2025')
  })
})

describe('rule T-02', () => {
  const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }
  const findings = (key: string, said: number, months: Parameters<typeof quarter>[1]) =>
    check(
      index,
      {
        ...{ level: 'unit', period: '2025-Q1' },
        values: valuesOf(index, contentOf({ figures: { [key]: said } })),
        rolledUp: quarter(key, months),
      },
      { naming },
    ).results.filter(({ rule }) => rule.startsWith('T-02'))

  test('shows the months, the sum and the gap', () => {
    const [found, ...others] = findings(flow, 980, [318, 325, 331])
    expect(others).toEqual([])
    expect(found).toMatchObject({
      rule: 'T-02',
      severity: 'warning',
      expected: { value: 974 },
      difference: 6,
    })
    expect(found?.message).toContain('980. Cộng 3 tháng 318 + 325 + 331 = 974, lệch 6.')
  })
  test('names the month a stock is taken from, and a choice by its words', () => {
    expect(findings(stock, 130, [130, 130, 133])[0]?.message).toContain(
      '130. Số cuối kỳ là số của tháng 3/2025: 133, lệch 3.',
    )
    expect(findings(done, 0, [0, 1, 0])[0]?.message).toContain('Không. Tháng 2/2025 đã ghi Có.')
  })
  test('a reason dies when one of the months is corrected, though the sum stays', () => {
    const bound = (months: number[]) => findings(flow, 980, months)[0]?.boundTo
    expect(bound([318, 325, 331])).not.toBe(bound([319, 324, 331]))
  })
  test('where a month is missing only the whole sheet is asked about, once', () => {
    const [found, ...others] = findings(flow, 649, [318, null, 331])
    expect(others).toEqual([])
    expect(found?.rule).toBe('T-02-MONTHS')
    expect(found?.message).toBe(
      `Số liệu cộng theo tháng: 1 ô mới cộng một số tháng, chưa có số của tháng 2/2025. ${found?.fix}`,
    )
    // nothing arose in the months there are, and nobody knows of February
    expect(findings(flow, 0, [0, null, 0]).map(({ rule }) => rule)).toEqual(['T-02-MONTHS'])
    // the unit knew the missing month and put the whole figure in
    expect(findings(flow, 974, [318, null, 331])).toEqual([])
  })
})

describe('windows', () => {
  const month = (period: string, from: string, to: string) => ({ period, window: { from, to } })
  test('days counted twice, days counted nowhere', () => {
    expect(
      windowsBetween([
        month('2025-M01', '2024-12-15', '2025-01-14'),
        month('2025-M02', '2025-01-10', '2025-02-14'),
        month('2025-M03', '2025-02-18', '2025-03-14'),
      ]),
    ).toEqual([
      'Tháng 1/2025 chốt đến hết ngày 14/1/2025, tháng 2/2025 lấy từ ngày 10/1/2025: 5 ngày bị tính hai lần.',
      'Tháng 2/2025 chốt đến hết ngày 14/2/2025, tháng 3/2025 lấy từ ngày 18/2/2025: 3 ngày ở giữa không tháng nào tính.',
    ])
  })
  test('windows that meet are not spoken of, nor those beside a missing month', () => {
    const [first, last] = [
      month('2025-M01', '2024-12-15', '2025-01-14'),
      month('2025-M03', '2025-02-15', '2025-03-14'),
    ]
    expect(windowsBetween([first, month('2025-M02', '2025-01-15', '2025-02-14'), last])).toEqual([])
    expect(windowsBetween([first, { period: '2025-M02', window: null }, last])).toEqual([])
  })
  test('units in one sum that closed on other days, or not where they closed last time', () => {
    const own = { from: '2025-03-15', to: '2025-04-14' }
    const early = { from: '2025-03-15', to: '2025-04-06' }
    const march = { from: '2025-02-15', to: '2025-03-14' }
    const of = { period: '2025-M04', previous: '2025-M03', window: own }
    const closed = [
      { unit: 'a', window: own, before: march },
      { unit: 'b', window: early, before: march },
      { unit: 'c', window: own, before: { ...march, to: '2025-03-31' } },
      { unit: 'd', window: own, before: undefined },
    ]
    expect(mixedWindows(closed, of)).toEqual([
      {
        ...{ unit: 'b', window: early },
        says: [
          'Số liệu lấy từ ngày 15/3/2025 đến hết ngày 6/4/2025, kỳ báo cáo lấy từ ngày 15/3/2025 đến hết ngày 14/4/2025; vẫn cộng chung một tổng.',
        ],
      },
      {
        ...{ unit: 'c', window: own },
        says: [
          'Tháng 3/2025 chốt đến hết ngày 31/3/2025, tháng 4/2025 lấy từ ngày 15/3/2025: 17 ngày bị tính hai lần.',
        ],
      },
    ])
  })
})

// ---------------------------------------------------------------- properties

const figure = fc.oneof(
  fc.nat(500),
  fc.constant(none),
  fc.constant(excused),
  fc.constant(undefined),
)
const keys = [flow, stock, done, 'dossiers_resolved', 'officials_quota']
const columns = ['received_online', 'carried_over', 'pending_in_time', 'resolved_late']
const member = fc.record({
  procedure_dossiers: fc.option(fc.nat(9), { nil: undefined }),
  procedure_name: fc.constantFrom('A', 'B', undefined),
})
const present = <T>(record: Record<string, T | undefined>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record).filter((pair): pair is [string, T] => pair[1] !== undefined),
  )
const month: fc.Arbitrary<Content | null> = fc.option(
  fc
    .record({
      figures: fc.record(Object.fromEntries(keys.map(key => [key, figure]))),
      field: fc.record(Object.fromEntries(columns.map(column => [column, figure]))),
      list: fc.option(fc.dictionary(fc.constantFrom('2.000033', '2.000131'), member), {
        nil: undefined,
      }),
    })
    .map(({ figures, field, list }) =>
      contentOf({
        figures: present(figures),
        tables: {
          'KSTT-06a': { XTTM: present(field) },
          ...(list
            ? {
                'TTHC-DS': Object.fromEntries(
                  Object.entries(list).map(([code, cells]) => [code, present({ ...cells })]),
                ),
              }
            : {}),
        },
      }),
    ),
  { nil: null, freq: 6 },
)
const partsOf = (period: string, contents: readonly (Content | null)[]): Part[] =>
  monthsOf(period).map((key, i) => ({ period: key, content: contents[i] ?? null }))
const cellsOf = ({ figures, tables }: Content) => ({
  figures: new Map([...figures].sort()),
  // a line without a figure says nothing, however it came to stand there
  tables: [...tables].map(([form, rows]) => [
    form,
    new Map([...rows].filter(([, cells]) => cells.size > 0).sort()),
  ]),
})

test('a year of twelve months is the year of four quarters made of them', () => {
  fc.assert(
    fc.property(fc.array(month, { minLength: 12, maxLength: 12 }), months => {
      const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((name, i): Part => {
        const period = `2025-${name}`
        const own = months.slice(i * 3, i * 3 + 3)
        const content = rollUp(index, partsOf(period, own)).content
        return { period, content: own.every(one => one === null) ? null : content }
      })
      expect(cellsOf(rollUp(index, quarters).content)).toEqual(
        cellsOf(rollUp(index, partsOf('2025-Y', months)).content),
      )
    }),
    { numRuns: 200 },
  )
})

test('where every month has the figure nothing is said to be missing, and the other way round', () => {
  fc.assert(
    fc.property(fc.array(month, { minLength: 3, maxLength: 3 }), months => {
      const rolled = rollUp(index, partsOf('2025-Q1', months))
      for (const one of rolled.derived.values()) {
        if (one.by !== 'sum' || one.place.form === 'TTHC-DS') continue
        const blanks = one.parts.filter(({ state }) => state === 'not-reported').length
        expect(one.lacking.length).toBe(blanks)
        expect(lackingInWords(rolled, one) === undefined).toBe(blanks === 0)
      }
    }),
    { numRuns: 200 },
  )
})

// ---------------------------------------------------------------- three invented years

/**
 * Thirty-six months of one unit, by a rule anyone can add up: in month m of the y-th year it wrote 10·y + m articles, so a
 * year has 120·y + 78; the dossiers of each month are 100 received and 99 resolved upon 6 brought from 2022.
 */
const years = [2023, 2024, 2025]
const invented = (year: number, m: number): Content => {
  const [y, before] = [year - 2022, (year - 2023) * 12 + m - 1]
  return contentOf({
    figures: {
      [flow]: 10 * y + m,
      [stock]: 130 + before,
      [done]: m === 6 ? 1 : 0,
      ...{ dossiers_resolved: 99, dossiers_on_time: m === 12 ? 90 : 99 },
    },
    tables: {
      'KSTT-06a': {
        XTTM: {
          ...{ carried_over: 6 + before, received_online: 100, received_direct: 0 },
          ...{ resolved_early: 99, resolved_on_time: 0, resolved_late: 0 },
          ...{ pending_in_time: 7 + before, pending_overdue: 0 },
        },
      },
    },
  })
}
const inventedIn = (period: string) =>
  rollUp(
    index,
    monthsOf(period).map(key => ({
      period: key,
      content: invented(Number(key.slice(0, 4)), Number(key.slice(6))),
    })),
  )
const row = (period: string) => {
  const values = valuesOf(index, inventedIn(period).content)
  const number = (one: Figure) => (one.state === 'number' ? one.value : Number.NaN)
  return [
    ...[flow, stock, done].map(key => number(values.figure(key))),
    ...['carried_over', 'received_total', 'resolved_total', 'pending_total'].map(column =>
      number(values.total('KSTT-06a', column)),
    ),
  ]
}

describe('three invented years of months', () => {
  //                   articles · officials · dialogue · carried · received · resolved · pending
  test.each([
    ['2023-Q1', [36, 132, 0, 6, 306, 297, 9]],
    ['2023-6M', [81, 135, 1, 6, 606, 594, 12]],
    ['2023-9M', [135, 138, 1, 6, 906, 891, 15]],
    ['2023-Y', [198, 141, 1, 6, 1206, 1188, 18]],
    ['2024-Q1', [66, 144, 0, 18, 318, 297, 21]],
    ['2024-6M', [141, 147, 1, 18, 618, 594, 24]],
    ['2024-9M', [225, 150, 1, 18, 918, 891, 27]],
    ['2024-Y', [318, 153, 1, 18, 1218, 1188, 30]],
    ['2025-Q4', [123, 165, 0, 39, 339, 297, 42]],
    ['2025-6M', [201, 159, 1, 30, 630, 594, 36]],
    ['2025-9M', [315, 162, 1, 30, 930, 891, 39]],
    ['2025-Y', [438, 165, 1, 30, 1230, 1188, 42]],
  ])('%s comes to %j', (period, expected) => {
    expect(row(period)).toEqual(expected)
  })

  test('a year closes where the next one opens, and its four quarters come to it', () => {
    const table = years.map(year => {
      const [articles = 0, officials = 0, , carried, received, resolved, pending] = row(`${year}-Y`)
      const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map(name => row(`${year}-${name}`))
      expect(quarters.reduce((total, one) => total + (one[0] ?? 0), 0)).toBe(articles)
      expect(articles).toBe(120 * (year - 2022) + 78)
      expect(quarters.at(-1)?.[1]).toBe(officials)
      const next = years.includes(year + 1) ? row(`${year + 1}-Y`)[3] : pending
      expect(next).toBe(pending)
      return {
        [periodName(`${year}-Y`)]: { articles, officials, carried, received, resolved, pending },
      }
    })
    console.table(Object.assign({}, ...table))
  })
})
