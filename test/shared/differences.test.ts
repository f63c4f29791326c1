// What two readings of the forms say differently, and what moved as a result: the same list for pane, history and since.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printCell } from '../../shared/cell-words.ts'
import {
  cellFromWire,
  contentFromWire,
  contentToWire,
  valuesOf,
  type WireContent,
} from '../../shared/content.ts'
import { derivedDifferences, differences } from '../../shared/differences.ts'
import { type Place, placeOf, placeText } from '../../shared/place.ts'
import { index } from '../fixtures/bac-giang.ts'
import { anyContent, none } from './merging.ts'

const content = (wire: Partial<WireContent>) =>
  contentFromWire({ figures: {}, tables: {}, narrative: {}, ...wire })
const listed = (found: readonly { place: Place; from: unknown; to: unknown }[]) =>
  found.map(({ place }) => placeText(place))

describe('typed places', () => {
  test('are listed in the order of the forms, whatever order they were written in', () => {
    const before = content({
      narrative: { 'II.1': 'Cũ', I: 'Giữ nguyên' },
      tables: { 'KSTT-06a': { F1: { received_direct: 1, received_online: 2 } } },
      figures: { dossiers_resolved: 255, initiatives: 1 },
    })
    const after = content({
      figures: { dossiers_resolved: 256, initiatives: none },
      narrative: { I: ' Giữ nguyên\n', 'II.1': 'Mới' },
      tables: { 'KSTT-06a': { F2: { carried_over: 3 }, F1: { received_online: 5 } } },
    })
    const found = differences(index, before, after)
    expect(listed(found)).toEqual([
      'initiatives',
      'dossiers_resolved',
      'KSTT-06a/F1/received_online',
      'KSTT-06a/F1/received_direct',
      'KSTT-06a/F2/carried_over',
      'NARR/II.1',
    ])
    expect(found.slice(0, 4).map(({ from, to }) => [from.state, to.state])).toEqual([
      ['number', 'none'],
      ['number', 'number'],
      ['number', 'number'],
      ['number', 'not-reported'],
    ])
  })

  test('tell zero, none arising and blank apart, and words of blanks only from nothing', () => {
    const states = [0, none, { state: 'not-applicable' as const, why: 'không được giao' }]
    for (const a of states)
      for (const b of states)
        expect(
          differences(
            index,
            content({ figures: { initiatives: a } }),
            content({ figures: { initiatives: b } }),
          ),
        ).toHaveLength(a === b ? 0 : 1)
    const blank = content({ narrative: { I: ' \n' } })
    expect(differences(index, content({}), blank)).toEqual([])
    const said = content({
      narrative: { I: 'Có' },
      tables: { PLAN: { '1.1': { evidence: 'QĐ 9' } } },
    })
    const unsaid = content({ tables: { PLAN: { '1.1': { evidence: ' ' } } } })
    expect(differences(index, said, unsaid).map(({ to }) => to.state)).toEqual([
      'not-reported',
      'not-reported',
    ])
    expect(differences(index, content({}), unsaid)).toEqual([])
  })

  test('leave out what is computed, even where someone wrote it down', () => {
    const written = content({
      figures: { dossiers_online_rate: 80 },
      tables: { 'KSTT-06a': { F1: { received_total: 5 } } },
    })
    expect(differences(index, content({}), written)).toEqual([])
  })
})

describe('what moved as a result', () => {
  test('names the ratio, the sum, the computed column and the totals, in the order of the forms', () => {
    const dossiers = (late: number) => ({
      resolved_early: 0,
      resolved_on_time: 319,
      resolved_late: late,
    })
    const side = (online: number, late: number) =>
      valuesOf(
        index,
        content({
          figures: { dossiers_online: online, dossiers_new: 10 },
          tables: { 'KSTT-06a': { F1: dossiers(late) } },
        }),
      )
    const found = derivedDifferences(index, side(8, 3), side(9, 2))
    expect(listed(found)).toEqual([
      'dossiers_online_rate',
      'KSTT-06a/F1/resolved_total',
      'KSTT-06a//resolved_total',
      'KSTT-06a//resolved_late',
    ])
    expect(found[0]).toMatchObject({ from: { value: 80 }, to: { value: 90 } })
    expect(found[2]).toMatchObject({ from: { value: 322 }, to: { value: 321 } })
    expect(derivedDifferences(index, side(8, 3), side(8, 3))).toEqual([])
  })

  test('an empty list in place of none moves the count of its members', () => {
    const [missing, empty] = [{}, { tables: { 'TTHC-DS': {} } }].map(wire =>
      valuesOf(index, content(wire)),
    )
    if (!missing || !empty) throw new Error('two sides')
    expect(derivedDifferences(index, missing, empty)).toMatchObject([
      {
        place: { row: 'tthc_online_used' },
        from: { state: 'not-reported' },
        to: { state: 'none' },
      },
    ])
  })
})

test('nothing differs from itself; applying the differences gives the other side', () => {
  fc.assert(
    fc.property(anyContent('vp'), anyContent('vp'), ({ content: a }, { content: b }) => {
      expect(differences(index, a, a)).toEqual([])
      const figures = new Map(a.figures)
      const found = differences(index, a, b)
      for (const { place, to } of found)
        if (place.column === undefined && to.state !== 'text') figures.set(place.row, to)
      expect(contentToWire({ ...a, figures }).figures).toEqual(contentToWire(b).figures)
      const back = differences(index, b, a)
      expect(new Set(listed(back))).toEqual(new Set(listed(found)))
      // equal inputs move nothing
      if (found.length === 0)
        expect(derivedDifferences(index, valuesOf(index, a), valuesOf(index, a))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each<[string, Parameters<typeof cellFromWire>[0], string]>([
  ['initiatives', 1322, '1.322'],
  ['initiatives', 0, '0'],
  ['initiatives', none, 'Không phát sinh'],
  ['initiatives', undefined, 'chưa báo cáo'],
  [
    'investment_plan',
    { state: 'not-applicable', why: 'không được giao vốn' },
    'Không áp dụng: không được giao vốn',
  ],
  ['investment_plan', 1234.5, '1.234,5'],
  ['dossiers_online_rate', (103 / 105) * 100, '98,1%'],
  ['dossiers_online_rate', 200 / 3, '66,67%'],
  ['dossiers_online_rate', 100, '100%'],
  ['dossiers_online_rate', none, 'Không phát sinh'],
  ['dialogue', 1, 'Có'],
  ['dialogue', 0, 'Không'],
  ['dialogue', 7, '7'],
  ['PLAN/1.1/status', 'done', 'Hoàn thành đúng hạn'],
  ['PLAN/1.1/evidence', ' QĐ 9 ', 'QĐ 9'],
  ['PLAN/1.1/evidence', ' ', 'chưa báo cáo'],
  ['KSTT-06a//received_online', 6279, '6.279'],
  ['NARR/II.1', 'Một câu.', 'Một câu.'],
])('%s says %j as “%s”', (place, wire, words) => {
  const at = placeOf(index, place)
  if (!at) throw new Error(`no place ${place}`)
  expect(printCell(index, at, cellFromWire(wire))).toBe(words)
})
