/**
 * `npm run fuzz [requests per route] [seed]`: 10,000 mutated requests to every writing route and a tenth of that to every
 * reading one, the same each time. Prints a table of answers and the memory before and after; exits 1 on any fault.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { writing } from './drafts.ts'
import { fuzz } from './fuzz.ts'
import { isFile, reading, readsOf } from './reads.ts'
import { openWorld } from './world.ts'

const [count = 10_000, seed = 20_250_414] = process.argv.slice(2).map(Number)

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const megabytes = async (): Promise<string> => {
  // what finalizers let go of is free only after the next turn
  for (let turns = 0; turns < 4; turns++) {
    collect()
    await new Promise(resume => setTimeout(resume, 20))
  }
  const { rss, heapUsed } = process.memoryUsage()
  return `${(rss / 2 ** 20).toFixed(0)} MB resident, ${(heapUsed / 2 ** 20).toFixed(1)} MB heap`
}

const begun = performance.now()
const faults: string[] = []
const statuses = new Set<number>()
const rows: { name: string; sent: number; byStatus: ReadonlyMap<number, number> }[] = []
const memory: string[] = []
for (const part of [1, 4]) {
  for (const route of writing) {
    const name = `${route.method} ${route.path}`
    const some = Math.ceil((count * part) / 5)
    const found = await fuzz(route, some, seed + part)
    for (const fault of found.faults) faults.push(`${name}: ${fault}`)
    const row = rows.find(one => one.name === name)
    const byStatus = new Map(row?.byStatus)
    for (const [status, times] of found.byStatus) {
      statuses.add(status)
      byStatus.set(status, (byStatus.get(status) ?? 0) + times)
    }
    const sent =
      (row?.sent ?? 0) + [...found.byStatus.values()].reduce((sum, times) => sum + times, 0)
    if (row) Object.assign(row, { sent, byStatus })
    else rows.push({ name, sent, byStatus })
  }
  memory.push(`after ${part === 1 ? 20 : 100} % of the requests: ${await megabytes()}`)
}

const world = await openWorld()
for (const route of reading) {
  const name = `${route.method} ${route.path}`
  const sent = Math.ceil(count / (isFile(route) ? 100 : 10))
  const found = await readsOf(world, route, sent, seed)
  for (const fault of found.faults) faults.push(`${name}: ${fault}`)
  for (const status of found.byStatus.keys()) statuses.add(status)
  rows.push({ name, sent, byStatus: found.byStatus })
}
for (const line of world.lines)
  if (JSON.parse(line).error) faults.push(`the log tells of a fault: ${line}`)
world.close()

const columns = [...statuses].sort((a, b) => a - b)
const width = Math.max(...rows.map(({ name }) => name.length))
const line = (cells: readonly (string | number)[]) =>
  cells.map(cell => String(cell).padStart(6)).join(' ')
console.log(`${'route'.padEnd(width)} ${line(['sent', ...columns])}`)
for (const { name, sent, byStatus } of rows)
  console.log(
    `${name.padEnd(width)} ${line([sent, ...columns.map(status => byStatus.get(status) ?? 0)])}`,
  )
for (const one of memory) console.log(one)
for (const fault of faults.slice(0, 50)) console.error(fault)
console.log(
  `${faults.length} faults, seed ${seed}, ${((performance.now() - begun) / 1000).toFixed(0)} s`,
)
process.exitCode = faults.length === 0 ? 0 : 1
