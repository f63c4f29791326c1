/** The agencies a session may read, its own first: what a dashboard offers to choose from before it has chosen one. */
import { Hono } from 'hono'
import type { Agencies } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import type { App } from './env.ts'
import { tagged } from './etag.ts'
import { may } from './roles.ts'
import { visitor } from './session.ts'
import { ask } from './store/ask.ts'
import { agencySummaries } from './store/province.ts'

export const agencies = new Hono<App>().get('/agencies', may('agency.list'), async c => {
  const keys = visitor(c).agencies.map(({ agency }) => agency)
  const [rows] = await ask(c.env.DB, agencySummaries(c.env.DB, keys))
  const answer: Agencies = {
    agencies: rows.map(({ document, periods, newest }) => {
      const { key, name, superior, place, units, fields } = agencyFrom({ document })
      return {
        ...{ agency: key, name, superior, place },
        units: units.map(unit => ({ unit: unit.key, name: unit.name })),
        fields: fields.map(field => ({ field: field.code, name: field.name })),
        ...{ periods, newest },
      }
    }),
  }
  return tagged(c, answer)
})
