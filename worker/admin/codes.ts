/** Rights: access codes and single sign-on identities, given, listed, widened and taken back. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Agency } from '../../shared/agency.ts'
import type { Role } from '../../shared/protocol.ts'
import {
  admitIdentity,
  type Holder,
  holdersOf,
  type Issued,
  issueCodes,
  listAccess,
  revokeAll,
  revokeCode,
  widenAccess,
} from '../admit.ts'
import { withKey } from '../databases.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { knownAgency } from './agencies.ts'
import { type Asked, type Command, Misuse } from './command.ts'
import { inColumns } from './table.ts'
import { roleNames, words } from './words.ts'

const holder = {
  role: { type: 'string' },
  unit: { type: 'string' },
  name: { type: 'string' },
} as const

export const codeCommands: readonly Command[] = [
  {
    name: 'codes issue',
    takes: [1, 1],
    options: { ...holder, all: { type: 'boolean' }, out: { type: 'string' } },
    needs: 'database',
    run: issue,
  },
  { name: 'codes list', takes: [1, 1], needs: 'database', run: list },
  {
    name: 'codes revoke',
    takes: [1, 2],
    options: { unit: { type: 'string' }, all: { type: 'boolean' } },
    needs: 'database',
    run: revoke,
  },
  { name: 'codes widen', takes: [3, 99], needs: 'database', run: widen },
  {
    name: 'identities add',
    takes: [1, 1],
    options: { ...holder, issuer: { type: 'string' }, subject: { type: 'string' } },
    needs: 'database',
    run: addIdentity,
  },
]

const isRole = (role: string): role is Role => Object.hasOwn(roleNames, role)

/** @throws Misuse for a role or unit there is none of */
function holderAsked(agency: Agency, { text }: Asked): Holder {
  const role = text('role') ?? ''
  if (!isRole(role)) throw new Misuse(words.unknownRole(role))
  const key = text('unit')
  if ((role === 'unit') !== (key !== undefined)) throw new Misuse(words.unitNeeded())
  const usual = holdersOf(agency).find(one => one.role === role && one.unit === (key ?? null))
  if (!usual) {
    const units = agency.units.map(unit => unit.key)
    throw new Refusal(words.noSuchUnit(key ?? '', units))
  }
  return { ...usual, name: text('name') ?? usual.name }
}

async function issue(asked: Asked): Promise<void> {
  const { given, has, text, place, say, at } = asked
  if (has('all') === (text('role') !== undefined)) throw new Misuse(words.whichHolder())
  const { agency } = await knownAgency(place.db, given[0] ?? '')
  const holders = has('all') ? holdersOf(agency) : [holderAsked(agency, asked)]
  const earlier = (await listAccess(place.db, agency.key)).filter(
    one =>
      one.revokedAt === null &&
      holders.some(({ role, unit }) => role === one.role && unit === one.unit),
  )
  const file = text('out')
  const give = async () =>
    (await issueCodes(place.db, agency.key, holders, at)).map(one => {
      return { ...one, code: withKey(place.key, one.code) }
    })
  if (file === undefined) tell(await give(), say)
  else say(words.issuedInto(await giveInto(file, agency.key, give), file))
  if (earlier.length > 0) say(words.earlierStand(earlier.length))
}

/** The file is opened first: a code that cannot be written down must not have been issued. */
async function giveInto(file: string, agency: string, give: () => Promise<Issued[]>) {
  let opened: number
  try {
    opened = openSync(file, 'wx', 0o600)
  } catch (error) {
    throw new Refusal(words.cannotWrite(file, reasonOf(error)))
  }
  try {
    const codes = await give()
    writeSync(opened, `${JSON.stringify({ agency, codes }, null, 2)}\n`)
    return codes.length
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(opened)
  }
}

function tell(issued: readonly Issued[], say: (line: string) => void): void {
  say(words.issued(issued.length))
  for (const [role, holders] of Map.groupBy(issued, one => one.role)) {
    say(`\n${roleNames[role]}`)
    for (const { code, unit, name } of holders)
      say(`  ${code}  ${unit === null ? name : `${name} (${unit})`}`)
  }
}

async function list({ given, place: { db }, say }: Asked): Promise<void> {
  const { agency } = await knownAgency(db, given[0] ?? '')
  const rows = await listAccess(db, agency.key)
  if (rows.length === 0) return say(words.noCodes(agency.name))
  const lines = rows.map(({ id, role, unit, name, issuedAt, revokedAt }) => {
    const instants = [words.instant(issuedAt), words.instant(revokedAt)]
    return [id, role, unit ?? '', name, ...instants]
  })
  for (const line of inColumns([words.accessHead(), ...lines])) say(line)
}

async function revoke({ given, has, text, place: { db }, say, at }: Asked): Promise<void> {
  const [key = '', id] = given
  const unit = text('unit')
  const ways = [id !== undefined, unit !== undefined, has('all')]
  if (ways.filter(Boolean).length !== 1) throw new Misuse(words.whichCode())
  const { agency } = await knownAgency(db, key)
  if (id !== undefined) {
    await revokeCode(db, agency.key, id, at)
    return say(words.revoked(1))
  }
  const open = (await listAccess(db, agency.key)).filter(
    one => one.revokedAt === null && (unit === undefined || one.unit === unit),
  )
  if (open.length === 0) throw new Refusal(words.nothingToRevoke())
  if (unit === undefined) await revokeAll(db, agency.key, at)
  else for (const one of open) await revokeCode(db, agency.key, one.id, at)
  say(words.revoked(open.length))
}

async function widen({ given, place: { db }, say, at }: Asked): Promise<void> {
  const [key = '', id = '', ...others] = given
  const { agency } = await knownAgency(db, key)
  const named = (await listAccess(db, agency.key)).find(one => one.id === id.toLowerCase())
  const opened = await widenAccess(db, agency.key, id, others, at)
  say(words.widened(named?.name ?? id, opened))
}

async function addIdentity(asked: Asked): Promise<void> {
  const { given, text, place, say, at } = asked
  const issuer = text('issuer')
  const subject = text('subject')
  if (!issuer || !subject || !text('role')) throw new Misuse(words.identityNeeds())
  const { agency } = await knownAgency(place.db, given[0] ?? '')
  const admitted = { issuer, subject, agency: agency.key, ...holderAsked(agency, asked) }
  await admitIdentity(place.db, admitted, at)
  say(words.identityAdded(subject, admitted.name))
}
