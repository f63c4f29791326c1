/** A problem as it stands; to the office with what can be done about it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FoundProblem } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { paperOf } from './following.ts'
import { Actions, Refusal, Words } from './frame.tsx'
import { at, keyOf } from './papers.ts'
import { ProblemForm } from './problem-form.tsx'
import { ResolveForm } from './resolve-form.tsx'
import { ProblemState } from './standing.tsx'
import { send, withdraw, write, writingOf } from './writing.ts'

const useStyles = makeStyles({
  line: {
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
})

type Step = 'resolve' | 'edit'
type Props = {
  readonly problem: FoundProblem
  /** whose it is and where, when that is not said around it */
  readonly heading?: ReactNode
  /** to the office only */
  readonly office?: boolean
  /** in its round, where it can be taken back and brought again at the same place */
  readonly within?: boolean
  /** what more is known of it */
  readonly facts?: ReactNode
  readonly actions?: ReactNode
  readonly below?: ReactNode
}

export function ProblemLine(props: Props) {
  const { problem, heading, office = false, within = false, facts, actions, below } = props
  const styles = useStyles()
  const store = useStore()
  const paper = paperOf('problem', problem.round, problem.id)
  const begun = usePart(state => writingOf(state.inspection, paper))
  // begun in an earlier pane, it goes on where it was left
  const started = !office || !begun ? null : at(begun.typed, 'resolvedOn') ? 'resolve' : 'edit'
  const [step, setStep] = useState<Step | null>(started)
  const [pressed, setPressed] = useState(false)
  const words = works().inspection.problem
  const begin = (next: Step) => {
    setStep(next)
    setPressed(true)
  }
  const close = () => setStep(null)
  const place = useRef<HTMLLIElement>(null)
  const was = useRef(step)
  useEffect(() => {
    // the form that had the focus is gone: back to what opened it
    if (step === null && was.current && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>(`[data-step=${was.current}]`)?.focus()
    was.current = step
  }, [step])
  if (step === 'edit')
    return (
      <li className={styles.line} ref={place}>
        {heading}
        <ProblemForm
          round={problem.round}
          id={problem.id}
          first={{}}
          title={words.change}
          pressed={pressed}
          onClose={close}
        />
      </li>
    )
  return (
    <li className={styles.line} ref={place}>
      {heading}
      <Words>{problem.words}</Words>
      {problem.request && <Quiet>{words.asked(problem.request)}</Quiet>}
      <ProblemState problem={problem} />
      {facts}
      <Refusal of={keyOf(paper)} />
      {office && step === 'resolve' && (
        <ResolveForm problem={problem} pressed={pressed} onClose={close} />
      )}
      {office && step === null && (
        <Actions>
          {problem.resolvedOn ? (
            <Reopen problem={problem} />
          ) : (
            <Button
              size="small"
              data-step="resolve"
              aria-label={words.resolveOf(problem.words)}
              onClick={() => begin('resolve')}
            >
              {words.resolve}
            </Button>
          )}
          {actions}
          <Button
            size="small"
            data-step="edit"
            aria-label={words.editOf(problem.words)}
            onClick={() => begin('edit')}
          >
            {words.edit}
          </Button>
          {within && (
            <Button
              size="small"
              aria-label={words.withdrawOf(problem.words)}
              onClick={() => void withdraw(store, paper)}
            >
              {words.withdraw}
            </Button>
          )}
        </Actions>
      )}
      {below}
    </li>
  )
}

function Reopen({ problem }: { problem: FoundProblem }) {
  const store = useStore()
  const words = works().inspection.problem
  const paper = paperOf('problem', problem.round, problem.id)
  const reopen = () => {
    write(store, paper, { resolvedOn: '', resolution: '' })
    void send(store, paper, [], 'reopened')
  }
  return (
    <Button size="small" aria-label={words.reopenOf(problem.words)} onClick={reopen}>
      {words.reopen}
    </Button>
  )
}
