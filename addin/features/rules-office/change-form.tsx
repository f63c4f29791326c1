/** Another status or other days for a rule, with a reason; one that blocks wants its id typed before it lets go. */
import { Field, Input, Textarea } from '@fluentui/react-components'
import { useId } from 'react'
import { narrows } from '../../../shared/rules/standing.ts'
import { ruleStatuses } from '../../../shared/rules/statuses.ts'
import { works } from '../../i18n/works.ts'
import { useAttempt } from '../board/attempt.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { StepForm } from '../periods-office/step-form.tsx'
import { usePart, useStore } from '../store.ts'
import { useLooks } from './looks.ts'
import { changeRule, draftOf } from './ruling.ts'
import type { ChangeDraft, OneRule } from './state.ts'

/** As the server wants it. */
const shortestReason = 10

export function ChangeForm({ rule, onDone }: { rule: OneRule; onDone: (said: string) => void }) {
  const store = useStore()
  const looks = useLooks()
  const attempt = useAttempt()
  const id = useId()
  const draft = usePart(state => state.rules.drafts[rule.rule]) ?? draftOf(rule)
  const words = works().rules
  const type = (change: Partial<ChangeDraft>) =>
    store.dispatch({ type: 'change-typed', rule: rule.rule, draft: { ...draft, ...change } })
  const after = {
    ...{ rule: rule.rule, status: draft.status },
    ...{ from: draft.from || null, until: draft.until || null },
  }
  const letsGo = rule.severity === 'error' && narrows(rule.standing, after)
  const isSame = (['status', 'from', 'until'] as const).every(
    member => after[member] === rule.standing[member],
  )
  const ready =
    !isSame &&
    draft.reason.trim().length >= shortestReason &&
    (!letsGo || draft.confirm.trim() === rule.rule)
  const record = async () => {
    if (await attempt.run(() => changeRule(store, rule, draft)))
      onDone(words.changed(rule.rule, words.statuses[draft.status]))
  }
  return (
    <StepForm attempt={attempt} command={words.record} unready={!ready} onSubmit={record}>
      <div>
        <label htmlFor={id}>{words.status}</label>
        <select
          id={id}
          className={looks.choice}
          value={draft.status}
          onChange={({ target }) => {
            const status = ruleStatuses.find(one => one === target.value)
            if (status) type({ status })
          }}
        >
          {ruleStatuses.map(status => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
        <Quiet>{words.means[draft.status]}</Quiet>
      </div>
      <div className={looks.days}>
        <Field label={words.fromDay}>
          <Input
            type="date"
            value={draft.from}
            onChange={(_, { value }) => type({ from: value })}
          />
        </Field>
        <Field label={words.untilDay}>
          <Input
            type="date"
            value={draft.until}
            onChange={(_, { value }) => type({ until: value })}
          />
        </Field>
      </div>
      <Quiet>{words.dayHint}</Quiet>
      <Field label={words.reason} required hint={words.reasonHint}>
        <Textarea
          value={draft.reason}
          rows={2}
          maxLength={2000}
          resize="vertical"
          onChange={(_, { value }) => type({ reason: value })}
        />
      </Field>
      {letsGo && (
        <>
          <Notice tone="warning">{words.confirmAbout}</Notice>
          <Field label={words.confirm(rule.rule)} required>
            <Input
              value={draft.confirm}
              maxLength={60}
              onChange={(_, { value }) => type({ confirm: value })}
            />
          </Field>
        </>
      )}
    </StepForm>
  )
}
