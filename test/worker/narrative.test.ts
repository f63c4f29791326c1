/** The office's own words of a report: what they stand in place of, who wrote them, and figures that change afterwards. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { NarrativeAnswer, ReportSection, SectionEdit } from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import { unzip } from '../annex/read-xlsx.ts'
import {
  answer,
  april,
  type Caller,
  db,
  dossiers,
  entriesOf,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  await trade.put(filing('thuong_mai', 1), tradeReport({ narrative: { 'II.2': 'Một cửa tốt.' } }))
})

const path = `/periods/${april}/narrative`
const write = (text: string | null, basedOn: number | null = null, who = house.clerk) =>
  who.put(`${path}/II.2`, { basedOn, text })
const sections = async (who = house.clerk) =>
  (await answer<NarrativeAnswer>(await who.get(path))).sections
const sectionNow = async (code = 'II.2'): Promise<ReportSection> => {
  const found = (await sections()).find(one => one.code === code)
  if (!found) throw new Error(`no section ${code}`)
  return found
}
const standing = async (): Promise<SectionEdit | null> => (await sectionNow()).edit
const report = async () => house.clerk.get(`/periods/${april}/report.docx`)
const documentOf = async () => unzip(new Uint8Array(await (await report()).arrayBuffer()))
const wordsOf = async (part: string) =>
  ((await documentOf()).get(`word/${part}.xml`) ?? '').replace(/<[^>]*>/gu, '')
const lock = () => house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
/** 14 dossiers in instead of 10. */
const correct = () =>
  trade.put(
    filing('thuong_mai', 3),
    tradeReport({ basedOn: 1, tables: { 'KSTT-06a': { XTTM: dossiers(14, 8, 6) } } }),
  )

describe('happy', () => {
  test('every section of the report comes with what the units and the figures say', async () => {
    const all = await sections()
    expect(all.map(({ code }) => code).slice(0, 4)).toEqual(['I', 'II', 'II.1', 'II.1.a'])
    const { merged, edit } = await sectionNow()
    expect(edit).toBeNull()
    expect(merged).toContainEqual({
      unit: 'thuong_mai',
      text: 'Một cửa tốt.',
      told: [],
      remarks: [],
    })
    const dossiers = merged.find(({ text }) => text.includes('đã tiếp nhận tổng số'))
    expect(dossiers?.unit).toBeNull()
    const received = dossiers?.told.find(({ at }) => at === 'KSTT-06a//received_total')
    expect(dossiers?.text).toContain(`tổng số: ${received?.printed} hồ sơ`)
  })

  test('the office’s words stand in place of all that, in the report too, with their author', async () => {
    expect((await write('Sở đã làm tốt công tác một cửa.')).status).toBe(201)
    expect(await standing()).toEqual({
      number: 1,
      text: 'Sở đã làm tốt công tác một cửa.',
      remarks: [],
      by: 'Văn phòng Sở (tổng hợp)',
      at: '2025-04-14T03:00:00.000Z',
      outdated: [],
    })
    const text = await wordsOf('document')
    expect(text).toContain('Sở đã làm tốt công tác một cửa.')
    expect(text).not.toContain('Một cửa tốt.')
    expect(text).not.toContain('đã tiếp nhận tổng số')
  }, 20_000)

  test('a paragraph that tells a sentence’s figures is information, figures of half the units are to be looked at', async () => {
    const sentence = (await sectionNow()).merged.find(({ text }) => text.includes('tiếp nhận tổng'))
    const narrative = { 'II.2': sentence?.text ?? '' }
    await trade.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1, narrative }))
    const told = (await sectionNow()).merged.find(({ unit }) => unit === 'thuong_mai')
    expect(
      told?.remarks.map(({ message, needsLook }) => [message.slice(0, 21), needsLook]),
    ).toEqual([
      ['Khớp số liệu tổng hợp', false],
      ['Chưa đủ đơn vị báo cá', true],
    ])
  })

  test('what another section says is held against the office’s words where there are some', async () => {
    const same =
      'Đơn vị đã tổ chức tuyên truyền cải cách hành chính trên trang thông tin điện tử của Sở.'
    const narrative = { I: same, 'II.2': same }
    await trade.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1, narrative }))
    const remarks = async () =>
      (await sectionNow()).merged.flatMap(one => (one.text === same ? one.remarks : []))
    const edit = (text: string, basedOn: number | null) =>
      house.clerk.put(`${path}/I`, { basedOn, text })
    expect((await remarks())[0]?.message).toMatch(/^Trùng với đoạn của .* ở mục I\./u)
    await edit(`Mở đầu.\n${same}`, null)
    expect((await remarks())[0]?.message).toMatch(/^Trùng với lời văn Văn phòng đã sửa ở mục I\./u)
    await edit('Văn phòng viết lại.', 1)
    expect(await remarks()).toEqual([])
  })

  test('withdrawn, the merged words stand again, and a later edit begins there', async () => {
    await write('Một câu.')
    expect((await write(null, 1)).status).toBe(201)
    expect(await standing()).toBeNull()
    expect(await wordsOf('document')).toContain('Một cửa tốt.')
    expect((await write('Câu khác.')).status).toBe(201)
    expect(await standing()).toMatchObject({ number: 3, text: 'Câu khác.' })
  })

  test('a locked period still takes words, and its figures stay as they are', async () => {
    await lock()
    const before = await answer<NarrativeAnswer>(await house.clerk.get(path))
    expect((await write('Đã thống nhất.')).status).toBe(201)
    const after = await answer<NarrativeAnswer>(await house.clerk.get(path))
    expect(after.digest).toBe(before.digest)
    expect(await wordsOf('document')).toContain('Đã thống nhất.')
  })

  test('the report is another one with other words, the annex and the figures are not', async () => {
    const tags = async () => {
      const paths = ['report.docx', 'annex.xlsx', 'consolidation']
      const all = await Promise.all(paths.map(one => house.clerk.get(`/periods/${april}/${one}`)))
      return all.map(response => response.headers.get('ETag'))
    }
    const [word, annex, figures] = await tags()
    await write('Một câu.')
    const [edited, ...others] = await tags()
    expect(edited).not.toBe(word)
    expect(others).toEqual([annex, figures])
    await write(null, 1)
    expect((await tags())[0]).toBe(word)
  }, 20_000)

  test('the same writing sent again is the same edit', async () => {
    await write('Một câu.')
    expect((await write('Một câu.')).status).toBe(200)
    expect(await standing()).toMatchObject({ number: 1 })
    expect((await write(null, 1)).status).toBe(201)
    expect((await write(null, 1)).status).toBe(200)
  })

  test('of writers at once one is first, and the others learn who', async () => {
    const statuses = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async text => (await write(text)).status),
    )
    expect([...statuses].sort()).toEqual([201, 409, 409, 409])
    expect(await standing()).toMatchObject({ number: 1 })
  })
})

describe('a figure that changes later', () => {
  const text =
    'Bộ phận Một cửa hoạt động tốt. Sở đã tiếp nhận tổng số 10 hồ sơ, đã trả kết quả 8 hồ sơ. Không có đơn thư.'
  const used = 'Sở đã tiếp nhận tổng số 10 hồ sơ, đã trả kết quả 8 hồ sơ.'

  test('marks the sentence that used it, in the answer and as a comment at that sentence', async () => {
    await write(text)
    expect((await standing())?.outdated).toEqual([])
    expect((await correct()).status).toBe(201)
    const outdated = (await standing())?.outdated ?? []
    const [figure] = outdated
    expect(figure).toMatchObject({ sentence: used, now: '14' })
    expect(figure?.figure).toMatchObject({ at: 'KSTT-06a//received_total', printed: '10' })
    expect(new Set(outdated.map(({ sentence }) => sentence))).toEqual(new Set([used]))
    expect(await wordsOf('comments')).toContain(
      'Câu này ghi 10 (tổng số hồ sơ tiếp nhận); số liệu tổng hợp nay là 14.',
    )
    const parts = await documentOf()
    const marked = /<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/su
    const edited = (parts.get('word/document.xml') ?? '').split('Bộ phận Một cửa hoạt động')[1]
    expect(marked.exec(edited ?? '')?.[1]?.replace(/<[^>]*>/gu, '')).toBe(used)
  })

  test('is put right by saving the text with the new one', async () => {
    await write(text)
    await correct()
    await write(text.replace('10', '14'), 1)
    expect((await standing())?.outdated).toEqual([])
  })
})

describe('error', () => {
  test('words based on an older state are refused, with who wrote and when', async () => {
    await write('Bản một.')
    house.later(60_000)
    await write('Bản hai.', 1)
    const refused = await write('Bản của người khác.', 1)
    expect(refused.status).toBe(409)
    const { type, detail, basedOn, current } = await problem(refused)
    expect(type).toBe('section-stale')
    expect(detail).toContain('“2. Cải cách thủ tục hành chính (TTHC)” đã được Văn phòng Sở')
    expect(detail).toContain('10:01')
    expect(basedOn).toBe(1)
    expect(current).toEqual({
      revision: 2,
      receivedAt: '2025-04-14T03:01:00.000Z',
      preparedBy: 'Văn phòng Sở (tổng hợp)',
    })
    expect(await standing()).toMatchObject({ text: 'Bản hai.' })
  })

  test('a section the report does not have, and a period that is not open', async () => {
    const body = { basedOn: null, text: 'x' }
    expect((await house.clerk.put(`${path}/IX.9`, body)).status).toBe(404)
    expect((await house.clerk.put('/periods/2025-M05/narrative/I', body)).status).toBe(404)
    expect((await house.clerk.get('/periods/2025-M05/narrative')).status).toBe(404)
  })

  test.each([
    ['no words', ' \n '],
    ['too many', 'x'.repeat(20_001)],
  ])('%s are refused', async (_, text) => {
    expect((await write(text)).status).toBe(400)
    expect(await standing()).toBeNull()
  })
})

describe('security', () => {
  test('words are kept in NFC and stay words', async () => {
    const typed = 'Thu\u0309 tu\u0323c </w:t><script>\u202E ghi'
    await write(typed)
    expect((await standing())?.text).toBe('Thủ tục </w:t><script> ghi')
    expect(await wordsOf('document')).toContain('Thủ tục &lt;/w:t&gt;&lt;script&gt; ghi')
  })

  test.each(['thuong_mai', 'dashboard', 'admin'])('%s neither reads nor writes', async who => {
    const caller = await house.signIn(who)
    expect((await caller.get(path)).status).toBe(403)
    expect((await write('x', null, caller)).status).toBe(403)
  })

  test('another agency has its own words', async () => {
    await write('Lời của ta.')
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    expect(JSON.stringify(await sections(stranger))).not.toContain('Lời của ta.')
    expect((await write('Lời của họ.', null, stranger)).status).toBe(201)
    expect(await standing()).toMatchObject({ text: 'Lời của ta.', number: 1 })
  })

  test('each edit has its entry, without the words, and the chain tells an altered one', async () => {
    await write('Lời bí mật.')
    const entry = (await entriesOf('sct-thu')).at(-1)
    expect(entry).toMatchObject({ action: 'narrative.edited', actor: 'clerk' })
    expect(entry?.detail).toMatchObject({ period: april, section: 'II.2', number: 1 })
    expect(JSON.stringify(entry)).not.toContain('Lời bí mật.')
    expect((await verifyAgency(db, 'sct-thu')).findings).toEqual([])
    await db.prepare('DROP TRIGGER narrative_edit_is_immutable').run()
    await db.prepare(`UPDATE narrative_edit SET text = 'Lời giả.'`).run()
    expect((await verifyAgency(db, 'sct-thu')).findings).toMatchObject([
      { fault: 'altered', trace: { subject: 'narrative' } },
    ])
  })

  test.each([`UPDATE narrative_edit SET text = 'x'`, 'DELETE FROM narrative_edit'])(
    'the database refuses %s',
    async sql => {
      await write('Một câu.')
      await expect(db.prepare(sql).run()).rejects.toThrow('a narrative edit')
    },
  )
})
