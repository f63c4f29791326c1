/**
 * What the last hour of the day figures are due is made of: four units of five submit in it, at instants of a Poisson
 * process from the seed; panes read, clerks pull, a dashboard polls.
 */
import { drawing } from '../corpus.ts'
import { type Ask, filingPath } from '../province.ts'
import type { Reported } from './reports.ts'

/** Closed before the day this runs, so that the server's own clock is right about it. */
export const due = '2025-M12'
/** What the hour is made of, each over all units or agencies of the province. */
export const hour = {
  share: 0.8, sheetsPerUnit: 3, checksPerSubmission: 3, progressPerClerk: 60, pullsPerClerk: 12, dashboardPolls: 60,
} // biome-ignore format: one line each would be longer

export type Kind =
  | 'submission'
  | 'check'
  | 'sheet'
  | 'progress'
  | 'consolidation'
  | 'province total'
export type Event = {
  readonly kind: Kind
  readonly at: number
  readonly send: () => Promise<Response>
}
export type Unit = { readonly unit: string; readonly token: string; readonly report: Reported }
export type Office = { readonly clerk: string; readonly units: readonly Unit[] }

/** One hour; instants in seconds. */
export function plan(
  ask: Ask,
  offices: readonly Office[],
  dashboard: string,
  revisions: Map<string, number>,
  from: number,
): Event[] {
  const draw = drawing(from)
  const instant = () => (draw(1_000_000) / 1_000_000) * 3600
  const events: Event[] = []
  const every = (times: number, kind: Kind, send: () => Promise<Response>) => {
    const offset = (instant() / 3600) * (3600 / times)
    for (let n = 0; n < times; n++) events.push({ kind, at: offset + (n * 3600) / times, send })
  }
  const units = offices.flatMap((office, agency) =>
    office.units.map(one => ({ ...one, agency, order: draw(1_000_000) })),
  )
  const submitting = units
    .toSorted((a, b) => a.order - b.order)
    .slice(0, Math.round(hour.share * units.length))
  for (const { token } of units)
    for (let n = 0; n < hour.sheetsPerUnit; n++)
      events.push({
        kind: 'sheet',
        at: instant(),
        send: () => ask('GET', `/periods/${due}/sheet`, token),
      })
  // given how many arrive in an hour, instants of a Poisson process are uniform and independent
  for (const { agency, unit, token, report } of submitting) {
    const key = `${agency} ${unit}`
    const arrival = instant()
    // nobody submits before the last check has answered
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (send: () => Promise<Response>) => () => {
      const answer = last.then(send)
      last = answer.catch(() => undefined)
      return answer
    }
    const put = async (query: string) => {
      const path = `${filingPath(due, unit)}/${crypto.randomUUID()}${query}`
      const revision = revisions.get(key)
      return ask('PUT', path, token, { ...report, basedOn: revision ?? null })
    }
    for (let n = 0; n < hour.checksPerSubmission; n++)
      events.push({
        kind: 'check',
        at: (arrival * draw(1000)) / 1000,
        send: inTurn(() => put('?dryRun=1')),
      })
    events.push({
      kind: 'submission',
      at: arrival,
      send: inTurn(async () => {
        const answer = await put('')
        if (answer.status === 201) revisions.set(key, (revisions.get(key) ?? 0) + 1)
        return answer
      }),
    })
  }
  for (const { clerk } of offices) {
    const get = (path: string) => () => ask('GET', `/periods/${due}/${path}`, clerk)
    every(hour.progressPerClerk, 'progress', get('progress'))
    every(hour.pullsPerClerk, 'consolidation', get('consolidation'))
  }
  const total = () => ask('GET', `/province/periods/${due}`, dashboard)
  every(hour.dashboardPolls, 'province total', total)
  return events.sort((a, b) => a.at - b.at)
}
