// Where a manifest's addresses lead: all to one place, and for people's Excel to a place that is not
// the machine it was made on.

import type { Place, Problem } from './check.ts'
import { developmentId } from './shapes.ts'

/** Hosts only this machine can reach. */
export const isLocal = (host: string): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i.test(host)

/** What would work here and nowhere else. */
export function productionProblems(places: readonly Place[]): Problem[] {
  const problems = addressesIn(places).flatMap(({ where, url }) =>
    isLocal(url.hostname) ? [{ where, what: `${url.origin} is this machine` }] : [],
  )
  const origins = new Set(addressesIn(places).map(({ url }) => url.origin))
  const id = places.find(({ element }) => element.name === 'Id')
  if (id?.element.text.toLowerCase() === developmentId)
    problems.push({ where: id.where, what: 'the text is the id of the development manifest' })
  if (origins.size > 1)
    problems.push({
      where: places[0]?.where ?? '',
      what: `the addresses are of ${origins.size} origins: ${[...origins].join(', ')}`,
    })
  return problems
}

const addressesIn = (places: readonly Place[]): { where: string; url: URL }[] =>
  places.flatMap(({ element, where }) =>
    [...element.attributes.entries()]
      .filter(([name]) => !name.startsWith('xmlns'))
      .map(([, value]) => value)
      .concat(element.text)
      .filter(value => value.startsWith('https:') && URL.canParse(value))
      .map(value => ({ where, url: new URL(value) })),
  )

/** A deployment that replaced only some of the addresses would load the pane from nowhere. */
export function developmentProblems(places: readonly Place[]): Problem[] {
  const addresses = addressesIn(places)
  const local = addresses.filter(({ url }) => isLocal(url.hostname))
  if (local.length === addresses.length) return []
  return local.map(({ where }) => ({ where, what: 'a localhost address is left among others' }))
}
