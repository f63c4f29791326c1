/** Groups declared to stand outside a ratio: what is declared, one more, another last day, and taking one back. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { printInstant } from '../../../shared/period.ts'
import type { Exclusion, ExclusionAnswer } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { works } from '../../i18n/works.ts'
import { useAttempt } from '../board/attempt.ts'
import { catalogueFor } from '../board/catalogue.ts'
import { leftBecauseExpired } from '../parts/failure.ts'
import { Fold, List, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { spanOf } from './badges.tsx'
import { ExclusionForm } from './exclusion-form.tsx'
import { useLooks } from './looks.ts'
import { declare } from './ruling.ts'
import type { ExclusionDraft } from './state.ts'

const blank: ExclusionDraft = {
  ...{ id: '', indicator: '', excluded: '', name: '', basis: '' },
  ...{ from: '', until: '' },
}
const draftOfExclusion = ({ until, ...exclusion }: Exclusion): ExclusionDraft => ({
  ...exclusion,
  until: until ?? '',
})

export function Exclusions() {
  const store = useStore()
  const looks = useLooks()
  const period = usePart(chosenPeriod)
  const list = usePart(state => state.rules.exclusions) ?? []
  const [index, setIndex] = useState<Index | null>(null)
  const declaring = usePart(state => state.rules.declaring)
  const [done, setDone] = useState<string | null>(null)
  // shown to whoever comes back to a form; from then on the fold is theirs
  const [wasDeclaring] = useState(declaring !== null)
  const words = works().rules
  useEffect(() => {
    if (!period) return
    // without the forms the list still says what is declared, by the names of keys
    catalogueFor(store.api, period).then(setIndex, error => leftBecauseExpired(store, error))
  }, [store, period])
  const box = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  const open = (draft: ExclusionDraft | null) => {
    pressed.current = true
    store.dispatch({ type: 'exclusion-typed', draft })
  }
  const isOpen = declaring !== null
  useEffect(() => {
    // the form comes and goes where it was pressed; whoever comes back to it is not pulled there
    if (pressed.current)
      box.current?.querySelector<HTMLElement>(isOpen ? 'form select' : '[data-declare]')?.focus()
    pressed.current = false
  }, [isOpen])
  const close = (said: string | null) => {
    open(null)
    if (said !== null) setDone(said)
  }
  const edited = list.find(({ exclusion }) => exclusion.id === declaring?.id)
  const form = declaring && index && (
    <ExclusionForm index={index} typed={declaring} entry={edited ?? null} onClose={close} />
  )
  return (
    <Fold summary={words.exclusions(list.length)} open={wasDeclaring}>
      <div ref={box} className={looks.form}>
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
            entry === edited && form ? (
              <li key={entry.exclusion.id} className={looks.item}>
                {form}
              </li>
            ) : (
              <Line
                key={entry.exclusion.id}
                entry={entry}
                index={index}
                onEdit={() => open(draftOfExclusion(entry.exclusion))}
                onDone={close}
              />
            ),
          )}
        </List>
        {!edited && form}
        {index && !declaring && (
          <div>
            <Button
              data-declare
              onClick={() => open({ ...blank, from: period?.window.from ?? '' })}
            >
              {words.declare}
            </Button>
          </div>
        )}
      </div>
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
