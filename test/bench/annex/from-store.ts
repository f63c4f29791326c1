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

const [folder = '', code = '', out = '', times = '1'] = process.argv.slice(2)
const db = openSqlite(databaseFile(folder))
const ask = asking({ DB: db, clock: at(pulledAt), log: () => {} })
const token = await enter(ask, code)
const taken: { seconds: number; cpu: number }[] = []
let bytes = new Uint8Array()
for (let i = 0; i < Number(times); i++) {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const response = await granted(ask('GET', `/periods/${period}/annex.xlsx`, token))
  bytes = new Uint8Array(await response.arrayBuffer())
  const used = process.cpuUsage(cpu)
  taken.push({
    seconds: (performance.now() - start) / 1000,
    cpu: (used.user + used.system) / 1e6,
  })
}
writeFileSync(out, bytes)
db.close()
console.log(JSON.stringify({ taken }))
