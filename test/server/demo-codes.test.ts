/** The demo's codes over the starts of a server: the same while the file with them is there, new ones when it was lost. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { admitAgency, allActive } from '../../worker/admit.ts'
import { accessAgain, writeAccess } from '../../worker/demo/access.ts'
import agency from '../../worker/demo/agency.json' with { type: 'json' }
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { newFolder } from './running.ts'

test('codes written down are found again; lost ones are issued anew and the old ones end', async () => {
  const folder = newFolder()
  vi.stubEnv('DEMO_DIR', folder)
  const db = openSqlite(join(folder, 'cchc.db'))
  await db.migrate()
  await db.batch(admitAgency(db, agency).saving)
  const again = () => accessAgain(db, agency.key)
  const codesOf = ({ codes }: Awaited<ReturnType<typeof again>>) => codes.map(one => one.code)

  const made = await again()
  writeAccess(made)
  expect(await again()).toEqual(made)

  rmSync(join(folder, 'access.json'))
  const anew = await again()
  expect(codesOf(anew)).not.toContain(codesOf(made)[0])
  expect(await allActive(db, agency.key, codesOf(anew))).toBe(true)
  expect(await allActive(db, agency.key, codesOf(made))).toBe(false)
  db.close()
  vi.unstubAllEnvs()
})
