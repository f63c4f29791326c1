/** `npm start` as a person meets it: an empty machine, a second start, lost codes, and a demo figure gone wrong. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Consolidation, PeriodSummary } from '../../shared/protocol.ts'
import { openBrowser } from './browser.ts'
import { sitDown } from './person.ts'
import { product, root } from './product.ts'

const house = product()

beforeAll(() => house.start())
afterAll(() => house.remove())

describe('npm start', () => {
  test('loads the demo agency and serves it with the pane on one port', async () => {
    expect(house.codes().map(one => one.unit ?? one.role)).toEqual(
      expect.arrayContaining(['van_phong', 'qltm', 'clerk', 'dashboard', 'admin']),
    )
    const clerk = house.codeOf('clerk')
    const periods = await house.get<PeriodSummary[]>(clerk, '/periods')
    expect(periods.map(({ period, state: now }) => `${period} ${now}`)).toEqual([
      '2025-M04 open',
      '2025-M03 locked',
      '2025-M02 locked',
    ])
    // as published: 331 dossiers, 6 carried over and 325 new
    const april = await house.get<Consolidation>(clerk, '/periods/2025-M04/consolidation')
    const total = april.tables['KSTT-06a']?.total
    expect(total?.received_total?.value).toBe(331)
    expect(total?.carried_over?.value).toBe(6)
    expect(april.figures.dossiers_new?.value).toBe(325)
    const pane = await fetch(`${house.base}/taskpane.html`)
    expect([pane.status, pane.redirected]).toEqual([200, false])
  })

  test('brings page, pane and worker together: a person tries a code, fills and submits', async () => {
    const browser = await openBrowser()
    const person = await sitDown(browser.context, `${house.base}/`)
    await person.page.getByRole('button', { name: 'Thử với vai Phòng Quản lý Thương mại' }).click()
    await person.openSheets()
    await person.type(await person.goTo('qltm', 'articles_own_site'), '7')
    await person.submitAs('Bùi Thị Nga', 'Ngô Văn Phúc', 2)
    await person.says('Đã nộp bản 2 lúc').waitFor()
    await person.leave()
    await browser.close()
  })

  test('a second start keeps codes and figures', async () => {
    const before = house.codes()
    await house.stop()
    await house.start()
    expect(house.codes()).toEqual(before)
    const path = '/periods/2025-M04/units/qltm/submissions'
    const unit = house.codeOf('qltm')
    expect((await house.get<{ revision: number }[]>(unit, path)).length).toBe(2)
  })
})

test('a demo figure the check refuses stops the start, says where, and leaves nothing behind', async () => {
  const house = mkdtempSync(join(tmpdir(), 'cchc-bad-demo-'))
  for (const part of ['worker', 'shared', 'addin/vite.config.ts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(house, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const file = join(house, 'worker/demo/2025-M02/qltm.json')
  const demo = JSON.parse(readFileSync(file, 'utf8'))
  demo.figures.dossiers_resolved += 1
  writeFileSync(file, JSON.stringify(demo))
  const run = () => {
    const child = spawn(process.execPath, ['worker/start.ts'], {
      cwd: house,
      env: { ...process.env, PORT: '0', STATE_DIR: join(house, 'state') },
    })
    const said: string[] = []
    child.stderr.on('data', chunk => said.push(String(chunk)))
    return new Promise<[number | null, string]>(resolve =>
      child.once('close', status => resolve([status, said.join('')])),
    )
  }
  const [status, said] = await run()
  expect(status).toBe(1)
  expect(said).toContain('units/qltm/submissions')
  expect(said).toContain('dossiers_resolved')
  // what the next start goes by: a database that was not loaded to the end is made anew
  expect(existsSync(join(house, 'state/demo-loading'))).toBe(true)
  rmSync(house, { recursive: true, force: true })
}, 120_000)
