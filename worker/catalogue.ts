/**
 * The catalogue a period is filled with. A version never changes, so an index once built is kept for the life of the
 * isolate; the client asks again with its ETag, because another version may come into force for a period not yet opened.
 */
import { Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import {
  type Catalogue,
  type Index,
  indexCatalogue,
  indexFor,
} from '../shared/catalogue/catalogue.ts'
import { dateInVietnam, statutoryWindow } from '../shared/period.ts'
import type { CatalogueAnswer } from '../shared/protocol.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, markOf, now, type Statement } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { say } from './messages.ts'
import { periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { first } from './store/ask.ts'
import {
  addCatalogue,
  type CatalogueRow,
  catalogueInForce,
  catalogueVersion,
} from './store/catalogues.ts'
import { periodOf } from './store/periods.ts'

export const catalogues = new Hono<App>().get('/catalogue', may('catalogue.read'), async c => {
  const asked = c.req.query('period')
  const period = asked === undefined ? undefined : periodKeyOf(asked)
  const opened = period && (await first(periodOf(c.env.DB, signedIn(c).agency, period)))
  const date = period ? statutoryWindow(period).to : dateInVietnam(now(c.env))
  const found = await first(
    opened ? catalogueVersion(c.env.DB, opened.catalogue) : catalogueInForce(c.env.DB, date),
  )
  if (!found) throw new Problem('not-found', say.noCatalogue(date))
  const headers = cached(found.digest)
  if (isCurrent(c.req.header('If-None-Match'), found.digest)) return c.body(null, 304, headers)
  const answer: CatalogueAnswer = catalogueFrom(found)
  return c.json(answer, 200, headers)
})

/** The document passed `readCatalogue` before it was stored. */
const catalogueFrom = ({ document }: CatalogueRow): Catalogue => JSON.parse(document) as Catalogue

/** Of the version in force at an instant: what looks over many periods belongs to none of them. @throws Problem not-found */
export async function indexInForce(db: Database, at: string): Promise<Index> {
  const date = dateInVietnam(Date.parse(at))
  const found = await first(catalogueInForce(db, date))
  if (!found) throw new Problem('not-found', say.noCatalogue(date))
  return indexOf(db, found.version)
}

const indexes = new Map<string, Index>()
/** Most databases hold the same versions, and an index is large. */
const byDigest = new Map<string, Index>()

/** @param agency that reports by it: without a plan its office types what the plan would tell */
export async function indexOf(db: Database, version: string, agency?: Agency): Promise<Index> {
  const key = `${markOf(db)} ${version}`
  const known = indexes.get(key)
  if (known) return agency ? indexFor(known, agency) : known
  const found = await first(catalogueVersion(db, version))
  if (!found) throw new Error(`catalogue ${version} is not there`)
  const index = byDigest.get(found.digest) ?? indexCatalogue(catalogueFrom(found))
  byDigest.set(found.digest, index)
  indexes.set(key, index)
  return agency ? indexFor(index, agency) : index
}

/** A catalogue that `readCatalogue` accepted, ready to be stored. */
export function storing(db: Database, catalogue: Catalogue): Statement {
  const document = canonicalJson(catalogue)
  return addCatalogue(db, {
    version: catalogue.id,
    effectiveFrom: catalogue.effectiveFrom,
    effectiveTo: catalogue.effectiveTo,
    digest: sha256(document),
    document,
  })
}
