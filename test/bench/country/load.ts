/**
 * A province to look at: `node test/bench/country/load.ts --data-dir <dir> --agencies 6 --units 12 --years 2 [--seed 7]`,
 * then `DATA_DIR=<dir> node worker/node.ts` serves it. The last of the years ends today: what closed is filed and locked,
 * the last month is open and some units are missing. Prints a dashboard code over all agencies and a clerk's of the first.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dateInVietnam, parsePeriod, statutoryWindow } from '../../../shared/period.ts'
import { widenAccess } from '../../../worker/admit.ts'
import { codeHash } from '../../../worker/code.ts'
import { databaseFile, makeDataDir } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { drawing } from '../corpus.ts'
import { index } from '../province.ts'
import {
  admitCatalogueOnce,
  admitted,
  at,
  codeOf,
  entering,
  file,
  filing,
  locking,
  lockPeriod,
  opening,
  openPeriod,
} from './open.ts'
import { agencyOf } from './places.ts'
import { firstYear, periodsOfYears, reportsOf } from './reports.ts'

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    agencies: { type: 'string', default: '6' },
    units: { type: 'string', default: '12' },
    years: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
  },
})
const dataDir = values['data-dir']
if (!dataDir) throw new Error('--data-dir <folder> is missing')
if (existsSync(databaseFile(dataDir))) throw new Error(`${dataDir} has a database already`)
const [agencies, units, years, seed] = [
  values.agencies,
  values.units,
  values.years,
  values.seed,
].map(Number)

makeDataDir(dataDir)
const db = openSqlite(databaseFile(dataDir))
await db.migrate()
await admitCatalogueOnce(db)

const today = dateInVietnam(Date.now())
const closed = periodsOfYears(years ?? 2).filter(period => statutoryWindow(period).to < today)
// the last month is still being filed
const last = closed.findLast(period => parsePeriod(period).kind === 'M') ?? ''
const codes: string[] = []
let dashboard = ''
for (let number = 1; number <= (agencies ?? 6); number++) {
  const agency = agencyOf(number, units ?? 12)
  const keys = agency.units.map(({ key }) => key)
  const issued = await admitted(db, agency, `${firstYear - 1}-12-10T01:00:00.000Z`)
  const reports = new Map(
    keys.map(unit => [unit, reportsOf(index, agency, unit, seed ?? 7, years ?? 2)]),
  )
  const draw = drawing((seed ?? 7) + number)
  for (const period of closed) {
    const ask = at(db, filing(period))
    const session = await entering(ask, issued, keys)
    await openPeriod(at(db, opening(period)), session.clerk, period)
    await Promise.all(
      keys.map(async unit => {
        const report = reports.get(unit)?.get(period)
        const token = session.units.get(unit)
        if (!report || !token || (period === last && draw(10) < number % 4)) return
        await file(ask, token, unit, period, report)
      }),
    )
    if (period !== last) await lockPeriod(at(db, locking(period)), session.clerk, period)
  }
  if (number === 1) dashboard = codeOf(issued, ({ role }) => role === 'dashboard')
  codes.push(`${codeOf(issued, ({ role }) => role === 'clerk')}  clerk of ${agency.name}`)
  console.log(`${agency.key} ${agency.name}: ${closed.length} periods to ${last}`)
}
const others = codes.slice(1).map((_, i) => `so-${i + 2}`)
if (others.length > 0)
  await widenAccess(db, 'so-1', codeHash(dashboard), others, new Date().toISOString())
db.close()
console.log(`\n${dashboard}  dashboard of all ${codes.length} agencies\n${codes.join('\n')}`)
console.log(`\nDATA_DIR=${dataDir} node worker/node.ts`)
