/** Recording a problem beside its item, or changing one: what, what is asked of the unit, until when. */
import { useMemo, useState } from 'react'
import { works } from '../../i18n/works.ts'
import { Section } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { DayField, useFirstWords, WordsField } from './fields.tsx'
import { paperOf, usePaper } from './following.ts'
import { PaperFoot } from './foot.tsx'
import { labelOf } from './labels.ts'
import type { Typed } from './state.ts'
import { send } from './writing.ts'

type Props = {
  readonly round: string
  readonly id: string
  /** what a new one begins with */
  readonly first: Typed
  readonly title: string
  /** somebody has just pressed for it */
  readonly pressed: boolean
  readonly onClose: () => void
}

export function ProblemForm({ round, id, first, title, pressed, onClose }: Props) {
  const store = useStore()
  const paper = useMemo(() => paperOf('problem', round, id), [round, id])
  const of = usePaper(paper, first)
  const { writing, saved, text, put } = of
  const [asked, setAsked] = useState(false)
  const form = useFirstWords(pressed)
  const words = works().inspection.problem
  const wrong = {
    words: text('words').trim() === '' ? words.wordsNeeded : undefined,
    dueDate: text('dueDate') === '' ? words.dueNeeded : undefined,
  }
  const record = async () => {
    setAsked(true)
    if (!wrong.words && !wrong.dueDate && (await send(store, paper))) onClose()
  }
  return (
    <div ref={form}>
      <Section title={title} card>
        <WordsField
          label={words.words}
          value={text('words')}
          most={2000}
          required
          wrong={asked ? wrong.words : undefined}
          onType={value => put({ words: value })}
        />
        <WordsField
          label={words.request}
          value={text('request')}
          most={2000}
          rows={2}
          onType={value => put({ request: value })}
        />
        <DayField
          label={words.due}
          value={text('dueDate')}
          required
          wrong={asked ? wrong.dueDate : undefined}
          onType={value => put({ dueDate: value })}
        />
        <PaperFoot
          paper={paper}
          of={of}
          command={words.record}
          idle={saved.number > 0 && !writing}
          label={name => labelOf(name, null, unit => unit)}
          onSend={() => void record()}
          onClose={onClose}
        />
      </Section>
    </div>
  )
}
