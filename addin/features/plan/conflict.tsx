/** Somebody saved an edition meanwhile: both sides' changes stand there, what both changed is chosen, nothing is lost. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { PlanAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Fold, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { Changes } from './changes.tsx'
import { dropDraft, mergeDraft } from './drafting.ts'
import { fieldName, fieldWords, partName, unitsOf } from './naming.ts'
import { type Contest, changesBetween, codeOf, fieldsBetween, merged, type Side } from './parts.ts'
import type { Draft } from './state.ts'

const useStyles = makeStyles({
  contest: { border: 'none', margin: 0, padding: 0, minWidth: 0, overflowWrap: 'anywhere' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choice: { display: 'flex', alignItems: 'flex-start', gap: '8px', paddingBlock: '4px' },
})

export function Conflict({ draft, answer }: { draft: Draft; answer: PlanAnswer }) {
  const store = useStore()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // the button that was pressed is gone
    if (document.activeElement === document.body && document.hasFocus())
      box.current?.querySelector('button')?.focus()
  }, [])
  const words = works().plan
  const [theirs, mine] = [
    changesBetween(draft.from, answer.plan),
    changesBetween(draft.from, draft.plan),
  ]
  const { contests } = merged(draft.from, draft.plan, answer.plan)
  const settle = (verb: () => void) => {
    verb()
    requestAnimationFrame(() => document.getElementById('plan-undo')?.focus())
  }
  return (
    <div ref={box}>
      <Stack>
        <Notice
          tone="warning"
          title={words.conflict(
            answer.by ?? '',
            answer.at ? printInstant(answer.at) : '',
            answer.number,
          )}
          actions={
            <>
              <Button onClick={() => settle(() => mergeDraft(store, chosen))}>{words.merge}</Button>
              <Button onClick={() => settle(() => dropDraft(store))}>{words.dropMine}</Button>
            </>
          }
        >
          {words.conflictText}
        </Notice>
        {contests.map(contest => (
          <Choosing
            key={contest.key}
            contest={contest}
            side={chosen.get(contest.key) ?? 'mine'}
            onChoose={side => setChosen(new Map(chosen).set(contest.key, side))}
          />
        ))}
        <Section>
          <Fold summary={words.theirs(theirs.length)} open={theirs.length <= 5}>
            <Changes changes={theirs} />
          </Fold>
          <Fold summary={words.mine(mine.length)} open={mine.length <= 5}>
            <Changes changes={mine} />
          </Fold>
        </Section>
      </Stack>
    </div>
  )
}

function Choosing({
  contest,
  side,
  onChoose,
}: {
  contest: Contest
  side: Side
  onChoose: (side: Side) => void
}) {
  const styles = useStyles()
  const units = usePart(unitsOf)
  const index = usePart(state => state.plan.index)
  const words = works().plan
  const { mine, theirs } = contest
  const some = mine ?? theirs
  if (!some) return null
  const fields = mine && theirs ? fieldsBetween(mine, theirs) : ['name']
  const says = (part: typeof mine): string =>
    part
      ? fields
          .map(field => `${fieldName(field)}: ${fieldWords(units, index, part, field)}`)
          .join('; ')
      : words.isRemoved
  const sides: readonly (readonly [Side, string])[] = [
    ['mine', words.mineSays(says(mine))],
    ['theirs', words.theirsSays(says(theirs))],
  ]
  return (
    <fieldset className={styles.contest}>
      <legend className={styles.legend}>
        {words.contested(partName(some.kind, codeOf(some)))}
      </legend>
      {sides.map(([one, said]) => (
        <label key={one} className={styles.choice}>
          <input
            type="radio"
            name={contest.key}
            checked={side === one}
            onChange={() => onChoose(one)}
          />
          <span>{said}</span>
        </label>
      ))}
    </fieldset>
  )
}
