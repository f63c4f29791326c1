/** Takes the figures of a file into the open sheets: shown first, written by one press, undone by another. */
import { Button, Checkbox, makeStyles } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { files } from '../../i18n/files.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { mismatch } from '../fill/book.ts'
import { LayingOut } from '../fill/fill.tsx'
import { isOurs, openForms } from '../fill/opening.ts'
import { write } from '../fill/writing.ts'
import { WrittenLine } from '../fill/written-line.tsx'
import { FigureWords } from '../parts/difference-line.tsx'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { isOutdated } from '../submit/outdated.ts'
import { type Entering, intoSheets, sheetsOf } from './entering.ts'
import { asFile } from './standing-in.ts'
import type { FileRead } from './state.ts'

const useStyles = makeStyles({
  scroll: { maxHeight: '320px', overflowY: 'auto' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Props = { readonly book: Book; readonly read: FileRead }

export function IntoSheets({ book, read }: Props) {
  const ours = usePart(isOurs)
  const layingOut = usePart(state => state.fill.layingOut)
  const identity = usePart(state => state.fill.identity)
  const outdated = usePart(state => isOutdated(asFile(state)))
  const words = files().upload.sheets
  return (
    <Section title={words.title} card>
      {layingOut ? (
        <LayingOut book={book} {...layingOut} />
      ) : outdated ? (
        <Quiet>{words.outdated}</Quiet>
      ) : ours ? (
        <Entered book={book} read={read} />
      ) : mismatch(book.identity, identity ?? null) === 'none' ? (
        <Open book={book} read={read} />
      ) : (
        <Quiet>{words.other}</Quiet>
      )}
    </Section>
  )
}

/** No forms are in the workbook yet: they are opened as the file has them. */
function Open({ book, read }: Props) {
  const store = useStore()
  const words = files().upload.sheets
  const open = () =>
    openForms(store, {
      sheets: sheetsOf(book, read.review.reading.content),
      identity: { ...book.identity, revision: read.basedOn },
    })
  return (
    <>
      <Quiet>{words.opening}</Quiet>
      <div>
        <Button appearance="primary" onClick={() => void open()}>
          {words.open}
        </Button>
      </div>
    </>
  )
}

function Entered({ book, read }: Props) {
  const styles = useStyles()
  const store = useStore()
  const now = usePart(state => state.check.review)
  const { writing, written } = usePart(state => state.fill)
  const [clearing, setClearing] = useState(false)
  const { content } = read.review.reading
  const { entered, cleared, beyond } = useMemo(
    () => (now ? intoSheets(book, now, content) : { entered: [], cleared: [], beyond: 0 }),
    [book, now, content],
  )
  if (!now) return <Working words={t.fill.looking} />
  const words = files().upload.sheets
  const all = clearing ? [...entered, ...cleared] : entered
  const put = () =>
    write(
      store,
      { kind: 'file' },
      all.map(one => one.write),
    )
  return (
    <>
      {written?.what.kind === 'file' && <WrittenLine />}
      {beyond > 0 && <Notice tone="warning">{words.beyond(beyond)}</Notice>}
      {all.length > 0 ? (
        <Fold summary={words.cells(all.length)}>
          <div className={styles.scroll}>
            <EnteringList list={all} />
          </div>
        </Fold>
      ) : (
        <Quiet>{words.none}</Quiet>
      )}
      {cleared.length > 0 && (
        <Checkbox
          label={words.clear(cleared.length)}
          checked={clearing}
          onChange={(_, { checked }) => setClearing(checked === true)}
        />
      )}
      <div className={styles.buttons}>
        {all.length > 0 && (
          <Button appearance="primary" disabledFocusable={writing} onClick={() => void put()}>
            {words.put(all.length)}
          </Button>
        )}
        <Button
          appearance={all.length > 0 ? 'secondary' : 'primary'}
          onClick={() => {
            store.dispatch({ type: 'files-opened', kind: null })
            store.dispatch({ type: 'tab-opened', tab: 'check' })
          }}
        >
          {words.toCheck}
        </Button>
      </div>
    </>
  )
}

/** Cell by cell: what it holds, what it is given. */
export function EnteringList({ list }: { list: readonly Entering[] }) {
  const words = files().upload.sheets
  const said = (text: string) => text || t.place.blank
  return (
    <List>
      {list.map(({ key, label, name, now, next }) => (
        <FigureWords
          key={key}
          label={label}
          name={name}
          figures={words.change(said(now), said(next))}
        />
      ))}
    </List>
  )
}
