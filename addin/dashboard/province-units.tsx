/** How full each agency's figures are; from here one goes on to an agency. */
import type { ProvinceConsolidation } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Scrolled } from './scrolled.tsx'

type Agency = ProvinceConsolidation['agencies'][number]
/** What a leader looks for stands first, where a narrow screen shows it. */
const columns = [
  'expected',
  'submitted',
  'missing',
  'late',
  'returned',
  'accepted',
] as const satisfies readonly (keyof Agency['units'])[]
/** More than none of these is for a leader to see. */
const bad: ReadonlySet<string> = new Set(['returned', 'late', 'missing'])
const stateSigns = { final: '✔', provisional: '◔', absent: '–' } as const

type Given = { readonly agencies: readonly Agency[]; readonly choose: (agency: string) => void }

export function ProvinceUnits({ agencies, choose }: Given) {
  const words = t.province
  return (
    <Scrolled name={t.chart.tableOf(words.completeness)}>
      <table className="agencies">
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
            <th scope="col" className="left">
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ agency, name, state, units }) => (
            <tr key={agency}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-label={words.open(name)}
                  onClick={() => choose(agency)}
                >
                  {name}
                </button>
              </th>
              {columns.map(column => (
                <td key={column} className={bad.has(column) && units[column] > 0 ? 'bad' : ''}>
                  {state === 'absent' ? '–' : units[column]}
                </td>
              ))}
              <td className="left">
                <span aria-hidden="true">{stateSigns[state]}</span> {words.states[state]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
