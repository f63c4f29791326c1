/** What the table of dossiers will hold instead of what it holds, field by field. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { TableForm } from '../../../shared/catalogue/schema.ts'
import type { Difference } from '../../../shared/differences.ts'
import { files } from '../../i18n/files.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Fold, Quiet } from '../parts/layout.tsx'
import { printed } from '../parts/place-words.ts'
import { columnName } from './matching.ts'

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '12px',
    rowGap: '2px',
    margin: '0 0 4px',
    '& dt': { color: tokens.colorNeutralForeground2, minWidth: 0 },
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
})

type Props = {
  readonly book: Book
  readonly form: TableForm
  readonly changes: readonly Difference[]
}

export function TableChanges({ book, form, changes }: Props) {
  const styles = useStyles()
  const words = files().oneStop
  const fields = [...new Set(changes.map(({ place }) => place.row))]
  const said = ({ place }: Difference, cell: Difference['from']) =>
    printed(book.index, place, cell) || t.place.blank
  return (
    <>
      {changes.length > 0 && <Quiet>{words.changes(changes.length)}</Quiet>}
      {fields.map(field => {
        const own = changes.filter(({ place }) => place.row === field)
        return (
          <Fold
            key={field}
            open={fields.length <= 3}
            summary={words.fieldChanges(book.naming.rowName(form.id, field) ?? field, own.length)}
          >
            <dl className={styles.cells}>
              {own.map(change => (
                <Cell
                  key={change.place.column}
                  name={nameOf(form, change)}
                  words={words.change(said(change, change.from), said(change, change.to))}
                />
              ))}
            </dl>
          </Fold>
        )
      })}
    </>
  )
}

const nameOf = (form: TableForm, { place }: Difference): string => {
  const column = form.columns.find(({ key }) => key === place.column)
  return column ? columnName(column) : ''
}

const Cell = ({ name, words }: { name: string; words: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{words}</dd>
  </>
)
