/** What the notice says beside the facts; one paper, whose parts are written where they belong. */
import { useMemo } from 'react'
import { works } from '../../i18n/works.ts'
import { Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { WordsField } from './fields.tsx'
import { paperOf, usePaper, useUnits } from './following.ts'
import { PaperFoot } from './foot.tsx'
import { DoneLine } from './frame.tsx'
import { labelOf } from './labels.ts'
import { field } from './papers.ts'
import { send } from './writing.ts'

/** @param unit whose strengths and weaknesses are written; null: what the team asks of all */
export function Judgement({ round, unit }: { round: string; unit: string | null }) {
  const store = useStore()
  const paper = useMemo(() => paperOf('judgement', round), [round])
  const of = usePaper(paper)
  const answer = usePart(state => state.inspection.answer)
  const { nameOf } = useUnits()
  const words = works().inspection
  const area = (name: string, label: string, most: number, hint?: string) => (
    <WordsField
      label={label}
      hint={hint}
      value={of.text(name)}
      most={most}
      rows={4}
      onType={value => of.put({ [name]: value })}
    />
  )
  return (
    <Section title={unit === null ? words.fields.requests : words.unit.judgement}>
      {unit === null ? (
        area('requests', words.round.requests, 6000, words.round.requestsHint)
      ) : (
        <>
          {area(field('strengths', unit), words.unit.strengths, 4000)}
          {area(field('weaknesses', unit), words.unit.weaknesses, 4000)}
        </>
      )}
      <PaperFoot
        paper={paper}
        of={of}
        command={words.round.saveJudgement}
        idle={!of.writing}
        label={name => labelOf(name, answer, nameOf)}
        onSend={() => void send(store, paper)}
      />
      <DoneLine of={['judged', 'dropped', 'chosen']} item={null} />
    </Section>
  )
}
