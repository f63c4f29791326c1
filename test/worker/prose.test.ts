/** A draft by the front door: held against its own figures and the period's, typed or as a file; nothing of it is kept. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { NarrativeAnswer, ProseAnswer } from '../../shared/protocol.ts'
import { stored } from '../../worker/upload/zip.ts'
import {
  answer,
  april,
  entriesOf,
  filing,
  type House,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const path = (period = april) => `/periods/${period}/prose`
const ask = async (text: string) => house.clerk.send('POST', path(), { body: { text } })
const found = async (text: string) => answer<ProseAnswer>(await ask(text))
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sendFile = (bytes: Uint8Array<ArrayBuffer>) =>
  house.clerk.send('POST', `${path()}.docx`, { bytes, headers: { 'Content-Type': word } })

/** 16 dossiers received, 13 resolved, 3 pending. */
async function reported() {
  const trade = await house.signIn('thuong_mai')
  await trade.put(filing('thuong_mai', 1), tradeReport())
  const industry = await house.signIn('cong_nghiep')
  await industry.put(filing('cong_nghiep', 2), industryReport())
}

describe('a text', () => {
  test('is held against itself: rule, arithmetic, line, sentence and what is marked in it', async () => {
    const text = 'Đầu.\nCó 55/133 TTHC được rút ngắn thời gian, đạt 41,7%.'
    const { findings, lines, told } = await found(text)
    expect([lines, told]).toEqual([2, null])
    expect(findings).toMatchObject([
      { rule: 'PCT-PRINT', verdict: 'wrong', arithmetic: '55 / 133 = 41,35 %, văn bản ghi 41,7 %' },
    ])
    const [at] = findings[0]?.at ?? []
    expect(at?.line).toBe(2)
    expect(at?.marks.map(([from, to]) => at.sentence.slice(from, to))).toEqual([
      '55',
      '133',
      '41,7%',
    ])
  })

  test('and against the merged figures of the period (X-08), by the place it was held against', async () => {
    await reported()
    const wrong = await found('Đã tiếp nhận 18 hồ sơ.')
    expect(wrong.findings).toMatchObject([
      { rule: 'X-08', arithmetic: '18 ≠ 16', figure: 'KSTT-06a//received_total' },
    ])
    const right = await found('Đã tiếp nhận 16 hồ sơ, đã giải quyết 13 hồ sơ.')
    expect(right.findings).toEqual([])
    expect(right.figures).toBe(2)
  })

  test('of another period is not held against this one, and says so', async () => {
    await reported()
    const { findings, told } = await found(
      'BÁO CÁO công tác cải cách hành chính tháng 3/2025\nĐã tiếp nhận 18 hồ sơ.',
    )
    expect(told).toBe('2025-M03')
    expect(findings.map(({ rule }) => rule)).toEqual(['PERIOD'])
    expect(findings[0]?.message).toContain('Tháng 3/2025')
  })

  test('without a word, or as long as a book, is refused with a sentence', async () => {
    expect(await problem(await ask(' \n '))).toMatchObject({ status: 422, type: 'no-text' })
    expect((await ask('a'.repeat(120_001))).status).toBe(400)
  })

  test('of nothing but numbers is read in a moment', async () => {
    const begun = performance.now()
    expect((await found('1 '.repeat(20_000))).findings).toEqual([])
    // every number held against all before it: 8 seconds where this takes half of one
    expect(performance.now() - begun).toBeLessThan(4000)
  })

  test('leaves nothing behind', async () => {
    const before = await entriesOf('sct-thu')
    await found('Đã tiếp nhận 18 hồ sơ.')
    expect(await entriesOf('sct-thu')).toEqual(before)
  })
})

describe('a file', () => {
  const document = (text: string) =>
    stored([
      {
        name: 'word/document.xml',
        crc: 0,
        bytes: new TextEncoder().encode(
          `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
        ),
      },
    ]) as Uint8Array<ArrayBuffer>

  test('.docx or plain text is read by its paragraphs', async () => {
    const text = 'Có 55/133 TTHC được rút ngắn thời gian, đạt 41,7%.'
    for (const bytes of [document(text), new TextEncoder().encode(text)]) {
      const { findings } = await answer<ProseAnswer>(await sendFile(bytes))
      expect(findings.map(({ rule }) => rule)).toEqual(['PCT-PRINT'])
    }
  })

  test.each(['<w:t ', '<w:br ', '<w:br /'])(
    'a megabyte of %s that never ends is read once',
    async tag => {
      const begun = performance.now()
      expect((await sendFile(document(tag.repeat(150_000)))).status).toBe(422)
      // each of them to the end of the file: minutes
      expect(performance.now() - begun).toBeLessThan(2000)
    },
  )

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), /PDF/u],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /97–2003/u],
    ['a .docx cut short', document('Đạt.').slice(0, 60), /hỏng hoặc đặt mật khẩu/u],
    ['an empty one', new Uint8Array(), /rỗng|Không có chữ/u],
  ])('%s is refused with what to do', async (_name, bytes, sentence) => {
    const { status, type, detail } = await problem(await sendFile(bytes))
    expect([status, type]).toEqual([422, 'no-text'])
    expect(detail).toMatch(sentence)
  })
})

describe('the report of the period', () => {
  test('is held against itself too: beside the unit’s paragraph, and beside the office’s sentence', async () => {
    const words = 'Có 55/133 TTHC được rút ngắn thời gian, đạt 41,7%.'
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport({ narrative: { 'II.2': words } }))
    const section = async () => {
      const response = await house.clerk.get(`/periods/${april}/narrative`)
      const { sections } = await answer<NarrativeAnswer>(response)
      return sections.find(({ code }) => code === 'II.2')
    }
    const passage = (await section())?.merged.find(({ unit }) => unit === 'thuong_mai')
    expect(passage?.remarks).toContainEqual({
      message: expect.stringContaining('55 / 133 = 41,35 %'),
      needsLook: true,
    })
    const edit = { basedOn: null, text: `Kết quả tốt.\n${words}` }
    await house.clerk.put(`/periods/${april}/narrative/II.2`, edit)
    expect((await section())?.edit?.remarks).toMatchObject([
      { sentence: words, message: expect.stringContaining('41,7'), needsLook: true },
    ])
  })
})
