// The wording of the report: sentences bound to figures, outlines per period, paragraphs that repeat each other.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { twins } from '../../shared/report/duplicates.ts'
import { outlineOf } from '../../shared/report/outline.ts'
import { sentences } from '../../shared/report/sentences.ts'
import { papersOf } from '../../shared/report/settings.ts'
import { agency, index } from '../fixtures/bac-giang.ts'
import { told as all, everyClause, statements, type Values } from './telling.ts'

const period = '2025-M04'
/** What the sentences say when every figure they tell has the value given for it. */
const saying = (values: Values) =>
  statements(values).flatMap(({ text }) => (text === '' ? [] : [text]))
const withoutPeriod = (text: string) => text.replace('Tháng 4/2025', '')

describe('the table of sentences', () => {
  test('names figures and sections that the forms have', () => {
    const kinds = ['M04', 'Q1', '6M', '9M', 'Y']
    const sections = kinds.flatMap(kind => outlineOf(index, `2025-${kind}`, 'latin'))
    const codes = new Set(sections.map(({ code }) => code))
    expect(sentences.filter(({ section }) => !codes.has(section))).toEqual([])
    const known = (key: string) => index.indicators.has(key) || index.columns.has(key)
    expect(all.filter(key => !known(key))).toEqual([])
  })

  test('holds no figure of its own: each wording has one place for one', () => {
    for (const { subject, lead = '', clauses } of sentences) {
      expect(`${subject}${lead}`).not.toMatch(/\d/u)
      for (const [, says, name] of everyClause(clauses)) {
        expect(says.split('#')).toHaveLength(2)
        expect(`${says}${name}`).not.toMatch(/\d/u)
      }
    }
  })
})

describe('figures in prose', () => {
  test('what nobody reported is not printed, and named for whoever signs', () => {
    const silent = statements(() => null)
    expect(silent.map(({ text }) => text).join('')).toBe('')
    const named = silent.flatMap(({ missing }) => missing)
    expect(named).toContain('Rà soát VBQPPL')
    // what reports seldom speak of need not be looked for
    expect(named.join()).not.toContain('bưu chính')
    const postal = statements(key => (key === 'dossiers_postal_in' ? 5 : null))
    expect(postal).toContainEqual(
      expect.objectContaining({
        text: '- Dịch vụ bưu chính công ích: tiếp nhận 5 hồ sơ.',
        missing: ['hồ sơ trả kết quả'],
      }),
    )
  })

  test('what is held against a figure, or makes it up, goes with it', () => {
    const texts = saying(key => (key === 'units_inspected' ? null : 4)).join('\n')
    expect(texts).toContain('- Kiểm tra CCHC: phát hiện 4 vấn đề; đã xử lý xong 4 vấn đề.')
    expect(saying(key => (key === 'units_total' ? 9 : null))).toEqual([])
    const without = saying(key => (key === 'KSTT-06a.received_total' ? null : 4)).join('\n')
    expect(without).toContain('- Kết quả giải quyết hồ sơ TTHC tại cơ quan: đã trả kết quả 4 hồ sơ')
    expect(without).not.toContain('đã tiếp nhận tổng số')
  })

  test('a choice is told in words of its own', () => {
    const texts = (value: number) => saying(key => (key === 'digital_plan' ? value : null))
    expect(texts(1)).toEqual(['- Cơ quan đã ban hành kế hoạch chuyển đổi số.'])
    expect(texts(0)).toEqual(['- Cơ quan chưa ban hành kế hoạch chuyển đổi số.'])
  })

  test('groups of which there are none are not counted up, overdue dossiers are', () => {
    const texts = saying(key => (/^psu_(?:total|group3)$/u.test(key) ? 1 : 0)).join('\n')
    expect(texts).toContain('1 đơn vị sự nghiệp, trong đó tự bảo đảm một phần: 1; mức')
    expect(texts).toContain('quá hạn là 0 hồ sơ')
  })

  test('none arising has its own word, in one sentence and beside numbers', () => {
    expect(saying(() => ({ state: 'none' }))).toContain(
      '- Công bố, công khai TTHC trong kỳ: không phát sinh.',
    )
    const mixed = saying(key => (key === 'tthc_new' ? 1234 : { state: 'none' }))
    expect(mixed).toContain(
      '- Công bố, công khai TTHC trong kỳ: công bố mới 1.234 thủ tục; thủ tục sửa đổi, bổ sung: không phát sinh; thủ tục bãi bỏ, thay thế: không phát sinh.',
    )
  })

  test('what does not apply comes with its reason', () => {
    expect(saying(() => ({ state: 'not-applicable', why: 'không được giao vốn' }))).toContain(
      '- Giải ngân kế hoạch vốn đầu tư công: không áp dụng (không được giao vốn).',
    )
  })

  test('a ratio that cannot be computed is left out, a printed one has two decimals at most', () => {
    const texts = saying(key => (key.endsWith('_rate') ? null : 3)).join('\n')
    expect(texts).not.toContain('tỷ lệ')
    expect(saying(() => 200 / 3).join()).toContain('tỷ lệ hoàn thành kế hoạch đạt 66,67%')
  })

  test('a missing figure is never a 0, whichever is missing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...all)), missing => {
        const gone = new Set(missing)
        const texts = saying(key => (gone.has(key) ? null : 7)).map(withoutPeriod)
        expect(texts.join().replace(/\b7\b/gu, '')).not.toMatch(/\d/u)
      }),
    )
  })
})

describe('the outline', () => {
  const titles = (of: string, lettering: 'latin' | 'vietnamese' = 'latin') =>
    outlineOf(index, of, lettering).map(({ title }) => title)

  test('of a month is the one of the published report', () => {
    expect(titles(period)).toMatchInlineSnapshot(`
      [
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC",
        "1. Cải cách thể chế",
        "a) Công tác tham mưu, xây dựng, ban hành và tổ chức thực hiện VBQPPL",
        "b) Công tác rà soát, hệ thống hóa VBQPPL",
        "c) Công tác kiểm tra, xử lý VBQPPL",
        "d) Tuyên truyền, phổ biến giáo dục pháp luật",
        "2. Cải cách thủ tục hành chính (TTHC)",
        "3. Cải cách tổ chức bộ máy",
        "4. Cải cách công vụ",
        "a) Kết quả sắp xếp công chức, viên chức theo Đề án vị trí việc làm đã được phê duyệt",
        "b) Kết quả thực hiện bổ nhiệm, đề bạt công chức, viên chức",
        "c) Việc chấp hành kỷ luật, kỷ cương hành chính và đạo đức công vụ",
        "d) Kết quả thực hiện công tác đào tạo, bồi dưỡng",
        "5. Cải cách tài chính công",
        "a) Kết quả thực hiện các quy định về quản lý tài chính - ngân sách tại cơ quan",
        "b) Kết quả thực hiện quy định về quản lý, sử dụng tài sản công",
        "c) Kết quả thực hiện cơ chế tự chủ tài chính tại các đơn vị sự nghiệp công lập",
        "6. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
        "a) Kết quả hoàn thiện thể chế phục vụ xây dựng, phát triển Chính quyền điện tử, Chính quyền số",
        "b) Kết quả xây dựng, phát triển hạ tầng kỹ thuật",
        "c) Kết quả xây dựng, phát triển các hệ thống nền tảng",
        "d) Kết quả xây dựng, phát triển dữ liệu",
        "e) Kết quả xây dựng, phát triển các ứng dụng, dịch vụ nội bộ",
        "f) Kết quả xây dựng, phát triển ứng dụng, dịch vụ phục vụ người dân, doanh nghiệp",
        "g) Cung cấp thông tin và dịch vụ công trực tuyến cho người dân, doanh nghiệp",
        "h) Tình hình thực hiện Đề án 06 tại cơ quan",
        "III. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
        "2. Tồn tại, hạn chế",
        "* Nguyên nhân",
        "3. Khó khăn, vướng mắc",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ CCHC TRỌNG TÂM",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
      ]
    `)
  })

  test('letters follow the agency: e, f, g or đ, e, g', () => {
    const letters = (lettering: 'latin' | 'vietnamese') =>
      outlineOf(index, period, lettering)
        .filter(({ code }) => /^II\.6\./u.test(code))
        .map(({ label }) => label.slice(-1))
        .join('')
    expect(letters('latin')).toBe('abcdefgh')
    expect(letters('vietnamese')).toBe('abcdđegh')
  })

  test.each([
    ['2025-Q1', 'QUÝ II/2025'],
    ['2025-Q4', 'NĂM 2026'],
    ['2025-6M', '6 THÁNG CUỐI NĂM 2025'],
    ['2025-9M', 'QUÝ IV/2025'],
    ['2025-Y', 'NĂM 2026'],
  ])('%s looks ahead to %s', (of, ahead) => {
    expect(titles(of)).toContain(`IV. PHƯƠNG HƯỚNG, NHIỆM VỤ CCHC TRỌNG TÂM ${ahead}`)
  })

  test('the year judges itself against its plan, a month does not', () => {
    const judging = '4. Tự đánh giá kết quả thực hiện Kế hoạch CCHC năm 2025'
    expect(titles('2025-Y')).toContain(judging)
    expect(titles(period).join()).not.toContain('Tự đánh giá')
  })
})

describe('paragraphs that repeat each other', () => {
  const long = 'Sở thường xuyên rà soát văn bản quy phạm pháp luật thuộc lĩnh vực ngành quản lý'
  const passage = (unit: string | null, text: string, section = 'II.2') => ({ unit, text, section })
  const found = (...passages: ReturnType<typeof passage>[]) =>
    [...twins(passages)].map(([one, { of, same }]) => [
      passages.indexOf(one),
      passages.indexOf(of),
      same,
    ])

  test('are found across units and sections, whatever their marks and capitals', () => {
    expect(found(passage('a', long), passage('b', `- ${long.toUpperCase()}.`, 'I'))).toEqual([
      [1, 0, true],
    ])
  })

  test('are found when words or only the figure differ', () => {
    expect(found(passage('a', `${long} 12`), passage('b', `${long} 13 trong tháng`))).toEqual([
      [1, 0, false],
    ])
  })

  test('a unit that says a standard sentence again is marked, the sentence is not', () => {
    expect(found(passage(null, long), passage(null, long), passage('a', long))).toEqual([
      [2, 0, true],
    ])
  })

  test('a short answer repeats only within its section', () => {
    expect(found(passage('a', 'Không có.'), passage('b', 'Không có', 'V'))).toEqual([])
    expect(found(passage('a', 'Không có.'), passage('b', 'không có'))).toEqual([[1, 0, true]])
  })

  test('different matters are left alone', () => {
    const other = 'Phòng hướng dẫn tổ chức, cá nhân gửi thông báo phát triển điện mặt trời mái nhà'
    expect(found(passage('a', long), passage('b', other))).toEqual([])
  })
})

test('papers without settings follow the name of the agency', () => {
  const { papers: _, ...plain } = agency
  expect(papersOf(plain)).toMatchObject({
    symbol: 'BC-SCT',
    signer: { titles: ['GIÁM ĐỐC'], name: '' },
    lettering: 'vietnamese',
  })
})
