/**
 * Figures of years before the system, typed by the clerk from papers of their time: written one year at a time, or filled
 * into a sheet that is read back for a look before anything is written. Years the system has figures of are its own.
 */
import { Hono } from 'hono'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { dateInVietnam } from '../shared/period.ts'
import { type PastYear, type PastYearsReading, pastYearWritingSchema } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { attachment } from './attachment.ts'
import { actorOf, recordOnce } from './audit.ts'
import { bodyOf } from './body.ts'
import { indexInForce } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant, now } from './env.ts'
import { figureFaults, pastYearFrom } from './past-years/typed.ts'
import { pastYearWords } from './past-years/words.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { addPastYear, filedPeriodsIn, lastPastYears, type PastYearRow } from './store/past-years.ts'
import { openWorkbook } from './upload/open.ts'

/** Columns of one sheet. */
const mostYears = 15

export const pastYears = new Hono<App>()
  .get('/past-years', may('past-year.read'), async c => {
    const [rows] = await ask(c.env.DB, lastPastYears(c.env.DB, signedIn(c).agency))
    const answer: PastYear[] = rows.map(pastYearFrom)
    return c.json(answer)
  })

  .get('/past-years/sheet.xlsx', may('past-year.read'), async c => {
    const { agency: key } = signedIn(c)
    const db = c.env.DB
    const years = spanOf(c.req.query('from'), c.req.query('to'))
    const [[document], rows] = await ask(db, agencyDocument(db, key), lastPastYears(db, key))
    const typed = rows.map(pastYearFrom)
    const [inSystem, index] = await Promise.all([
      yearsInSystem(db, key, years),
      indexInForce(db, instant(c.env)),
    ])
    const open = years.filter(year => !inSystem.has(year))
    if (open.length === 0) throw new Problem('no-years', pastYearWords.nothingToType(years))
    // the writer is large and seldom needed
    const { pastYearsWorkbook } = await import('./past-years/sheet.ts')
    const bytes = await pastYearsWorkbook({
      index,
      agency: agencyFrom(document),
      years: open,
      inSystem: [...inSystem],
      typed,
      asOf:
        typed
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? `${open[0]}-01-01T00:00:00.000Z`,
    })
    const [from = 0, to = from] = [open[0], open.at(-1)]
    return c.body(new Uint8Array(bytes), 200, {
      ...attachment('xlsx', pastYearWords.fileName(from, to)),
    })
  })

  .post('/past-years/workbook', may('past-year.write'), async c => {
    const { agency } = signedIn(c)
    const opened = await openWorkbook(new Uint8Array(await c.req.arrayBuffer()), [], 'years')
    const [{ readPastYears }, index] = await Promise.all([
      import('./past-years/reading.ts'),
      indexInForce(c.env.DB, instant(c.env)),
    ])
    const thisYear = yearNow(c.env)
    const all = Array.from({ length: thisYear - 1999 }, (_, i) => 2000 + i)
    const inSystem = await yearsInSystem(c.env.DB, agency, all)
    const answer: PastYearsReading = readPastYears(opened, { index, now: thisYear, inSystem })
    return c.json(answer)
  })

  .put('/past-years/:year', may('past-year.write'), async c => {
    const year = yearOf(c.req.param('year'), yearNow(c.env))
    const { basedOn, source, figures } = await bodyOf(c, pastYearWritingSchema)
    const { agency, name } = signedIn(c)
    const db = c.env.DB
    const index: Index = await indexInForce(db, instant(c.env))
    const errors = figureFaults(index, figures)
    if (errors[0]) throw new Problem('invalid-figures', errors[0].detail, { errors })
    const written = canonicalJson(figures)
    const at = instant(c.env)
    let row: PastYearRow | undefined
    // asked again, the same writing is the same writing
    const isThere = async () => {
      const [newest] = await ask(db, lastPastYears(db, agency))
      row = newest.find(one => one.year === year)
      return row?.figures === written && row.source === source
    }
    const done = await recordOnce(db, agency, isThere, async () => {
      const [rows, filed] = await ask(
        db,
        lastPastYears(db, agency),
        filedPeriodsIn(db, agency, year),
      )
      const before = rows.find(one => one.year === year)
      if (filed.length > 0) {
        const periods = filed.map(({ period }) => period)
        throw new Problem('year-in-system', pastYearWords.inSystem(year, periods))
      }
      if ((before?.number ?? 0) !== basedOn) throw stale(year, before, basedOn)
      row = {
        ...{ year, number: basedOn + 1, source, figures: written },
        ...{ writtenBy: name, writtenAt: at },
      }
      return {
        entry: {
          action: 'past-year.written',
          at,
          by: actorOf(signedIn(c)),
          detail: { year, number: row.number, digest: sha256(canonicalJson(row)) },
        },
        statements: [addPastYear(db, agency, row)],
      }
    })
    return c.json(row && pastYearFrom(row), done === 'made' ? 201 : 200)
  })

/** Of these years, those something was filed in. */
async function yearsInSystem(
  db: Database,
  agency: string,
  years: readonly number[],
): Promise<Set<number>> {
  const filed = await ask(db, ...years.map(year => filedPeriodsIn(db, agency, year)))
  return new Set(years.filter((_, i) => (filed[i]?.length ?? 0) > 0))
}

const yearNow = (env: App['Bindings']): number => Number(dateInVietnam(now(env)).slice(0, 4))

/** @throws Problem not-found */
function yearOf(text: string, thisYear: number): number {
  if (!/^20\d{2}$/u.test(text)) throw new Problem('not-found', pastYearWords.notAYear(text))
  const year = Number(text)
  if (year > thisYear) throw new Problem('not-found', pastYearWords.yearToCome(year, thisYear))
  return year
}

/** @throws Problem malformed */
function spanOf(from = '', to = ''): number[] {
  const [first, last] = [Number(from), Number(to)]
  const isSpan =
    /^20\d{2}$/u.test(from) && /^20\d{2}$/u.test(to) && first <= last && last - first < mostYears
  if (!isSpan) throw new Problem('malformed', pastYearWords.badSpan())
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function stale(year: number, before: PastYearRow | undefined, basedOn: number): Problem {
  if (!before) return new Problem('entry-stale', pastYearWords.neverWritten(year, basedOn))
  const { number, writtenBy, writtenAt } = before
  return new Problem('entry-stale', pastYearWords.stale(year, writtenBy, writtenAt), {
    basedOn: basedOn === 0 ? null : basedOn,
    current: { revision: number, receivedAt: writtenAt, preparedBy: writtenBy },
  })
}
