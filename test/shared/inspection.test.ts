/** Inspection rounds as the subject knows them: the form as data, figures added over units, the rows of CCHC-1, standing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WireFigure } from '../../shared/figure.ts'
import { statementFaults } from '../../shared/inspection/faults.ts'
import {
  type CountedProblem,
  type InspectedRound,
  inspectionFigures,
} from '../../shared/inspection/figures.ts'
import { currentForm, inspectionForm, inspectionFormSchema } from '../../shared/inspection/form.ts'
import { mergedItems } from '../../shared/inspection/merged.ts'
import { byUrgency, problemStanding } from '../../shared/inspection/standing.ts'

const form = inspectionForm(currentForm)

describe('the form', () => {
  test('asks about direction and the six groups of the notice, and of TTHC about five things', () => {
    expect(form.groups.map(({ code }) => code)).toEqual([
      '1',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.6',
    ])
    for (const { code } of form.groups)
      expect(form.items.filter(({ group }) => group === code).length, code).toBeGreaterThan(1)
    const parts = form.items.filter(({ group }) => group === '2.2').map(({ part }) => part)
    expect(new Set(parts).size).toBe(5)
    expect(form.items.length).toBeGreaterThanOrEqual(25)
    expect(form.items.length).toBeLessThanOrEqual(40)
  })

  test('items stand in the order of their groups, each code begins with its group', () => {
    const order = form.groups.map(({ code }) => code)
    const places = form.items.map(({ group }) => order.indexOf(group))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const { code, group } of form.items) expect(code.startsWith(`${group}.`)).toBe(true)
  })

  test('only counts have a measure, because units are added up', () => {
    for (const { measure } of form.items) expect(measure).not.toBe('%')
  })

  test.each([
    ['a group that is not there', { group: '2.9' }],
    ['a code twice', { code: '1.2' }],
    ['a part of a figure that is not there', { within: '1.4' }],
  ])('is refused with %s', (_, over) => {
    const items = form.items.map((item, i) => (i === 0 ? { ...item, ...over } : item))
    expect(inspectionFormSchema.safeParse({ ...form, items }).success).toBe(false)
  })
})

describe('figures over units', () => {
  const unitNames = ['a', 'b', 'c', 'd']
  const units = unitNames.map(unit => ({ unit, visitOn: null }))
  const totalOf = (figures: readonly (WireFigure | null)[]) => {
    const statements = new Map(
      figures.map((figure, i) => [
        unitNames[i] ?? '',
        { '1.2': { statement: 'x', figure, evidence: '' } },
      ]),
    )
    return mergedItems(form, units, statements).find(({ item }) => item.code === '1.2')?.total
  }
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 1000 }),
    fc.constant(null),
    fc.constant({ state: 'none' } as const),
    fc.constant({ state: 'not-applicable', why: 'không giao' } as const),
  )

  test('are added where there is a number; none arising adds 0, the rest nothing', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 4 }), figures => {
        const numbers = figures.filter(one => typeof one === 'number')
        const total = totalOf(figures)
        if (numbers.length > 0)
          expect(total).toEqual({ state: 'number', value: numbers.reduce((a, b) => a + b, 0) })
        else expect(total?.state).not.toBe('number')
      }),
      { numRuns: 200 },
    )
  })

  test('where nobody gave a number the total says what they said', () => {
    expect(totalOf([{ state: 'none' }, null])).toEqual({ state: 'none' })
    expect(totalOf([{ state: 'not-applicable', why: 'x' }, { state: 'none' }])?.state).toBe('none')
    expect(totalOf([null, null])).toEqual({ state: 'not-reported' })
  })

  test('a part is held against its whole only where both are numbers', () => {
    const answer = (figure: WireFigure | null) => ({ statement: '', figure, evidence: '' })
    const faults = (whole: WireFigure | null, part: WireFigure | null) =>
      statementFaults({ answers: { '2.2.4': answer(whole), '2.2.5': answer(part) } }, form).length
    expect(faults(8, 9)).toBe(1)
    expect(faults(8, 8)).toBe(0)
    expect(faults({ state: 'none' }, 9)).toBe(0)
    expect(faults(null, 9)).toBe(0)
  })
})

describe('rows 2.1.1–2.2.2 of CCHC-1', () => {
  const agency = ['a', 'b', 'c', 'd']
  const april = { from: '2025-03-15', to: '2025-04-14' }
  const round = (visits: Record<string, string | null>, state: 'open' | 'draft' = 'open') => ({
    state,
    units: Object.entries(visits).map(([unit, visitOn]) => ({ unit, visitOn })),
  })
  const figures = (rounds: readonly InspectedRound[], problems: readonly CountedProblem[]) =>
    inspectionFigures(agency, rounds, problems, '2025-M04', april).map(({ value }) => value)

  test('units are counted once over the year of reports up to the end of the window', () => {
    // 14/12 belongs to the year before, 15/12 to this one, 15/4 to the month after
    const rounds = [
      round({ a: '2024-12-14', b: '2024-12-15', c: '2025-04-14', d: '2025-04-15' }),
      round({ b: '2025-02-01', x: '2025-02-01' }),
      round({ a: '2025-02-01' }, 'draft'),
    ]
    expect(figures(rounds, [])).toEqual([4, 2, { state: 'none' }, { state: 'none' }])
  })

  test('problems are counted in the window they were found in, and as resolved only of those', () => {
    const problems = [
      { foundOn: '2025-03-15', resolvedOn: '2025-04-14' },
      { foundOn: '2025-04-14', resolvedOn: '2025-04-15' },
      { foundOn: '2025-04-01', resolvedOn: null },
      { foundOn: '2025-03-14', resolvedOn: '2025-04-01' },
    ]
    expect(figures([], problems)).toEqual([4, 0, 3, 1])
    const words = inspectionFigures(agency, [], problems, '2025-M04', april)[3]?.words
    expect(words).toContain('1/3 vấn đề')
    expect(words).toContain('Ngoài ra, 1 vấn đề phát hiện trước kỳ này')
  })

  test('resolved never exceeds found, and the months of a year find what the year finds', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map(n => new Date(Date.UTC(2024, 11, 15 + n)).toISOString().slice(0, 10))
    const problem = fc.record({ foundOn: day, resolvedOn: fc.option(day) })
    const number = (value: WireFigure | undefined) => (typeof value === 'number' ? value : 0)
    const over = (problems: { foundOn: string; resolvedOn: string | null }[], month: number) => {
      const begun = new Date(Date.UTC(2024, 10 + month, 15)).toISOString().slice(0, 10)
      const ended = new Date(Date.UTC(2024, 11 + month, 14)).toISOString().slice(0, 10)
      const key = `2025-M${String(month).padStart(2, '0')}`
      const found = inspectionFigures(agency, [], problems, key, { from: begun, to: ended })
      expect(number(found[3]?.value)).toBeLessThanOrEqual(number(found[2]?.value))
      return number(found[2]?.value)
    }
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 8 }), problems => {
        const months = Array.from({ length: 12 }, (_, i) => over(problems, i + 1))
        expect(months.reduce((a, b) => a + b, 0)).toBe(problems.length)
      }),
      { numRuns: 100 },
    )
  })

  test('a year without any round proposes nothing', () => {
    expect(figures([], [])).toEqual([])
    expect(figures([round({ a: null })], [])).toEqual([])
  })
})

test('a problem stands by the day: seven days before its due date it is due soon, the day after it is overdue', () => {
  const at = (today: string, resolvedOn: string | null = null) =>
    problemStanding({ dueDate: '2025-05-08', resolvedOn }, today)
  expect(['2025-04-30', '2025-05-01', '2025-05-08', '2025-05-09'].map(day => at(day))).toEqual([
    'open',
    'due-soon',
    'due-soon',
    'overdue',
  ])
  expect([at('2025-06-01', '2025-05-08'), at('2025-06-01', '2025-05-09')]).toEqual([
    'resolved',
    'resolved-late',
  ])
  const order = [
    { dueDate: '2025-01-01', resolvedOn: '2025-01-01' },
    { dueDate: '2025-03-01', resolvedOn: null },
    { dueDate: '2025-02-01', resolvedOn: null },
  ].toSorted(byUrgency)
  expect(order.map(({ dueDate }) => dueDate)).toEqual(['2025-02-01', '2025-03-01', '2025-01-01'])
})
