/** An export of the one-stop software as it would stand in the unit's table: what was read, what is open, what changes. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { TableForm } from '../../../shared/catalogue/schema.ts'
import { differences } from '../../../shared/differences.ts'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { isOurs } from '../fill/opening.ts'
import { WrittenLine } from '../fill/written-line.tsx'
import { Fold, List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { usePart, useStore } from '../store.ts'
import { Dividing } from './dividing.tsx'
import { DossierLines } from './dossier-lines.tsx'
import { contentBefore, fillTable, goOnWithTable } from './importing.ts'
import { dossierTable, fieldsOf, tableOf, undecided, withTable } from './matching.ts'
import type { OneStopState } from './state.ts'
import { TableChanges } from './table-changes.tsx'

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } })

type Props = { readonly book: Book; readonly beside: boolean }

export function DossierPreview({ book, beside }: Props) {
  const imported = usePart(state => state.oneStop.imported)
  const form = dossierTable(book)
  if (!imported || !form) return null
  return <Preview book={book} beside={beside} form={form} imported={imported} />
}

type Imported = NonNullable<OneStopState['imported']>

function Preview({
  book,
  beside,
  form,
  imported: { name, dossiers },
}: Props & { form: TableForm; imported: Imported }) {
  const store = useStore()
  const said = usePart(state => state.oneStop)
  const ours = usePart(isOurs)
  const words = files().oneStop
  const look = dossiers.notes.filter(({ needsLook }) => needsLook)
  const others = dossiers.notes.filter(({ needsLook }) => !needsLook)
  const open = undecided(said, dossiers).length
  const table = useMemo(() => tableOf(said, dossiers, form), [said, dossiers, form])
  const missing = fieldsOf(book, form).filter(field => !table.has(field))
  return (
    <Stack>
      <Section card>
        <ResultHeading text={words.preview} />
        <strong>{name}</strong>
        <Quiet>{words.from(dossiers.sheet, dossiers.layout)}</Quiet>
        {dossiers.heading && <Quiet>{words.heading(dossiers.heading)}</Quiet>}
        <div>
          <Button size="small" onClick={() => store.dispatch({ type: 'dossiers-left' })}>
            {words.another}
          </Button>
        </div>
      </Section>
      {look.length > 0 && (
        <Notice tone="warning" quiet title={words.look(look.length)}>
          <Messages notes={look} />
        </Notice>
      )}
      {others.length > 0 && (
        <Fold summary={words.notes(others.length)}>
          <Messages notes={others} />
        </Fold>
      )}
      <DossierLines book={book} form={form} dossiers={dossiers} />
      <Dividing book={book} form={form} dossiers={dossiers} />
      <Section title={words.table}>
        {missing.length > 0 && (
          <Fold summary={words.missing(missing.length)}>
            <List>
              {missing.map(field => (
                <li key={field}>{book.naming.rowName(form.id, field)}</li>
              ))}
            </List>
          </Fold>
        )}
        {beside && !ours ? (
          <Quiet>{words.outdatedBook}</Quiet>
        ) : (
          <Changing book={book} beside={beside} form={form} table={table} open={open} />
        )}
      </Section>
    </Stack>
  )
}

const Messages = ({ notes }: { notes: Imported['dossiers']['notes'] }) => (
  <List>
    {notes.map(({ message }) => (
      <li key={message}>{message}</li>
    ))}
  </List>
)

type ChangingProps = Props & {
  readonly form: TableForm
  readonly table: ReturnType<typeof tableOf>
  /** lines nobody has given a field yet */
  readonly open: number
}

/** What the table holds against what it will hold, and the one button. */
function Changing({ book, beside, form, table, open }: ChangingProps) {
  const styles = useStyles()
  const store = useStore()
  const review = usePart(state => state.check.review)
  const { writing, written } = usePart(state => state.fill)
  const before = usePart(contentBefore)
  const base = beside ? review?.reading.content : before
  const next = useMemo(() => base && withTable(base, form, table), [base, form, table])
  const changes = useMemo(
    () => (base && next ? differences(book.index, base, next) : []),
    [book, base, next],
  )
  const words = files().oneStop
  if (!next) return null
  const put = () => {
    if (open > 0) return
    if (!beside) return goOnWithTable(store)
    if (review) void fillTable(store, book, review, next, form.id)
  }
  return (
    <>
      {beside && written?.what.kind === 'file' && <WrittenLine />}
      <TableChanges book={book} form={form} changes={changes} />
      {changes.length === 0 && <Quiet>{words.same}</Quiet>}
      <div className={styles.buttons}>
        {(changes.length > 0 || !beside) && (
          <Button
            appearance="primary"
            disabledFocusable={open > 0 || writing}
            aria-describedby="dossiers-open"
            onClick={put}
          >
            {beside ? words.put : words.goOn}
          </Button>
        )}
        {beside && (
          <Button
            onClick={() => {
              store.dispatch({ type: 'files-opened', kind: null })
              store.dispatch({ type: 'tab-opened', tab: 'check' })
            }}
          >
            {files().upload.sheets.toCheck}
          </Button>
        )}
      </div>
      <Quiet id="dossiers-open">
        {open > 0 ? words.undecided(open) : beside ? words.putHint : words.goOnHint}
      </Quiet>
    </>
  )
}
