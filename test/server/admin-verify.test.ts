/** Whatever somebody with the database file changes behind the app's back, `audit verify` says where and what. */
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemoAgency } from '../../worker/demo/load.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { admin, agency, enter, ownFolder, request, tamper } from './admin-place.ts'

const { path: folder, remove } = ownFolder()
afterAll(remove)
const original = join(folder, 'original')
let head = ''
let entries = 0
let copies = 0

/** The demo's three periods, then a review of each kind, an adjustment, a copy of the head, and more after it. */
beforeAll(async () => {
  mkdirSync(original)
  const db = openSqlite(databaseFile(original))
  await db.migrate()
  const codes = await loadDemoAgency(db)
  db.close()
  const clerk = await enter(original, codes.find(one => one.role === 'clerk')?.code ?? '')
  const review = (unit: string, decision: string, note: string, questioned: string[] = []) =>
    request(original, 'POST', `/periods/2025-M04/units/${unit}/review`, {
      token: clerk,
      body: { revision: 1, decision, note, questioned },
    })
  expect((await review('qltm', 'accept', '')).status).toBe(201)
  expect((await review('khth', 'return', 'Xem lại mục 1.1', ['PLAN/1.1/status'])).status).toBe(201)
  expect((await review('khth', 'accept', '')).status).toBe(201)
  const adjusting = await request(
    original,
    'PUT',
    '/periods/2025-M04/adjustments/0b9cf5c6-1f2e-4c0f-9d1b-6a3f3a1c2d4e',
    {
      token: clerk,
      body: { place: 'articles_own_site', value: 1, reason: 'Bổ sung theo công văn của Sở' },
    },
  )
  expect(adjusting.status, await adjusting.text()).toBe(201)
  const editing = await request(original, 'PUT', '/periods/2025-M04/narrative/II.3', {
    token: clerk,
    body: { basedOn: null, text: 'Sở có 7 phòng chuyên môn.' },
  })
  expect(editing.status, await editing.text()).toBe(201)
  expect((await admin(original, 'clock')).code).toBe(0)
  expect((await review('qltm', 'return', 'Thiếu minh chứng')).status).toBe(201)
  const verified = await admin(original, 'audit verify')
  expect(verified.warned).toBe('')
  expect(verified.code).toBe(0)
  const [, count, printed] =
    /: (\d+) mục nhật ký, đầu chuỗi (\d+:[0-9a-f]{64})/u.exec(verified.said) ?? []
  entries = Number(count)
  head = printed ?? ''
})

function tampered(sql: string): string {
  copies += 1
  const copy = join(folder, `${copies}`)
  cpSync(original, copy, { recursive: true })
  tamper(copy, sql)
  return copy
}

const verified = async (dataDir: string, more = '') => admin(dataDir, `audit verify ${more}`)

test('a chain nobody touched holds, against its tables and the head on paper', async () => {
  const printed = head.replace(
    /:(.{4})(.{4})(.{4})(.{4}).*$/u,
    (_, ...p) => `:${p.slice(0, 4).join('-').toUpperCase()}`,
  )
  for (const against of [head, printed]) {
    const answer = await verified(original, `${agency} --against ${against}`)
    expect(answer.warned).toBe('')
    expect(answer.code).toBe(0)
  }
})

const q = (text: string) => `'${text}'`
const newest = (action: string) => `(SELECT max(seq) FROM audit WHERE action = ${q(action)})`

describe('a row that was changed behind the app', () => {
  test.each<[what: string, sql: string, ...sentences: RegExp[]]>([
    [
      'an entry edited',
      `UPDATE audit SET name = 'Ai đó' WHERE seq = 3`,
      /mục số 3, lúc \d+\/\d+\/\d{4} \d\d:\d\d: nội dung đã bị sửa/u,
    ],
    [
      'an entry edited together with its hash',
      `UPDATE audit SET name = 'Ai đó', hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 3`,
      /mục số 4, .*không nối vào mục số 3/u,
    ],
    ['an entry removed', 'DELETE FROM audit WHERE seq = 5', /mục số 5: đã bị xóa/u],
    [
      'several entries removed',
      'DELETE FROM audit WHERE seq BETWEEN 5 AND 7',
      /các mục số 5 đến 7: đã bị xóa/u,
    ],
    ['the first entry removed', 'DELETE FROM audit WHERE seq = 1', /mục số 1: đã bị xóa/u],
    [
      'two entries that changed places',
      'UPDATE audit SET seq = 99999 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = 7; UPDATE audit SET seq = 7 WHERE seq = 99999',
      /mục số 6, .*đứng sai chỗ; .*ngay sau mục nay mang số 7/u,
      /mục số 7, .*đứng sai chỗ; .*ngay sau mục nay mang số 5/u,
    ],
    [
      'the tail cut off behind an exported copy',
      `DELETE FROM audit WHERE seq >= (SELECT seq FROM exported_head)`,
      /đuôi nhật ký đã bị cắt/u,
      /bản sao lưu ngoài ngày 20\/4\/2025/u,
    ],
    [
      'the tail cut off after the last copy',
      `DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)`,
      /quyết định duyệt bản 1 của Phòng Quản lý Thương mại, Tháng 4\/2025: đang lưu nhưng nhật ký không có mục nào/u,
    ],
    [
      'figures of a submission edited',
      `UPDATE submission SET body = json_set(body, '$.figures.articles_own_site', 99) WHERE unit = 'qltm' AND period = '2025-M04'`,
      /nội dung đang lưu của bản nộp số 1 của Phòng Quản lý Thương mại, .*không phải nội dung đã nhận/u,
    ],
    [
      'figures edited together with their digest',
      `UPDATE submission SET digest = 'x' WHERE unit = 'qltm' AND period = '2025-M04'`,
      /bản nộp số 1 của Phòng Quản lý Thương mại, .* đang lưu khác nhật ký ở mã nội dung/u,
    ],
    [
      'what the check said of a submission',
      `UPDATE submission SET report = json_set(report, '$.counts.checks', 1) WHERE unit = 'qltm' AND period = '2025-M04'`,
      /bản nộp số 1 của Phòng Quản lý Thương mại, .* đang lưu khác nhật ký ở báo cáo kiểm tra\./u,
    ],
    [
      'the units of the agency',
      `UPDATE agency SET document = json_set(document, '$.name', 'Sở khác')`,
      /hồ sơ cơ quan đang lưu khác nhật ký ở mã nội dung/u,
    ],
    [
      'the instant that decides lateness',
      `UPDATE submission SET received_at = '2025-04-01T00:00:00.000Z' WHERE unit = 'qltm' AND period = '2025-M04'`,
      /đang lưu khác nhật ký ở thời điểm nhận/u,
    ],
    [
      'a name on the receipt',
      `UPDATE submission SET approved_by = 'Ai đó' WHERE unit = 'qltm' AND period = '2025-M04'`,
      /không phải nội dung đã nhận/u,
    ],
    [
      'a submission removed',
      `DELETE FROM submission WHERE unit = 'ktat' AND period = '2025-M03'`,
      /có ghi bản nộp số 1 của Phòng Kỹ thuật an toàn .* nhưng không còn/u,
    ],
    [
      'a decision turned round',
      `UPDATE review SET decision = 'accept' WHERE unit = 'khth' AND number = 1`,
      /quyết định duyệt bản 1 của Phòng Kế hoạch .* đang lưu khác nhật ký ở quyết định/u,
    ],
    [
      'a questioned place unmarked',
      `UPDATE review SET questioned = '[]' WHERE unit = 'khth' AND number = 1`,
      /quyết định duyệt bản 1 của Phòng Kế hoạch .* đang lưu khác nhật ký ở chỗ cần xem lại/u,
    ],
    ['a decision removed', `DELETE FROM review WHERE unit = 'khth'`, /có ghi quyết định duyệt/u],
    [
      'an adjustment raised',
      `UPDATE adjustment SET value = '50'`,
      /điều chỉnh articles_own_site, .* đang lưu khác nhật ký ở mã nội dung/u,
    ],
    [
      'words rewritten',
      `UPDATE narrative_edit SET text = 'Sở có 8 phòng chuyên môn.'`,
      /lời văn đã sửa của mục II\.3, .* đang lưu khác nhật ký ở mã nội dung/u,
    ],
    [
      'words removed',
      `DELETE FROM narrative_edit`,
      /có ghi lời văn đã sửa của mục II\.3, .* không còn trong dữ liệu/u,
    ],
    [
      'a lock lifted',
      `UPDATE period SET state = 'open', final = NULL WHERE period = '2025-M03'`,
      /Tháng 3\/2025 đang lưu khác nhật ký ở trạng thái mở hay khóa, mã tổng hợp/u,
    ],
    [
      'a lock without an entry',
      `UPDATE period SET state = 'locked' WHERE period = '2025-M04'`,
      /Tháng 4\/2025 đang lưu khác nhật ký ở trạng thái/u,
    ],
    [
      'rights given in silence',
      `INSERT INTO access VALUES ('ffffffff00', '${agency}', 'clerk', NULL, 'Ai đó', '2025-01-01T00:00:00.000Z', NULL)`,
      /mã truy cập ffffffff: đang lưu nhưng nhật ký không có mục nào/u,
    ],
    [
      'an exported copy replaced',
      `UPDATE exported_head SET hash = '${'0'.repeat(64)}'`,
      /khác mã trong bản sao trong cơ sở dữ liệu/u,
    ],
  ])('%s', async (_, sql, ...sentences) => {
    const { code, warned } = await verified(tampered(sql))
    for (const sentence of sentences) expect(warned).toMatch(sentence)
    expect(warned).toContain(agency)
    expect(code).toBe(1)
  })
})

test('a tail cut with every trace of it shows against the head on paper', async () => {
  const cut = tampered(
    `DELETE FROM audit WHERE seq = ${newest('review.returned')};
     DELETE FROM review WHERE unit = 'qltm' AND number = 2`,
  )
  expect((await verified(cut)).code).toBe(0)
  const held = await verified(cut, `${agency} --against ${head}`)
  expect(held.warned).toMatch(/không còn, nhưng có trong bản in/u)
  expect(held.code).toBe(1)
})

test('copies from elsewhere are read from the folder that is named, and one that is none is refused', async () => {
  const elsewhere = join(original, 'archive/audit-heads')
  expect((await verified(original, `--heads ${elsewhere}`)).code).toBe(0)
  const cut = tampered('DELETE FROM exported_head')
  expect((await verified(cut, `--heads ${elsewhere}`)).warned).toMatch(
    /bản sao đầu chuỗi ngày 20\/4\/2025 nhưng không còn/u,
  )
  const wrong = await verified(original, '--heads worker/demo')
  expect(wrong.warned).toMatch(/không phải bản sao đầu chuỗi/u)
  expect(wrong.code).toBe(1)
})

test('every entry is walked', () => expect(entries).toBeGreaterThan(30))
