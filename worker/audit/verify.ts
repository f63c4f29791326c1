/**
 * Whether the chain of an agency still says what it said, and whether the tables still hold what it tells of. Walks the
 * chain from its first entry; reads only. Nothing here knows who asks: the command line does, and an API could.
 */
import { chainBreak } from '../audit.ts'
import { canonicalJson } from '../digest.ts'
import type { Database } from '../env.ts'
import { ask } from '../store/ask.ts'
import { type AuditRow, entriesAfter, exportedHeads, type Head, headOf } from '../store/audit.ts'
import { type Present, presentTraces } from './present.ts'
import { hear, type Told, type Trace, type Traces } from './traces.ts'

/** A head of the chain as somebody kept it; `hash` may be as much of the beginning as was printed. */
export type HeadCopy = {
  readonly seq: number
  readonly hash: string
  readonly from: 'database' | 'archive' | 'paper'
  /** ISO date of the copy; paper has none */
  readonly day?: string
}

/** What is wrong; `seq` is the number of the entry, `at` its instant (UTC). */
export type Finding =
  | { readonly fault: 'edited' | 'unlinked'; readonly seq: number; readonly at: string }
  /** it says it comes right after the entry that now has the number `follows` */
  | { readonly fault: 'moved'; readonly seq: number; readonly at: string; readonly follows: number }
  /** `at` is of the entry after the gap */
  | { readonly fault: 'missing'; readonly from: number; readonly to: number; readonly at: string }
  | { readonly fault: 'cut'; readonly copy: HeadCopy }
  | { readonly fault: 'rewritten'; readonly at: string; readonly copy: HeadCopy }
  /** a row no entry tells of; a row an entry tells of is not there; not as told; other content than was received */
  | { readonly fault: 'unrecorded'; readonly trace: Trace }
  | { readonly fault: 'vanished'; readonly trace: Told }
  | { readonly fault: 'altered'; readonly trace: Told; readonly members: readonly string[] }
  | { readonly fault: 'body'; readonly trace: Trace | Told }

export type Verification = {
  readonly agency: string
  readonly entries: number
  /** of the chain as it is; undefined when there is none */
  readonly head: Head | undefined
  readonly findings: readonly Finding[]
}

export type Asked = {
  /** heads kept outside the database */
  readonly copies?: readonly HeadCopy[]
  /** told how many entries were walked as long as there are more */
  readonly walked?: (entries: number) => void
}

export async function verifyAgency(
  db: Database,
  agency: string,
  { copies = [], walked = () => {} }: Asked = {},
): Promise<Verification> {
  // tables before the chain: what comes in meanwhile has its entry, and entries after `start` may still lack their row
  const [[start], exported] = await ask(db, headOf(db, agency), exportedHeads(db, agency))
  const kept = new Map<string, HeadCopy>()
  for (const { seq, hash, day } of exported)
    kept.set(`${seq} ${hash}`, { seq, hash, day, from: 'database' })
  for (const copy of copies) kept.set(`${copy.seq} ${copy.hash}`, copy)
  const present = await presentTraces(db, agency)
  const walk = await walkChain(db, agency, [...kept.values()], walked)
  return {
    agency,
    entries: walk.entries,
    head: walk.last && { seq: walk.last.seq, hash: walk.last.hash },
    findings: [...walk.findings, ...compared(walk.told, present, start?.seq ?? 0)],
  }
}

const page = 500

type Walk = {
  readonly entries: number
  readonly last: AuditRow | undefined
  readonly told: Traces<Told>
  readonly findings: readonly Finding[]
}

/** Every entry is held against the one before it, whatever was wrong earlier, so that each break shows. */
async function walkChain(
  db: Database,
  agency: string,
  copies: readonly HeadCopy[],
  walked: (entries: number) => void,
): Promise<Walk> {
  const told: Traces<Told> = new Map()
  const breaks: { before: Head; row: AuditRow }[] = []
  const seqs = new Map<string, number>()
  const copied = new Map<number, AuditRow | undefined>(copies.map(({ seq }) => [seq, undefined]))
  let before: Head = { seq: 0, hash: '' }
  let last: AuditRow | undefined
  let entries = 0
  for (let more = true; more; ) {
    const [rows] = await ask(db, entriesAfter(db, agency, before.seq, page))
    for (const row of rows) {
      if (chainBreak(before, [row])) breaks.push({ before, row })
      if (copied.has(row.seq)) copied.set(row.seq, row)
      seqs.set(row.hash, row.seq)
      hear(told, row)
      before = last = row
    }
    entries += rows.length
    more = rows.length === page
    if (more) walked(entries)
  }
  const findings = [
    ...breaks.flatMap(one => explained(one.before, one.row, seqs)),
    ...copies.flatMap(copy => heldAgainst(copy, copied.get(copy.seq))),
  ]
  return { entries, last, told, findings }
}

/** @param seqs where each hash of the chain stands now */
function explained(before: Head, row: AuditRow, seqs: ReadonlyMap<string, number>): Finding[] {
  const { seq, at, prev } = row
  switch (chainBreak(before, [row])?.fault) {
    case 'missing':
      return [
        { fault: 'missing', from: before.seq + 1, to: seq - 1, at },
        // what came before it is gone, but its own hash still tells whether it was edited
        ...explained({ seq: seq - 1, hash: prev }, row, seqs),
      ]
    case 'unlinked': {
      const follows = seqs.get(prev)
      return [
        follows === undefined
          ? { fault: 'unlinked', seq, at }
          : { fault: 'moved', seq, at, follows },
      ]
    }
    case 'edited':
      return [{ fault: 'edited', seq, at }]
    default:
      return []
  }
}

function heldAgainst(copy: HeadCopy, row: AuditRow | undefined): Finding[] {
  if (!row) return [{ fault: 'cut', copy }]
  return row.hash.startsWith(copy.hash) ? [] : [{ fault: 'rewritten', at: row.at, copy }]
}

/** @param start entries up to this one had their row when the tables were read */
function compared(told: Traces<Told>, { traces, broken }: Present, start: number): Finding[] {
  const findings: Finding[] = []
  for (const [key, one] of told) {
    if (one.seq > start) continue
    const row = traces.get(key)
    const members = row ? differing(one.content, row.content) : []
    if (!row && one.subject !== 'coverage') findings.push({ fault: 'vanished', trace: one })
    else if (members.length > 0) findings.push({ fault: 'altered', trace: one, members })
  }
  for (const [key, one] of traces) {
    const entry = told.get(key)
    if (!entry && one.subject !== 'agency') findings.push({ fault: 'unrecorded', trace: one })
    if (one.subject === 'submission' && broken.has(one.name))
      findings.push({ fault: 'body', trace: entry ?? one })
  }
  return findings
}

const differing = (told: Trace['content'], kept: Trace['content']): string[] =>
  [...new Set([...Object.keys(told), ...Object.keys(kept)])].filter(
    member =>
      canonicalJson(told[member]) !== canonicalJson(kept[member]) &&
      // entries made before reports were bound tell of none
      !(member === 'report' && told.report === undefined),
  )
