/**
 * Rules over their life: how each stands for the agency, what one would have said of what is stored, and the office's
 * word that switches it. A submission's stored report stays what it was.
 */
import { Hono } from 'hono'
import { type RuleList, type RuleStanding, ruleChangeSchema } from '../shared/protocol.ts'
import { ruleInWords } from '../shared/rules/in-words.ts'
import type { Rule } from '../shared/rules/schema.ts'
import { narrows, standingInCatalogue, unrehearsed } from '../shared/rules/standing.ts'
import { type Actor, actorOf, recordOnce } from './audit.ts'
import { bodyOf } from './body.ts'
import { indexInForce } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant } from './env.ts'
import { ruleStandingsFrom } from './in-force.ts'
import { Problem } from './problem.ts'
import { rehearse } from './rehearsal.ts'
import { may } from './roles.ts'
import { ruleWords } from './rules-words.ts'
import { signedIn } from './session.ts'
import { ask } from './store/ask.ts'
import { addRuleChange, type RuleChangeRow, ruleChanges } from './store/rules.ts'

export const rules = new Hono<App>()
  .get('/rules', may('rule.read'), async c => {
    const { agency } = signedIn(c)
    return c.json(await ruleList(c.env.DB, agency, instant(c.env)))
  })

  .put('/rules/:rule', may('rule.write'), async c => {
    const asked = await bodyOf(c, ruleChangeSchema)
    const { agency, name } = signedIn(c)
    const at = instant(c.env)
    const by = { actor: actorOf(signedIn(c)), name }
    const done = await changeRule(c.env.DB, agency, c.req.param('rule'), asked, { at, by })
    const list = await ruleList(c.env.DB, agency, at)
    return c.json(
      list.find(one => one.rule === c.req.param('rule')),
      done === 'made' ? 201 : 200,
    )
  })

  .get('/rules/:rule/rehearsal', may('rule.rehearse'), async c => {
    const { from = '', to = '' } = c.req.query()
    const db = c.env.DB
    const rule = await ruleOf(db, c.req.param('rule'), instant(c.env))
    return c.json(await rehearse(db, signedIn(c).agency, rule, { from, to }))
  })

/** The rules of the catalogue in force. @throws Problem not-found */
export const rulesNow = async (db: Database, at: string): Promise<readonly Rule[]> =>
  (await indexInForce(db, at)).catalogue.rules

/** @throws Problem not-found */
export async function ruleOf(db: Database, id: string, at: string): Promise<Rule> {
  const found = (await rulesNow(db, at)).find(rule => rule.id === id)
  if (!found) throw new Problem('not-found', ruleWords.unknownRule(id))
  return found
}

/** @param at the instant whose catalogue is meant */
export async function ruleList(db: Database, agency: string, at: string): Promise<RuleList> {
  const index = await indexInForce(db, at)
  const [rows] = await ask(db, ruleChanges(db, agency))
  const changed = Map.groupBy(rows, ({ rule }) => rule)
  return index.catalogue.rules.map(rule => {
    const changes = changed.get(rule.id) ?? []
    return {
      rule: rule.id,
      version: rule.version,
      formerId: rule.formerId ?? null,
      title: rule.title,
      severity: rule.severity,
      basis: rule.basis,
      fix: rule.fix,
      compares: ruleInWords(index, rule),
      change: rule.change ?? null,
      standing: standingAfter(rule, changes),
      unrehearsed: unrehearsed(rule, ruleStandingsFrom(changes)),
      changes: changes.toReversed().map(({ changedBy, changedAt, ...change }) => ({
        ...change,
        by: changedBy,
        at: changedAt,
      })),
    }
  })
}

/** @param changes oldest first */
const standingAfter = (rule: Rule, changes: readonly RuleChangeRow[]): RuleStanding =>
  ruleStandingsFrom(changes.slice(-1))[0] ?? standingInCatalogue(rule)

export type Asked = {
  /** undefined: whatever stands */
  readonly basedOn?: number
  readonly status: RuleStanding['status']
  readonly from: string | null
  readonly until: string | null
  readonly reason: string
  readonly confirm?: string
}

/**
 * Asked again by the same person it is the same change.
 * @throws Problem not-found, rule-stays, entry-stale
 */
export async function changeRule(
  db: Database,
  agency: string,
  id: string,
  { basedOn, reason, confirm, ...wanted }: Asked,
  { at, by }: { at: string; by: { actor: Actor; name: string } },
): Promise<'made' | 'known'> {
  const rule = await ruleOf(db, id, at)
  const standing: RuleStanding = {
    rule: id,
    ...{ status: wanted.status, from: wanted.from, until: wanted.until },
  }
  if (standing.from !== null && standing.until !== null && standing.from > standing.until)
    throw new Problem('rule-stays', ruleWords.reversed(id, standing.from, standing.until))
  const changesNow = async () =>
    (await ask(db, ruleChanges(db, agency)))[0].filter(row => row.rule === id)
  const isAgain = (row: RuleChangeRow | undefined): boolean =>
    row !== undefined &&
    row.reason === reason &&
    row.changedBy === by.name &&
    canonicalJson(ruleStandingsFrom([row])) === canonicalJson([standing])
  const isThere = async () => {
    const seen = (await changesNow()).at(-1)
    return isAgain(seen) && (basedOn === undefined || seen?.number === basedOn + 1)
  }
  return recordOnce(db, agency, isThere, async () => {
    const changes = await changesNow()
    const last = changes.at(-1)
    if (basedOn !== undefined && basedOn !== (last?.number ?? 0)) throw stale(rule, last, basedOn)
    const before = standingAfter(rule, changes)
    if (canonicalJson(before) === canonicalJson(standing))
      throw new Problem('rule-stays', ruleWords.same(id))
    if (rule.severity === 'error' && narrows(before, standing) && confirm !== id)
      throw new Problem('rule-stays', ruleWords.confirm(id, rule.title))
    const row: RuleChangeRow = {
      ...standing,
      number: (last?.number ?? 0) + 1,
      reason,
      changedBy: by.name,
      changedAt: at,
    }
    return {
      entry: {
        action: 'rule.changed',
        at,
        by: by.actor,
        detail: { rule: id, number: row.number, digest: sha256(canonicalJson(row)) },
      },
      statements: [addRuleChange(db, agency, row)],
    }
  })
}

const stale = ({ id }: Rule, last: RuleChangeRow | undefined, basedOn: number): Problem =>
  new Problem('entry-stale', ruleWords.ruleStale(id, last), {
    basedOn: basedOn || null,
    current: last
      ? { revision: last.number, receivedAt: last.changedAt, preparedBy: last.changedBy }
      : null,
  })
