// Which figures a text tells: numbers that count, whose they are, what a unit says again or otherwise, what is outdated.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outdatedIn, toldIn } from '../../shared/report/edits.ts'
import { mentionsIn, readingOf } from '../../shared/report/mentions.ts'
import { numbersIn } from '../../shared/report/numbers.ts'
import { combined } from '../../shared/report/repeats.ts'
import { sentencesIn } from '../../shared/report/wording.ts'
import { index } from '../fixtures/bac-giang.ts'
import { consolidated, figure, statements, told, type Values } from './telling.ts'

const values =
  (given: Record<string, number>): Values =>
  key =>
    given[key] ?? null
const dossiers = values({
  'KSTT-06a.received_total': 335,
  'KSTT-06a.carried_over': 6,
  dossiers_new: 329,
  'KSTT-06a.resolved_total': 322,
  dossiers_resolved_online: 226,
  dossiers_resolved_online_rate: 70.1863,
})
const about = (given: Values, section: string) =>
  statements(given).filter(one => one.section === section)

describe('numbers of a text', () => {
  test.each([
    ['đã tiếp nhận 1.331 hồ sơ, đạt 98,5 % và 02 cuộc', ['1.331', '98,5 %', '02']],
    ['01/29 nhiệm vụ, 24/29', ['01', '29', '24', '29']],
    ['ngày 14/4/2025, tháng 4 năm 2025, quý 2, giai đoạn 2021-2025', []],
    ['Quyết định số 278/QĐ-UBND, Nghị định số 60/2021/NĐ-CP, Chỉ thị số 26-CT/TU', []],
    ['ISO 9001:2015, Đề án 06, mức độ 3, 4, lần thứ 11, Điều 9', []],
    ['1. Một\n2. Hai (1) và (2), https://a.vn/18', []],
    ['mức độ 3, 4: 141 thủ tục', ['141']],
  ])('%s', (text, printed) => {
    expect(numbersIn(text).map(one => one.printed)).toEqual(printed)
  })

  test('stand where the text has them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(9999).map(String), fc.string())), parts => {
        const text = parts.join(' ').normalize('NFC')
        for (const { printed, from, to } of numbersIn(text))
          expect(text.slice(from, to)).toBe(printed)
      }),
    )
  })
})

describe('whose number it is', () => {
  const found = (text: string, section: string, given: Values) =>
    about(given, section).flatMap(({ subject, told: figures }) =>
      mentionsIn(readingOf(text), subject, figures).map(
        ({ told: { figure: key }, number, agrees }) => [key, number.printed, agrees],
      ),
    )

  test('is told by the words around it, whatever is abbreviated', () => {
    const given = values({ tthc_total: 166, tthc_own: 142, tthc_one_stop: 126 })
    const text = 'số TTHC thuộc thẩm quyền giải quyết của cơ quan: 142 (MC: 126)'
    expect(found(text, 'II.2', given)).toEqual([
      ['tthc_own', '142', true],
      ['tthc_one_stop', '126', true],
    ])
  })

  test('of “done/total” the total is the second', () => {
    const plan = values({ plan_tasks_total: 29, plan_tasks_done: 1 })
    expect(found('Có 01/29 nhiệm vụ trong kế hoạch đã hoàn thành', 'I', plan)).toEqual([
      ['plan_tasks_total', '29', true],
      ['plan_tasks_done', '01', true],
    ])
  })

  test('a rate is rounded as it is printed (PCT-PRINT), and goes with the count before it', () => {
    const given = values({ tthc_online_used: 18, tthc_online_used_rate: 12.766 })
    const says = (rate: string) =>
      found(
        `số dịch vụ công trực tuyến có phát sinh hồ sơ: 18, đạt tỷ lệ: ${rate}`,
        'II.6.g',
        given,
      )
    // the count stands without the whole it is part of, so nothing but its own clause is told
    expect(says('13%').at(-1)).toEqual(['tthc_online_used_rate', '13%', true])
    expect(says('12,8%').at(-1)).toEqual(['tthc_online_used_rate', '12,8%', true])
    expect(says('14%').at(-1)).toEqual(['tthc_online_used_rate', '14%', false])
  })

  test('a number beside other words is nobody’s', () => {
    expect(found('cho 335 đảng viên, quần chúng dự hội nghị', 'II.2', dossiers)).toEqual([])
  })
})

describe('a sentence beside what a unit wrote', () => {
  const section = 'II.2'
  const both = (text: string, given = dossiers, unit = 'van_phong') =>
    combined(about(given, section), [{ unit, text }]).filter(one => one.text !== '')
  const differing = (text: string, given = dossiers, unit = 'van_phong') =>
    both(text, given, unit).flatMap(one =>
      one.unit === null ? [] : one.differing.map(({ number }) => number.printed),
    )
  const same =
    'Sở đã tiếp nhận tổng số 335 hồ sơ, trong đó kỳ trước chuyển sang là 6 hồ sơ, trong kỳ là 329 hồ sơ; đã trả kết quả 322 hồ sơ.'

  test('is left out where the unit tells all of it alike', () => {
    expect(both(same).map(({ text }) => text)).toEqual([same])
  })

  test('says only what the unit does not', () => {
    const text = same.replace(/; đã trả.*/u, '.')
    expect(both(text).map(one => one.text)).toEqual([
      text,
      '- Kết quả giải quyết hồ sơ TTHC tại cơ quan: đã trả kết quả 322 hồ sơ.',
    ])
  })

  test('stays where the unit says otherwise, and the number is named', () => {
    const text = same.replace('335', '331')
    expect(both(text)).toHaveLength(2)
    expect(differing(text)).toEqual(['331'])
  })

  test('a number of another time, or of one unit, is not held against the agency’s', () => {
    expect(differing('Cùng kỳ năm trước đã tiếp nhận tổng số 331 hồ sơ.')).toEqual([])
    expect(differing('Phòng Quản lý Thương mại đã tiếp nhận tổng số 254 hồ sơ.')).toEqual([])
  })

  test('nor is a unit’s own part of the sum', () => {
    const part = (unit: string, value: number) => ({ unit, revision: 1, value })
    const own = about(dossiers, section).map(one => ({
      ...one,
      told: one.told.map(it => ({
        ...it,
        merged: {
          ...figure(it.merged.value),
          contributions: [part('qltm', 254), part('qlcn', 81)],
        },
      })),
    }))
    const at = (unit: string) =>
      combined(own, [{ unit, text: 'Đã tiếp nhận tổng số 254 hồ sơ.' }]).flatMap(one =>
        one.unit === null ? [] : one.differing,
      )
    expect(at('qltm')).toEqual([])
    expect(at('qlcn')).toHaveLength(1)
  })

  test('a figure of another section is held against its sentence there', () => {
    const text = 'Công tác tốt: số hồ sơ được giải quyết trực tuyến là 230 hồ sơ.'
    const at = (number: string) =>
      combined(
        about(dossiers, 'III.1'),
        [{ unit: 'van_phong', text: text.replace('230', number) }],
        statements(dossiers).filter(one => one.section !== 'III.1'),
      ).flatMap(one => (one.unit === null ? [] : one.differing.map(({ told: { at: of } }) => of)))
    expect(at('230')).toEqual(['dossiers_resolved_online'])
    expect(at('226')).toEqual([])
  })

  test('“none” is said in words as well', () => {
    const none: Values = key => (key === 'disciplined_total' ? { state: 'none' } : null)
    const texts = (text: string) =>
      combined(about(none, 'II.4.c'), [{ unit: 'van_phong', text }]).map(one => one.text)
    const said = 'Sở không có công chức, viên chức, người lao động bị xử lý kỷ luật.'
    expect(texts(said)).toEqual([said])
    const other = 'Công chức, viên chức, người lao động chấp hành nghiêm kỷ luật.'
    expect(texts(other)).toHaveLength(2)
  })

  test('no unit’s words are ever lost or changed', () => {
    const words = fc.constantFrom(
      '335',
      'hồ sơ',
      'đã tiếp nhận',
      'tổng số',
      '6',
      ';',
      '.',
      '0',
      'không',
    )
    const text = fc.array(words, { minLength: 1 }).map(parts => parts.join(' '))
    fc.assert(
      fc.property(fc.array(text), texts => {
        const paragraphs = texts.map((one, i) => ({ unit: `u${i}`, text: one }))
        const kept = combined(about(dossiers, section), paragraphs).filter(
          ({ unit }) => unit !== null,
        )
        expect(kept.map(({ unit, text: one }) => ({ unit, text: one }))).toEqual(paragraphs)
      }),
    )
  })
})

describe('what the office’s text tells', () => {
  const read = (text: string, section: string, given: Values) =>
    toldIn(text, section, statements(given), index, consolidated(given))

  test('a value that is part of a longer number, a date or a symbol is none', () => {
    for (const text of ['1.335 hồ sơ', '335,5 điểm', 'Kế hoạch số 335/KH-SCT', 'tháng 3/3350'])
      expect(read(text, 'II.2', dossiers)).toEqual([])
    expect(read('Tổng cộng 335.', 'II.2', dossiers)).toEqual([
      { at: 'KSTT-06a//received_total', name: 'tổng số hồ sơ tiếp nhận', printed: '335' },
    ])
  })

  test('a figure of another section only when it is named', () => {
    expect(read('Đã có 226 ý kiến.', 'III.1', dossiers)).toEqual([])
    const named = 'Số hồ sơ được giải quyết trực tuyến là 226 hồ sơ.'
    expect(read(named, 'III.1', dossiers).map(({ at }) => at)).toEqual(['dossiers_resolved_online'])
  })

  test('the standard sentences taken over tell all their figures, and each that changes shows', () => {
    const rates = new Set(told.filter(key => index.indicators.get(key)?.row.kind === 'percent'))
    const chosen = new Set(['digital_plan', 'video_meetings'])
    const counted = told.filter(key => !chosen.has(key) && !key.startsWith('psu_'))
    const value = fc.integer({ min: 1, max: 5000 })
    const sections = [...new Set(statements(() => 1).map(({ section }) => section))]
    fc.assert(
      fc.property(
        fc.array(value, { minLength: told.length, maxLength: told.length }),
        fc.constantFrom(...sections),
        fc.nat(),
        (numbers, section, chance) => {
          const given = new Map(told.map((key, i) => [key, numbers[i] ?? 1]))
          const now: Values = key =>
            chosen.has(key)
              ? 1
              : rates.has(key)
                ? (given.get(key) ?? 0) / 100
                : (given.get(key) ?? 0)
          const own = about(now, section)
          const text = own.map(one => one.text).join('\n')
          const keep = read(text, section, now)
          expect(outdatedIn(text, keep, index, consolidated(now))).toEqual([])
          const used = own.flatMap(one => one.told).filter(one => counted.includes(one.figure))
          const changed = used[chance % Math.max(1, used.length)]
          if (!changed) return
          const later: Values = key => (key === changed.figure ? 9999 : now(key))
          const outdated = outdatedIn(text, keep, index, consolidated(later))
          expect(outdated.map(one => one.figure.at)).toContain(changed.at)
          for (const { sentence, figure: was, now: is } of outdated) {
            expect(text).toContain(sentence)
            expect(sentence).toContain(was.printed)
            expect(is.replace('%', '')).toBe('9.999')
          }
        },
      ),
      { numRuns: 30 },
    )
  }, 20_000)

  test('a figure nobody reports any more is outdated too', () => {
    const text = 'Sở đã tiếp nhận tổng số 335 hồ sơ. Công tác một cửa tốt.'
    const keep = read(text, 'II.2', dossiers)
    const gone = consolidated(key => (key === 'KSTT-06a.received_total' ? null : dossiers(key)))
    expect(outdatedIn(text, keep, index, gone)).toEqual([
      {
        sentence: 'Sở đã tiếp nhận tổng số 335 hồ sơ.',
        figure: { at: 'KSTT-06a//received_total', name: 'tổng số hồ sơ tiếp nhận', printed: '335' },
        now: 'chưa báo cáo',
      },
    ])
  })

  test('sentences end where people end them, not at dots in numbers and symbols', () => {
    expect(sentencesIn('Có 1.234 hồ sơ. Đạt 98,5%! “Tốt.” - Hết\nDòng hai')).toEqual([
      'Có 1.234 hồ sơ.',
      'Đạt 98,5%!',
      '“Tốt.”',
      '- Hết',
      'Dòng hai',
    ])
  })
})
