import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptinessOf,
  isBoilerplate,
  reasonsThatSay,
  shortestReason,
} from '../../shared/rules/boilerplate.ts'

const says = [
  'Phần mềm một cửa đã điều chỉnh kỳ trước',
  '04 nhiệm vụ còn lại đang thực hiện, chưa đến hạn hoàn thành.',
  'đợt khuyến mại 30/4, có danh sách kèm theo',
  '01 hồ sơ thông báo khuyến mại đã rút, chưa xóa trên phần mềm',
  'Sở giao thêm hồ sơ của phòng khác',
  'do Tết',
  'Đã kiểm tra: 2 hồ sơ trùng do lỗi liên thông',
  'Không có hồ sơ vì nghỉ lễ',
  'nghỉ thai sản 1 người',
]
const saysNothing = [
  'đã kiểm tra', 'Đã kiểm tra.', 'ĐÃ KIỂM TRA, SỐ LIỆU ĐÚNG', 'da kiem tra so lieu dung', 'số liệu đúng', 'Số liệu chính xác ạ',
  'như trên', 'Như đã nêu ở trên', 'ok', 'OK OK OK OK', 'không có', 'Không có lý do', 'aaaaaaa', '.......', '11111111', 'hihihihi',
  'asdfgh', 'qwerty 12345', 'đúng rồi nhé', 'theo thực tế', 'Đã rà soát, đối chiếu: phù hợp', 'tương tự', '– – – – –', 'test test',
  'so lieu bao cao la dung', 'Đã đối chiếu lại, hoàn toàn đúng thực tế',
] // biome-ignore format: a list

describe('a reason that says nothing', () => {
  test.each(saysNothing)('%j is refused', text => {
    expect(emptinessOf(text)).not.toBeNull()
  })
  test.each(says)('%j is a reason', text => {
    expect(emptinessOf(text)).toBeNull()
  })
  test('shorter than five characters is only short: the person is still writing', () => {
    expect(emptinessOf(' do ')).toBe('short')
    expect(emptinessOf('x'.repeat(shortestReason))).toBe('boilerplate')
  })
})

test('diacritics, case, punctuation and the form of the letters make no difference', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...says, ...saysNothing),
      fc.constantFrom('NFC', 'NFD', 'NFKD'),
      fc.boolean(),
      fc.constantFrom('', '.', ' !!', '\n'),
      (text, form, loud, end) => {
        const same = `${loud ? text.toUpperCase() : text}${end}`.normalize(form)
        expect(isBoilerplate(same)).toBe(isBoilerplate(text))
      },
    ),
  )
})

test('an empty phrase added to a reason takes nothing from it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...says), fc.constantFrom(...saysNothing), (reason, empty) => {
      expect(isBoilerplate(`${empty}; ${reason}`)).toBe(false)
    }),
  )
})

describe('one text under many warnings', () => {
  const text = 'Phần mềm một cửa đồng bộ chậm'
  const under = (...rules: string[]) => rules.map(rule => ({ rule, text }))
  test('may explain one rule at any number of places, and a second rule of the same event', () => {
    const given = under('T-01', 'T-01', 'T-01', 'T-01', 'X-07')
    expect(reasonsThatSay(given)).toEqual(given)
  })
  test('explains none of three rules', () => {
    expect(reasonsThatSay(under('T-01', 'X-07', 'X-10'))).toEqual([])
    const [a, b, c] = under('T-01', 'X-07', 'X-10')
    const typed = [a, b, c].map((reason, i) => ({
      rule: `${reason?.rule}`,
      text: `${text}${'.'.repeat(i)}`,
    }))
    expect(reasonsThatSay(typed)).toEqual([])
  })
  test('of different units is not copied: each was weighed when it was filed', () => {
    const carried = under('T-01', 'X-07', 'X-10').map(reason => ({ ...reason, boundTo: '1' }))
    expect(reasonsThatSay(carried)).toHaveLength(3)
  })
})
