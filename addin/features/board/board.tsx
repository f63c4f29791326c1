/** The clerk's pane: where the units stand with one report open on the desk, the office's adjustments, the periods. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect } from 'react'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Working } from '../parts/working.tsx'
import { DueDate, PeriodChoice, PeriodWindow } from '../period/period-line.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { keepNotes } from '../review/notes.ts'
import { usePart, useStore } from '../store.ts'
import { followBoard, loadBoard, rememberedFilter } from './progress.ts'
import type { BoardView } from './state.ts'
import { UnitsView } from './units-view.tsx'

const Review = lazy(() => import('../review/review.tsx'))
const Narrative = lazy(() => import('../narrative/narrative.tsx'))
const Adjustments = lazy(() => import('../adjustments/adjustments.tsx'))
const Periods = lazy(() => import('../periods-office/periods.tsx'))
const OfficeWork = lazy(() => import('../work/office.tsx'))

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: '4px' },
  // the host's own menu floats over the top right corner
  title: {
    margin: 0,
    paddingRight: '36px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
})

const views: readonly BoardView[] = ['units', 'adjustments', 'periods', 'work']

export default function Board() {
  const store = useStore()
  const chosen = usePart(state => state.periods.chosen)
  const view = usePart(state => state.board.view)
  const trouble = usePart(state => state.board.trouble)
  useEffect(() => rememberedFilter(store), [store])
  useEffect(() => keepNotes(store), [store])
  useEffect(() => {
    if (!chosen) return
    void loadBoard(store, chosen)
    return followBoard(store, chosen)
  }, [store, chosen])
  return (
    <Stack>
      <Header />
      {trouble && chosen && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadBoard(store, chosen)}>{t.host.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {chosen ? (
        <Tabs
          label={office().board.viewsLabel}
          tabs={views.map(key => ({ key, label: office().board.views[key] }))}
          open={view}
          onOpen={key => store.dispatch({ type: 'board-opened', view: key })}
        >
          <View view={view} />
        </Tabs>
      ) : (
        <View view="periods" />
      )}
    </Stack>
  )
}

function View({ view }: { view: BoardView }) {
  const reading = usePart(state => state.review.unit !== null)
  const writing = usePart(state => state.narrative.open)
  return (
    <Suspense fallback={<Working words={office().board.loading} />}>
      {view === 'adjustments' ? (
        <Adjustments />
      ) : view === 'periods' ? (
        <Periods />
      ) : view === 'work' ? (
        <OfficeWork />
      ) : reading ? (
        <Review />
      ) : writing ? (
        <Narrative />
      ) : (
        <UnitsView />
      )}
    </Suspense>
  )
}

function Header() {
  const styles = useStyles()
  const period = usePart(chosenPeriod)
  const name = usePart(state => state.access.session?.who.name)
  const settled = usePart(({ board: { progress } }) =>
    progress ? progress.submitted >= progress.expected : false,
  )
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{name}</h1>
      <div className={styles.line}>
        <PeriodChoice />
        {period && <DueDate period={period} settled={settled || period.state === 'locked'} />}
      </div>
      {period && <PeriodWindow period={period} />}
    </header>
  )
}
