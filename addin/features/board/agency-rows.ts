/** The fields and plan tasks the agency lists, whoever reported them: they come with the report of any unit that submitted. */
import type { Agency } from '../../../shared/agency.ts'
import type { Api } from '../../api.ts'

export type AgencyRows = {
  readonly [kind in 'field' | 'task']: readonly { readonly code: string; readonly name: string }[]
}

const none: AgencyRows = { field: [], task: [] }
const known = new WeakMap<Api, Map<string, AgencyRows>>()

/** Empty while no unit has submitted: then there is nothing merged to add to either. */
export async function agencyRowsFor(api: Api, period: string): Promise<AgencyRows> {
  const before = known.get(api)?.get(period)
  if (before) return before
  const { units } = await api.progress(period)
  const unit = units.find(({ revision }) => revision !== null)?.unit
  if (unit === undefined) return none
  const { agency } = await api.reviewSheet(period, unit)
  const rows = rowsOf(agency)
  known.set(api, new Map(known.get(api)).set(period, rows))
  return rows
}

const rowsOf = ({ fields, tasks }: Agency): AgencyRows => ({ field: fields, task: tasks })
