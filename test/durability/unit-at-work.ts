/**
 * A unit that submits revision after revision over several periods. Some requests go out twice at once, some against a
 * rival for the same revision; what was acknowledged is remembered and now and then asked for again.
 */
import type { Receipt, Session } from '../../shared/protocol.ts'
import { sha256 } from '../../worker/digest.ts'
import { type Holding, periods, reportOf } from './province.ts'
import { untilAnswered } from './sender.ts'
import type { Killable } from './server.ts'

export type Acknowledged = Pick<
  Receipt,
  'id' | 'unit' | 'period' | 'revision' | 'receivedAt' | 'digest'
> & { readonly agency: string }

/** What all units together saw. */
export type Ledger = {
  readonly acknowledged: Map<string, Acknowledged>
  /** requests under way when the server died, and those of them it had stored before */
  cut: number
  cutAndStored: number
  /** requests whose answer the client did not wait for, and those of them that had been stored */
  hungUp: number
  hungUpAndStored: number
  /** receipts asked for again and found the same */
  askedAgain: number
  readonly faults: string[]
}

export const emptyLedger = (): Ledger => ({
  acknowledged: new Map(),
  cut: 0,
  cutAndStored: 0,
  hungUp: 0,
  hungUpAndStored: 0,
  askedAgain: 0,
  faults: [],
})

/** Milliseconds; about as long as an answer takes under load. */
const longestPatience = 40

type Filing = { id: string; period: string; body: string }

/** Works until `enough` says so; what it has begun it finishes. */
export async function atWork(
  server: Killable,
  { agency, unit, code }: Holding,
  ledger: Ledger,
  draw: (below: number) => number,
  enough: () => boolean,
): Promise<void> {
  const token = await signIn(server, code)
  const newest = new Map<string, number>()
  let serial = 0
  let last: { filing: Filing; text: string } | undefined

  const filingFor = (period: string): Filing => {
    serial += 1
    const basedOn = newest.get(period) ?? null
    return { id: crypto.randomUUID(), period, body: reportOf(unit, period, basedOn, serial) }
  }
  const send = ({ id, period, body }: Filing, patience?: number) => {
    const path = `/periods/${period}/units/${unit}/submissions/${id}`
    return untilAnswered(server, { method: 'PUT', path, token, body }, patience)
  }
  const fault = (text: string) => ledger.faults.push(`${agency}/${unit}: ${text}`)

  /** Sends it `times` at once; the receipt, or undefined when another revision was first. */
  const settle = async (filing: Filing, times = 1, patience?: number) => {
    const answers = await Promise.all(Array.from({ length: times }, () => send(filing, patience)))
    const [first] = answers
    const wasCut = answers.some(({ cut }) => cut > 0)
    const hungUp = answers.some(one => one.hungUp)
    if (wasCut) ledger.cut += 1
    if (hungUp) ledger.hungUp += 1
    if (!first || answers.every(({ status }) => status === 409)) return undefined
    const odd = answers.find(({ status }) => status !== 200 && status !== 201)
    if (odd) fault(`${filing.id} got ${odd.status}: ${odd.text.slice(0, 300)}`)
    if (answers.some(({ text }) => text !== first.text)) fault(`${filing.id}: unequal receipts`)
    const created = answers.filter(({ status }) => status === 201).length
    if (created > 1) fault(`${filing.id} was created twice`)
    if (wasCut && created === 0) ledger.cutAndStored += 1
    if (hungUp && created === 0) ledger.hungUpAndStored += 1
    remember(filing, first.text)
    return first.text
  }

  const remember = (filing: Filing, text: string) => {
    const { id, period, revision, receivedAt, digest } = JSON.parse(text) as Receipt
    const wanted = (newest.get(filing.period) ?? 0) + 1
    if (id !== filing.id || period !== filing.period || digest !== sha256(filing.body))
      fault(`${filing.id}: a receipt for something else`)
    if (revision !== wanted) fault(`${filing.id}: revision ${revision}, not ${wanted}`)
    newest.set(period, revision)
    ledger.acknowledged.set(id, { id, agency, unit, period, revision, receivedAt, digest })
    last = { filing, text }
  }

  while (!enough()) {
    const period = periods[draw(periods.length)] ?? ''
    const kind = draw(10)
    if (kind === 0) {
      const won = await Promise.all([settle(filingFor(period)), settle(filingFor(period))])
      const winners = won.filter(text => text !== undefined).length
      if (winners !== 1) fault(`${winners} of two rivals got a receipt`)
    } else if (kind === 1 && last) {
      const again = await send(last.filing)
      if (again.status !== 200 || again.text !== last.text)
        fault(`${last.filing.id}: asked again, got ${again.status} ${again.text.slice(0, 300)}`)
      ledger.askedAgain += 1
    } else {
      const patience = kind === 2 ? draw(longestPatience) : undefined
      const receipt = await settle(filingFor(period), kind === 3 ? 2 : 1, patience)
      if (receipt === undefined) fault('refused without a rival')
    }
  }
}

export async function signIn(server: Killable, code: string): Promise<string> {
  const body = JSON.stringify({ code })
  const { status, text } = await untilAnswered(server, { method: 'POST', path: '/sessions', body })
  if (status !== 201) throw new Error(`sign-in got ${status}: ${text}`)
  return (JSON.parse(text) as Session).token
}
