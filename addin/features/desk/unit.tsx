/** The unit's desk: header, the three steps, and the ear on the workbook while they are open. */
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { t } from '../../i18n/words.ts'
import { Check } from '../check/check.tsx'
import { attend } from '../fill/attending.ts'
import type { Book } from '../fill/book.ts'
import { Fill } from '../fill/fill.tsx'
import { identify, loadBook } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { keepDraft } from '../submit/draft.ts'
import { Receipt } from '../submit/receipt.tsx'
import { Submit } from '../submit/submit.tsx'
import { countsNow } from '../submit/summary.ts'
import { Header } from './header.tsx'

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
  useDraft()
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
      {book ? <Steps book={book} /> : period && !trouble && <Working words={t.fill.loading} />}
    </>
  )
}

/** Reasons and names outlive a reload of the pane. */
function useDraft(): void {
  const store = useStore()
  const reasons = usePart(state => state.check.reasons)
  const names = usePart(state => state.submit.names)
  const book = usePart(state => state.fill.book)
  useEffect(() => {
    if (book) keepDraft(store.kept, book, reasons, names)
  }, [store, book, reasons, names])
}

function Steps({ book }: { book: Book }) {
  const store = useStore()
  const tab = usePart(state => state.tab)
  const place = usePart(state => state.place)
  const receipt = usePart(state => state.submit.receipt)
  const open = usePart(state => {
    const counts = countsNow(state)
    return counts ? counts.errors + counts.unexplained : 0
  })
  // without a workbook there is nothing to fill, check or send; what was submitted can still be shown
  if (place === 'alone' || place === 'unreachable')
    return (
      <Stack>
        <HostTrouble />
        {receipt && <Receipt book={book} receipt={receipt} />}
      </Stack>
    )
  const views = { fill: Fill, check: Check, submit: Submit }
  const View = views[tab]
  return (
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
  )
}
