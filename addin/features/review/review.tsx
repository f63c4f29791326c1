/** One unit's report as the office reads it: what changed, what is unusual and why, the decision, then everything. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { StateIcon } from '../board/state-icon.tsx'
import { ArrowLeftRegular } from '../parts/icons.ts'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { Decision } from './decision.tsx'
import { Differences } from './differences.tsx'
import { Figures } from './figures.tsx'
import { Explained, Moved, Remarks } from './findings.tsx'
import { openReview } from './reviewing.ts'
import type { UnitFile } from './unit-file.ts'

const useStyles = makeStyles({
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // the focus comes here when a report is opened, for those who listen
    ':focus': { outline: 'none' },
  },
  state: { display: 'flex', alignItems: 'center', gap: '6px', margin: 0 },
})

export default function Review() {
  const store = useStore()
  const { unit, file, trouble } = usePart(state => state.review)
  if (unit === null) return null
  return (
    <Stack>
      <Back unit={unit} />
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => openReview(store, unit)}>{t.host.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {file ? <Report file={file} /> : !trouble && <Working words={office().review.loading} />}
    </Stack>
  )
}

/** Back to the list, with the focus on the unit one came from. */
function Back({ unit }: { unit: string }) {
  const store = useStore()
  const close = () => {
    store.dispatch({ type: 'review-closed' })
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-unit="${unit}"]`)?.focus(),
    )
  }
  return (
    <div>
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={close}>
        {office().review.back}
      </Button>
    </div>
  )
}

function Report({ file }: { file: UnitFile }) {
  return (
    <>
      <Head file={file} />
      <Newer file={file} />
      <Differences file={file} />
      <Moved file={file} />
      <Explained file={file} />
      <Remarks file={file} />
      <Decision file={file} />
      <Figures file={file} />
    </>
  )
}

function Head({ file }: { file: UnitFile }) {
  const styles = useStyles()
  const { sheet, naming } = file
  const { current, standing } = sheet
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (sheet.unit) heading.current?.focus()
  }, [sheet.unit])
  return (
    <Section>
      <h2 className={styles.name} ref={heading} tabIndex={-1}>
        {naming.unitName(sheet.unit)}
      </h2>
      <p className={styles.state}>
        <StateIcon state={standing.state} size="16px" />
        {standing.state === 'not-started' ? '' : office().board.unit[standing.state]}
      </p>
      <Quiet>{office().review.head(current.revision, printInstant(current.receivedAt))}</Quiet>
      <Quiet>{office().review.signed(current.preparedBy, current.approvedBy)}</Quiet>
    </Section>
  )
}

/** The board learns of a newer revision while an older one is being read. */
function Newer({ file: { sheet } }: { file: UnitFile }) {
  const store = useStore()
  const newest = usePart(
    ({ board }) => board.progress?.units.find(({ unit }) => unit === sheet.unit)?.revision ?? 0,
  )
  if (newest <= sheet.current.revision) return null
  return (
    <Notice
      tone="info"
      actions={
        <Button onClick={() => openReview(store, sheet.unit)}>
          {office().review.openNewer(newest)}
        </Button>
      }
    >
      {office().review.newer(newest)}
    </Notice>
  )
}
