/** Kiểm tra: what is wrong, at which cell, and where a reason is asked for. */
import { Button, makeStyles } from '@fluentui/react-components'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { leadOf } from '../desk/lead.ts'
import type { Book } from '../fill/book.ts'
import { isOurs } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { ArrowClockwiseRegular } from '../parts/icons.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { saysNothing } from '../submit/submission.ts'
import { checkNow } from './checking.ts'
import { FormFilter } from './filter.tsx'
import { FindingList } from './finding-list.tsx'
import { countsOf, grouped, severities } from './findings.ts'
import { useFocusKeeping } from './focus-keeping.ts'
import { questionedFigures } from './questioned.ts'
import { QuestionedList } from './questioned-list.tsx'
import { lapsedReason } from './reasons.ts'
import type { Review } from './review.ts'
import { findingsNow } from './server-findings.ts'

const useStyles = makeStyles({
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  counts: { margin: 0, minWidth: 0 },
  button: { flexShrink: 0 },
})

export function Check({ book }: { book: Book }) {
  const store = useStore()
  const ours = usePart(isOurs)
  const review = usePart(state => state.check.review)
  useEffect(() => {
    if (ours) void checkNow(store)
  }, [store, ours])
  return (
    <Stack>
      <HostTrouble />
      {ours && review ? <Results book={book} review={review} /> : <Quiet>{t.check.closed}</Quiet>}
    </Stack>
  )
}

function Results({ book, review }: { book: Book; review: Review }) {
  const store = useStore()
  const reasons = usePart(state => state.check.reasons)
  const refused = usePart(state => state.check.fromServer !== null)
  const findings = usePart(state => findingsNow(state.check))
  const groups = useMemo(() => grouped(findings), [findings])
  const all = severities.flatMap(severity => groups[severity])
  const counts = countsOf(groups, reasons)
  const open = counts.errors + counts.unexplained
  const lapsed = groups.warning.filter(
    ({ finding }) => lapsedReason(reasons, finding) !== undefined,
  ).length
  const empty = saysNothing(review.reading.content) && findings.length === 0
  const questioned = questionedFigures(book, review)
  const unchanged = questioned.filter(({ changed }) => !changed).length
  const leads = usePart(leadOf) === 'step' && unchanged === 0
  const list = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLParagraphElement>(null)
  useFocusKeeping(list, top)
  return (
    <>
      <Top said={[t.check.counts(counts), lapsed > 0 && t.check.lapsedCount(lapsed)]} focus={top} />
      <div ref={list}>
        <Stack>
          <QuestionedList figures={questioned} book={book} />
          {refused && open > 0 && (
            <Notice tone="warning" quiet>
              {t.check.fromServer}
            </Notice>
          )}
          {empty && (
            <Notice tone="info" quiet>
              {t.check.empty}
            </Notice>
          )}
          {open === 0 && !empty && (
            <Notice
              tone="success"
              quiet
              title={counts.explained > 0 ? t.check.ready : t.check.clean}
              actions={
                <Button
                  appearance={leads ? 'primary' : 'secondary'}
                  onClick={() => store.dispatch({ type: 'tab-opened', tab: 'submit' })}
                >
                  {t.check.toSubmit}
                </Button>
              }
            >
              {counts.explained > 0
                ? t.check.readyText
                : t.check.cleanText(review.outcome.counts.pass)}
              {unchanged > 0 && ` ${t.check.questioned.unchanged(unchanged)}`}
            </Notice>
          )}
          <FormFilter book={book} groups={all} />
          <FindingList book={book} groups={groups} infosOpen={open === 0} />
        </Stack>
      </div>
      {all.length > 1 && <Quiet>{t.check.keys}</Quiet>}
    </>
  )
}

/** The counts, the only thing here that speaks up by itself, and the button to judge anew. */
function Top({
  said,
  focus,
}: {
  said: readonly (string | false)[]
  focus: RefObject<HTMLParagraphElement | null>
}) {
  const styles = useStyles()
  const store = useStore()
  const [asked, setAsked] = useState(false)
  const ask = async () => {
    setAsked(true)
    store.dispatch({ type: 'check-asked' })
    await checkNow(store)
    setAsked(false)
  }
  return (
    <div className={styles.top}>
      <p className={styles.counts} role="status" tabIndex={-1} ref={focus}>
        {said.filter(Boolean).join(' · ')}
      </p>
      <Button
        className={styles.button}
        size="small"
        icon={<ArrowClockwiseRegular />}
        onClick={() => void ask()}
      >
        {asked ? t.check.running : t.check.run}
      </Button>
    </div>
  )
}
