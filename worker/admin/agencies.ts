/** Agencies: admitted from a file, listed, shown. Every document that was ever admitted is kept by its digest. */
import { type Agency, agencySchema } from '../../shared/agency.ts'
import { administrator, admitAgency, listAccess } from '../admit.ts'
import { record } from '../audit.ts'
import { mainKey } from '../databases.ts'
import { sha256 } from '../digest.ts'
import type { Database } from '../env.ts'
import { backOut, moveAgencies } from '../move/move.ts'
import { words as moveWords } from '../move/words.ts'
import { holdMoves } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { agencyDocument } from '../store/agencies.ts'
import { ask } from '../store/ask.ts'
import { moveOf } from '../store/moves.ts'
import { agencySummaries, filingUnits } from '../store/register.ts'
import { keepEdition } from '../store/snapshots.ts'
import { type Asked, type Command, Misuse } from './command.ts'
import { jsonFile } from './files.ts'
import { words } from './words.ts'

export const agencyCommands: readonly Command[] = [
  {
    name: 'agency admit',
    takes: [1, 1],
    options: { force: { type: 'boolean' } },
    needs: 'any-database',
    run: admit,
  },
  { name: 'agency list', takes: [0, 0], needs: 'database', run: list },
  {
    name: 'agency show',
    takes: [1, 1],
    options: { json: { type: 'boolean' } },
    needs: 'database',
    run: show,
  },
  {
    name: 'agency move',
    takes: [1, 99],
    options: {
      to: { type: 'string' },
      'drop-coverage': { type: 'boolean' },
      'back-out': { type: 'boolean' },
    },
    needs: 'database',
    run: move,
  },
]

/**
 * An agency at work in this database.
 * @throws Refusal when there is none of that name, or it has moved on: what was left behind takes nothing and tells old news
 */
export async function knownAgency(
  db: Database,
  key: string,
): Promise<{ agency: Agency; stored: string }> {
  const found = await storedAgency(db, key)
  const [[move]] = await ask(db, moveOf(db, key))
  if (move?.state === 'left') throw new Refusal(moveWords.isElsewhere(key, move.goesTo ?? mainKey))
  return found
}

/** One whose rows are here, be it as evidence only. @throws Refusal when there is none of that name */
export async function storedAgency(
  db: Database,
  key: string,
): Promise<{ agency: Agency; stored: string }> {
  const [[row]] = await ask(db, agencyDocument(db, key))
  if (!row) throw new Refusal(words.noSuchAgency(key))
  return { agency: agencySchema.parse(JSON.parse(row.document)), stored: row.document }
}

async function move({ given, text, has, place, say, at }: Asked): Promise<void> {
  const target = text('to')
  if (target === undefined) throw new Misuse(words.whereTo())
  const release = place.dataDir === undefined ? () => {} : holdMoves(place.dataDir)
  try {
    const to = await place.beside(target)
    const asked = { from: place, to, agencies: given, at, told: say }
    const dropCoverage = has('drop-coverage')
    await (has('back-out') ? backOut : moveAgencies)({ ...asked, dropCoverage })
  } finally {
    release()
  }
}

const keysOf = (agency: Agency): string[] => agency.units.map(unit => unit.key)

async function admit({ given, has, place: { db }, say, at }: Asked): Promise<void> {
  const [file = ''] = given
  const document = jsonFile(file)
  const read = agencySchema.safeParse(document)
  if (!read.success) {
    const { issues } = read.error
    throw new Refusal([words.faults(file, issues.length), ...issues.map(words.fault)].join('\n'))
  }
  const { agency, stored, saving } = admitAgency(db, document)
  const { key, name, units } = agency
  const digest = sha256(stored)
  const [[before]] = await ask(db, agencyDocument(db, key))
  if (before?.document === stored) return say(words.agencySame(name))
  let gone: string[] = []
  await record(db, key, async () => {
    const [[held], filing] = await ask(db, agencyDocument(db, key), filingUnits(db, key))
    const old = held ? keysOf(agencySchema.parse(JSON.parse(held.document))) : []
    gone = old.filter(unit => !keysOf(agency).includes(unit))
    const filed = gone.filter(unit => filing.some(one => one.unit === unit))
    if (filed.length > 0 && !has('force')) throw new Refusal(words.unitsHaveFiled(filed))
    return {
      entry: {
        action: 'agency.admitted',
        at,
        by: administrator,
        detail: { digest, units: keysOf(agency), gone },
      },
      statements: [
        ...saving,
        ...(held ? [keepEdition(db, key, sha256(held.document), held.document)] : []),
        keepEdition(db, key, digest, stored),
      ],
    }
  })
  say((before ? words.agencyReplaced : words.agencyAdmitted)(name, units.length, digest))
  const open = (await listAccess(db, key)).filter(one => one.revokedAt === null)
  const stillOpen = gone.filter(unit => open.some(one => one.unit === unit))
  if (stillOpen.length > 0) say(words.codesOfGone(stillOpen))
}

async function list({ place: { db }, say }: Asked): Promise<void> {
  const [rows] = await ask(db, agencySummaries(db))
  if (rows.length === 0) say(words.noAgencies())
  for (const { agency, name, units, periods } of rows)
    say(words.agencyLine(agency, name, units, periods))
}

async function show({ given, has, place: { db }, say }: Asked): Promise<void> {
  const { agency, stored } = await storedAgency(db, given[0] ?? '')
  if (has('json')) return say(JSON.stringify(agency, null, 2))
  const parts = words.agencyParts
  say(`${agency.key}  ${agency.name} (${agency.superior}, ${agency.place})`)
  say(`${parts.digest}: ${sha256(stored)}`)
  say(`${parts.units}:`)
  for (const { key, name, fields } of agency.units) say(`  ${key}  ${name}  ${fields.join(' ')}`)
  say(`${parts.roles}:`)
  for (const [role, units] of Object.entries(agency.roles)) say(`  ${role}: ${units.join(', ')}`)
  say(`${parts.fields}:`)
  for (const { code, name, procedures } of agency.fields)
    say(`  ${code}  ${name}: ${words.procedures(procedures)}`)
  say(`${parts.tasks}: ${agency.tasks.length}`)
}
