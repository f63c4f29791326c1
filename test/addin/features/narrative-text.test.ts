/** Figures in a text: where they stand, and a new number in place of an old one without touching anything else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../addin/features/narrative/standing.ts'
import {
  lengthOf,
  mended,
  mergedText,
  partsOf,
  unmended,
} from '../../../addin/features/narrative/text.ts'
import type { ReportSection, ToldFigure } from '../../../shared/protocol.ts'

const told = (at: string, printed: string): ToldFigure => ({ at, name: `tên ${at}`, printed })
type Outdated = NonNullable<ReportSection['edit']>['outdated'][number]
const gone = (sentence: string, figure: ToldFigure, now: string): Outdated => ({
  sentence,
  figure,
  now,
})
const section = (
  outdated: Outdated[],
  merged: ReportSection['merged'] = [],
  text = 'chữ',
): ReportSection => ({
  code: 'II.2',
  title: '2. Cải cách TTHC',
  depth: 1,
  merged,
  edit: {
    number: 1,
    text,
    by: 'Trần Thị Hoa',
    at: '2025-04-16T02:00:00.000Z',
    outdated,
    remarks: [],
  },
})

describe('the figures of a sentence', () => {
  test('are found in the order they are told, never inside a longer number', () => {
    const text = 'Đã giải quyết 4.251 hồ sơ; đúng hạn 4.251, tỷ lệ 98,5 %, quá hạn 1.'
    const figures = [told('a', '4.251'), told('b', '4.251'), told('c', '98,5 %'), told('d', '1')]
    const parts = partsOf(text, figures)
    expect(parts.map(part => part.text).join('')).toBe(text)
    expect(parts.flatMap(part => (part.told ? [[part.told.at, part.text]] : []))).toEqual([
      ['a', '4.251'],
      ['b', '4.251'],
      ['c', '98,5 %'],
      ['d', '1'],
    ])
    expect(partsOf(text, [told('e', '51'), told('f', '8')])).toEqual([{ text, told: null }])
  })

  test('whatever is told, the sentence is never changed', () => {
    const anything = fc.string({ unit: fc.constantFrom(...'0123 .,%aáđ-') })
    fc.assert(
      fc.property(anything, fc.array(anything.filter(said => said !== '')), (text, printed) => {
        const parts = partsOf(
          text,
          printed.map((words, i) => told(`${i}`, words)),
        )
        expect(parts.map(part => part.text).join('')).toBe(text)
      }),
    )
  })
})

describe('a new number', () => {
  const first = 'Tiếp nhận 12 hồ sơ, giải quyết 120 hồ sơ.'
  const text = `Số kỳ này: 12.\n${first}\nKỳ trước 12.`

  test('takes the place of the old one in its sentence only, and goes back', () => {
    const one = gone(first, told('a', '12'), '15')
    const now = mended(text, section([one]), one, [])
    expect(now).toBe('Số kỳ này: 12.\nTiếp nhận 15 hồ sơ, giải quyết 120 hồ sơ.\nKỳ trước 12.')
    const mends = [{ sentence: first, at: 'a' }]
    expect(unmended(now ?? '', section([one]), one, mends)).toBe(text)
  })

  test('several of one sentence go in and out in any order', () => {
    const all = [
      gone(first, told('a', '12'), '1.500'),
      gone(first, told('b', '120'), '12'),
    ] as const
    const [a, b] = all
    const mendOf = (one: Outdated) => ({ sentence: one.sentence, at: one.figure.at })
    const of = section([...all])
    const both = mended(mended(text, of, b, []) ?? '', of, a, [mendOf(b)]) ?? ''
    expect(both).toContain('Tiếp nhận 1.500 hồ sơ, giải quyết 12 hồ sơ.')
    const onlyA = unmended(both, of, b, [mendOf(b), mendOf(a)])
    expect(onlyA).toContain('Tiếp nhận 1.500 hồ sơ, giải quyết 120 hồ sơ.')
    expect(unmended(onlyA ?? '', of, a, [mendOf(a)])).toBe(text)
  })

  test('is not guessed: a sentence written anew, or a number that stands there twice, is left alone', () => {
    const one = gone(first, told('a', '12'), '15')
    expect(mended(text.replace('giải', 'đã giải'), section([one]), one, [])).toBeNull()
    const twice = 'Tiếp nhận 12 hồ sơ, giải quyết 12 hồ sơ.'
    const other = gone(twice, told('b', '12'), '15')
    expect(mended(twice, section([other]), other, [])).toBeNull()
    // the merged sentence of the moment tells by the words before it
    const sentence = 'Tiếp nhận 14 hồ sơ, giải quyết 15 hồ sơ.'
    const merged = [
      { unit: null, text: sentence, told: [told('a', '14'), told('b', '15')], remarks: [] },
    ]
    expect(mended(twice, section([other], merged), other, [])).toBe(
      'Tiếp nhận 12 hồ sơ, giải quyết 15 hồ sơ.',
    )
  })

  test('may be words: a figure reported late', () => {
    const sentence = 'Số cuộc kiểm tra: chưa báo cáo.'
    const one = gone(sentence, told('a', 'chưa báo cáo'), '3')
    expect(mended(sentence, section([one]), one, [])).toBe('Số cuộc kiểm tra: 3.')
  })
})

describe('how it stands with a section', () => {
  const passage = (unit: string | null, words: string, needsLook: boolean[] = []) => ({
    unit,
    text: words,
    told: [],
    remarks: needsLook.map((needsLook, nth) => ({ message: `Điều ${nth}.`, needsLook })),
  })
  const plain = (code: string, depth: number, merged: ReportSection['merged']): ReportSection => ({
    ...{ code, title: code, depth, merged, edit: null },
  })
  const standing = (sections: ReportSection[]) =>
    linesOf({ period: '2025-M04', digest: '', sections }).map(line => [
      line.standing,
      line.remarks,
      line.needsLook,
    ])

  test('empty ones, remarks to look at and outdated figures need a look; information and headings do not', () => {
    const outdated = [gone('12.', told('a', '12'), '15')]
    const twice = passage('qltm', 'Một cửa.', [true, false, true])
    expect(
      standing([
        plain('II', 0, []),
        plain('II.1', 1, [passage('qltm', 'Một cửa.', [false, false])]),
        plain('II.2', 1, [passage(null, 'Câu số liệu.', [true]), twice]),
        plain('II.3', 1, [passage(null, 'Câu số liệu khác.')]),
        plain('II.4', 1, [passage(null, '')]),
        { ...section(outdated, [], '12.'), code: 'II.5' },
      ]),
    ).toEqual([
      ['heading', 0, false],
      ['merged', 0, false],
      ['merged', 3, true],
      ['figures', 0, false],
      ['empty', 0, true],
      ['edited', 0, true],
    ])
  })

  test('an edited section is as somebody wants it: what was remarked on the merged text is settled', () => {
    const edited = section([], [passage('qltm', 'Một cửa.', [true])], 'Khác hẳn.')
    expect(standing([edited])).toEqual([['edited', 0, false]])
  })

  test('the merged text is its passages line by line; letters count once however they are typed', () => {
    const merged = [passage(null, 'Một.'), passage('qltm', ''), passage('qlnl', 'Hai.')]
    expect(mergedText(plain('II.1', 1, merged))).toBe('Một.\nHai.')
    expect(lengthOf('ề'.normalize('NFD'))).toBe(1)
  })
})
