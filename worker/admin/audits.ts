/** `audit verify`: the chain of each agency against itself, the tables and every copy of its head. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type HeadCopy, type Verification, verifyAgency } from '../audit/verify.ts'
import { findingSentence } from '../audit/words.ts'
import { mainKey } from '../databases.ts'
import type { Database } from '../env.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { allAgencies } from '../store/agencies.ts'
import { ask, first } from '../store/ask.ts'
import { moveOf } from '../store/moves.ts'
import { storedAgency } from './agencies.ts'
import { type Asked, type Command, Misuse } from './command.ts'
import { jsonFile } from './files.ts'
import { words } from './words.ts'

export const auditCommands: readonly Command[] = [
  {
    name: 'audit verify',
    takes: [0, 99],
    options: { heads: { type: 'string' }, against: { type: 'string' } },
    needs: 'database',
    run: verify,
  },
]

async function verify(asked: Asked): Promise<void> {
  const { given, text, place } = asked
  for (const key of given) await storedAgency(place.db, key)
  const [all] = await ask(place.db, allAgencies(place.db))
  const agencies = given.length > 0 ? given : all.map(one => one.agency)
  const printed = text('against')
  if (printed !== undefined && agencies.length !== 1) throw new Misuse(words.againstWhich())
  const paper = printed === undefined ? [] : [onPaper(printed)]
  const archive = join(place.dataDir ?? '', 'archive/audit-heads')
  const heads = text('heads') ?? (place.dataDir !== undefined && existsSync(archive) ? archive : '')
  const kept = heads === '' ? [] : headsIn(heads)
  const held = agencies.map(async agency => {
    // an agency of the same key may be in another database; one that moved has its older copies from there
    const cameFrom = (await first(moveOf(place.db, agency)))?.cameFrom
    const copies = kept.filter(
      one => one.agency === agency && (one.database === place.key || one.database === cameFrom),
    )
    return { agency, copies: [...copies, ...paper] }
  })
  await verifyAll(asked, await Promise.all(held))
}

/** @throws Refusal with a sentence for everything that is wrong */
export async function verifyAll(
  { place: { db }, say, progress }: Pick<Asked, 'place' | 'say' | 'progress'>,
  agencies: readonly { readonly agency: string; readonly copies: readonly HeadCopy[] }[],
): Promise<void> {
  if (agencies.length === 0) say(words.noAgencies())
  const faulty: string[] = []
  for (const { agency, copies } of agencies) {
    const walked = (entries: number) => progress(words.walked(agency, entries))
    const verified = await verifyAgency(db, agency, { copies, walked })
    say(words.chain(agency, verified.entries, verified.head))
    faulty.push(...(await sentences(db, verified)))
  }
  if (faulty.length > 0) throw new Refusal(faulty.join('\n'))
  if (agencies.length > 0) say(words.chainsHold(agencies.length))
}

/** As many as a person reads; the rest is counted. */
const most = 40

async function sentences(db: Database, { agency, findings }: Verification): Promise<string[]> {
  if (findings.length === 0) return []
  const { agency: document } = await storedAgency(db, agency)
  const unitName = (key: string) => document.units.find(unit => unit.key === key)?.name ?? key
  const lines = findings.slice(0, most).map(one => `  ${findingSentence(agency, one, unitName)}`)
  const more = findings.length - lines.length
  return [
    words.broken(agency, findings.length),
    ...lines,
    ...(more > 0 ? [words.moreFindings(more)] : []),
  ]
}

/** "123:9F2A-…", as the cover of the annex prints it, or the whole hash. @throws Misuse */
function onPaper(printed: string): HeadCopy {
  const [, seq, typed] = /^(\d{1,15}):([0-9a-fA-F\s-]+)$/u.exec(printed) ?? []
  const hash = (typed ?? '').replace(/[\s-]/gu, '').toLowerCase()
  if (seq === undefined || hash.length < 16 || hash.length > 64)
    throw new Misuse(words.notAHead(printed))
  return { seq: Number(seq), hash, from: 'paper' }
}

/** As `clock.ts` writes them. */
const copySchema = z.object({
  auditHead: z.object({
    agency: z.string(),
    day: z.string(),
    seq: z.number().int().positive(),
    hash: z.string().length(64),
    /** of a further database */
    database: z.string().default(mainKey),
  }),
})

/** @throws Refusal for a file that is no copy of a head: a copy that cannot be read proves nothing */
function headsIn(folder: string): (HeadCopy & { agency: string; database: string })[] {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    throw new Refusal(words.noFile(folder, reasonOf(error)))
  }
  return names
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => {
      const file = join(folder, name)
      const read = copySchema.safeParse(jsonFile(file))
      if (!read.success) throw new Refusal(words.notAHeadFile(file))
      return { ...read.data.auditHead, from: 'archive' as const }
    })
}
