/** The clerk's board: who is missing first, then who is in, and the annex. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { Progress } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import { ArrowClockwiseRegular, ArrowDownloadRegular } from '../parts/icons.ts'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Bar, Working } from '../parts/working.tsx'
import { DueDate, PeriodChoice, PeriodWindow } from '../period/period-line.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { downloadAnnex, loadBoard } from './progress.ts'
import { Units } from './units.tsx'

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
  between: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  count: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

export default function Board() {
  const styles = useStyles()
  const store = useStore()
  const period = usePart(chosenPeriod)
  const session = usePart(state => state.access.session)
  const progress = usePart(state => state.board.progress)
  const trouble = usePart(state => state.board.trouble)
  const chosen = period?.period
  useEffect(() => {
    if (chosen) void loadBoard(store, chosen)
  }, [store, chosen])
  return (
    <Stack>
      <header className={styles.header}>
        <h1 className={styles.title}>{session?.who.name}</h1>
        <div className={styles.line}>
          <PeriodChoice />
          {period && (
            <DueDate
              period={period}
              settled={progress !== null && progress.submitted >= progress.expected}
            />
          )}
        </div>
        {period && <PeriodWindow period={period} />}
      </header>
      {trouble && (
        <Notice
          tone="warning"
          actions={
            <Button onClick={() => chosen && loadBoard(store, chosen)}>{t.host.retry}</Button>
          }
        >
          {trouble}
        </Notice>
      )}
      {progress ? (
        <Standing progress={progress} />
      ) : (
        period && !trouble && <Working words={t.board.loading} />
      )}
    </Stack>
  )
}

function Standing({ progress }: { progress: Progress }) {
  const styles = useStyles()
  const store = useStore()
  const { busy, asOf } = usePart(state => state.board)
  const { submitted, expected, period, units } = progress
  const words = t.board.submitted(submitted, expected)
  return (
    <>
      <Section>
        <p className={styles.count} aria-live="polite">
          {words}
        </p>
        <Bar value={submitted} of={expected} label={words} />
        <div className={styles.between}>
          <Quiet>{busy ? t.board.refreshing : asOf && t.board.asOf(printInstant(asOf))}</Quiet>
          <Button
            size="small"
            icon={<ArrowClockwiseRegular />}
            onClick={() => loadBoard(store, period.period)}
          >
            {t.board.refresh}
          </Button>
        </div>
      </Section>
      <Annex period={period.period} missing={expected - submitted} />
      <Units units={units} />
    </>
  )
}

function Annex({ period, missing }: { period: string; missing: number }) {
  const store = useStore()
  const annex = usePart(state => state.board.annex)
  return (
    <Section>
      {annex.state === 'fetching' ? (
        <Working words={t.board.fetching} />
      ) : (
        <Button
          appearance="primary"
          size="large"
          icon={<ArrowDownloadRegular />}
          onClick={() => downloadAnnex(store, period)}
        >
          {t.board.annex}
        </Button>
      )}
      {missing > 0 && <Quiet>{t.board.provisional(missing)}</Quiet>}
      {annex.state === 'saved' && <Notice tone="success">{t.board.saved(annex.name)}</Notice>}
      {annex.state === 'failed' && <Notice tone="error">{annex.why}</Notice>}
    </Section>
  )
}
