/** Dossiers by field: one chart for those received, those resolved and those pending, as the table's headings group them. */

import type { FigureStatus } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Bars, Legend } from './bars.tsx'
import { type FieldRow, type Group, ranked } from './dossiers.ts'
import { FigureFrame, type Table } from './figure-frame.tsx'
import type { Coverage } from './rates.ts'
import { Covered, Status } from './status.tsx'
import { drawn, figureText, printed } from './telling.ts'

/** A column's total, where the table has one for it. */
export type TotalOf = (column: string) => number | null
/** How far a column's total can be relied upon; undefined where nothing says so. */
export type SureOf = (
  column: string,
) => { readonly status: FigureStatus; readonly coverage: Coverage } | undefined

type Given = {
  readonly groups: readonly Group[]
  readonly rows: readonly FieldRow[]
  readonly totalOf: TotalOf
  readonly sureOf: SureOf
  readonly source: string
  readonly of?: 'units' | 'agencies'
}

export function Fields({ groups, ...given }: Given) {
  return (
    <div className="charts">
      {groups.map(group => (
        <Field key={group.name} group={group} {...given} />
      ))}
    </div>
  )
}

type FieldGiven = Omit<Given, 'groups'> & { readonly group: Group }

function Field({ group, rows, totalOf, sureOf, source, of = 'units' }: FieldGiven) {
  const sure = sureOf(group.total)
  const { filled, zero, unreported } = ranked(rows, group)
  const quiet = [
    ...(zero.length > 0 ? [`${t.fields.zero}: ${zero.map(({ name }) => name).join(', ')}`] : []),
    ...(unreported.length > 0
      ? [`${t.figure.notReported}: ${unreported.map(({ name }) => name).join(', ')}`]
      : []),
  ]
  const parts = group.parts.map(({ column, name, worse }) => ({ key: column, name, worse }))
  return (
    <div className="chart-card">
      <h3>{group.name}</h3>
      {sure && (
        <p className="marks">
          <Status status={sure.status} /> <Covered coverage={sure.coverage} of={of} />
        </p>
      )}
      <FigureFrame
        name={group.name}
        says={fieldsSay(group, rows, totalOf)}
        table={fieldTable(group, rows, totalOf)}
        source={source}
      >
        {filled.length > 0 && <Legend parts={parts} />}
        <Bars
          rows={filled.map(row => ({
            key: row.field,
            name: row.name,
            text: figureText(row.cells.get(group.total)),
            parts: group.parts.map(({ column, name, worse }) => ({
              ...{ key: column, name, worse },
              value: drawn(row.cells.get(column)),
            })),
          }))}
        />
        {quiet.map(line => (
          <p key={line} className="quiet">
            {line.charAt(0).toLocaleUpperCase('vi') + line.slice(1)}.
          </p>
        ))}
      </FigureFrame>
    </div>
  )
}

/** Where most of it is, and where a leader has to look. */
function fieldsSay(group: Group, rows: readonly FieldRow[], totalOf: TotalOf): string {
  const { filled } = ranked(rows, group)
  const [most] = filled
  const all = totalOf(group.total)
  if (all === null && !most) return t.fields.nothing(group.name)
  const clauses = [all === null ? t.figure.notReported : `${printed(all)} ${t.fields.unit}`]
  const top = most && drawn(most.cells.get(group.total))
  if (most && top !== null && top !== undefined && all !== null && filled.length > 1)
    clauses.push(t.fields.most(most.name, printed(top), printed(all)))
  for (const { column, name } of group.parts.filter(({ worse }) => worse)) {
    const where = filled.filter(row => (drawn(row.cells.get(column)) ?? 0) > 0)
    const n = totalOf(column)
    if (where.length > 0 && n !== null)
      clauses.push(
        t.fields.worse(
          name,
          printed(n),
          where.map(row => row.name),
        ),
      )
    else if (n === 0) clauses.push(t.fields.noWorse(name))
  }
  return t.fields.sentence(group.name, clauses)
}

const fieldTable = (group: Group, rows: readonly FieldRow[], totalOf: TotalOf): Table => {
  const { filled, zero, unreported } = ranked(rows, group)
  const columns = [...group.parts.map(({ column }) => column), group.total]
  const total = (column: string) => {
    const value = totalOf(column)
    return value === null ? t.figure.notReported : printed(value)
  }
  return {
    corner: t.fields.row,
    columns: [...group.parts.map(({ name }) => name), t.fields.all],
    rows: [
      ...[...filled, ...zero, ...unreported].map(row => ({
        name: row.name,
        cells: columns.map(column => figureText(row.cells.get(column))),
      })),
      { name: t.fields.all, cells: columns.map(total) },
    ],
  }
}
