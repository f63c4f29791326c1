/** One rule: what it says and on what ground, a rehearsal, its status, and who changed it before. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { works } from '../../i18n/works.ts'
import { ArrowLeftRegular, ArrowUndoRegular } from '../parts/icons.ts'
import { Fold, List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { Badges, spanOf } from './badges.tsx'
import { ChangeForm } from './change-form.tsx'
import { useLooks } from './looks.ts'
import { Rehearsing } from './rehearsal.tsx'
import { draftOf } from './ruling.ts'
import type { OneRule } from './state.ts'

export function RuleView({ rule }: { rule: OneRule }) {
  const store = useStore()
  const looks = useLooks()
  const words = works().rules
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => heading.current?.focus(), [])
  const restore = (standing: OneRule['standing']) => {
    const draft = draftOf({ ...rule, standing })
    store.dispatch({ type: 'change-typed', rule: rule.rule, draft })
    form.current?.querySelector('textarea')?.focus()
  }
  return (
    <Stack>
      <div>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => store.dispatch({ type: 'rule-opened', rule: null })}
        >
          {words.back}
        </Button>
      </div>
      <h3 className={looks.title} ref={heading} tabIndex={-1}>
        {`${rule.rule} · ${rule.title}`}
      </h3>
      <Badges rule={rule} />
      <Quiet>
        {rule.standing.status === 'active'
          ? words.inForce(spanOf(rule.standing))
          : words.means[rule.standing.status]}
      </Quiet>
      {rule.compares && <Compares compares={rule.compares} />}
      <p className={looks.line}>{words.fix(rule.fix)}</p>
      <Quiet>{words.basis(rule.basis)}</Quiet>
      {rule.formerId && <Quiet>{words.former(rule.formerId)}</Quiet>}
      {rule.change && <Quiet>{words.changedInCatalogue(rule.change)}</Quiet>}
      {rule.unrehearsed && <Notice tone="warning">{words.unrehearsed}</Notice>}
      <Rehearsing rule={rule} />
      <Section title={words.change} card>
        <div role="status">
          {done && (
            <Notice tone="success" quiet>
              {done}
            </Notice>
          )}
        </div>
        <div ref={form}>
          <ChangeForm rule={rule} onDone={setDone} />
        </div>
      </Section>
      <History rule={rule} onRestore={restore} />
    </Stack>
  )
}

/** What is held against what, as the rule's own data has it; what each line and column is stands behind a fold. */
function Compares({ compares: { words: said, terms } }: { compares: Compared }) {
  const looks = useLooks()
  const words = works().rules
  return (
    <div>
      <p className={looks.line}>
        {words.compares} <b>{said}</b>
      </p>
      {terms.length > 0 && (
        <Fold summary={words.terms(terms.length)}>
          <List>
            {terms.map(({ at, name }) => (
              <li key={`${at} ${name}`} className={looks.term}>{`${at}: ${name}`}</li>
            ))}
          </List>
        </Fold>
      )}
    </div>
  )
}

type Compared = NonNullable<OneRule['compares']>
type HistoryProps = { rule: OneRule; onRestore: (standing: OneRule['standing']) => void }

function History({ rule, onRestore }: HistoryProps) {
  const looks = useLooks()
  const words = works().rules
  if (rule.changes.length === 0) return <Quiet>{words.asCatalogue}</Quiet>
  return (
    <Fold summary={words.history(rule.changes.length)}>
      <List>
        {rule.changes.map(({ number, status, from, until, reason, by, at }, i) => (
          <li key={number} className={looks.item}>
            <p className={looks.line}>{`${words.statuses[status]}, ${spanOf({ from, until })}`}</p>
            <p className={looks.line}>“{reason}”</p>
            <Quiet>{words.by(by, printInstant(at))}</Quiet>
            {i > 0 && (
              <div>
                <Button
                  size="small"
                  icon={<ArrowUndoRegular />}
                  aria-label={words.restoreOf(printInstant(at))}
                  onClick={() => onRestore({ rule: rule.rule, status, from, until })}
                >
                  {words.restore}
                </Button>
              </div>
            )}
          </li>
        ))}
      </List>
    </Fold>
  )
}
