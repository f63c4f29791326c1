/**
 * A consolidation is of one moment: read while others submit, review and adjust, it is the merge of exactly the revisions
 * it names, under a digest that stands for nothing else, and what changed between two pulls is exactly what differs.
 */
import { beforeEach, expect, test } from 'vitest'
import { consolidate } from '../../shared/consolidate.ts'
import { contentFromWire } from '../../shared/content.ts'
import { toWire } from '../../shared/figure.ts'
import type { Consolidation, Submission } from '../../shared/protocol.ts'
import { agencyFrom } from '../../worker/agency.ts'
import { canonicalJson } from '../../worker/digest.ts'
import { agencyDocument } from '../../worker/store/agencies.ts'
import { ask } from '../../worker/store/ask.ts'
import { interrupted } from './faulty-database.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  index,
  industryReport,
  openHouse,
  tradeReport,
} from './house.ts'

const units = ['thuong_mai', 'cong_nghiep'] as const
type Unit = (typeof units)[number]
/** of each writer and each reader */
const rounds = 6

let house: House
let callers: Record<Unit, Caller>
/** what was sent as each revision */
let filed: Map<string, Submission>
beforeEach(async () => {
  house = await openHouse()
  callers = {
    thuong_mai: await house.signIn('thuong_mai'),
    cong_nghiep: await house.signIn('cong_nghiep'),
  }
  filed = new Map()
})

const path = `/periods/${april}/consolidation`
const pull = async (since?: string) => {
  const response = await house.clerk.get(since === undefined ? path : `${path}?since=${since}`)
  expect(response.status).toBe(200)
  return answer<Consolidation>(response)
}

/** Every figure of a revision says which revision it is of. */
async function submit(unit: Unit, revision: number): Promise<void> {
  const report = unit === 'thuong_mai' ? tradeReport() : industryReport()
  const sent = {
    ...report,
    basedOn: revision === 1 ? null : revision - 1,
    figures: {
      ...report.figures,
      articles_own_site: 10 * revision,
      articles_province_site: revision,
    },
    preparedBy: `${unit} ${revision}`,
  }
  // known before it is there: a reader may see it before its writer hears of it
  filed.set(`${unit} ${revision}`, sent)
  const number = revision + (unit === 'thuong_mai' ? 0 : 500)
  const response = await callers[unit].put(filing(unit, number), sent)
  expect(response.status).toBe(201)
}

const reported = (unit: string, revision: number | null): Submission | undefined => {
  const found = filed.get(`${unit} ${revision}`)
  if (revision !== null && !found) throw new Error(`nobody filed ${unit} ${revision}`)
  return found
}

/** The merge of the revisions it names, made here from what was sent, says the same as the consolidation. */
async function expectOneMoment(found: Consolidation): Promise<void> {
  const [[row]] = await ask(db, agencyDocument(db, found.agency))
  const counted = found.units.flatMap(({ unit, counted: revision }) => {
    const content = reported(unit, revision)
    return content && revision !== null
      ? [{ unit, revision, content: contentFromWire(content) }]
      : []
  })
  const merged = consolidate({ index, agency: agencyFrom(row), submissions: counted })
  const values = [...merged.figures].map(([key, one]) => [key, toWire(one.figure) ?? null])
  const said = Object.entries(found.figures).map(([key, one]) => [key, one.value])
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(values))

  const named = new Map(counted.map(one => [one.unit, one.revision]))
  const figure = found.figures.articles_own_site
  expect(new Map(figure?.contributions.map(one => [one.unit, one.revision]))).toEqual(named)
  const sum = figure?.contributions.reduce((total, { value }) => total + Number(value), 0)
  expect(figure?.value).toBe(figure?.contributions.length === 0 ? null : sum)
}

/** Places that differ between what a unit had counting then and what it has now. */
function differing(then: Consolidation, now: Consolidation): string[] {
  return now.units.flatMap(({ unit, counted }) => {
    const old = then.units.find(one => one.unit === unit)?.counted ?? null
    const [before, after] = [reported(unit, old)?.figures, reported(unit, counted)?.figures]
    const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    return keys
      .filter(key => canonicalJson(before?.[key] ?? null) !== canonicalJson(after?.[key] ?? null))
      .map(key => `${unit} ${old}→${counted} ${key}`)
  })
}

test('read in a loop while two units and the office write, it never mixes two moments', async () => {
  const pulls: Consolidation[] = []
  const writing = units.map(async unit => {
    for (let revision = 1; revision <= rounds; revision++) {
      await submit(unit, revision)
      // what was receipted is in whatever is pulled afterwards
      const found = await pull()
      expect(found.units.find(one => one.unit === unit)?.revision).toBe(revision)
      pulls.push(found)
    }
  })
  const reviewing = async () => {
    for (let round = 1; round <= rounds; round++) {
      const newest = (await pull()).units.find(one => one.unit === 'thuong_mai')?.revision
      const decision = round % 2 ? 'return' : 'accept'
      // a newer revision may be there by now: then nothing was decided
      const body = { revision: newest ?? 1, decision, note: 'Xem lại' }
      await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, { body })
    }
  }
  const reading = [1, 2, 3].map(async () => {
    for (let round = 1; round <= rounds; round++) {
      const earlier = pulls.at(-1)?.digest
      const found = await pull(earlier)
      const { changes, ...plain } = found
      pulls.push(plain)
      expect(changes?.since).toBe(earlier)
    }
  })
  await Promise.all([...writing, ...reading, reviewing()])
  pulls.push(await pull())

  for (const one of pulls) await expectOneMoment(one)
  // one name, one content
  const named = Map.groupBy(pulls, one => one.digest)
  for (const same of named.values()) expect(new Set(same.map(canonicalJson)).size).toBe(1)
  const contents = [...named.values()].map(([one]) => canonicalJson({ ...one, digest: '' }))
  expect(new Set(contents).size).toBe(named.size)
  expect(named.size).toBeGreaterThan(1)

  const last = pulls.at(-1)
  for (const [digest, [then]] of named) {
    const { changes, ...now } = await pull(digest)
    expect(now).toEqual(last)
    if (!then) continue
    const listed = changes?.figures
      .filter(({ at }) => at in now.figures)
      .map(one => `${one.unit} ${one.revisions.old}→${one.revisions.new} ${one.at}`)
    expect(listed?.sort()).toEqual(differing(then, now).sort())
  }
}, 30_000)

test.each([
  ['its sources are known', /s\.body/u],
  ['it is noted as handed out', /INTO snapshot/u],
])('what comes in after %s is not in it', async (_when, next) => {
  await submit('thuong_mai', 1)
  await submit('cong_nghiep', 1)
  const before = await pull()
  await submit('thuong_mai', 2)
  house.bindings.DB = interrupted(db, next, () => submit('cong_nghiep', 2))
  const found = await pull()
  expect(found.units.map(one => one.counted)).toEqual([null, 2, 1])
  await expectOneMoment(found)
  expect(found.digest).not.toBe(before.digest)
  const after = await pull(found.digest)
  expect(after.units.map(one => one.counted)).toEqual([null, 2, 2])
  expect(new Set(after.changes?.figures.map(one => one.unit))).toEqual(new Set(['cong_nghiep']))
})
