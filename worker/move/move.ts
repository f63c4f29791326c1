/**
 * Moves agencies from one database into another while people work. From the moment an agency leaves, a trigger refuses
 * every entry of its chain and with it every change, so whatever was acknowledged is among the rows that are copied; whoever
 * writes is told to try again, and arrives at the new place. Each step may be interrupted and the whole be run again.
 */
import { administrator } from '../admit.ts'
import { verifyAgency } from '../audit/verify.ts'
import { findingSentence } from '../audit/words.ts'
import { record } from '../audit.ts'
import { mainKey, type NamedDatabase } from '../databases.ts'
import { Refusal } from '../on-premise/words.ts'
import { addCoverage } from '../store/access.ts'
import { agencyDocument } from '../store/agencies.ts'
import { ask, first } from '../store/ask.ts'
import { addCatalogue, catalogueVersion, wholeCatalogue } from '../store/catalogues.ts'
import {
  beginArriving,
  beginLeaving,
  cataloguesUsed,
  coverageAround,
  endArriving,
  endCovering,
  endLeaving,
  idsTaken,
  moveOf,
  stay,
  submissionIds,
} from '../store/moves.ts'
import { type Content, contentOf, copyAgency } from './copy.ts'
import { words } from './words.ts'

export type Move = {
  readonly from: NamedDatabase
  readonly to: NamedDatabase
  /** those that codes cover together move together */
  readonly agencies: readonly string[]
  /** UTC instant */
  readonly at: string
  /** codes may stop covering agencies that end up in another database */
  readonly dropCoverage: boolean
  readonly told: (line: string) => void
}

/** @throws Refusal with what stands against it; nothing has begun then, or it can be run again or backed out of */
export async function moveAgencies(move: Move): Promise<void> {
  const { from, to, at, told } = move
  if (from.key === to.key) throw new Refusal(words.sameDatabase(to.key))
  const going: string[] = []
  for (const agency of new Set(move.agencies)) {
    if (await mayLeave(move, agency)) going.push(agency)
    else told(words.wasThere(agency, to.key))
  }
  await dropCrossing(move, going)
  for (const agency of going) {
    await beginArriving(to.db, agency, from.key, at).run()
    await beginLeaving(from.db, agency, to.key, at).run()
    told(words.frozen(agency))
  }
  for (const agency of going) {
    await bringCatalogues(move, agency)
    await copyAgency(from.db, to.db, agency, (table, rows) =>
      told(words.copying(agency, table, rows)),
    )
  }
  for (const agency of going)
    for (const { access, covered } of await coverage(move, agency))
      await addCoverage(to.db, access, covered).run()
  for (const agency of going) await arrive(move, agency)
}

/** Lets an agency stay whose move is not done. @throws Refusal when it has arrived, or no move is under way */
export async function backOut({ from, to, agencies, at, told }: Move): Promise<void> {
  for (const agency of new Set(agencies)) {
    const [here, there] = [await stateOf(from, agency), await stateOf(to, agency)]
    if (here?.state === 'left' && here.goesTo === to.key)
      throw new Refusal(words.tooLate(agency, to.key))
    if (here?.state !== 'leaving' || here.goesTo !== to.key)
      throw new Refusal(words.notLeaving(agency))
    if (there?.state === 'arrived') throw new Refusal(words.tooLate(agency, to.key))
    // what was copied stays there, and belongs to nobody until it arrives
    await from.db.batch(stay(from.db, agency, at))
    told(words.stays(agency, from.key, to.key))
  }
}

const stateOf = ({ db }: NamedDatabase, agency: string) => first(moveOf(db, agency))

/** @returns whether it still has to move @throws Refusal */
async function mayLeave({ from, to, at }: Move, agency: string): Promise<boolean> {
  const [[document], [state]] = await ask(
    from.db,
    agencyDocument(from.db, agency),
    moveOf(from.db, agency),
  )
  if (!document) throw new Refusal(words.noSuchAgency(agency, from.key))
  if (state?.state === 'arriving')
    throw new Refusal(words.isArriving(agency, state.cameFrom ?? mainKey, from.key))
  if (state?.state === 'left') {
    if (state.goesTo === to.key) return false
    throw new Refusal(words.isElsewhere(agency, state.goesTo ?? mainKey))
  }
  if (state?.state === 'leaving' && state.goesTo !== to.key)
    throw new Refusal(words.leavesElsewhere(agency, state.goesTo ?? mainKey))
  const [[taken], [there]] = await ask(to.db, agencyDocument(to.db, agency), moveOf(to.db, agency))
  if (there?.state === 'arrived' && there.cameFrom === from.key && state?.state === 'leaving') {
    // it was cut short right before its last step
    await endLeaving(from.db, agency, at).run()
    return false
  }
  if (there?.state === 'arriving' && there.cameFrom !== from.key)
    throw new Refusal(words.isArriving(agency, there.cameFrom ?? mainKey, to.key))
  if (taken && there?.state !== 'arriving' && there?.state !== 'left')
    throw new Refusal(words.isTaken(agency, to.key))
  const [used] = await ask(from.db, cataloguesUsed(from.db, agency))
  for (const { version, digest } of used) {
    const held = await first(catalogueVersion(to.db, version))
    if (held && held.digest !== digest) throw new Refusal(words.catalogueDiffers(version, to.key))
  }
  const own = await first(submissionIds(from.db, agency))
  const [theirs] = await ask(to.db, idsTaken(to.db, agency, own?.ids ?? '[]'))
  if (theirs[0]) throw new Refusal(words.idsTaken(agency, to.key, theirs.length, theirs[0]))
  return true
}

const coverage = async ({ from }: Move, agency: string) =>
  (await ask(from.db, coverageAround(from.db, agency)))[0]

/** A code and what it covers are in one database. @throws Refusal unless they may be dropped */
async function dropCrossing(move: Move, going: readonly string[]): Promise<void> {
  const { from, at, dropCoverage, told } = move
  const all = (await Promise.all(going.map(agency => coverage(move, agency)))).flat()
  const crossing = all.filter(
    ({ home, covered }) => going.includes(home) !== going.includes(covered),
  )
  if (crossing.length > 0 && !dropCoverage) throw new Refusal(words.covered(crossing))
  for (const one of crossing) {
    const { access, name, home, covered } = one
    const detail = { id: access.slice(0, 8), name, of: home, agencies: [covered] }
    await record(from.db, covered, () => ({
      entry: { action: 'access.narrowed', at, by: administrator, detail },
      statements: [endCovering(from.db, access, covered)],
    }))
    told(words.coverageDropped(one))
  }
}

/** A version is common to all agencies of a database, so it is brought only when the agency has a period of it. */
async function bringCatalogues({ from, to, told }: Move, agency: string): Promise<void> {
  const [used] = await ask(from.db, cataloguesUsed(from.db, agency))
  for (const { version } of used) {
    if (await first(catalogueVersion(to.db, version))) continue
    const row = await first(wholeCatalogue(from.db, version))
    if (!row) throw new Error('a version in use is there')
    await addCatalogue(to.db, row).run()
    told(words.catalogueBrought(version, to.key))
  }
}

/** From the one to the other in one step each: at no moment do both take its writes, and its figures are always read. */
async function arrive({ from, to, at, told }: Move, agency: string): Promise<void> {
  const here = await contentOf(to.db, agency)
  const rows = compared(agency, await contentOf(from.db, agency), here)
  const { findings } = await verifyAgency(to.db, agency)
  if (findings.length > 0) {
    const sentences = findings.map(one => findingSentence(agency, one, key => key))
    throw new Refusal(words.chainBroken(agency, sentences))
  }
  await record(to.db, agency, ({ seq, hash }) => ({
    entry: {
      action: 'agency.moved',
      at,
      by: administrator,
      detail: { from: from.key, to: to.key, seq, hash },
    },
    statements: [endArriving(to.db, agency, at)],
  }))
  await endLeaving(from.db, agency, at).run()
  told(to.key === mainKey ? words.arrivedInMain(agency, rows) : words.arrived(agency, rows, to.key))
}

/** @returns how many rows there are @throws Refusal naming the first table that differs */
function compared(agency: string, there: readonly Content[], here: readonly Content[]): number {
  for (const [i, one] of there.entries()) {
    const other = here[i]
    if (one.digest !== other?.digest || one.rows !== other.rows)
      throw new Refusal(words.differs(agency, one.table, one.rows, other?.rows ?? 0))
  }
  return there.reduce((sum, { rows }) => sum + rows, 0)
}
