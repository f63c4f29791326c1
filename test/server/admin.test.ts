/** The administrator's command line: an agency's life from its first file to a restored backup, and every refusal. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandWords } from '../../worker/admin/command-words.ts'
import { loadDemoAgency } from '../../worker/demo/load.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { admin, agency, demoAgency, enter, ownFolder, request, tamper } from './admin-place.ts'

const { path: folder, remove } = ownFolder()
afterAll(remove)
const inFolder = (name: string) => join(folder, name)
const demo = (): Record<string, unknown> => JSON.parse(readFileSync(demoAgency, 'utf8'))

function file(name: string, content: unknown): string {
  const path = inFolder(name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('the command itself lists every command, and tells done, refused and not understood apart', {
  timeout: 30_000,
}, () => {
  const script = fileURLToPath(new URL('../../worker/admin.ts', import.meta.url))
  const run = (...typed: string[]) =>
    spawnSync(process.execPath, [script, ...typed], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
  const { status, stdout } = run()
  expect(status).toBe(0)
  for (const [name, [, does]] of Object.entries(commandWords)) {
    expect(stdout).toContain(`  ${name}`)
    expect(stdout).toContain(does)
  }
  expect(run('agency', 'list', '--data-dir', inFolder('nowhere')).status).toBe(1)
  expect(run('agency', 'lift').status).toBe(2)
})

describe('what is not understood', () => {
  test.each<[typed: string, sentence: RegExp]>([
    ['agency lift', /Không có lệnh “agency lift”/u],
    ['agency list --deep', /không có tham số --deep/u],
    ['agency list extra', /không nhận 1 tham số/u],
    ['agency admit', /không nhận 0 tham số/u],
    [`codes issue ${agency} --role`, /--role cần một giá trị/u],
    [`codes issue ${agency}`, /Nói cấp cho ai/u],
    [`codes issue ${agency} --role boss`, /Không có vai trò “boss”/u],
    [`codes issue ${agency} --role clerk --unit qltm`, /unit cần --unit/u],
    [`codes revoke ${agency}`, /Nói thu hồi mã nào/u],
    [`audit verify ${agency} --against 12`, /không phải đầu chuỗi/u],
    ['agency list --local --remote', /Chỉ chọn một/u],
  ])('%s', async (typed, sentence) => {
    const place = inFolder('understood')
    await admin(place, `agency admit ${demoAgency}`)
    const { code, warned } = await admin(place, typed)
    expect(warned).toMatch(sentence)
    expect(code).toBe(2)
  })

  test('nor is a command without a place for its data', async () => {
    const { code, warned } = await admin('', 'agency list')
    expect(warned).toMatch(/Chưa nói dữ liệu ở đâu/u)
    expect(code).toBe(2)
  })
})

describe('an agency', () => {
  const place = inFolder('agency')

  test('enters a new folder, once; the chain tells of it by the digest of its document', async () => {
    const first = await admin(place, `agency admit ${demoAgency}`)
    expect(first).toMatchObject({ code: 0, warned: '' })
    expect(first.said).toMatch(/Đã thêm Sở Công Thương Bắc Giang: 9 đơn vị/u)
    expect((await admin(place, `agency admit ${demoAgency}`)).said).toMatch(/không có gì thay đổi/u)
    expect((await admin(place, 'audit verify')).said).toMatch(/: 1 mục nhật ký/u)
    expect((await admin(place, 'agency list')).said).toContain(agency)
  })

  test('shows its document so that it can be edited and admitted again', async () => {
    const { said } = await admin(place, `agency show ${agency} --json`)
    const renamed = file('renamed.json', { ...JSON.parse(said), place: 'Bắc Ninh' })
    expect((await admin(place, `agency admit ${renamed}`)).said).toMatch(/Đã thay hồ sơ/u)
    expect((await admin(place, `agency show ${agency}`)).said).toContain('Bắc Ninh')
    expect((await admin(place, 'audit verify')).code).toBe(0)
  })

  test('whose document was changed behind the app is not the one that was admitted', async () => {
    const copy = inFolder('changed')
    await admin(copy, `agency admit ${demoAgency}`)
    tamper(copy, `UPDATE agency SET document = json_set(document, '$.fields[0].procedures', 9)`)
    const { code, warned } = await admin(copy, 'audit verify')
    expect(warned).toMatch(/mục số 1, .*: hồ sơ cơ quan đang lưu khác nhật ký ở mã nội dung/u)
    expect(code).toBe(1)
  })

  test('is refused with every fault and its path, and nothing is stored', async () => {
    const bad = { ...demo(), key: 'Sở', roles: { all: ['khong_co'] }, extra: 1 }
    const { code, warned } = await admin(inFolder('bad'), `agency admit ${file('bad.json', bad)}`)
    expect(code).toBe(1)
    expect(warned).toMatch(/có 2 chỗ sai|có 3 chỗ sai/u)
    expect(warned).toMatch(/ {2}key: sai định dạng/u)
    expect((await admin(inFolder('bad'), 'agency list')).said).toMatch(/Chưa có cơ quan nào/u)
    const unknown = { ...demo(), roles: { all: ['khong_co'] } }
    const said = await admin(place, `agency admit ${file('unknown.json', unknown)}`)
    expect(said.warned).toMatch(/roles\.all: nhắc đến đơn vị “khong_co” không có/u)
  })

  test.each([
    ['missing.json', /Không đọc được .*missing\.json \(ENOENT\)/u],
    [file('text.json', '{'), /không phải JSON/u],
  ])('file %s', async (name, sentence) => {
    const { code, warned } = await admin(place, `agency admit ${name}`)
    expect(warned).toMatch(sentence)
    expect(code).toBe(1)
  })
})

test('a catalogue version enters once and never changes', async () => {
  const place = inFolder('catalogue')
  expect((await admin(place, 'catalogue load sct-2025.1')).said).toMatch(
    /Đã nạp danh mục sct-2025\.1/u,
  )
  expect((await admin(place, 'catalogue load sct-2025.1')).said).toMatch(/đã có với đúng nội dung/u)
  expect((await admin(place, 'catalogue list')).said).toMatch(/^sct-2025\.1 {2}từ 15\/12\/2024/u)
  const other = inFolder('other')
  mkdirSync(join(other, 'rules'), { recursive: true })
  const head = JSON.parse(readFileSync('shared/catalogue/sct-2025.1/catalogue.json', 'utf8'))
  const onlyHead = { ...head, forms: [] }
  writeFileSync(join(other, 'catalogue.json'), JSON.stringify(onlyHead))
  const differing = await admin(place, `catalogue load ${other}`)
  expect(differing.warned).toMatch(/đã nạp với nội dung khác|có \d+ lỗi nên chưa nạp/u)
  expect(differing.code).toBe(1)
  const absent = await admin(place, 'catalogue load sct-1999.1')
  expect(absent.warned).toMatch(/Không thấy danh mục “sct-1999\.1”/u)
  expect(absent.code).toBe(1)
})

describe('codes', () => {
  const place = inFolder('codes')
  const signIn = (code: string) => request(place, 'POST', '/sessions', { body: { code } })
  const shown = (said: string): string[] => said.match(/(?:[0-9A-Z]{5}-){4}[0-9A-Z]{6}/gu) ?? []
  beforeAll(async () => {
    await admin(place, `agency admit ${demoAgency}`)
  })

  test('open a session when issued and not when revoked; the list never shows one', async () => {
    const [code = ''] = shown(
      (await admin(place, `codes issue ${agency} --role unit --unit qltm --name`, 'Chị Hà')).said,
    )
    const token = await enter(place, code)
    expect((await request(place, 'GET', '/me', { token })).status).toBe(200)
    const { said } = await admin(place, `codes list ${agency}`)
    expect(shown(said)).toEqual([])
    const [, id = ''] = /^([0-9a-f]{8}) .*qltm .*Chị Hà .*20\/4\/2025/mu.exec(said) ?? []
    expect((await admin(place, `codes revoke ${agency} ${id}`)).code).toBe(0)
    expect((await request(place, 'GET', '/me', { token })).status).toBe(401)
    expect((await signIn(code)).status).toBe(401)
    const again = await admin(place, `codes revoke ${agency} ${id}`)
    expect(again.code).toBe(1)
    expect((await admin(place, 'audit verify')).code).toBe(0)
  })

  test('for everyone go into a file that only its owner reads and that is never written over', async () => {
    const out = inFolder('access.json')
    const { said } = await admin(place, `codes issue ${agency} --all --out ${out}`)
    expect(shown(said)).toEqual([])
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const written = JSON.parse(readFileSync(out, 'utf8'))
    expect(written).toMatchObject({ agency, codes: { length: 12 } })
    expect((await signIn(written.codes[0].code)).status).toBe(201)
    const before = (await admin(place, `codes list ${agency}`)).said
    const again = await admin(place, `codes issue ${agency} --all --out ${out}`)
    expect(again.warned).toMatch(/chưa cấp mã nào/u)
    expect((await admin(place, `codes list ${agency}`)).said).toBe(before)
  })

  test('of a unit or of all are revoked at once, and earlier ones are told of', async () => {
    const again = await admin(place, `codes issue ${agency} --role unit --unit khth`)
    expect(again.said).toMatch(/1 mã cấp trước đây cho cùng người giữ vẫn dùng được/u)
    expect((await admin(place, `codes revoke ${agency} --unit khth`)).said).toMatch(/thu hồi 2 mã/u)
    expect((await admin(place, `codes revoke ${agency} --all`)).said).toMatch(/thu hồi 11 mã/u)
    expect((await admin(place, `codes revoke ${agency} --all`)).code).toBe(1)
    expect((await admin(place, 'audit verify')).code).toBe(0)
  })

  test('of a dashboard can be widened, identities added, and the chains tell of both', async () => {
    const other = file('other-agency.json', { ...demo(), key: 'sct-khac', name: 'Sở Khác' })
    await admin(place, `agency admit ${other}`)
    await admin(place, `codes issue ${agency} --role dashboard`)
    const { said } = await admin(place, `codes list ${agency}`)
    // one instant: issued and not revoked
    const line = /^([0-9a-f]{8}) {2}dashboard +Hệ thống \D+ \S+ \d\d:\d\d$/mu
    const [, id = ''] = line.exec(said) ?? []
    const widened = await admin(place, `codes widen ${agency} ${id} sct-khac`)
    expect(widened).toMatchObject({ code: 0, warned: '' })
    expect((await admin(place, `codes widen ${agency} ${id} sct-la`)).code).toBe(1)
    const identity = `identities add ${agency} --issuer https://sso.invalid --subject ha --role clerk`
    expect((await admin(place, identity)).code).toBe(0)
    expect((await admin(place, identity)).code).toBe(1)
    expect(await admin(place, 'audit verify')).toMatchObject({ code: 0, warned: '' })
    await admin(place, `codes revoke ${agency} --all`)
    expect(await admin(place, 'audit verify')).toMatchObject({ code: 0, warned: '' })
  })
})

describe('with figures filed', () => {
  const place = inFolder('filed')
  beforeAll(async () => {
    mkdirSync(place)
    const db = openSqlite(databaseFile(place))
    await db.migrate()
    await loadDemoAgency(db)
    db.close()
  })

  test('a unit that filed is not dropped by mistake, and its figures stay when it is meant', async () => {
    const { units, roles, tasks, ...rest } = demo() as {
      units: { key: string }[]
      roles: Record<string, string[]>
      tasks: { lead: string; supporting?: string[] }[]
    }
    const without = {
      ...rest,
      units: units.filter(({ key }) => key !== 'qltt'),
      roles: Object.fromEntries(
        Object.entries(roles).map(([role, keys]) => [role, keys.filter(key => key !== 'qltt')]),
      ),
      tasks: tasks.filter(({ lead, supporting = [] }) => ![lead, ...supporting].includes('qltt')),
    }
    const path = file('without.json', without)
    const { code, warned } = await admin(place, `agency admit ${path}`)
    expect(warned).toMatch(/bỏ qltt là đơn vị đã nộp số liệu/u)
    expect(code).toBe(1)
    const forced = await admin(place, `agency admit ${path} --force`)
    expect(forced.code).toBe(0)
    expect(forced.said).toMatch(/Mã truy cập của qltt vẫn còn hiệu lực/u)
    expect(await admin(place, 'audit verify')).toMatchObject({ code: 0, warned: '' })
  })

  test('a backup is restored only into an empty folder, and its chain is verified there', async () => {
    const backup = inFolder('backup.db')
    expect((await admin(place, `backup ${backup}`)).code).toBe(0)
    const there = inFolder('restored')
    const restored = await admin(there, `restore ${backup}`)
    expect(restored).toMatchObject({ code: 0, warned: '' })
    expect(restored.said).toMatch(/Chuỗi nhật ký của 1 cơ quan còn nguyên/u)
    expect((await admin(there, `restore ${backup}`)).code).toBe(1)
    expect((await admin(there, 'audit verify')).code).toBe(0)
  })
})
