/** Opening a period: kind and number, with the dates the rules give shown and open to change. */
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type Period, periodKey, periodName, printDate } from '../../../shared/period.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import type { Holiday } from '../../../shared/working-days.ts'
import { office } from '../../i18n/office.ts'
import { useAttempt } from '../board/attempt.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { openPeriod } from './changing.ts'
import { PeriodFields } from './period-fields.tsx'
import { nextPeriod, type Proposal, proposalFor } from './proposal.ts'
import { StepForm } from './step-form.tsx'

const useStyles = makeStyles({
  dates: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Props = { list: readonly PeriodSummary[]; onDone: (words: string | null) => void }

export function OpenPeriod({ list, onDone }: Props) {
  const [unfolded, setUnfolded] = useState(list.length === 0)
  if (!unfolded)
    return (
      <div>
        <Button
          onClick={() => {
            onDone(null)
            setUnfolded(true)
          }}
        >
          {office().periods.open}
        </Button>
      </div>
    )
  return (
    <Section title={office().periods.open} card>
      <Opening
        list={list}
        onClose={() => setUnfolded(false)}
        onDone={words => {
          setUnfolded(false)
          onDone(words)
        }}
      />
    </Section>
  )
}

type OpeningProps = Props & { onClose: () => void }

function Opening({ list, onDone, onClose }: OpeningProps) {
  const styles = useStyles()
  const store = useStore()
  const attempt = useAttempt()
  const [period, setPeriod] = useState<Period>(() => nextPeriod(list, 'M', Date.now()))
  const holidays = useHolidays(period.year)
  const [changed, setChanged] = useState<Partial<Proposal>>({})
  const dates = { ...proposalFor(period, holidays), ...changed }
  const key = periodKey(period)
  const taken = list.some(one => one.period === key)
  const choose = (chosen: Period) => {
    setPeriod(chosen)
    setChanged({})
  }
  const date = (name: keyof Proposal, label: string) => (
    <Field label={label} required hint={dates[name] && printDate(dates[name])}>
      <Input
        type="date"
        value={dates[name]}
        onChange={(_, { value }) => setChanged({ ...changed, [name]: value })}
      />
    </Field>
  )
  const open = async () => {
    const { from, to, dueDate } = dates
    const opening = { period: key, window: { from, to }, dueDate }
    if (await attempt.run(() => openPeriod(store, opening)))
      onDone(office().periods.opened(periodName(key)))
  }
  return (
    <StepForm
      attempt={attempt}
      command={office().periods.openNow(periodName(key))}
      unready={taken || Object.values(dates).includes('')}
      onSubmit={open}
      onClose={onClose}
    >
      <PeriodFields period={period} list={list} onChoose={choose} />
      {taken && <Notice tone="warning">{office().periods.already(periodName(key))}</Notice>}
      <div className={styles.dates}>
        {date('from', office().periods.from)}
        {date('to', office().periods.to)}
        {date('dueDate', office().periods.due)}
      </div>
      <Quiet>{office().periods.proposed}</Quiet>
      {Object.keys(changed).length > 0 && (
        <div>
          <Button size="small" onClick={() => setChanged({})}>
            {office().periods.backToProposed}
          </Button>
        </div>
      )}
    </StepForm>
  )
}

/** Days off move a due date; without the agency's list the fixed ones do. */
function useHolidays(year: number): readonly Holiday[] {
  const store = useStore()
  const [known, setKnown] = useState<readonly Holiday[]>([])
  useEffect(() => {
    let current = true
    store.api.holidays(year).then(
      ({ days }) => current && setKnown(days),
      () => current && setKnown([]),
    )
    return () => {
      current = false
    }
  }, [store, year])
  return known
}
