/** The report's sections before it is pulled: the outline, or one section that is being written. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef } from 'react'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { ArrowLeftRegular, CheckmarkCircleRegular } from '../parts/icons.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { DraftView, draftEntryId } from './draft.tsx'
import { entryId } from './entry.tsx'
import { useNarrative } from './following.ts'
import { Outline } from './outline.tsx'
import { Section } from './section.tsx'
import { linesOf } from './standing.ts'
import { loadNarrative } from './writing.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // the focus comes here when the view is opened, for those who listen
    ':focus': { outline: 'none' },
  },
})

export default function Narrative() {
  const store = useStore()
  const { answer, trouble, section, draft } = usePart(state => state.narrative)
  const lines = useMemo(() => (answer ? linesOf(answer) : null), [answer])
  const open = lines?.findIndex(line => line.section.code === section) ?? -1
  useNarrative()
  if (draft.open) return <DraftView />
  return (
    <Stack>
      {open < 0 ? <Head /> : <Back code={section} />}
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadNarrative(store)}>{t.host.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {!lines ? (
        !trouble && <Working words={office().narrative.loading} />
      ) : open < 0 ? (
        <Outline lines={lines} />
      ) : (
        <Section key={section} lines={lines} at={open} />
      )}
    </Stack>
  )
}

function Head() {
  const styles = useStyles()
  const store = useStore()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const close = () => {
    store.dispatch({ type: 'narrative-opened', open: false })
    requestAnimationFrame(() => document.getElementById(entryId)?.focus())
  }
  return (
    <>
      <div>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={close}>
          {office().narrative.close}
        </Button>
      </div>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {office().narrative.title}
      </h2>
      <Quiet>{office().narrative.about}</Quiet>
      <div>
        <Button
          id={draftEntryId}
          size="small"
          icon={<CheckmarkCircleRegular />}
          onClick={() => store.dispatch({ type: 'draft-check', draft: { open: true } })}
        >
          {office().narrative.draft.open}
        </Button>
      </div>
    </>
  )
}

/** Back to the outline, with the focus on the section one came from. */
function Back({ code }: { code: string | null }) {
  const store = useStore()
  const close = () => {
    store.dispatch({ type: 'section-opened', section: null })
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-section="${code}"]`)?.focus(),
    )
  }
  return (
    <div>
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={close}>
        {office().narrative.back}
      </Button>
    </div>
  )
}
