/** A draft of the report held against its figures: a file or a pasted text, and what was found, sentence by sentence. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { printNumber } from '../../../shared/figure.ts'
import { office } from '../../i18n/office.ts'
import { ArrowLeftRegular } from '../parts/icons.ts'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { ChooseFile } from '../upload/choose-file.tsx'
import { checkDraft } from './checking.ts'
import { ProseFindingItem } from './prose-finding.tsx'
import type { DraftCheck } from './state.ts'

export const draftEntryId = 'draft-check-entry'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  field: { '& > textarea': { minHeight: '120px', maxHeight: 'none' } },
})

export function DraftView() {
  const styles = useStyles()
  const store = useStore()
  const { text, busy, answer, refused } = usePart(state => state.narrative.draft)
  const heading = useRef<HTMLHeadingElement>(null)
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // what came of it is where the eyes and the reader go
  useEffect(() => {
    if (answer) result.current?.focus()
  }, [answer])
  const words = office().narrative.draft
  const close = () => {
    store.dispatch({ type: 'draft-check', draft: { open: false } })
    requestAnimationFrame(() => document.getElementById(draftEntryId)?.focus())
  }
  return (
    <Stack>
      <div>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={close}>
          {words.back}
        </Button>
      </div>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <Quiet>{words.about}</Quiet>
      <ChooseFile
        title={words.file}
        hint={words.fileHint}
        accept=".docx,.txt"
        working={busy ? words.checking : null}
        refused={refused && refused.name !== '' ? refused : null}
        leads={text === ''}
        onFile={file => void checkDraft(store, file)}
      />
      <Field label={words.text} hint={words.textHint}>
        <Textarea
          className={styles.field}
          value={text}
          rows={6}
          resize="vertical"
          lang="vi"
          onChange={(_, { value }) =>
            store.dispatch({ type: 'draft-check', draft: { text: value, refused: null } })
          }
        />
      </Field>
      <div>
        <Button
          appearance={text === '' ? 'secondary' : 'primary'}
          disabledFocusable={busy !== null}
          onClick={() => void checkDraft(store, null)}
        >
          {words.check}
        </Button>
      </div>
      {busy === '' && <Working words={words.checking} />}
      {refused?.name === '' && <Notice tone="error">{refused.why}</Notice>}
      <div ref={result} tabIndex={-1} style={{ outline: 'none' }}>
        {answer && busy === null && <Found answer={answer} />}
      </div>
    </Stack>
  )
}

function Found({ answer: { of, found } }: { answer: NonNullable<DraftCheck['answer']> }) {
  const words = office().narrative.draft
  const { findings } = found
  const count = (verdict: 'wrong' | 'doubt') =>
    findings.filter(one => one.verdict === verdict).length
  const figures = printNumber(found.figures)
  if (findings.length === 0)
    return (
      <Notice tone="success" quiet>
        {words.clean(of, figures)}
      </Notice>
    )
  const wrong = count('wrong')
  return (
    <Section title={words.found(of, wrong, count('doubt'))} card>
      <Quiet>{words.read(figures, printNumber(found.lines))}</Quiet>
      <List>
        {findings.map((finding, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed, only replaced
          <ProseFindingItem key={nth} finding={finding} />
        ))}
      </List>
    </Section>
  )
}
