/** A problem as it stands; to the office with what can be done about it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { FoundProblem } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { AskedAgain } from '../parts/asked-again.tsx'
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

type Props = {
  readonly problem: FoundProblem
  /** whose it is and where, when that is not said around it */
  readonly heading?: ReactNode
  /** to the office only */
  readonly office?: boolean
  /** in its round: it can be changed and taken back */
  readonly within?: boolean
  readonly actions?: ReactNode
  readonly below?: ReactNode
}

export function ProblemLine(props: Props) {
  const { problem, heading, office = false, within = false, actions, below } = props
  const styles = useStyles()
  const paper = paperOf('problem', problem.round, problem.id)
  const begun = usePart(state => writingOf(state.inspection, paper))
  // begun in an earlier pane, it goes on where it was left
  const started = !office || !begun ? null : at(begun.typed, 'resolvedOn') ? 'resolve' : 'edit'
  const [step, setStep] = useState<'resolve' | 'edit' | null>(
    started === 'edit' && !within ? null : started,
  )
  const words = works().inspection.problem
  const close = () => setStep(null)
  if (step === 'edit')
    return (
      <li className={styles.line}>
        <ProblemForm
          round={problem.round}
          id={problem.id}
          first={{}}
          title={words.words}
          onClose={close}
        />
      </li>
    )
  return (
    <li className={styles.line}>
      {heading}
      <Words>{problem.words}</Words>
      {problem.request && <Quiet>{words.asked(problem.request)}</Quiet>}
      <ProblemState problem={problem} />
      <Refusal of={keyOf(paper)} />
      {office && step === 'resolve' && <ResolveForm problem={problem} onClose={close} />}
      {office && step === null && (
        <Actions>
          {problem.resolvedOn ? (
            <Reopen problem={problem} />
          ) : (
            <Button
              size="small"
              aria-label={words.resolveOf(problem.words)}
              onClick={() => setStep('resolve')}
            >
              {words.resolve}
            </Button>
          )}
          {actions}
          {within && <Change problem={problem} onEdit={() => setStep('edit')} />}
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

function Change({ problem, onEdit }: { problem: FoundProblem; onEdit: () => void }) {
  const store = useStore()
  const words = works().inspection.problem
  const paper = paperOf('problem', problem.round, problem.id)
  return (
    <>
      <Button size="small" aria-label={words.editOf(problem.words)} onClick={onEdit}>
        {words.edit}
      </Button>
      <AskedAgain
        label={words.withdraw}
        consequence={words.withdrawing}
        yes={words.withdrawYes}
        no={words.withdrawNo}
        size="small"
        onYes={() => void withdraw(store, paper)}
      />
    </>
  )
}
