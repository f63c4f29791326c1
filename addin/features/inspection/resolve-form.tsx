/** A problem has been put right: on which day, how, by which document. */
import { useMemo, useState } from 'react'
import { dateInVietnam } from '../../../shared/period.ts'
import type { FoundProblem } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Section } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { DayField, useFirstWords, WordsField } from './fields.tsx'
import { paperOf, usePaper } from './following.ts'
import { PaperFoot } from './foot.tsx'
import { labelOf } from './labels.ts'
import { send, write } from './writing.ts'

type Props = {
  readonly problem: FoundProblem
  /** somebody has just pressed for it */
  readonly pressed: boolean
  readonly onClose: () => void
}

export function ResolveForm({ problem, pressed, onClose }: Props) {
  const store = useStore()
  const paper = useMemo(() => paperOf('problem', problem.round, problem.id), [problem])
  const of = usePaper(paper)
  const { text, put } = of
  const [asked, setAsked] = useState(false)
  const form = useFirstWords(pressed)
  const words = works().inspection.problem
  const day = text('resolvedOn') || dateInVietnam(Date.now())
  const record = async () => {
    setAsked(true)
    if (text('resolution').trim() === '') return
    // the day proposed is only shown until now
    write(store, paper, { resolvedOn: day })
    if (await send(store, paper, [], 'resolved')) onClose()
  }
  return (
    <div ref={form}>
      <Section title={words.resolveForm} card>
        <DayField
          label={words.resolveDay}
          value={day}
          required
          onType={value => put({ resolvedOn: value })}
        />
        <WordsField
          label={words.resolveHow}
          hint={words.resolveHint}
          required
          wrong={asked && text('resolution').trim() === '' ? words.resolveHowNeeded : undefined}
          value={text('resolution')}
          most={2000}
          rows={2}
          onType={value => put({ resolution: value })}
        />
        <PaperFoot
          paper={paper}
          of={of}
          command={words.resolveYes}
          label={name => labelOf(name, null, unit => unit)}
          onSend={() => void record()}
          onClose={onClose}
        />
      </Section>
    </div>
  )
}
