/** Rules at the command line: a rule that is only in a file is rehearsed on what the demo agency has filed, and switched. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rehearsal } from '../../shared/protocol.ts'
import { loadDemoAgency } from '../../worker/demo/load.ts'
import { databaseFile, makeDataDir } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { admin, agency, ownFolder, tamper } from './admin-place.ts'

const { path: folder, remove } = ownFolder()
afterAll(remove)
const place = join(folder, 'demo')
const span = ['--from', '2025-M02', '--to', '2025-M04']
const rules = (typed: string, ...more: string[]) => admin(place, `rules ${typed}`, ...more)

/** More than 200 dossiers received: several units and periods of the demo agency have them. */
const fresh = {
  id: 'NEW-01',
  title: 'Hồ sơ tiếp nhận mới vượt 200',
  severity: 'warning',
  check: 'compare',
  left: 'dossiers_new',
  operator: '<=',
  right: '200',
  says: 'Thường không quá',
  fix: 'Xem lại số này.',
  basis: 'Thử',
}
function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

beforeAll(async () => {
  makeDataDir(place)
  const db = openSqlite(databaseFile(place))
  await db.migrate()
  await loadDemoAgency(db)
  db.close()
}, 60_000)

test('a rule that no catalogue has yet says whom it would have stopped, as a table and as JSON', async () => {
  const path = file('new.json', fresh)
  const { code, said } = await rules(`rehearse ${agency} --file ${path}`, ...span)
  expect(code).toBe(0)
  expect(said).toContain(
    'NEW-01 (chưa có trong danh mục)  Hồ sơ tiếp nhận mới vượt 200, 2025-M02 đến',
  )
  expect(said).toMatch(/Đơn vị +Lần nộp đã đọc +Lần nộp vướng +Số chỗ/u)
  expect(said).toMatch(/Phòng Quản lý Thương mại +3 +2 +2/u)
  const json = await rules(`rehearse ${agency} --file ${path} --json`, ...span)
  const [found] = JSON.parse(json.said) as Rehearsal[]
  expect(found).toMatchObject({ rule: 'NEW-01', from: '2025-M02', to: '2025-M04' })
  expect(found?.failing).toBe(found?.units.reduce((sum, unit) => sum + unit.failing, 0))
  expect(found?.submissions).toBeGreaterThan(20)
})

test('a file with faults is refused whole, each fault with its place', async () => {
  const path = file('bad.json', [fresh, { ...fresh, id: 'NEW-02', right: 'no_such_key' }])
  const { code, warned } = await rules(`rehearse ${agency} --file ${path}`, ...span)
  expect(code).toBe(1)
  expect(warned).toContain('có 1 chỗ sai')
  expect(warned).toContain('NEW-02/right: unknown key "no_such_key"')
  const shapeless = await rules(`rehearse ${agency} --file ${file('none.json', {})}`, ...span)
  expect(shapeless.code).toBe(1)
})

test('a rule is switched with a reason, shows in the list, and the chain holds it', async () => {
  const why = ['--reason', 'Chờ hướng dẫn mới của Sở Nội vụ.']
  expect((await rules(`set ${agency} X-07 --status gone`, ...why)).code).toBe(2)
  expect((await rules(`set ${agency} X-07 --status off`)).code).toBe(2)
  expect((await rules(`set ${agency} X-07 --status off --until 31/12`, ...why)).code).toBe(2)
  const refused = await rules(`set ${agency} X-01A --status off`, ...why)
  expect([refused.code, refused.warned]).toEqual([1, expect.stringContaining('ghi thêm mã X-01A')])
  const done = await rules(`set ${agency} X-07 --status rehearsal --from 2025-07-01`, ...why)
  expect([done.code, done.said]).toEqual([0, expect.stringContaining('X-07 nay chạy thử')])
  const { said } = await rules(`list ${agency}`)
  expect(said).toMatch(/X-07 +Cần giải trình +chạy thử +từ 1\/7\/2025 +Hồ sơ thuộc diện số hóa/u)
  // what is in rehearsal is rehearsed when nothing is named
  expect((await rules(`rehearse ${agency}`, ...span)).said).toContain('X-07  Hồ sơ thuộc diện')
  expect((await admin(place, 'audit verify')).code).toBe(0)
  tamper(place, `UPDATE rule_change SET reason = 'Lý do khác hẳn.'`)
  const { code, warned } = await admin(place, 'audit verify')
  expect([code, warned]).toEqual([1, expect.stringContaining('thay đổi quy tắc X-07 1')])
})
