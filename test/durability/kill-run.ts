/**
 * What a receipt acknowledged is never lost: the real server under load is killed at random moments and started again,
 * also while it starts and while it stops, and in the end everything acknowledged must be there once. SIGKILL leaves the
 * operating system running, so a loss of power is not tried here.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drawing } from '../bench/corpus.ts'
import { found, type Province, periods } from './province.ts'
import { untilAnswered } from './sender.ts'
import { type Killable, serverOn } from './server.ts'
import { atWork, emptyLedger, type Ledger, signIn } from './unit-at-work.ts'
import { byFrontDoor, inFile } from './verdict.ts'

export type Asked = {
  readonly seed: number
  readonly agencies: number
  /** the run goes on until both are reached */
  readonly kills: number
  readonly acknowledged: number
}

export type Summary = Omit<Ledger, 'acknowledged' | 'faults'> & {
  readonly kills: Record<Moment, number>
  /** starts that found a write-ahead log left by a kill */
  readonly startsOnLog: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly faults: readonly string[]
  readonly seconds: number
}

/** When a kill comes, out of ten, and within how many milliseconds after that moment. */
const moments = {
  'under load': { outOfTen: 7, within: 800 },
  starting: { outOfTen: 1, within: 500 },
  stopping: { outOfTen: 2, within: 60 },
} as const
type Moment = keyof typeof moments

export async function killRun(asked: Asked): Promise<Summary> {
  const begun = performance.now()
  const dataDir = mkdtempSync(join(tmpdir(), 'cchc-kill-'))
  const server = serverOn(dataDir)
  const ledger = emptyLedger()
  try {
    const province = await found(dataDir, asked.agencies)
    await server.start().answering
    await openPeriods(server, province)
    const killing = killed(server, ledger, asked)
    const working = province.units.map((unit, i) =>
      atWork(server, unit, ledger, drawing(asked.seed + 1 + i), () => killing.over()),
    )
    // a fault of either ends the run at once
    await Promise.all([killing.done, ...working])
    const seen = await byFrontDoor(server, province.units, ledger.acknowledged)
    server.signal('SIGTERM')
    const { code } = await server.ended()
    const kept = inFile(dataDir, ledger.acknowledged)
    return {
      ...ledger,
      ...killing.counts,
      acknowledged: ledger.acknowledged.size,
      lost: Math.max(seen.lost, kept.lost),
      doubled: Math.max(seen.doubled, kept.doubled),
      faults: [
        ...ledger.faults,
        ...seen.faults,
        ...kept.faults,
        ...(code === 0 ? [] : [`a graceful stop ended with ${code}`]),
      ],
      seconds: (performance.now() - begun) / 1000,
    }
  } finally {
    server.signal('SIGKILL')
    await server.ended()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function openPeriods(server: Killable, { clerks }: Province): Promise<void> {
  for (const { code } of clerks) {
    const token = await signIn(server, code)
    for (const period of periods) {
      const body = JSON.stringify({ period })
      const sent = { method: 'POST', path: '/periods', token, body } as const
      const { status, text } = await untilAnswered(server, sent)
      if (status !== 201) throw new Error(`opening ${period} got ${status}: ${text}`)
    }
  }
}

/** Kills and starts again until enough was killed and enough acknowledged; ends with the server answering. */
function killed(server: Killable, ledger: Ledger, asked: Asked) {
  const draw = drawing(asked.seed)
  const counts = { kills: { 'under load': 0, starting: 0, stopping: 0 }, startsOnLog: 0 }
  const total = () => Object.values(counts.kills).reduce((sum, count) => sum + count, 0)
  let over = false

  const start = () => {
    const { answering, walBytes } = server.start()
    if (walBytes > 0) counts.startsOnLog += 1
    return answering
  }
  const kill = async (moment: Moment) => {
    server.away()
    server.signal('SIGKILL')
    // one that stopped by itself before was not killed
    if ((await server.ended()).signal === 'SIGKILL') counts.kills[moment] += 1
  }
  const run = async () => {
    while (total() < asked.kills || ledger.acknowledged.size < asked.acknowledged) {
      const moment = momentOf(draw(10))
      const wait = draw(moments[moment].within)
      if (moment === 'starting') {
        await kill('under load')
        start()
      }
      if (moment === 'stopping') {
        await pause(draw(moments['under load'].within))
        server.signal('SIGTERM')
      }
      await pause(wait)
      await kill(moment)
      await start()
    }
    over = true
  }
  return { counts, done: run(), over: () => over }
}

function momentOf(drawn: number): Moment {
  const { starting, stopping } = moments
  if (drawn < starting.outOfTen) return 'starting'
  return drawn < starting.outOfTen + stopping.outOfTen ? 'stopping' : 'under load'
}
