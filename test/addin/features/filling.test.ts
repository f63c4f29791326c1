// What the Điền tab works out: the outline, the card of the selected figure, and what may be taken over from last period.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grouped } from '../../../addin/features/check/findings.ts'
import { withReason } from '../../../addin/features/check/reasons.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import {
  answerWrite,
  entryCell,
  isCalculated,
  stateAt,
} from '../../../addin/features/fill/answering.ts'
import { forwards, forwardWrites } from '../../../addin/features/fill/forward.ts'
import { outline } from '../../../addin/features/fill/sections.ts'
import { selectedFigure } from '../../../addin/features/fill/selected.ts'
import { bars, type Point, seriesOf } from '../../../addin/features/fill/series.ts'
import { emptyContent, valuesOf } from '../../../shared/content.ts'
import { notApplicable, quantity, readFigure } from '../../../shared/figure.ts'
import { blocksOf, book, emptyBook, typed } from './qltm.ts'

const resolved = { form: 'CCHC-3', row: 'dossiers_resolved' }
const full = reviewOf(book, blocksOf(book))
const empty = reviewOf(emptyBook, blocksOf(emptyBook))

describe('the outline', () => {
  const of = (review: typeof full) =>
    outline(book, review, grouped(review.outcome.results), new Map())
  const form = (lines: ReturnType<typeof of>, id: string) => {
    const found = lines.find(({ key }) => key === id)
    if (!found) throw new Error(`no ${id}`)
    return found
  }

  test('sections add up to their form, whatever is filled', () => {
    for (const review of [full, empty])
      for (const line of of(review).filter(({ sections }) => sections.length > 0)) {
        const sum = (key: 'filled' | 'total') =>
          line.sections.reduce((total, section) => total + (section[key] ?? 0), 0)
        expect([line.key, sum('filled'), sum('total')]).toEqual([line.key, line.filled, line.total])
      }
    expect(form(of(full), 'CCHC-7').sections.length).toBeGreaterThan(2)
  })

  test('leads to the first blank of a form or section, and to its first cell when nothing is blank', () => {
    expect(form(of(full), 'CCHC-3').start).toEqual({ sheet: 'Biểu 3', cell: 'E34' })
    const second = { form: 'CCHC-3', row: 'dossiers_on_time' }
    const less = reviewOf(book, typed(blocksOf(book), second, ''))
    expect(form(of(less), 'CCHC-3').start).toEqual({ sheet: 'Biểu 3', cell: 'E35' })
    const online = form(of(empty), 'CCHC-7').sections.find(({ code }) => code === '5')
    expect(online?.start).toEqual(empty.locate({ form: 'CCHC-7', row: 'dossiers_online' }))
  })

  test('counts errors and warnings where they stand; a reason takes the warning away', () => {
    const wrong = reviewOf(book, typed(blocksOf(book), resolved, 9999))
    expect(form(of(wrong), 'CCHC-3').errors).toBeGreaterThan(0)
    expect(form(of(full), 'CCHC-3').errors).toBe(0)
    const digitised = { form: 'CCHC-7', row: 'digit_in_total' }
    const one = quantity(full.values.figure(digitised.row)) ?? 0
    const odd = reviewOf(book, typed(blocksOf(book), digitised, one + 1))
    const finding = odd.outcome.results.find(({ rule }) => rule === 'X-07')
    if (!finding) throw new Error('X-07 found nothing')
    const reasons = withReason(new Map(), finding, 'Hai thông báo không có kết quả trả ra')
    const left = (given: ReadonlyMap<string, string>) => {
      const line = outline(book, odd, grouped(odd.outcome.results), given).find(
        ({ key }) => key === 'CCHC-7',
      )
      return [line?.unexplained, line?.sections.find(({ code }) => code === '8')?.unexplained]
    }
    expect(left(new Map())).toEqual([1, 1])
    expect(left(reasons)).toEqual([0, 0])
  })

  test('before the first reading there is somewhere to go, and nothing is counted', () => {
    const lines = outline(book, null, null, new Map())
    expect(lines.every(({ start }) => start !== undefined)).toBe(true)
    expect(lines.every(({ total }) => total === null)).toBe(true)
  })
})

describe('the selected figure', () => {
  test('twelve periods before and this one, gaps kept', () => {
    const points = seriesOf(book, full.values, resolved)
    expect(points.map(({ period }) => period).slice(-3)).toEqual([
      '2025-M02',
      '2025-M03',
      '2025-M04',
    ])
    expect(points).toHaveLength(13)
    expect(points.map(({ value }) => value).slice(-3)).toEqual([122, 237, 255])
    expect(
      points.slice(0, 10).every(({ value, words }) => value === undefined && words === ''),
    ).toBe(true)
  })

  test('a computed figure has a past too', () => {
    const values = seriesOf(book, full.values, { form: 'CCHC-3', row: 'on_time_rate' })
    expect(values.at(-2)?.value).toBeGreaterThan(0)
    expect(values.at(-2)?.words).toMatch(/^\d+(,\d+)?$/u)
  })

  test('“không phát sinh” counts as 0 in the chart and keeps its word, a blank is no bar', () => {
    const none = reviewOf(book, typed(blocksOf(book), resolved, 'Không phát sinh'))
    expect(seriesOf(book, none.values, resolved).at(-1)).toMatchObject({
      value: 0,
      words: 'Không phát sinh',
    })
    const blank = reviewOf(book, typed(blocksOf(book), resolved, ''))
    expect(seriesOf(book, blank.values, resolved).at(-1)?.value).toBeUndefined()
  })

  test('bars stand on the ground, within the picture, in the order of their values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 13 }), values => {
        const points = values.map((v, i): Point => ({ period: `${i}`, words: '', value: v }))
        const drawn = bars(points, 312, 40)
        for (const [i, bar] of drawn.entries()) {
          expect(bar.y + bar.height).toBeCloseTo(40, 1)
          expect(bar.y).toBeGreaterThanOrEqual(-0.01)
          expect(bar.x + bar.width).toBeLessThanOrEqual(312.01)
          expect(bar.known).toBe(values[i] !== undefined)
          for (const [j, other] of drawn.entries())
            if ((values[i] ?? -1) > (values[j] ?? -1) && values[j] !== undefined)
              expect(bar.height).toBeGreaterThanOrEqual(other.height)
        }
      }),
    )
  })

  test('percentages move in points, amounts in percent, also against a year ago', () => {
    const rate = selectedFigure(book, full.values, { form: 'CCHC-3', row: 'on_time_rate' })
    expect(rate.change?.points).toBe(true)
    expect(rate.formula).toBe('dòng 3.1.2 ÷ dòng 3.1.1 × 100')
    const withYear = { ...book, lastYear: book.view.previous }
    const figure = selectedFigure(withYear, full.values, resolved)
    expect(figure.changeOnYear).toEqual(figure.change)
    expect(figure.source).not.toBe('')
  })
})

describe('the state of a cell', () => {
  const at = (value: unknown) => {
    const review = reviewOf(book, typed(blocksOf(book), resolved, value))
    return stateAt(review.values, review.reading.unread, resolved)
  }
  test('in its own words', () => {
    expect(at(255)).toEqual({ state: 'number' })
    expect(at('Không phát sinh')).toEqual({ state: 'none' })
    expect(at('Không áp dụng: chưa giao')).toEqual({ state: 'not-applicable', why: 'chưa giao' })
    expect(at('')).toEqual({ state: 'not-reported' })
    expect(at('vài chục')).toEqual({ state: 'unread', text: 'vài chục' })
  })

  test('only what is entered takes an answer: not computed, not of other units, not words', () => {
    const cell = (form: string, row: string, column?: string) =>
      entryCell(book, full.sheets, { form, row, ...(column ? { column } : {}) })
    expect(cell('CCHC-3', 'dossiers_resolved')).toEqual({ sheet: 'Biểu 3', cell: 'E34' })
    expect(cell('KSTT-06a', 'G02-CT23', 'carried_over')).toBeDefined()
    expect(cell('CCHC-3', 'on_time_rate')).toBeUndefined()
    expect(cell('CCHC-3', 'petitions_received')).toBeUndefined()
    expect(cell('KSTT-06a', '', 'carried_over')).toBeUndefined()
    expect(cell('PLAN', '1.1', 'evidence')).toBeUndefined()
    expect(isCalculated(book, { form: 'CCHC-3', row: 'on_time_rate' })).toBe(true)
    expect(isCalculated(book, { form: 'KSTT-06a', row: '', column: 'carried_over' })).toBe(true)
    expect(isCalculated(book, resolved)).toBe(false)
  })

  test('“không áp dụng” without a reason is no answer', () => {
    const here = { sheet: 'Biểu 3', cell: 'E34' }
    expect(answerWrite(here, 'not-applicable', ' \n ')).toBeUndefined()
    const given = answerWrite(here, 'not-applicable', ' Không được\n giao vốn ')
    const text = given?.content && 'text' in given.content ? given.content.text : ''
    expect(readFigure(text)).toMatchObject({ figure: notApplicable('Không được giao vốn') })
    expect(answerWrite(here, 'none')?.content).toEqual({ text: 'Không phát sinh' })
    expect(answerWrite(here, 'blank')?.content).toBeNull()
  })
})

describe('taking last period over', () => {
  const blank = forwards(emptyBook, empty)

  test('lists what last period knows, with its words and its cell', () => {
    const carried = blank.find(({ key }) => key === 'KSTT-06a/G02-CT23/carried_over')
    expect(carried).toMatchObject({
      label: 'Biểu II.06a · cột 6',
      now: '',
      at: { sheet: 'Biểu II.06a' },
    })
    expect(carried?.content).toEqual({ number: Number(carried?.before) })
    const status = blank.find(({ key }) => key.startsWith('PLAN/') && key.endsWith('/status'))
    expect(status?.content).toEqual({ text: status?.before })
  })

  test('what already says the same is not listed, what says something else shows it', () => {
    const place = { form: 'KSTT-06a', row: 'G02-CT23', column: 'carried_over' }
    const key = 'KSTT-06a/G02-CT23/carried_over'
    const before = Number(blank.find(one => one.key === key)?.before)
    const now = (value: unknown) =>
      forwards(emptyBook, reviewOf(emptyBook, typed(blocksOf(emptyBook), place, value))).find(
        one => one.key === key,
      )
    expect(now(before)).toBeUndefined()
    expect(now(before + 1)?.now).toBe(`${before + 1}`)
    expect(now('chưa rõ')?.now).toBe('chưa rõ')
  })

  test('only what was ticked is written; a blank only while it is one', () => {
    const [first, second, third] = blank
    if (!first || !second || !third) throw new Error('nothing to take over')
    const list = [first, { ...second, now: '5' }, third]
    const writes = forwardWrites(list, new Set([first.key, second.key]))
    expect(writes).toEqual([
      { ...first.at, content: first.content, over: null },
      { ...second.at, content: second.content },
    ])
  })

  test('a unit without last period is offered nothing', () => {
    const view = { ...emptyBook.view, values: valuesOf(emptyBook.index, emptyContent) }
    expect(forwards({ ...emptyBook, view }, empty)).toEqual([])
  })
})
