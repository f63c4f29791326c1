/** Kiểm tra: what is wrong, at which cell, and where a reason is asked for. Focus stays in the list while it changes. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect, useMemo, useRef } from 'react'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { isOurs } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { ArrowClockwiseRegular } from '../parts/icons.ts'
import { Fold, List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { saysNothing } from '../submit/submission.ts'
import { checkNow } from './checking.ts'
import { FindingLine } from './finding-line.tsx'
import { countsOf, findingKey, type Group, grouped } from './findings.ts'
import type { Review } from './review.ts'

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
    // findings of the server stand until the person asks again
    if (ours && !store.state().check.fromServer) void checkNow(store)
  }, [store, ours])
  return (
    <Stack>
      <HostTrouble />
      {ours && review ? <Results book={book} review={review} /> : <Quiet>{t.check.closed}</Quiet>}
    </Stack>
  )
}

function Results({ book, review }: { book: Book; review: Review }) {
  const styles = useStyles()
  const store = useStore()
  const { reasons, running, fromServer } = usePart(state => state.check)
  const findings = fromServer ?? review.outcome.results
  const groups = useMemo(() => grouped(findings), [findings])
  const counts = countsOf(groups, reasons)
  const { errors, unexplained, explained, infos } = counts
  const empty = saysNothing(review.reading.content) && findings.length === 0
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const step = (event: KeyboardEvent) => stepThrough(event, list.current)
    document.addEventListener('keydown', step)
    return () => document.removeEventListener('keydown', step)
  }, [])
  return (
    <>
      <div className={styles.top}>
        <p className={styles.counts} aria-live="polite">
          {running ? t.check.running : t.check.counts(counts)}
        </p>
        <Button
          className={styles.button}
          size="small"
          icon={<ArrowClockwiseRegular />}
          onClick={() => checkNow(store)}
        >
          {t.check.run}
        </Button>
      </div>
      {fromServer && <Notice tone="warning">{t.check.fromServer}</Notice>}
      {empty && <Notice tone="info">{t.check.empty}</Notice>}
      {errors + unexplained === 0 && !empty && (
        <Notice
          tone="success"
          title={explained > 0 ? t.check.ready : t.check.clean}
          actions={
            <Button
              appearance="primary"
              onClick={() => store.dispatch({ type: 'tab-opened', tab: 'submit' })}
            >
              {t.check.toSubmit}
            </Button>
          }
        >
          {explained > 0 ? t.check.readyText : t.check.cleanText(review.outcome.counts.pass)}
        </Notice>
      )}
      <div ref={list}>
        <Stack>
          {(['error', 'warning'] as const).map(
            severity =>
              groups[severity].length > 0 && (
                <Section
                  key={severity}
                  title={`${t.check.groups[severity]} (${groups[severity].length})`}
                >
                  <Lines book={book} groups={groups[severity]} />
                </Section>
              ),
          )}
          {infos > 0 && (
            <Fold summary={`${t.check.groups.info} (${infos})`} open={errors + unexplained === 0}>
              <Lines book={book} groups={groups.info} />
            </Fold>
          )}
        </Stack>
      </div>
      {errors + unexplained > 1 && <Quiet>{t.check.keys}</Quiet>}
    </>
  )
}

const Lines = ({ book, groups }: { book: Book; groups: readonly Group[] }) => (
  <List>
    {groups.map(group => (
      <FindingLine key={findingKey(group.finding)} book={book} group={group} />
    ))}
  </List>
)

/** Alt + arrow goes to the next finding and to its cell, from wherever in the pane one is. */
function stepThrough(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined
  if (!step || !list) return
  event.preventDefault()
  const buttons = [...list.querySelectorAll<HTMLElement>('[data-finding]')].filter(
    button => button.offsetParent !== null,
  )
  const at = buttons.findIndex(button => button.closest('li')?.contains(document.activeElement))
  const next = buttons[at < 0 ? 0 : (at + step + buttons.length) % buttons.length]
  next?.focus()
  next?.click()
}
