/** Ten years of periods and many revisions cost no query more rows than one period with one. */
import { beforeEach, expect, test } from 'vitest'
import type { Statement } from '../../worker/env.ts'
import { adjustmentsOf } from '../../worker/store/adjustments.ts'
import { headOf } from '../../worker/store/audit.ts'
import { bodiesOfPeriods, decisionsOfPeriods, newestOfPeriods } from '../../worker/store/earlier.ts'
import {
  adjustmentsOver,
  bodiesOver,
  decisionsOver,
  documentsOver,
  newestOver,
} from '../../worker/store/over-periods.ts'
import { everyYear, periodsOf, yearsOpened } from '../../worker/store/periods.ts'
import {
  adjustmentsIn,
  agenciesIn,
  agencySummaries,
  bodiesIn,
  newestIn,
  periodsIn,
  reviewsIn,
} from '../../worker/store/province.ts'
import { remindersOf } from '../../worker/store/reminders.ts'
import { reviewsOfPeriod } from '../../worker/store/reviews.ts'
import { sessionByHash } from '../../worker/store/sessions.ts'
import { snapshotOf } from '../../worker/store/snapshots.ts'
import {
  countedRevisions,
  newestFiled,
  newestRevision,
  newestRevisions,
  submissionById,
} from '../../worker/store/submissions.ts'
import { april, db, id, openHouse, version } from './house.ts'

beforeEach(() => openHouse())

const insert = (n: number, period: string, unit: string, revision: number) =>
  db
    .prepare(
      `INSERT INTO submission (id, agency, period, unit, revision, based_on, digest, received_at,
         prepared_by, approved_by, body, report)
       VALUES (?1, 'sct-thu', ?2, ?3, ?4, ?5, 'd', '2025-04-14T03:00:00.000Z', 'a', 'b', '{}', '{}')`,
    )
    .bind(id(n), period, unit, revision, revision === 1 ? null : revision - 1)

const units = ['van_phong', 'thuong_mai', 'cong_nghiep']
const province = ['sct-thu', 'sct-khac']

/** Rows read, as D1 counts and bills them. */
const rowsRead = async (query: Statement): Promise<number> => {
  const { meta } = (await query.all()) as unknown as { meta: { rows_read: number } }
  return meta.rows_read
}
const queries = () => ({
  session: sessionByHash(db, 'none', '2025-04-14T03:00:00.000Z'),
  byId: submissionById(db, 'sct-thu', id(1)),
  newestRevision: newestRevision(db, 'sct-thu', april, 'thuong_mai'),
  newestFiled: newestFiled(db, 'sct-thu', april, 'thuong_mai'),
  newestRevisions: newestRevisions(db, 'sct-thu', april),
  countedRevisions: countedRevisions(
    db,
    'sct-thu',
    april,
    units.map(unit => ({ unit, revision: 1 })),
  ),
  reviews: reviewsOfPeriod(db, 'sct-thu', april),
  adjustments: adjustmentsOf(db, 'sct-thu', april),
  reminders: remindersOf(db, 'sct-thu', april),
  earlierNewest: newestOfPeriods(db, 'sct-thu', 'thuong_mai', [april, '2025-M03']),
  earlierDecisions: decisionsOfPeriods(db, 'sct-thu', 'thuong_mai', [april, '2025-M03']),
  earlierBodies: bodiesOfPeriods(db, 'sct-thu', 'thuong_mai', [{ period: april, revision: 1 }]),
  auditHead: headOf(db, 'sct-thu'),
  snapshot: snapshotOf(db, 'sct-thu', 'none'),
  provinceAgencies: agenciesIn(db, province, april),
  provincePeriods: periodsIn(db, province, [april]),
  provinceNewest: newestIn(db, province, april),
  provinceReviews: reviewsIn(db, province, april),
  provinceAdjustments: adjustmentsIn(db, province, april),
  provinceBodies: bodiesIn(
    db,
    april,
    units.map(unit => ({ agency: 'sct-thu', unit, revision: 1 })),
  ),
  overNewest: newestOver(db, province, [april, '2025-M03']),
  overDecisions: decisionsOver(db, province, [april, '2025-M03']),
  overAdjustments: adjustmentsOver(db, province, [april, '2025-M03']),
  overDocuments: documentsOver(db, province, [2025]),
  overBodies: bodiesOver(
    db,
    units.map(unit => ({ agency: 'sct-thu', period: april, unit, revision: 1 })),
  ),
})
const measured = async () => {
  const rows: Record<string, number> = {}
  for (const [name, query] of Object.entries(queries())) rows[name] = await rowsRead(query)
  return rows
}

let n = 100
const fill = (period: string) =>
  db.batch([
    db
      .prepare(
        `INSERT INTO period (agency, period, window_from, window_to, due_date, state, catalogue, opened_at)
           VALUES ('sct-thu', ?1, '2025-03-15', '2025-04-14', '2025-04-15', 'open', ?2, '')`,
      )
      .bind(period, version),
    ...units.flatMap(unit =>
      [1, 2].map(revision => {
        n += 1
        return insert(n, period, unit, revision)
      }),
    ),
    db
      .prepare(
        `INSERT INTO review (agency, period, unit, number, revision, decision, note, reviewed_by, reviewed_at)
           VALUES ('sct-thu', ?1, 'thuong_mai', 1, 2, 'accept', '', 'VP', '')`,
      )
      .bind(period),
    db
      .prepare(
        `INSERT INTO adjustment (agency, period, number, id, place, value, reason, adjusted_by, adjusted_at)
           VALUES ('sct-thu', ?1, 1, ?1, 'articles_own_site', '1', 'x', 'VP', '')`,
      )
      .bind(period),
    db
      .prepare(
        `INSERT INTO reminder (agency, period, unit, kind, made_at)
           VALUES ('sct-thu', ?1, 'thuong_mai', 'overdue', '')`,
      )
      .bind(period),
  ])

test('no query reads more rows as history grows', async () => {
  await db.batch(units.map((unit, i) => insert(i + 1, april, unit, 1)))
  // an index with anything beyond the end of a search costs one look more than an empty one
  await fill('2029-M12')
  const before = await measured()
  const periods = Array.from({ length: 120 }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, '0')
    return `${2030 + Math.floor(i / 12)}-M${month}`
  })
  for (const period of periods) await fill(period)
  for (let revision = 2; revision <= 20; revision += 1)
    await db.batch(
      units.map(unit => {
        n += 1
        return insert(n, april, unit, revision)
      }),
    )
  const after = await measured()
  expect(after).toEqual(before)
  expect(after).toEqual({
    session: 0,
    byId: 1,
    newestRevision: 1,
    newestFiled: 1,
    // three units, each with both ends of its own revisions
    newestRevisions: 12,
    countedRevisions: 6,
    reviews: 0,
    adjustments: 0,
    reminders: 1,
    // the list of periods is read too
    earlierNewest: 4,
    earlierDecisions: 3,
    earlierBodies: 2,
    auditHead: 1,
    snapshot: 0,
    // two agencies, the lists of them and of periods read too
    provinceAgencies: 9,
    provincePeriods: 5,
    provinceNewest: 18,
    provinceReviews: 3,
    provinceAdjustments: 3,
    provinceBodies: 6,
    overNewest: 26,
    overDecisions: 7,
    overAdjustments: 7,
    overDocuments: 8,
    overBodies: 6,
  })
})

test('lists of periods read the newest years and their neighbours, however many there are', async () => {
  const years = async (from: number, to: number) => {
    for (let year = from; year <= to; year += 1)
      for (const key of ['M01', 'M06', 'Q1', 'Y']) await fill(`${year}-${key}`)
  }
  const reads = async () => ({
    list: await rowsRead(periodsOf(db, 'sct-thu', everyYear, 3)),
    years: await rowsRead(yearsOpened(db, 'sct-thu', everyYear, 4)),
    agencies: await rowsRead(agencySummaries(db, ['sct-thu'])),
  })
  // more than the sixty that are counted
  await years(2040, 2056)
  const before = await reads()
  await years(2057, 2080)
  expect(await reads()).toEqual(before)
  expect(before.list).toBeLessThan(40)
})
