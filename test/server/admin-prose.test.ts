/** `prose check` at the command line: exit code by what is found, and a sentence for every file that is no report. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { wordReport } from '../../worker/report/report.ts'
import { stored } from '../../worker/upload/zip.ts'
import { demoReport } from '../annex/report-fixture.ts'
import { admin, ownFolder } from './admin-place.ts'

const { path: folder, remove } = ownFolder()
afterAll(remove)

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const check = (path: string, ...more: string[]) => admin('', 'prose check', path, ...more)

/** A document of paragraphs, as Word cuts them into runs. */
function docx(parts: Readonly<Record<string, string>>): Uint8Array {
  return stored(
    Object.entries(parts).map(([name, xml]) => ({
      name,
      crc: 0,
      bytes: new TextEncoder().encode(xml),
    })),
  )
}
const paragraphs = (...texts: readonly string[]) =>
  `<w:document><w:body>${texts
    .map(
      text =>
        `<w:p><w:r><w:t xml:space="preserve">${text.slice(0, 9)}</w:t></w:r><w:r><w:t xml:space="preserve">${text.slice(9)}</w:t></w:r></w:p>`,
    )
    .join('')}</w:body></w:document>`

const wrong = 'Đã giải quyết 55/133 TTHC, đạt 41,7%.'
const right = 'Đã giải quyết 55/133 TTHC, đạt 41,4%.'

describe('a report', () => {
  test('without contradictions: exit code 0', async () => {
    const { code, said, warned } = await check(file('right.txt', right))
    expect(said).toMatch(/không thấy chỗ nào mâu thuẫn/u)
    expect(warned).toBe('')
    expect(code).toBe(0)
  })

  test('with one that cannot be true: exit code 2, its line, the marked places and the arithmetic', async () => {
    const { code, said } = await check(file('wrong.txt', `Dòng đầu.\r\n${wrong}`))
    expect(said).toMatch(/^Sai \(PCT-PRINT\): Tỷ lệ 41,7%/u)
    expect(said).toContain('55 / 133 = 41,35 %, văn bản ghi 41,7 %')
    expect(said).toContain('Dòng 2: Đã giải quyết «55»/«133» TTHC, đạt «41,7%».')
    expect(code).toBe(2)
  })

  test('with one a person has to decide: exit code 1; a note changes nothing: 0', async () => {
    const doubt = 'Đã giải quyết 55/133 TTHC, đạt 41,3%.'
    expect((await check(file('doubt.txt', doubt))).code).toBe(1)
    const note = 'Tỷ lệ hài lòng đạt 98%, tăng 2% so với năm 2024.'
    const noted = await check(file('note.txt', note))
    expect(noted.said).toMatch(/^Lưu ý \(T-06\)/u)
    expect(noted.code).toBe(0)
  })

  test('as JSON: the findings as they are', async () => {
    const { code, said } = await check(file('json.txt', wrong), '--json')
    expect(JSON.parse(said)).toMatchObject({ findings: [{ rule: 'PCT-PRINT', verdict: 'wrong' }] })
    expect(code).toBe(2)
  })

  test('as .docx: words cut into runs, entities and footnotes are read; what was deleted is not', async () => {
    const deleted = `<w:p><w:del><w:r><w:delText>Đạt 999% (1/2 TTHC).</w:delText></w:r></w:del></w:p>`
    const xml = paragraphs('Sở Công Thương &amp; các đơn vị', right).replace(
      '</w:body>',
      `${deleted}</w:body>`,
    )
    const clean = docx({ 'word/document.xml': xml })
    expect((await check(file('clean.docx', clean))).code).toBe(0)
    const noted = docx({ 'word/document.xml': xml, 'word/footnotes.xml': paragraphs(wrong) })
    const { code, said } = await check(file('noted.docx', noted))
    expect(said).toContain('Dòng 3: Đã giải quyết «55»/«133»')
    expect(code).toBe(2)
  })
})

describe('the report this house writes', () => {
  test('contradicts nothing where only its own sentences stand', async () => {
    const { code, said } = await check(
      file('own.docx', await wordReport(demoReport({ narrative: {} }))),
    )
    expect(said).toMatch(/không thấy chỗ nào mâu thuẫn/u)
    expect(code).toBe(0)
  })

  test('shows what the units wrote wrongly in it', async () => {
    const { code, said } = await check(file('units.docx', await wordReport(demoReport())))
    expect(said).toContain('226 / 322 = 70,19 %, văn bản ghi 100 %')
    expect(code).toBe(2)
  })
})

describe('a file that is no report: exit code 3', () => {
  const truncated = docx({ 'word/document.xml': paragraphs(right) }).subarray(0, 60)
  test.each<[name: string, content: string | Uint8Array, sentence: RegExp]>([
    ['empty.txt', '', /rỗng \(0 byte\)/u],
    ['report.pdf', '%PDF-1.7 …', /tệp PDF/u],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /Word 97–2003/u],
    ['cut.docx', truncated, /hỏng hoặc đặt mật khẩu/u],
    ['sheet.docx', docx({ 'xl/workbook.xml': '<workbook/>' }), /không phải văn bản Word/u],
    ['tcvn3.txt', new Uint8Array([0x53, 0xeb, 0x20, 0xa8]), /không phải tệp chữ UTF-8/u],
    ['binary.txt', 'a\0b', /không phải tệp chữ UTF-8/u],
  ])('%s', async (name, content, sentence) => {
    const { code, said, warned } = await check(file(name, content))
    expect(warned).toMatch(sentence)
    expect(said).toBe('')
    expect(code).toBe(3)
  })

  test('nor is one that is not there, or none at all', async () => {
    const missing = await check(join(folder, 'nowhere.docx'))
    expect(missing.warned).toMatch(/Không đọc được .*nowhere\.docx \(ENOENT\)/u)
    expect(missing.code).toBe(3)
    expect((await admin('', 'prose check')).code).toBe(2)
  })
})
