/**
 * What time itself brings about, once an hour: reminders to units that owe figures or have problems of an inspection to
 * put right, a copy of each agency's audit head outside the database once a day, and the end of sessions that expired.
 * Doing it twice does it once.
 */
import { dateInVietnam } from '../shared/period.ts'
import { reminderDue } from '../shared/working-days.ts'
import { agencyFrom } from './agency.ts'
import { type Actor, record } from './audit.ts'
import { inEachDatabase, mainKey, withKey } from './databases.ts'
import { canonicalJson } from './digest.ts'
import { type Database, type Env, instant, now } from './env.ts'
import { remindOfProblems } from './inspection/clock.ts'
import { standingsOf } from './standing.ts'
import { agenciesAtWork, agencyDocument } from './store/agencies.ts'
import { ask, isTaken } from './store/ask.ts'
import { exportedHead, headOf, keepExportedHead } from './store/audit.ts'
import { holidaysIn } from './store/holidays.ts'
import { openPeriods, type PeriodRow } from './store/periods.ts'
import { addReminders, remindersOf } from './store/reminders.ts'
import { reviewsOfPeriod } from './store/reviews.ts'
import { endExpired } from './store/sessions.ts'
import { newestRevisions } from './store/submissions.ts'

const clock: Actor = { actor: 'clock', name: 'Đồng hồ hệ thống' }

/** @throws what failed first, once everything else was done */
export const onTheHour = (env: Env): Promise<void> => inEachDatabase(env, hourOf)

async function hourOf(env: Env): Promise<void> {
  const [agencies] = await ask(env.DB, agenciesAtWork(env.DB))
  for (const { agency } of agencies) {
    const [periods] = await ask(env.DB, openPeriods(env.DB, agency))
    for (const period of periods) await remind(env, agency, period)
    await remindOfProblems(env, agency, clock)
    await exportHead(env, agency)
  }
  await endExpired(env.DB, instant(env)).run()
}

/** Units that have submitted nothing, or whose figures were sent back, are told once of each kind. */
async function remind(env: Env, agency: string, { period, dueDate }: PeriodRow): Promise<void> {
  const db = env.DB
  const today = dateInVietnam(now(env))
  const owed = await owingUnits(db, agency, period)
  const [days] = await ask(db, holidaysIn(db, agency, ''))
  const kind = reminderDue(dueDate, today, days)
  const units = kind
    ? owed.filter(({ reminded }) => !reminded.has(kind)).map(({ unit }) => unit)
    : []
  if (!kind || units.length === 0) return
  const at = instant(env)
  await record(db, agency, () => ({
    entry: { action: 'reminders.made', at, by: clock, detail: { period, kind, units } },
    statements: [addReminders(db, agency, period, kind, units, at)],
  }))
}

async function owingUnits(db: Database, agency: string, period: string) {
  const [[document], newest, reviews, reminders] = await ask(
    db,
    agencyDocument(db, agency),
    newestRevisions(db, agency, period),
    reviewsOfPeriod(db, agency, period),
    remindersOf(db, agency, period),
  )
  const standings = standingsOf(newest, reviews)
  const reminded = Map.groupBy(reminders, one => one.unit)
  return agencyFrom(document)
    .units.filter(({ key }) => (standings.get(key)?.state ?? 'returned') === 'returned')
    .map(({ key }) => ({
      unit: key,
      reminded: new Set((reminded.get(key) ?? []).map(one => one.kind)),
    }))
}

/** The copy lets anyone show later that the chain was cut or written anew; without it only breaks inside show. */
async function exportHead(env: Env, agency: string): Promise<void> {
  const db = env.DB
  const day = dateInVietnam(now(env))
  const headIsKept = db.watch?.()
  const [[head], [exported]] = await ask(db, headOf(db, agency), exportedHead(db, agency, day))
  if (!head || exported) return
  await headIsKept?.()
  const copy = { agency, day, seq: head.seq, hash: head.hash }
  // two databases may each have an agency of this key
  const { databaseKey: database = mainKey } = env
  const further = database === mainKey ? {} : { database }
  const line = canonicalJson({ auditHead: { ...copy, ...further } })
  const folder = withKey(database, agency)
  await env.ARCHIVE?.put(`audit-heads/${folder}/${day}.json`, `${line}\n`)
  const log = env.log ?? console.log
  log(line)
  try {
    await record(db, agency, () => ({
      entry: { action: 'head.exported', at: instant(env), by: clock, detail: copy },
      statements: [keepExportedHead(db, copy)],
    }))
  } catch (error) {
    // another clock was first
    if (!isTaken(error, 'exported_head')) throw error
  }
}
