/** Where the period stands: how many are in, what to do next, unit by unit, and the annex at the end. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import type { Progress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { ArrowClockwiseRegular } from '../parts/icons.ts'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Working } from '../parts/working.tsx'
import { Pull } from '../pull/pull.tsx'
import { openReview } from '../review/reviewing.ts'
import { usePart, useStore } from '../store.ts'
import { loadBoard } from './progress.ts'
import { countOf, nextToReview } from './standing.ts'
import { StatesBar } from './states-bar.tsx'
import { Units } from './units.tsx'

const useStyles = makeStyles({
  between: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  count: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

export function UnitsView() {
  const progress = usePart(state => state.board.progress)
  const trouble = usePart(state => state.board.trouble)
  if (!progress) return trouble ? null : <Working words={office().board.loading} />
  return (
    <Stack>
      <Overview progress={progress} />
      <Units progress={progress} />
      <Pull progress={progress} />
    </Stack>
  )
}

function Overview({ progress }: { progress: Progress }) {
  const styles = useStyles()
  const store = useStore()
  const { busy, asOf } = usePart(state => state.board)
  const { submitted, expected, accepted, period, units } = progress
  const next = nextToReview(units, null)
  const open = period.state === 'open'
  return (
    <Section>
      {/* says the same until a count changes, so a screen reader hears changes only */}
      <p className={styles.count} aria-live="polite">
        {office().board.submitted(submitted, expected)}
        {accepted > 0 && ` · ${office().board.accepted(accepted)}`}
      </p>
      <StatesBar units={units} />
      {open && next && (
        <Button appearance="primary" onClick={() => openReview(store, next.unit)}>
          {office().board.reviewNext(countOf(units, 'submitted'))}
        </Button>
      )}
      {open && accepted === expected && expected > 0 && (
        <Quiet>{office().board.everyoneAccepted}</Quiet>
      )}
      <div className={styles.between}>
        <Quiet>
          {busy ? office().board.refreshing : asOf && office().board.asOf(printInstant(asOf))}
        </Quiet>
        <Button
          size="small"
          icon={<ArrowClockwiseRegular />}
          onClick={() => loadBoard(store, period.period)}
        >
          {office().board.refresh}
        </Button>
      </div>
    </Section>
  )
}
