/** "Kiểm tra": every rule that ran, what it found first, passed or not. */
import { describe, expect, it } from 'vitest'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { agency, annexInput, checkedIn, index, mergedOf, type Reports, reports } from './fixture.ts'
import { readXlsx } from './read-xlsx.ts'
import { linksIn, listIn } from './traced.ts'

/** 20 resolved, while the fields add up to 25. */
const wrong: Reports = {
  ...reports,
  qlcn: { figures: { dossiers_resolved: 9, tthc_by_central: 30 } },
}

async function checked(of: Reports, reasons: Parameters<typeof checkedIn>[2] = []) {
  const merged = mergedOf(agency, of)
  const found = checkedIn(agency, merged, reasons)
  const book = readXlsx(await annexWorkbook(annexInput(of, { merged, ...found })))
  return { book, findings: found.findings, ...listIn(book, 'Kiểm tra', 'TT') }
}

describe('the list of checks', () => {
  it('has every rule of the catalogue, each once unless it found something', async () => {
    const { rows, findings } = await checked(wrong)
    const ids = rows.map(row => row['Quy tắc'])
    expect(new Set(ids)).toEqual(new Set(index.catalogue.rules.map(({ id }) => id)))
    const found = new Set(findings.map(({ rule }) => rule))
    expect(ids.slice(0, findings.length)).toEqual(findings.map(({ rule }) => rule))
    expect(rows.slice(findings.length).every(row => !found.has(String(row['Quy tắc'])))).toBe(true)
  })

  it('shows a finding with its cell, its arithmetic and what kind it is', async () => {
    const { book, rows, top } = await checked(wrong)
    const at = rows.findIndex(row => row['Quy tắc'] === 'X-01A')
    expect(rows[at]).toMatchObject({
      'Khi không đạt': 'Lỗi',
      'Kết quả': 'Lỗi',
      'Vị trí': expect.stringMatching(/^Biểu 3, ô E\d+$/u),
      'Phép tính': expect.stringMatching(/cộng được .+ = 25, lệch 4\./u),
    })
    const cell = String(rows[at]?.['Vị trí']).replace('Biểu 3, ô ', '')
    expect(linksIn(book, 'Kiểm tra').get(`E${top + 1 + at}`)).toBe(`'Biểu 3'!${cell}`)
    expect(book.sheet('Biểu 3').cells.get(cell)?.value).toBe(29)
  })

  it('shows the reason of what was explained', async () => {
    const plain = await checked(wrong)
    const warning = plain.findings.find(({ rule }) => rule === 'OWNER-CONFLICT')
    expect(warning).toBeDefined()
    const text = 'Đơn vị gửi nhầm số của Văn phòng, đã trao đổi lại'
    const reason = { rule: 'OWNER-CONFLICT', at: warning?.at.place ?? '', text }
    const { rows } = await checked(wrong, [reason])
    expect(rows.find(row => row['Quy tắc'] === 'OWNER-CONFLICT')).toMatchObject({
      'Khi không đạt': 'Cần giải trình',
      'Kết quả': 'Đã giải trình',
      'Giải trình': text,
    })
  })

  it('tells rules that hold from rules that had nothing to look at, and counts the places', async () => {
    const { rows, sentences } = await checked(reports)
    const of = (id: string) => rows.find(row => row['Quy tắc'] === id)
    expect(of('CCHC3-R1')).toMatchObject({
      'Kết quả': 'Đạt',
      'Vị trí': 'Biểu 3',
      'Số chỗ': 1,
      'Nội dung kiểm tra': expect.stringContaining('dòng 1.4.1 = dòng 1.4.1.1 + dòng 1.4.1.2'),
    })
    expect(of('KSTT06-R4')).toMatchObject({ 'Kết quả': 'Đạt', 'Số chỗ': 2 })
    expect(of('CCHC4-R1')).toMatchObject({ 'Kết quả': 'Không có số liệu để kiểm tra', 'Số chỗ': 0 })
    const unjudged = rows.filter(row => row['Kết quả'] === 'Không có số liệu để kiểm tra')
    expect(sentences.join()).toContain(`${unjudged.length} quy tắc không có số liệu để kiểm tra`)
  })

  it('says in one sentence how many rules looked and what they found', async () => {
    const merged = mergedOf(agency, { van_phong: { figures: reports.van_phong.figures } })
    const { judged } = checkedIn(agency, merged)
    const clean = await annexWorkbook(annexInput(reports, { merged, judged, findings: [] }))
    expect(listIn(readXlsx(clean), 'Kiểm tra', 'TT').sentences.join()).toMatch(
      /theo \d+ quy tắc: tất cả đều đạt\./u,
    )
    const { sentences } = await checked(wrong)
    expect(sentences.join()).toMatch(/\d+ lỗi, \d+ nội dung cần giải trình/u)
  })
})
