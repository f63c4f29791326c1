/** A chart with what belongs to every chart: its sentence, its table and the same figures as a file. */
import { type ReactNode, useId, useState } from 'react'
import { t } from '../i18n/dashboard.ts'
import { asCsv } from './asking.ts'
import { Scrolled } from './scrolled.tsx'
import { useSigned } from './using.ts'

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
  /** what the first column holds */
  readonly corner: string
}

type Given = {
  readonly name: string
  /** what is to be seen, in a sentence */
  readonly says: ReactNode
  readonly table: Table
  /** path of the public JSON the figures are from */
  readonly source: string
  readonly children: ReactNode
  /** where the card around it has said name and sentence already */
  readonly quiet?: boolean
}

export function FigureFrame({ name, says, table, source, children, quiet = false }: Given) {
  const id = useId()
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id} className={quiet ? 'unseen' : ''}>
        {says}
      </figcaption>
      {children}
      <details className="beside">
        <summary>
          {t.chart.table}
          <span className="unseen">: {name}</span>
        </summary>
        <Figures name={name} table={table} />
        <Csv name={name} source={source} />
      </details>
    </figure>
  )
}

export function Figures({
  name,
  table: { corner, columns, rows },
}: {
  name: string
  table: Table
}) {
  return (
    <Scrolled name={t.chart.tableOf(name)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, i) => (
                <td key={columns[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Csv({ name, source }: { name: string; source: string }) {
  const { session } = useSigned()
  const [failed, setFailed] = useState(false)
  const download = async () => {
    setFailed(false)
    try {
      const file = await asCsv(source, session.token)
      const url = URL.createObjectURL(file.content)
      Object.assign(document.createElement('a'), { href: url, download: file.name }).click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    } catch {
      setFailed(true)
    }
  }
  return (
    <p className="csv">
      <button type="button" className="plain" aria-label={t.chart.csvOf(name)} onClick={download}>
        {t.chart.csv}
      </button>
      <span role="status">{failed ? t.chart.csvFailed : ''}</span>
    </p>
  )
}
