/** The office's adjustments of the period: what stands, what lapsed, and room for another. */
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { loadAdjustments } from './adjusting.ts'
import { AdjustmentLine } from './adjustment-line.tsx'
import { NewAdjustment } from './new-adjustment.tsx'

export default function Adjustments() {
  const store = useStore()
  const period = usePart(chosenPeriod)
  const { list, targets, trouble } = usePart(state => state.adjustments)
  const [done, setDone] = useState<string | null>(null)
  const chosen = period?.period
  useEffect(() => {
    if (chosen) void loadAdjustments(store)
  }, [store, chosen])
  const locked = period?.state === 'locked'
  return (
    <Stack>
      <Quiet>{office().adjustments.about}</Quiet>
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadAdjustments(store)}>{t.host.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {!list && !trouble && <Working words={office().adjustments.loading} />}
      <div role="status">
        {done && (
          <Notice tone="success" quiet>
            {done}
          </Notice>
        )}
      </div>
      {list &&
        (list.length === 0 ? (
          <Quiet>{office().adjustments.none}</Quiet>
        ) : (
          <Section title={office().adjustments.list(list.length)}>
            <List>
              {/* the newest on top */}
              {list.toReversed().map(one => (
                <AdjustmentLine key={one.id} adjustment={one} locked={locked} onDone={setDone} />
              ))}
            </List>
          </Section>
        ))}
      {locked ? (
        <Quiet>{office().adjustments.locked}</Quiet>
      ) : (
        list && targets && <NewAdjustment list={list} targets={targets} onDone={setDone} />
      )}
    </Stack>
  )
}
