/** The lines of the file, each with the field it goes to; those nobody could match stand first. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { TableForm } from '../../../shared/catalogue/schema.ts'
import { numberFigure, printFigure } from '../../../shared/figure.ts'
import type { DossierLine, ImportedDossiers } from '../../../shared/protocol.ts'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { fieldOf, fieldsOf } from './matching.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  figures: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  choice: {
    width: '100%',
    minHeight: '32px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

type Props = {
  readonly book: Book
  readonly form: TableForm
  readonly dossiers: ImportedDossiers
}

export function DossierLines({ book, form, dossiers: { lines } }: Props) {
  const words = files().oneStop
  // where a line stands follows from the file, so that choosing moves nothing under the person's hand
  const open = lines.filter(({ field, elsewhere }) => !field && elsewhere.length === 0)
  const matched = lines.filter(({ field }) => field)
  const theirs = lines.filter(({ field, elsewhere }) => !field && elsewhere.length > 0)
  return (
    <Section title={words.lines(lines.length)}>
      <List>
        {[...open, ...matched].map(line => (
          <Line key={line.row} book={book} form={form} line={line} />
        ))}
      </List>
      {theirs.length > 0 && (
        <Fold summary={words.elsewhere(theirs.length)}>
          <List>
            {theirs.map(line => (
              <Line key={line.row} book={book} form={form} line={line} />
            ))}
          </List>
        </Fold>
      )}
    </Section>
  )
}

const unsaid = '?'
const leftOut = '-'

function Line({ book, form, line }: { book: Book; form: TableForm; line: DossierLine }) {
  const styles = useStyles()
  const store = useStore()
  const id = useId()
  const field = usePart(state => fieldOf(state.oneStop, line))
  const words = files().oneStop
  const fields = fieldsOf(book, form)
  const near = line.candidates.filter(key => fields.includes(key))
  const others = fields.filter(key => !near.includes(key))
  const name = (key: string) => book.naming.rowName(form.id, key) ?? key
  const option = (key: string) => (
    <option key={key} value={key}>
      {name(key)}
    </option>
  )
  const units = line.elsewhere.map(key => book.naming.unitName(key)).join(', ')
  return (
    <li className={styles.item}>
      <span>
        {words.line(line.row)}: <span className={styles.label}>{line.label}</span>
      </span>
      <span className={styles.figures}>{figuresOf(form, line) || words.noFigures}</span>
      {units && <Quiet>{words.elsewhereOf(units)}</Quiet>}
      <label htmlFor={id}>{words.field}</label>
      <select
        id={id}
        className={styles.choice}
        value={field === undefined ? unsaid : (field ?? leftOut)}
        onChange={({ target: { value } }) =>
          store.dispatch({
            type: 'line-matched',
            row: line.row,
            field: value === leftOut ? null : value,
          })
        }
      >
        {field === undefined && <option value={unsaid}>{words.unsaid}</option>}
        <option value={leftOut}>{words.leaveOut}</option>
        {near.length > 0 && <optgroup label={words.near}>{near.map(option)}</optgroup>}
        {near.length > 0 ? (
          <optgroup label={words.others}>{others.map(option)}</optgroup>
        ) : (
          others.map(option)
        )}
      </select>
    </li>
  )
}

/** "(4) 12 · (5) 3": what is not nought, in the order of the form; figures of several columns by their heading. */
function figuresOf(form: TableForm, { cells, undivided }: DossierLine): string {
  const words = files().oneStop
  const print = (value: number) => printFigure(numberFigure(value))
  const own = form.columns.flatMap(({ key, code }) => {
    const value = cells[key]
    return value ? [words.cell(code, print(value))] : []
  })
  return [...own, ...undivided.map(({ heading, sum }) => words.divideOf(heading, print(sum)))].join(
    ' · ',
  )
}
