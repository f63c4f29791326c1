/** The unit's desk: header, the three steps, and the ear on the workbook while they are open. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useEffect } from 'react'
import { t } from '../../i18n/words.ts'
import { Check } from '../check/check.tsx'
import { useStepKeys } from '../check/stepping.ts'
import { DraftBar } from '../drafts/draft-bar.tsx'
import { keepDrafts, lookUp } from '../drafts/keeping.ts'
import { attend } from '../fill/attending.ts'
import type { Book } from '../fill/book.ts'
import { Fill } from '../fill/fill.tsx'
import { identify, loadBook } from '../fill/opening.ts'
import { OfflineLine } from '../offline/offline-line.tsx'
import { attendNetwork } from '../offline/reaching.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Working } from '../parts/working.tsx'
import { Care } from '../repair/care.tsx'
import { usePart, useStore } from '../store.ts'
import { followOffice } from '../submit/following.ts'
import { OfficeSays } from '../submit/office-says.tsx'
import { Receipt } from '../submit/receipt.tsx'
import { attendOutbox } from '../submit/resending.ts'
import { Submit } from '../submit/submit.tsx'
import { countsNow } from '../submit/summary.ts'
import { UnitEntries } from '../work/unit-entry.tsx'
import { Header } from './header.tsx'
import { PlainWorkbook } from './plain-workbook.tsx'

const Files = lazy(() => import('../upload/files.tsx'))
const UnitWork = lazy(() => import('../work/unit.tsx'))

export default function Unit() {
  const store = useStore()
  const period = usePart(state => state.periods.chosen)
  const place = usePart(state => state.place)
  const book = usePart(state => state.fill.book)
  const trouble = usePart(state => state.fill.trouble)
  useEffect(() => {
    if (period) void loadBook(store, period)
  }, [store, period])
  useEffect(() => {
    const workbook = place === 'workbook' ? store.workbook() : null
    if (!workbook) return
    void identify(store, workbook)
    return attend(store, workbook)
  }, [store, place])
  useKeeping()
  useStepKeys()
  return (
    <>
      <Header />
      {trouble && (
        <Notice
          tone="warning"
          actions={
            <Button onClick={() => period && loadBook(store, period)}>{t.host.retry}</Button>
          }
        >
          {trouble}
        </Notice>
      )}
      <OfflineLine />
      {book && <OfficeSays book={book} />}
      {book && <DraftBar book={book} />}
      {book ? <Steps book={book} /> : period && !trouble && <Working words={t.fill.loading} />}
    </>
  )
}

/** What the unit does outlives the pane, and what others do is noticed. */
function useKeeping(): void {
  const store = useStore()
  const placed = usePart(state => state.place !== 'opening')
  const period = usePart(state => state.fill.book?.identity.period)
  useEffect(() => {
    // the storage prefix is known once the pane is placed
    if (placed && period) void lookUp(store, Date.now())
  }, [store, placed, period])
  useEffect(() => {
    if (!placed) return
    const stops = [
      keepDrafts(store),
      attendOutbox(store),
      attendNetwork(store),
      followOffice(store),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [store, placed])
}

function Steps({ book }: { book: Book }) {
  const store = useStore()
  const tab = usePart(state => state.tab)
  const place = usePart(state => state.place)
  const { receipt, fresh } = usePart(state => state.submit)
  const work = usePart(state => state.work.open)
  const filesOpen = usePart(state => state.upload.open !== null)
  // what a file says has the whole desk until the person has decided
  const taken = usePart(state => state.upload.read !== null || state.oneStop.imported !== null)
  const open = usePart(state => {
    const counts = countsNow(state)
    return counts ? counts.errors + counts.unexplained : 0
  })
  const files = (beside: boolean) => (
    <Suspense fallback={<Working words={t.plain.loading} />}>
      <Files book={book} beside={beside} />
    </Suspense>
  )
  if (work === 'plan' || work === 'inspection')
    return (
      <Suspense fallback={<Working words={t.work.loading} />}>
        <UnitWork open={work} />
      </Suspense>
    )
  // without a workbook the forms go out and come back as files
  if (place !== 'opening' && place !== 'workbook')
    return (
      <Stack>
        {!taken && <HostTrouble />}
        {!taken && <PlainWorkbook period={book.identity.period} unit={book.identity.unit} />}
        {files(false)}
        {!taken && <UnitEntries book={book} />}
        {receipt && !taken && <Receipt book={book} receipt={receipt} news={fresh !== null} />}
      </Stack>
    )
  if (filesOpen) return files(true)
  const views = { fill: Fill, check: Check, submit: Submit }
  const View = views[tab]
  return (
    <Stack>
      <Care />
      <Tabs
        label={t.tabs.label}
        open={tab}
        onOpen={opened => store.dispatch({ type: 'tab-opened', tab: opened })}
        tabs={[
          { key: 'fill', label: t.tabs.fill },
          { key: 'check', label: open > 0 ? `${t.tabs.check} (${open})` : t.tabs.check },
          { key: 'submit', label: t.tabs.submit },
        ]}
      >
        <View book={book} />
      </Tabs>
    </Stack>
  )
}
