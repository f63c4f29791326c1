/** A filled plain workbook sent back: found by codes and words, repaired aloud, refused by name, and never stored. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Receipt, Repair, UploadedSheet } from '../../shared/protocol.ts'
import {
  type Grid,
  gridsOf,
  reworded,
  rewritten,
  type Typed,
  typedOver,
} from '../fixtures/filled-workbook.ts'
import {
  answer,
  april,
  type Caller,
  entriesOf,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
  version,
} from './house.ts'

// nothing an upload does is stored, so one house serves all; a test that files something opens its own
let house: House
let trade: Caller
let filled: Uint8Array<ArrayBuffer>
const filed = async () => filled
beforeAll(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  expect((await trade.put(filing('thuong_mai', 1), tradeReport())).status).toBe(201)
  filled = await download()
})

const path = `/periods/${april}/units/thuong_mai/sheet.xlsx`
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const download = async (of = path, by = trade) =>
  new Uint8Array(await (await by.get(of)).arrayBuffer())
const send = (bytes: Uint8Array<ArrayBuffer>, by = trade, to = path) =>
  by.send('POST', to, { bytes, headers: { 'Content-Type': workbook } })
const upload = async (bytes: Uint8Array<ArrayBuffer>, by = trade): Promise<UploadedSheet> => {
  const response = await send(bytes, by)
  expect(response.status).toBe(200)
  return answer<UploadedSheet>(response)
}
const said = ({ repairs }: UploadedSheet): string[] =>
  repairs.map(({ kind, sheet, cell, needsLook }) => `${kind} ${sheet} ${cell} ${needsLook}`)
const { figures, tables, narrative } = tradeReport()
const content = { figures, tables, narrative }
/** Cells of the unit's forms, as the tests of the layout have them. */
const [dossierSheet, dossierCell] = ['Biểu II.06a', 'D10']

const identity = {
  Sở: 'sct-thu',
  'Đơn vị': 'thuong_mai',
  'Kỳ báo cáo': april,
  'Danh mục biểu mẫu': version,
  'Bản đã nộp': '1',
}

describe('happy', () => {
  test('what was filed comes back as it is, nothing to repair, judged as a dry run judges it', async () => {
    const sheet = await upload(await filed())
    expect(sheet).toMatchObject({ period: april, unit: 'thuong_mai', catalogue: version })
    expect(sheet.content).toEqual(content)
    expect([sheet.basedOn, sheet.repairs]).toEqual([1, []])
    const body = tradeReport({ basedOn: 1, window: sheet.window })
    const dry = await trade.put(`${filing('thuong_mai', 2)}?dryRun=1`, body)
    const { report } = await answer<Receipt>(dry)
    const { sha256: _, ...subject } = report.subject
    expect(sheet.report).toMatchObject({ ...report, subject })
  })

  test('nothing is stored: no revision, no entry, the next upload answers the same', async () => {
    const bytes = await filed()
    const before = (await entriesOf('sct-thu')).length
    const first = await upload(bytes)
    expect(await upload(bytes)).toEqual(first)
    expect((await entriesOf('sct-thu')).length).toBe(before)
    expect(await answer(await trade.get(`/periods/${april}/units/thuong_mai/submissions`))).toHaveLength(1) // biome-ignore format: one question
  })

  test('errors are part of the answer, as the rules say them', async () => {
    const sheet = await upload(typedOver(await filed(), { [dossierSheet]: { [dossierCell]: 3 } }))
    expect(sheet.report.verdict).toBe('rejected')
    expect(sheet.report.counts.error).toBeGreaterThan(0)
  })
})

describe('typed as text', () => {
  const typed = async (value: Typed) => {
    const sheet = await upload(
      typedOver(await filed(), { [dossierSheet]: { [dossierCell]: value } }),
    )
    const figure = sheet.content.tables['KSTT-06a']?.XTTM?.received_online
    return { figure, repairs: sheet.repairs }
  }
  const none = { state: 'none' }

  test.each<[Typed, unknown, Repair['kind'] | undefined, boolean, RegExp]>([
    ['05', 5, 'number-from-text', false, /“05”, được đọc là số 5\./u],
    ['\u00a012 ', 12, 'number-from-text', false, /số 12/u],
    ['12,5 %', 12.5, 'number-from-text', false, /số 12,5/u],
    ['1,234.5', 1234.5, 'number-from-text', false, /số 1\.234,5/u],
    ['1.234', 1234, 'ambiguous', true, /có thể là 1\.234 hoặc 1,234; tạm lấy 1\.234/u],
    ['không', none, 'number-from-text', false, /“Không phát sinh”/u],
    ['-', none, 'number-from-text', false, /“Không phát sinh”/u],
    ['Không phát sinh', none, undefined, false, /^$/u],
    [
      'không được giao vốn',
      { state: 'not-applicable', why: 'không được giao vốn' },
      'number-from-text',
      false,
      /“Không áp dụng: không được giao vốn”/u,
    ],
    [
      'Không áp dụng: chưa giao',
      { state: 'not-applicable', why: 'chưa giao' },
      undefined,
      false,
      /^$/u,
    ],
    ['Không áp dụng', undefined, 'unread', true, /chưa có lý do/u],
    ['ba mươi', undefined, 'unread', true, /không đọc được “ba mươi” thành số/u],
    ['1/5/2025', undefined, 'unread', true, /chứa ngày 1\/5\/2025/u],
    [{ formula: 'SUM(5,6)', shown: 11 }, 11, 'formula', false, /“=SUM\(5,6\)”; đã lấy kết quả 11/u],
    [{ formula: 'SUM(5,6)', shown: '' }, undefined, 'formula', true, /không lưu kết quả/u],
  ])('%j', async (value, figure, kind, needsLook, message) => {
    // biome-ignore format: a table
    const read = await typed(value)
    expect(read.figure).toEqual(figure)
    const found = read.repairs.map(one => [one.kind, one.sheet, one.cell, one.at, one.needsLook])
    expect(found).toEqual(
      kind === undefined
        ? []
        : [[kind, dossierSheet, dossierCell, 'KSTT-06a/XTTM/received_online', needsLook]],
    )
    expect(read.repairs[0]?.message ?? '').toMatch(message)
  })

  test('a formula of ours that was typed over is told with what it would give', async () => {
    const sheet = await upload(typedOver(await filed(), { [dossierSheet]: { C10: 99 } }))
    expect(said(sheet)).toEqual([`formula ${dossierSheet} C10 true`])
    expect(sheet.repairs[0]?.message).toMatch(/“99”, trong khi tính từ số liệu thành phần được 10/u)
  })
})

describe('rearranged', () => {
  const grids = async () => gridsOf(await filed())
  const changed = (all: readonly Grid[], tab: string, by: (rows: Grid['rows']) => Grid['rows']) =>
    all.map(grid => (grid.name === tab ? { ...grid, rows: by(grid.rows) } : grid))
  const aside = (sheet: UploadedSheet) => said(sheet).filter(text => !/^(?:name-lost|formula)/u.test(text)) // biome-ignore format: one filter

  test('a renamed tab is recognised by its words', async () => {
    const bytes = reworded(await filed(), /workbook\.xml$/u, xml =>
      xml.replace('<sheet name="Biểu II.06a"', '<sheet name="Sheet7"'),
    )
    const sheet = await upload(bytes)
    expect(sheet.content).toEqual(content)
    expect(said(sheet)).toEqual(['sheet-renamed Sheet7 null false'])
    expect(sheet.repairs[0]?.message).toContain('“Biểu II.06a”')
  })

  test('a program that keeps nothing but cells loses no figure', async () => {
    const sheet = await upload(await rewritten(await grids(), identity))
    expect(sheet.content).toEqual(content)
    expect(sheet.basedOn).toBe(1)
    expect(said(sheet)).toEqual(['name-lost null null false'])
  })

  test('lines inserted above move all cells by one step, told once', async () => {
    const all = changed(await grids(), dossierSheet, rows => [[], ['ghi chú'], ...rows])
    const sheet = await upload(await rewritten(all, identity))
    expect(sheet.content).toEqual(content)
    expect(aside(sheet)).toEqual([`moved ${dossierSheet} D12 false`])
    expect(sheet.repairs.find(({ kind }) => kind === 'moved')?.message).toMatch(
      /8 ô từ D12 .* D10/u,
    )
  })

  test('a copied tab is not read; where it differs a person must look', async () => {
    const all = await grids()
    const original = all.find(({ name }) => name === dossierSheet)
    const copy = { name: `${dossierSheet} (2)`, rows: structuredClone(original?.rows ?? []) }
    const line = copy.rows[9]
    if (line) line[3] = 11
    const sheet = await upload(await rewritten([copy, ...all], identity))
    expect(sheet.content).toEqual(content)
    expect(aside(sheet)).toEqual([`sheet-renamed ${dossierSheet} (2) null true`])
  })

  test('a tab or a line that is gone leaves its figures unreported, and says so', async () => {
    const all = await grids()
    const without = all.filter(({ name }) => name !== dossierSheet)
    const tabGone = await upload(await rewritten(without, identity))
    expect(tabGone.content.tables).toEqual({})
    expect(aside(tabGone)).toEqual(['sheet-missing null null true'])
    const lineGone = await upload(
      await rewritten(
        changed(all, dossierSheet, rows => rows.toSpliced(9, 1)),
        identity,
      ),
    )
    expect(lineGone.content.tables).toEqual({})
    expect(aside(lineGone)).toContain(`line-missing ${dossierSheet} null true`)
  })

  test('the same line twice, and a figure on a line of nobody, are listed with their cells', async () => {
    const all = changed(await grids(), dossierSheet, rows => {
      const line = [...(rows[9] ?? [])]
      line[3] = 4711
      return [...rows.toSpliced(10, 0, line), ['99', 'Lĩnh vực lạ', null, 5]]
    })
    const sheet = await upload(await rewritten(all, identity))
    expect(sheet.content).toEqual(content)
    const looked = sheet.repairs.filter(one => one.needsLook && one.kind.startsWith('line-'))
    expect(looked.map(({ kind, cell }) => [kind, cell])).toEqual([
      ['line-doubled', 'D11'],
      ['line-strange', expect.stringMatching(/^D\d+$/u)],
    ])
  })

  test('any order of lines, any names of tabs and numbers as text say the same', async () => {
    const all = (await grids()).filter(({ name }) => !/^(?:Kiểm tra|PhepKiem|SoLieu)$/u.test(name))
    const heads = new Map(all.map(({ name, rows }) => [name, bodyAt(rows)]))
    const open = new Set(['DS TTHC có hồ sơ', 'NhanDang'])
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(
          ...all.map(({ name, rows }) => {
            const body = rows.slice(heads.get(name))
            return open.has(name)
              ? fc.constant(body)
              : fc.shuffledSubarray(body, { minLength: body.length })
          }),
        ),
        fc.shuffledSubarray(
          all.map((_, i) => i),
          { minLength: all.length },
        ),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        fc.boolean(),
        async (bodies, order, renamed, asText) => {
          const mixed = order.map((i): Grid => {
            const { name, rows } = all[i] ?? { name: '', rows: [] }
            const body = (bodies[i] ?? []).map(line =>
              line.map(cell => (asText && typeof cell === 'number' ? `0${cell}` : cell)),
            )
            return {
              name: renamed[i] && name !== 'NhanDang' ? `Trang ${i}` : name,
              rows: [...rows.slice(0, heads.get(name)), ...body],
            }
          })
          const sheet = await upload(await rewritten(mixed, identity))
          expect(sheet.content).toEqual(content)
          expect(sheet.basedOn).toBe(1)
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)
})

/** Where the lines of a form begin: below the row of column numbers. */
const bodyAt = (rows: Grid['rows']): number =>
  rows.findIndex(line => line.some(cell => cell === '(1)')) + 1 ||
  rows.findIndex(line => line.includes('Mục')) + 1

describe('whose file it is', () => {
  const asked = async (bytes: Uint8Array<ArrayBuffer>) => {
    const response = await send(bytes)
    const { type, detail = '' } = await problem(response)
    return [response.status, type, detail] as const
  }

  test("another unit's is refused by name", async () => {
    const industry = await house.signIn('cong_nghiep')
    const theirs = await download(`/periods/${april}/units/cong_nghiep/sheet.xlsx`, industry)
    const [status, type, detail] = await asked(theirs)
    expect([status, type]).toEqual([409, 'other-sheet'])
    expect(detail).toMatch(
      /của Phòng Công nghiệp, kỳ tháng 4\/2025; đang mở biểu của Phòng Thương mại, kỳ tháng 4\/2025/u,
    )
  })

  test("another period's is refused by name", async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const [, type, detail] = await asked(
      await download('/periods/2025-M03/units/thuong_mai/sheet.xlsx'),
    )
    expect(type).toBe('other-sheet')
    expect(detail).toMatch(/của Phòng Thương mại, kỳ tháng 3\/2025; đang mở .* kỳ tháng 4\/2025/u)
  })

  test("another agency's is refused, and another catalogue's", async () => {
    const own = await filed()
    const agency = reworded(own, /custom\.xml$/u, xml => xml.replace('sct-thu', 'sct-khac'))
    expect((await asked(agency)).slice(0, 2)).toEqual([409, 'other-sheet'])
    const page = reworded(own, /sharedStrings\.xml$/u, xml => xml.replace(version, 'sct-2020.9'))
    const [, type, detail] = await asked(page)
    expect(type).toBe('catalogue-outdated')
    expect(detail).toMatch(/“sct-2020\.9”.*“sct-2025\.1”/u)
  })

  test('without any identity it is recognised by its headings, and nobody knows its revision', async () => {
    const all = gridsOf(await filed()).filter(({ name }) => name !== 'NhanDang')
    const sheet = await upload(await rewritten(all))
    expect(sheet.content).toEqual(content)
    expect(sheet.basedOn).toBeNull()
    expect(said(sheet)[0]).toBe('identity null null true')
  })

  test('one half of it is enough', async () => {
    const sheet = await upload(await rewritten(gridsOf(await filed())))
    expect([sheet.basedOn, said(sheet)[0]]).toEqual([1, 'identity null null false'])
  })

  test('without any identity the headings of another unit or period refuse it', async () => {
    const industry = await house.signIn('cong_nghiep')
    const path = `/periods/${april}/units/cong_nghiep/sheet.xlsx`
    const theirs = gridsOf(await download(path, industry))
    const [, type, detail] = await asked(
      await rewritten(theirs.filter(({ name }) => name !== 'NhanDang')),
    )
    expect(type).toBe('other-sheet')
    expect(detail).toMatch(/“PHÒNG CÔNG NGHIỆP”; đang mở biểu của Phòng Thương mại/u)
  })

  test('a form pasted from another period is told, the rest is read', async () => {
    const all = gridsOf(await filed()).map(grid =>
      grid.name === dossierSheet
        ? { ...grid, rows: grid.rows.map(line => line.map(cell => typeof cell === 'string' ? cell.replace('Tháng 4/2025', 'Tháng 3/2025') : cell)) }
        : grid,
    ) // biome-ignore format: one change
    const sheet = await upload(await rewritten(all, identity))
    expect(said(sheet)[0]).toBe(`identity ${dossierSheet} null true`)
  })

  test('a workbook with none of the forms is refused', async () => {
    const [status, type, detail] = await asked(await rewritten([{ name: 'A', rows: [['x', 1]] }]))
    expect([status, type]).toEqual([422, 'not-a-workbook'])
    expect(detail).toContain('Phòng Thương mại')
  })
})

describe('error', () => {
  test.each([
    ['a period that is not open', '/periods/2025-M05/units/thuong_mai/sheet.xlsx'],
    ['something that is no period', '/periods/thang-4/units/thuong_mai/sheet.xlsx'],
  ])('%s takes none', async (_, to) => {
    expect((await send(await download(), trade, to)).status).toBe(404)
  })

  test('more than 5 MB are refused before they are read; the limit of other bodies stays', async () => {
    const response = await send(new Uint8Array(5 * 1024 * 1024 + 1))
    expect([response.status, (await problem(response)).detail]).toEqual([413, expect.stringMatching(/vượt 5 MB/u)]) // biome-ignore format: one pair
    const json = await trade.put(filing('thuong_mai', 1), { words: 'x'.repeat(300_000) })
    expect((await problem(json)).detail).toMatch(/vượt 256 KB/u)
  })
})

describe('security', () => {
  test.each(['cong_nghiep', 'clerk', 'dashboard', 'admin'])('%s may not', async who => {
    expect((await send(await download(), await house.signIn(who))).status).toBe(403)
  })
})

// the runtime has one database, and a new house empties it: these come last
describe('in a house of its own', () => {
  test('a file of a period without a submission is based on none', async () => {
    const by = await (await openHouse()).signIn('thuong_mai')
    const empty = await download(path, by)
    const sheet = await upload(typedOver(empty, { [dossierSheet]: { [dossierCell]: 7 } }), by)
    expect([sheet.basedOn, sheet.repairs]).toEqual([null, []])
    expect(sheet.content.tables['KSTT-06a']).toEqual({ XTTM: { received_online: 7 } })
  })

  test('a colleague who filed meanwhile is named, and the file says what it was filled from', async () => {
    const by = await (await openHouse()).signIn('thuong_mai')
    await by.put(filing('thuong_mai', 1), tradeReport())
    const bytes = await download(path, by)
    const next = tradeReport({ basedOn: 1, preparedBy: 'Phạm Văn Hai' })
    expect((await by.put(filing('thuong_mai', 2), next)).status).toBe(201)
    const sheet = await upload(bytes, by)
    expect(sheet.basedOn).toBe(1)
    expect(said(sheet)).toEqual(['outdated null null true'])
    expect(sheet.repairs[0]?.message).toMatch(/bản 1; sau đó Phạm Văn Hai đã lập bản 2/u)
  })
})
