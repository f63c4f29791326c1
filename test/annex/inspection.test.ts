/** The notice and the annex of an inspection round, read back by readers of our own. */
import { beforeAll, describe, expect, test } from 'vitest'
import { currentForm, inspectionForm } from '../../shared/inspection/form.ts'
import { inspectionAnnex } from '../../worker/inspection/annex.ts'
import { noticeDocument } from '../../worker/inspection/notice.ts'
import type { Inspection } from '../../worker/inspection/standing.ts'
import { judgementOf, problemOf, roundOf, statementOf } from '../worker/inspecting.ts'
import { agency } from './fixture.ts'
import { malformed, type ReadWorkbook, readXlsx, unzip } from './read-xlsx.ts'
import { recalculation } from './recalculated.ts'

const at = '2025-04-22T02:00:00.000Z'
const edited = { number: 1, by: 'Văn phòng', at }
const [one, two] = agency.units.map(({ key }) => key)
if (!one || !two) throw new Error('the fixture needs two units')
const nameOf = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? ''

/** The first unit has answered, the second too, in other states. */
const inspection = (over: Partial<Inspection> = {}): Inspection => {
  const found = problemOf().problem
  if (!found) throw new Error('no problem')
  const kept = { ...edited, round: 'r', begunAt: at }
  const { round } = roundOf({
    units: [
      { unit: one, visitOn: '2025-04-08' },
      { unit: two, visitOn: null },
    ],
    state: 'concluded',
  })
  return {
    ...edited,
    id: 'r',
    form: inspectionForm(currentForm),
    round,
    statements: [
      { ...edited, ...statementOf(), unit: one },
      {
        ...edited,
        ...statementOf({
          '1.1': { statement: '=1+1', figure: 3, evidence: '' },
          '1.6': { statement: '', figure: 4, evidence: '' },
          '1.5': {
            statement: '',
            figure: { state: 'not-applicable', why: 'không giao' },
            evidence: '',
          },
        }),
        unit: two,
      },
    ],
    problems: [
      { ...kept, ...found, id: 'p1', unit: one },
      {
        ...{
          ...kept,
          ...found,
          id: 'p2',
          unit: two,
          item: '2.6.2',
          words: 'Chưa ký số',
          request: '',
        },
        ...{ resolvedOn: '2025-05-02', resolution: 'Đã ký số; 9/BC-CN ngày 2/5/2025.' },
      },
    ],
    judgement: {
      number: 1,
      requests: judgementOf().requests,
      units: { [one]: { strengths: 'Giải quyết sớm hạn.', weaknesses: '' } },
    },
    ...over,
  }
}

describe('the notice', () => {
  const paragraphs = async (over: Partial<Inspection> = {}) => {
    const document = unzip(await noticeDocument(agency, inspection(over), at)).get(
      'word/document.xml',
    )
    expect(malformed(document ?? '')).toBeUndefined()
    return [...(document ?? '').matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) =>
      [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</gu)].map(([, text]) => text).join(''),
    )
  }

  test('has the parts such notices have, in their order', async () => {
    const all = await paragraphs()
    const outline = [
      'THÔNG BÁO',
      'Kết quả kiểm tra công tác CCHC năm 2025',
      'I. KẾT QUẢ KIỂM TRA',
      '1. Công tác chỉ đạo, điều hành',
      '2. Kết quả thực hiện các nội dung cải cách hành chính',
      '2.1. Cải cách thể chế',
      '2.2. Cải cách thủ tục hành chính',
      'Tiếp nhận, xử lý phản ánh, kiến nghị',
      '2.3. Cải cách tổ chức bộ máy hành chính',
      '2.4. Cải cách chế độ công vụ',
      '2.5. Cải cách tài chính công',
      '2.6. Xây dựng và phát triển chính quyền điện tử, chính quyền số',
      'II. NHẬN XÉT, ĐÁNH GIÁ',
      '1. Ưu điểm',
      '2. Tồn tại, hạn chế',
      'III. KIẾN NGHỊ',
      'Nơi nhận:',
    ]
    expect(all.filter(text => outline.includes(text))).toEqual(outline)
    expect(all.some(text => /^Số:\s+\/TB-/u.test(text))).toBe(true)
    expect(all.some(text => text.includes('ngày …… tháng …… năm ……'))).toBe(true)
    expect(all.some(text => text.startsWith('DỰ THẢO'))).toBe(false)
  })

  test('adds figures, names the units, and says what nobody answered', async () => {
    const all = await paragraphs()
    const [a, b] = [nameOf(one), nameOf(two)]
    expect(all).toContain(
      `- Văn bản triển khai, chỉ đạo cải cách hành chính: 5 văn bản (${a}: 2; ${b}: 3); cụ thể:`,
    )
    expect(all).toContain(
      `+ ${a}: Đã ban hành kế hoạch của phòng (tài liệu kiểm chứng: 05/KH-TM ngày 20/02/2025).`,
    )
    expect(all).toContain(
      `- Phản ánh, kiến nghị về quy định hành chính đã tiếp nhận: không phát sinh (${a}; ${b}).`,
    )
    expect(all.filter(text => text === '[Chưa có đơn vị nào báo cáo nội dung này]')).toHaveLength(5)
  })

  test('tells every problem with its request, its due date and what became of it', async () => {
    const all = await paragraphs()
    expect(all).toContain(
      '+ Niêm yết, công khai thủ tục hành chính: Còn niêm yết 02 TTHC đã bãi bỏ.',
    )
    expect(all).toContain(
      '+ Gỡ 02 TTHC đã bãi bỏ, niêm yết danh mục mới; hoàn thành trước hết ngày 30/4/2025.',
    )
    expect(all.some(text => text.includes('đã khắc phục ngày 2/5/2025: Đã ký số; 9/BC-CN'))).toBe(
      true,
    )
    expect(all).toContain(
      '+ Khắc phục vấn đề: Chưa ký số; hoàn thành trước hết ngày 30/4/2025 (đã hoàn thành ngày 2/5/2025).',
    )
  })

  test('is a draft while the round is open or a unit has not reported', async () => {
    const all = await paragraphs({ statements: [] })
    expect(all.find(text => text.startsWith('DỰ THẢO'))).toContain(nameOf(two))
  })

  test('of the same content the same bytes', async () => {
    expect(await noticeDocument(agency, inspection(), at)).toEqual(
      await noticeDocument(agency, inspection(), at),
    )
  })
})

describe('the annex', () => {
  const written = (today = '2025-05-10', over: Partial<Inspection> = {}) =>
    inspectionAnnex({ agency, inspection: inspection(over), today, at })
  let book: ReadWorkbook
  beforeAll(async () => {
    book = readXlsx(await written())
  })
  const rowOf = (sheet: string, first: string): (string | number | undefined)[] => {
    const { cells } = book.sheet(sheet)
    const address = [...cells].find(([, { value }]) => value === first)?.[0] ?? ''
    const row = address.replace(/\D/gu, '')
    return [...cells].filter(([at]) => at.replace(/\D/gu, '') === row).map(([, { value }]) => value)
  }

  test('has its three sheets, headed on every page, on A4', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Số liệu', 'Vấn đề phát hiện'])
    for (const { name, xml } of book.sheets) {
      expect(book.printTitles.has(name), name).toBe(true)
      expect(xml).toContain('paperSize="9"')
    }
  })

  test('totals are formulas that give what they show, also where units gave words', () => {
    const { cells } = book.sheet('Số liệu')
    const formulas = [...cells].filter(([, { formula }]) => formula !== undefined)
    expect(formulas).toHaveLength(inspection().form.items.filter(one => one.measure).length)
    const { value } = recalculation(book)()
    for (const [address, cell] of formulas) expect(value('Số liệu', address)).toBe(cell.value)
    expect(rowOf('Số liệu', '1.1').slice(3)).toEqual([2, 3, 5])
    expect(rowOf('Số liệu', '1.6').slice(3)).toEqual(['Chưa báo cáo', 4, 4])
    expect(rowOf('Số liệu', '1.5').slice(3)).toEqual([
      'Chưa báo cáo',
      'Không áp dụng: không giao',
      'Không áp dụng',
    ])
    expect(rowOf('Số liệu', '2.2.11').at(-1)).toBe('Không phát sinh')
    expect(rowOf('Số liệu', '2.6.1').at(-1)).toBe('Chưa báo cáo')
  })

  test('a sheet wider than one page repeats its heading with the columns in view', async () => {
    const units = agency.units.map(({ key }) => ({ unit: key, visitOn: null }))
    const more = Array.from({ length: 5 }, (_, i) => ({ unit: `don_vi_${i}`, visitOn: null }))
    const { round } = inspection()
    const wide = readXlsx(
      await written('2025-05-10', { round: { ...round, units: [...units, ...more] } }),
    )
    const { merges, xml } = wide.sheet('Tổng hợp')
    expect(merges).toEqual(['A1:B1', 'A2:B2', 'A3:B3'])
    expect(xml).toContain('fitToHeight="0"')
    expect(wide.printTitles.get('Tổng hợp')).toContain('$A:$B')
  })

  test('what a unit typed is text, never a formula', () => {
    const typed = [...book.sheet('Tổng hợp').cells].filter(([, { value }]) =>
      String(value).includes('=1+1'),
    )
    expect(typed).toHaveLength(1)
    expect(typed[0]?.[1].formula).toBeUndefined()
  })

  test('problems stand as of the day, the open one first', async () => {
    expect(rowOf('Vấn đề phát hiện', 'Quá hạn')).toContain('Còn niêm yết 02 TTHC đã bãi bỏ')
    expect(rowOf('Vấn đề phát hiện', 'Đã xử lý, quá hạn')).toContain('2/5/2025')
    const earlier = readXlsx(await written('2025-04-23'))
    const said = [...earlier.sheet('Vấn đề phát hiện').cells.values()].map(({ value }) => value)
    expect(said).toContain('Sắp đến hạn')
  })

  test('of the same content the same bytes, and it is written without a statement or a problem', async () => {
    expect(await written()).toEqual(await written())
    const empty = readXlsx(await written('2025-05-10', { statements: [], problems: [] }))
    expect(empty.sheets).toHaveLength(3)
  })
})
