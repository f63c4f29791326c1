/**
 * The leaders' page, without a browser: what it asks for exists, blanks are never zeros, what an address means, what is
 * shown when the server does not answer, and who is missing again and again.
 */
import { describe, expect, test } from 'vitest'
import { Refused, Unreachable } from '../../../addin/api.ts'
import { changed, filtersIn, searchOf } from '../../../addin/dashboard/address.ts'
import { answersBy } from '../../../addin/dashboard/answers.ts'
import { wrapped } from '../../../addin/dashboard/bars.tsx'
import { agencyChosen, periodChosen, unitChosen } from '../../../addin/dashboard/choosing.ts'
import { markOf, matrixOf, oftenLate } from '../../../addin/dashboard/completeness.ts'
import { reach } from '../../../addin/dashboard/course.tsx'
import { fieldRows, groupsOf, inSeries, ranked } from '../../../addin/dashboard/dossiers.ts'
import { dossiers, leading, rates } from '../../../addin/dashboard/figures.ts'
import { targetsSay } from '../../../addin/dashboard/rate-cards.tsx'
import { type Rate, rateOf } from '../../../addin/dashboard/rates.ts'
import { lookBefore, looked } from '../../../addin/dashboard/seen.ts'
import { spanOf, yearAgoOf } from '../../../addin/dashboard/span.ts'
import { drawn, figureText, movementText, yearMark } from '../../../addin/dashboard/telling.ts'
import type { Kept } from '../../../addin/features/kept.ts'
import { t } from '../../../addin/i18n/dashboard.ts'
import { readCatalogue } from '../../../shared/catalogue/read.ts'
import type { SeriesAnswer, UnitProgress } from '../../../shared/protocol.ts'
import { catalogueFiles } from '../../../worker/catalogue-files.ts'

const index = readCatalogue(catalogueFiles('sct-2025.1'))
const { catalogue } = index
const none = { agency: null, period: null, unit: null }

describe('the catalogue has what the page asks for', () => {
  test('every rate by name is a percentage of which more is better', () => {
    for (const key of rates) {
      const { kind, better } = index.indicators.get(key)?.row ?? {}
      expect([key, kind, better]).toEqual([key, 'percent', 'more'])
    }
    expect(leading.every(key => rates.some(rate => rate === key))).toBe(true)
  })

  test('the table of dossiers falls into groups with a total and parts, what is overdue marked', () => {
    const groups = groupsOf(catalogue)
    expect(groups).toHaveLength(3)
    for (const { total, parts } of groups)
      for (const column of [total, ...parts.map(part => part.column)])
        expect(index.columns.has(inSeries(column)), column).toBe(true)
    const worse = groups.flatMap(({ parts }) => parts.filter(part => part.worse))
    expect(worse.map(({ column }) => column)).toEqual(['resolved_late', 'pending_overdue'])
    expect(index.tables.has(dossiers)).toBe(true)
  })
})

describe('figures', () => {
  test('not reported is never zero, none arising is', () => {
    expect([drawn(null), drawn(undefined), drawn({ state: 'none' })]).toEqual([null, null, 0])
    expect(drawn({ state: 'not-applicable', why: 'không được giao vốn' })).toBeNull()
    expect([figureText(null), figureText(1234.5), figureText(97.979797, '%')]).toEqual([
      'Chưa báo cáo',
      '1.234,5',
      '97,98\u00a0%',
    ])
    expect(movementText(98.5, 97.3, '%')).toBe('+1,2 điểm\u00a0%')
    expect(movementText(3, null, null)).toBeNull()
  })

  test('a field nobody reported is told apart from one without dossiers', () => {
    const [received] = groupsOf(catalogue)
    if (!received) throw new Error('no group')
    const row = (name: string, cells: Record<string, number>) => [name, { name, cells }] as const
    const rows = fieldRows(
      Object.fromEntries([
        row('a', { received_total: 5 }),
        row('b', { received_total: 0 }),
        row('c', {}),
        row('d', { received_total: 9 }),
      ]),
      null,
      [received],
    )
    const { filled, zero, unreported } = ranked(rows, received)
    const names = (of: typeof filled) => of.map(({ name }) => name)
    expect([names(filled), names(zero), names(unreported)]).toEqual([['d', 'a'], ['b'], ['c']])
  })

  test('a unit’s total is made only of all its parts', () => {
    const groups = groupsOf(catalogue).slice(0, 1)
    const given = (value: Record<string, number>) =>
      fieldRows(
        { a: { name: 'a', cells: {}, contributions: [{ unit: 'u', revision: 1, value }] } },
        'u',
        groups,
      )[0]?.cells.get('received_total')
    expect(given({ received_online: 4, received_direct: 1, carried_over: 2 })).toBe(7)
    expect(given({ received_online: 4 })).toBeUndefined()
  })

  test('a percentage’s axis is never narrower than ten points and never passes 100', () => {
    const [low, high] = reach([99.8, 100], '%', false)
    expect(high).toBe(100)
    expect(high - low).toBeGreaterThanOrEqual(10)
    expect(reach([5, 9], null, true)[0]).toBe(0)
  })

  test('a rate knows its period before and a year before, and has a gap where nothing is stored', () => {
    const periods = ['2024-M04', '2025-M02', '2025-M03', '2025-M04']
    const answer: SeriesAnswer = {
      ...{ agency: 'a', from: '2024-M04', to: '2025-M04' },
      periods: periods.map(period => ({
        ...{ period, missing: [] },
        state: period === '2025-M02' ? 'absent' : 'final',
      })),
      series: [],
      page: { lines: 1, before: 0, next: null },
    }
    const line: SeriesAnswer['series'][number] = {
      ...{ indicator: 'on_time_rate', name: 'Đúng hạn', unit: '%' },
      of: { kind: 'agency', key: 'a', name: 'A' },
      values: [90, null, 95, 96],
      statuses: ['final', null, 'final', 'final'],
      coverage: [null, null, null, { expected: 4, reported: 3 }],
    }
    answer.series.push(line)
    const rate = rateOf(answer, line, '2025-M04', [])
    expect([rate.value, rate.previous, rate.lastYear]).toEqual([96, 95, 90])
    expect(rate.course.map(({ value }) => value)).toEqual([90, null, 95, 96])
    expect(rate.coverage).toEqual({ expected: 4, reported: 3 })
    // a period nothing is stored of is no period somebody failed to report
    expect(rateOf(answer, line, '2025-M03', []).previous).toBe('absent')
  })

  test('of the targets that are due, those without figures count as not judged, never as left out', () => {
    const due = (name: string, attained: boolean | null) =>
      ({ name, target: { due: true, attained } }) as Rate
    const says = targetsSay([due('A', true), due('B', false), due('C', null)])
    expect(says).toBe(
      [t.rates.met(1, 3), t.rates.unmet(['B']), t.rates.unmeasured(['C'])].join(' '),
    )
    expect(targetsSay([due('A', true)])).toBe(t.rates.allMet(1))
  })

  test('a name too long for its line goes on in the next, whole', () => {
    const name = 'Vật liệu nổ công nghiệp, tiền chất thuốc nổ'
    expect(wrapped(name, 100)).toEqual([name])
    const narrow = wrapped(name, 12)
    expect(narrow.length).toBeGreaterThan(1)
    expect(narrow.join(' ')).toBe(name)
  })

  test('over agencies too many for one answer the same period of last year is asked for by itself', () => {
    expect(yearAgoOf(spanOf('2025-M04', 6))).toBeNull()
    expect(yearAgoOf(spanOf('2025-M04', 30))).toEqual({ from: '2024-M04', to: '2024-M04' })
  })

  test('a year is written where the first period of it stands, though periods between are missing', () => {
    expect([
      yearMark('2025-M04', undefined),
      yearMark('2025-M05', '2025-M04'),
      yearMark('2026-M12', '2025-M05'),
    ]).toEqual(['2025', null, '2026'])
  })

  test('a year of months lies before a month; of very many agencies there are fewer', () => {
    expect(spanOf('2025-M04')).toEqual({ from: '2024-M04', to: '2025-M04' })
    expect(spanOf('2025-M04', 60)).toEqual({ from: '2024-M11', to: '2025-M04' })
  })
})

describe('the address', () => {
  test('keeps the choice and nothing else; another agency drops the unit', () => {
    const filters = filtersIn('?agency=so-1&period=2025-M04&unit=qltm&code=ABC&token=xyz')
    expect(searchOf(filters)).toBe('?agency=so-1&period=2025-M04&unit=qltm')
    expect(changed(filters, { agency: 'so-2' }).unit).toBeNull()
    expect(changed(filters, { period: '2025-M03' }).unit).toBe('qltm')
    expect(searchOf(none)).toBe('')
  })

  test('what it names and is not there is told, and something sensible shown', () => {
    const periods = ['2025-M03', '2025-M04', '2025-Q1']
    expect(periodChosen(none, periods)).toEqual({ chosen: '2025-M04', notice: null })
    const wrong = periodChosen({ ...none, period: '2025-M13' }, periods)
    expect(wrong.chosen).toBe('2025-M04')
    expect(wrong.notice).toContain('2025-M13')
    expect(agencyChosen({ ...none, agency: 'so-9' }, []).notice).toContain('so-9')
    expect(unitChosen({ ...none, unit: 'x' }, [{ unit: 'y' }]).notice).toContain('“x”')
    // nothing is wrong with it while nobody knows the units
    expect(unitChosen({ ...none, unit: 'x' }, undefined)).toEqual({ chosen: 'x', notice: null })
  })
})

describe('answers', () => {
  const settled = () => new Promise(resolve => setImmediate(resolve))

  test('what is shown stays when no newer answer comes, and says so', async () => {
    let isCut = false
    const tags: (string | null)[] = []
    const answers = answersBy(
      async (_, tag) => {
        tags.push(tag)
        if (isCut) throw new Unreachable('cut')
        return tag === null ? { value: 7, tag: '"1"' } : null
      },
      () => {},
    )
    answers.want({ path: '/x' })
    await settled()
    await answers.refresh()
    isCut = true
    await answers.refresh()
    expect(answers.at('/x')).toMatchObject({ value: 7, trouble: { kind: 'unreachable' } })
    expect(answers.standing()).toMatchObject({ unreachable: true, asking: 0 })
    expect(tags).toEqual([null, '"1"', '"1"'])
    isCut = false
    await answers.refresh()
    expect(answers.at('/x').trouble).toBeUndefined()
  })

  test('what is past is not asked again every minute; a session that ended is told once', async () => {
    let asked = 0
    let expired = 0
    const answers = answersBy(
      async path => {
        asked += 1
        if (path === '/gone')
          throw new Refused({ type: 'sign-in-needed', title: 'Cần đăng nhập', status: 401 })
        return { value: 1, tag: null }
      },
      () => (expired += 1),
    )
    answers.want({ path: '/past', steady: true })
    await settled()
    await answers.refresh()
    expect(asked).toBe(1)
    answers.want({ path: '/gone' })
    await settled()
    expect(expired).toBe(1)
  })
})

describe('units', () => {
  const unit = (state: UnitProgress['state'], timing: UnitProgress['timing']) =>
    markOf({ state, timing })

  test('sent back comes before late, late before accepted; not due is not missing', () => {
    expect(unit('returned', 'late')).toBe('returned')
    expect(unit('accepted', 'late')).toBe('late')
    expect(unit('not-started', 'awaited')).toBe('awaited')
    expect(unit('not-started', 'missing')).toBe('missing')
  })

  test('late or missing in two periods is told, in one not; a unit that was not there is absent', () => {
    const row = (name: string, marks: Parameters<typeof oftenLate>[0][number]['marks']) => ({
      ...{ unit: name, name, marks },
    })
    expect(
      oftenLate([row('a', ['late', 'accepted']), row('b', ['late', 'missing', 'absent'])]),
    ).toEqual([{ name: 'b', times: 2, of: 2 }])
    expect(matrixOf([undefined])).toEqual([])
  })
})

test('the next visit is compared with the last look, reloading the tab is no visit', () => {
  const box = (): Kept => {
    const kept = new Map<string, unknown>()
    return {
      read: <T>(name: string) => (kept.get(name) ?? null) as T | null,
      write: (name, value) => void kept.set(name, value),
    }
  }
  const lasting = box()
  const first = { lasting, visit: box() }
  expect(lookBefore('a', '2025-M04', first)).toBeNull()
  const at = '2025-04-15T01:00:00.000Z'
  looked('a', '2025-M04', { digest: 'd1', at }, first)
  // the page stands open while figures change: reloaded, it still tells against its first look
  looked('a', '2025-M04', { digest: 'd2', at }, first)
  expect(lookBefore('a', '2025-M04', first)?.digest).toBe('d1')
  expect(lookBefore('a', '2025-M04', { lasting, visit: box() })?.digest).toBe('d2')
})
