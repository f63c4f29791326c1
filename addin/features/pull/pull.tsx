/** The annex into Excel or as a file, the report where the server makes one, and what changed since the last pull. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { Progress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { NarrativeEntry } from '../narrative/entry.tsx'
import { figuresOn } from '../narrative/following.ts'
import { ArrowDownloadRegular } from '../parts/icons.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { Changes } from './changes.tsx'
import { checkChanges, lookForReport, pull } from './pulling.ts'
import type { Pulling } from './state.ts'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function Pull({ progress }: { progress: Progress }) {
  const styles = useStyles()
  const store = useStore()
  const pulling = usePart(state => state.pull.pulling)
  const offersReport = usePart(state => state.pull.offersReport)
  const inExcel = usePart(state => state.place === 'workbook')
  const shown = figuresOn(progress)
  const missing = progress.expected - progress.submitted
  const busy = pulling.state === 'fetching' || pulling.state === 'opening'
  useEffect(() => void lookForReport(store), [store])
  // asked again when the board shows that a figure may have changed
  useEffect(() => {
    if (shown) void checkChanges(store)
  }, [store, shown])
  return (
    <Section title={office().pull.title}>
      {missing > 0 && <Quiet>{office().pull.provisional(missing)}</Quiet>}
      <div className={styles.actions}>
        {inExcel && (
          <Button disabled={busy} onClick={() => pull(store, 'workbook')}>
            {office().pull.workbook}
          </Button>
        )}
        <Button
          disabled={busy}
          icon={<ArrowDownloadRegular />}
          onClick={() => pull(store, 'annex')}
        >
          {office().pull.annex}
        </Button>
        {offersReport && (
          <Button
            disabled={busy}
            icon={<ArrowDownloadRegular />}
            onClick={() => pull(store, 'report')}
          >
            {office().pull.report}
          </Button>
        )}
      </div>
      {offersReport && <NarrativeEntry />}
      <Outcome pulling={pulling} />
      <Since />
    </Section>
  )
}

function Outcome({ pulling }: { pulling: Pulling }) {
  switch (pulling.state) {
    case 'idle':
      return null
    case 'fetching':
      return <Working words={office().pull.fetching} />
    case 'opening':
      return <Working words={office().pull.opening} />
    case 'failed':
      return <Notice tone="error">{pulling.why}</Notice>
    case 'done':
      return (
        <Notice tone="success">
          {pulling.kind === 'workbook' ? office().pull.opened : office().pull.saved(pulling.name)}
          {pulling.code && ` ${office().pull.code(pulling.code)}`}
        </Notice>
      )
  }
}

function Since() {
  const { last, changes, included, trouble, index } = usePart(state => state.pull)
  if (!last) return <Quiet>{office().pull.never}</Quiet>
  if (trouble) return <Quiet>{trouble}</Quiet>
  if (changes && index) return <Changes changes={changes} included={included} index={index} />
  return included ? (
    <Quiet>{office().pull.unchanged(printInstant(last.at))}</Quiet>
  ) : (
    <Working words={office().pull.checking} />
  )
}
