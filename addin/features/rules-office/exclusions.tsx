/** Groups declared to stand outside a ratio: what is declared, one more, another last day, and taking one back. */
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { printInstant } from '../../../shared/period.ts'
import type { ExclusionAnswer } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { works } from '../../i18n/works.ts'
import { useAttempt } from '../board/attempt.ts'
import { catalogueFor } from '../board/catalogue.ts'
import { leftBecauseExpired } from '../parts/failure.ts'
import { Fold, List, Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { spanOf } from './badges.tsx'
import { ExclusionForm } from './exclusion-form.tsx'
import { useLooks } from './looks.ts'
import { declare } from './ruling.ts'

/** "": a new one; otherwise the id of the one that is edited */
type Editing = string | null

export function Exclusions() {
  const store = useStore()
  const looks = useLooks()
  const period = usePart(chosenPeriod)
  const list = usePart(state => state.rules.exclusions) ?? []
  const [index, setIndex] = useState<Index | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  const [done, setDone] = useState<string | null>(null)
  const words = works().rules
  useEffect(() => {
    if (!period) return
    // without the forms the list still says what is declared, by the names of keys
    catalogueFor(store.api, period).then(setIndex, error => leftBecauseExpired(store, error))
  }, [store, period])
  const close = (said: string | null) => {
    setEditing(null)
    if (said !== null) setDone(said)
  }
  const isIn = (id: string) => list.some(({ exclusion }) => exclusion.id === id)
  return (
    <Fold summary={words.exclusions(list.length)}>
      <Stack>
        <Quiet>{words.exclusionsAbout}</Quiet>
        <div role="status">
          {done && (
            <Notice tone="success" quiet>
              {done}
            </Notice>
          )}
        </div>
        {list.length === 0 && <Quiet>{words.noExclusions}</Quiet>}
        <List>
          {list.map(entry =>
            editing === entry.exclusion.id && index ? (
              <li key={entry.exclusion.id} className={looks.item}>
                <ExclusionForm index={index} entry={entry} onClose={close} />
              </li>
            ) : (
              <Line
                key={entry.exclusion.id}
                entry={entry}
                index={index}
                onEdit={() => setEditing(entry.exclusion.id)}
                onDone={close}
              />
            ),
          )}
        </List>
        {index && editing === '' && <ExclusionForm index={index} entry={null} onClose={close} />}
        {index && (editing === null || (editing !== '' && !isIn(editing))) && (
          <div>
            <Button onClick={() => setEditing('')}>{words.declare}</Button>
          </div>
        )}
      </Stack>
    </Fold>
  )
}

type LineProps = {
  entry: ExclusionAnswer
  index: Index | null
  onEdit: () => void
  onDone: (said: string | null) => void
}

function Line({ entry: { number, exclusion, by, at }, index, onEdit, onDone }: LineProps) {
  const store = useStore()
  const looks = useLooks()
  const attempt = useAttempt()
  const [asking, setAsking] = useState(false)
  const words = works().rules
  const { id, name, basis, indicator, excluded } = exclusion
  const called = (key: string) => index?.indicators.get(key)?.row.name ?? key
  const withdraw = async () => {
    if (await attempt.run(() => declare(store, id, number, null))) onDone(words.withdrawn(name))
  }
  return (
    <li className={looks.item}>
      <p className={looks.line}>{name}</p>
      <Quiet>{words.leaves(called(indicator), called(excluded))}</Quiet>
      <Quiet>{`${basis}; ${spanOf(exclusion)}`}</Quiet>
      <Quiet>{words.by(by, printInstant(at))}</Quiet>
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      {asking ? (
        <Notice
          tone="warning"
          actions={
            <>
              <Button size="small" disabled={attempt.busy} onClick={withdraw}>
                {words.withdrawNow}
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                {office().periods.cancel}
              </Button>
            </>
          }
        >
          {words.withdrawAsk(name)}
        </Notice>
      ) : (
        <div className={looks.actions}>
          <Button size="small" disabled={!index} aria-label={words.editOf(name)} onClick={onEdit}>
            {words.edit}
          </Button>
          <Button size="small" aria-label={words.withdrawOf(name)} onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
    </li>
  )
}
