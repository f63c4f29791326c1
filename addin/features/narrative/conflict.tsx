/** Somebody saved this section while it was being written here: both texts are there, and the person chooses. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type RefObject, useEffect, useRef } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { ReportSection } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { toField } from './editor.tsx'
import { savedText } from './text.ts'
import { drop, keepMine } from './writing.ts'

const useStyles = makeStyles({
  both: { display: 'flex', flexDirection: 'column', gap: '12px' },
  theirs: {
    margin: 0,
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  label: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
})

type Props = {
  section: ReportSection
  /** what the field of the text stands in */
  field: RefObject<HTMLDivElement | null>
}

export function Conflict({ section, field }: Props) {
  const styles = useStyles()
  const store = useStore()
  const { code, edit } = section
  const words = office().narrative
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // the button that was pressed is gone; who is typing is left alone
    if (document.activeElement === document.body && document.hasFocus())
      box.current?.querySelector('button')?.focus()
  }, [])
  const choose = (verb: typeof drop) => {
    verb(store, code)
    toField(field)
  }
  return (
    <div className={styles.both} ref={box}>
      <Notice
        tone="warning"
        title={edit ? words.conflict(edit.by, printInstant(edit.at)) : words.conflictWithdrawn}
        actions={
          <>
            <Button onClick={() => choose(drop)}>{words.takeTheirs}</Button>
            <Button onClick={() => choose(keepMine)}>{words.keepMine}</Button>
          </>
        }
      >
        {words.conflictText}
      </Notice>
      <div>
        <p className={styles.label}>{words.theirs}</p>
        <blockquote className={styles.theirs}>{savedText(section)}</blockquote>
      </div>
    </div>
  )
}
