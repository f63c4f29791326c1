/** The field of a section: begins with what the report says at present, keeps what is typed, saves by its button. */
import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components'
import { type RefObject, useState } from 'react'
import { printNumber } from '../../../shared/figure.ts'
import { printInstant } from '../../../shared/period.ts'
import type { ReportSection } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { AskedAgain } from '../parts/asked-again.tsx'
import { SaveRegular } from '../parts/icons.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import type { NarrativeState, Writing } from './state.ts'
import { lengthOf, mostCharacters, savedText } from './text.ts'
import { drop, save, undo, withdraw, write } from './writing.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  field: { '& > textarea': { minHeight: '160px', maxHeight: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  done: { ':empty': { marginTop: '-8px' } },
})

type Props = {
  section: ReportSection
  /** somebody else saved meanwhile; a choice comes first */
  conflict: boolean
  /** what the field stands in */
  field: RefObject<HTMLDivElement | null>
}

/** Lines the field is high: as the text, within what a pane can show. */
const rowsOf = (text: string): number =>
  Math.max(
    8,
    Math.min(
      18,
      text.split('\n').reduce((n, line) => n + 1 + line.length / 45, 0),
    ),
  )

export function Editor({ section, conflict, field }: Props) {
  const styles = useStyles()
  const store = useStore()
  const { code, edit } = section
  const writing = usePart(state => state.narrative.writings[code])
  const { saving, refused, kept } = usePart(state => state.narrative)
  const [asked, setAsked] = useState(false)
  const saved = savedText(section)
  const text = writing?.text ?? saved
  const [rows] = useState(() => Math.round(rowsOf(text)))
  const words = office().narrative
  const wrong = wrongWith(text, asked)
  const send = () => {
    setAsked(true)
    if (wrongWith(text, true)) toField(field)
    else void save(store, code)
  }
  return (
    <div className={styles.form} ref={field}>
      <Field
        label={words.field}
        hint={`${words.count(printNumber(lengthOf(text)), printNumber(mostCharacters))}. ${words.fieldHint}`}
        {...(wrong ? { validationState: 'error', validationMessage: wrong } : {})}
      >
        <Textarea
          className={styles.field}
          value={text}
          rows={rows}
          resize="vertical"
          lang="vi"
          onChange={(_, { value }) => {
            setAsked(false)
            write(store, code, value)
          }}
        />
      </Field>
      {writing && <Quiet>{keptAs(writing, kept)}</Quiet>}
      {refused && !conflict && <Notice tone="error">{refused}</Notice>}
      {saving && <Working words={words.saving} />}
      {!conflict && (
        <div className={styles.actions}>
          {/* stays where it is, so that the focus does too */}
          <Button
            appearance={writing ? 'primary' : 'secondary'}
            icon={<SaveRegular />}
            disabledFocusable={!writing || saving}
            onClick={send}
          >
            {words.save}
          </Button>
          {writing && !saving && (
            <Button
              onClick={() => {
                drop(store, code)
                toField(field)
              }}
            >
              {words.drop}
            </Button>
          )}
          {edit && !writing && !saving && (
            <AskedAgain
              label={words.withdraw}
              consequence={words.withdrawing}
              yes={words.withdrawYes}
              no={words.withdrawNo}
              onYes={() => {
                void withdraw(store, code)
                toField(field)
              }}
            />
          )}
        </div>
      )}
      <DoneLine title={section.title} field={field} />
    </div>
  )
}

/** Says that the machine keeps the text only once it keeps the last letter of it. */
function keptAs({ at }: Writing, kept: NarrativeState['kept']): string {
  const words = office().narrative
  if (kept?.at !== at) return words.keeping
  return (kept.certain ? words.kept : words.keptWindow)(printInstant(at))
}

/** What was done last; always there, so that a screen reader hears it. */
function DoneLine({ title, field }: { title: string; field: Props['field'] }) {
  const styles = useStyles()
  const store = useStore()
  const done = usePart(state => state.narrative.done)
  const words = office().narrative
  const back = () => {
    void undo(store)
    toField(field)
  }
  return (
    <div role="status" className={styles.done}>
      {done && (
        <Notice
          tone="success"
          quiet
          actions={done.kind !== 'saved' && <Button onClick={back}>{words.undo}</Button>}
        >
          {words[done.kind](title)}
        </Notice>
      )}
    </div>
  )
}

/** A pressed button that goes away leaves the focus where the text is. */
export const toField = (field: Props['field']): void =>
  field.current?.querySelector('textarea')?.focus()

/** What keeps the text from being saved; emptiness counts once somebody has tried. */
function wrongWith(text: string, asked: boolean): string | null {
  const over = lengthOf(text) - mostCharacters
  if (over > 0) return office().narrative.tooLong(printNumber(over))
  return asked && text.trim() === '' ? office().narrative.nothingWritten : null
}
