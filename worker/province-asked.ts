/** Which agencies a dashboard asks about, and what their total is called. */
import type { Context } from 'hono'
import type { Agency } from '../shared/agency.ts'
import type { AgencyName } from '../shared/protocol.ts'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { nearestNamed } from './nearest.ts'
import { Problem } from './problem.ts'
import { visitor } from './session.ts'

/** A province has fifteen to twenty; the bodies of so many are what an isolate can hold. */
const mostAgencies = 40

/** Those named by `agencies`, or all the code covers; its own first. @throws Problem not-yours, malformed */
export function agenciesAsked(c: Context<App>): readonly AgencyName[] {
  const { agencies: covered } = visitor(c)
  const named = c.req.query('agencies')
  const asked = named === undefined ? covered : covered.filter(one => keysIn(named).has(one.agency))
  if (named !== undefined) {
    const keys = covered.map(({ agency }) => agency)
    const [stranger] = [...keysIn(named)].filter(key => !keys.includes(key))
    if (stranger !== undefined) {
      const near = nearestNamed(
        stranger,
        covered.map(({ agency, name }) => [agency, name] as const),
      )
      const told = keys.slice(0, mostAgencies)
      throw new Problem('not-yours', say.agencyNotCovered(stranger, told, near))
    }
    if (asked.length === 0)
      throw new Problem('malformed', say.agenciesEmpty(keys.slice(0, mostAgencies)))
  }
  if (asked.length > mostAgencies)
    throw new Problem('malformed', say.agenciesTooMany(asked.length, mostAgencies))
  return asked
}

const keysIn = (named: string): Set<string> =>
  new Set(
    named
      .split(',')
      .map(key => key.trim())
      .filter(key => key !== ''),
  )

/** What their total is called: the place they share, when they share one. */
export function provinceOf(agencies: readonly Pick<Agency, 'place'>[]) {
  const [place, ...others] = new Set(agencies.map(one => one.place))
  const name = place !== undefined && others.length === 0 ? place : say.severalAgencies()
  return { kind: 'province', key: 'province', name } as const
}
