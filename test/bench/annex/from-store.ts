/**
 * `node from-store.ts <data folder> <clerk's code> <out.xlsx> <times>`: the annex through the app as it stands on a
 * server, validation and lineage included. Prints the first and the following times in seconds.
 */
import { writeFileSync } from 'node:fs'
import { databaseFile } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { enter, granted } from '../province.ts'
import { period } from './corpus.ts'
import { asking, at, pulledAt } from './store.ts'
import { timed } from './timed.ts'

const [folder = '', code = '', out = '', times = '1'] = process.argv.slice(2)
const db = openSqlite(databaseFile(folder))
const ask = asking({ DB: db, clock: at(pulledAt), log: () => {} })
const token = await enter(ask, code)
const [taken, bytes] = await timed(Number(times), async () => {
  const response = await granted(ask('GET', `/periods/${period}/annex.xlsx`, token))
  return new Uint8Array(await response.arrayBuffer())
})
writeFileSync(out, bytes)
db.close()
console.log(JSON.stringify({ taken }))
