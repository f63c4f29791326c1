/** The period on the desk, to be locked, reopened or given another due date; and a new one to be opened. */
import { useState } from 'react'
import { office } from '../../i18n/office.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart } from '../store.ts'
import { OpenPeriod } from './open-period.tsx'
import { PeriodCard } from './period-card.tsx'

export default function Periods() {
  const period = usePart(chosenPeriod)
  const list = usePart(state => state.periods.list)
  const [done, setDone] = useState<string | null>(null)
  return (
    <Stack>
      <div role="status">
        {done && (
          <Notice tone="success" quiet>
            {done}
          </Notice>
        )}
      </div>
      {period ? (
        <PeriodCard key={`${period.period} ${period.state}`} period={period} onDone={setDone} />
      ) : (
        <Quiet>{office().periods.none}</Quiet>
      )}
      {list && <OpenPeriod list={list} onDone={setDone} />}
    </Stack>
  )
}
