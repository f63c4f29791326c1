/** Setting a round up, all steps on one page; saved as a draft, opened from its own page. */
import { useMemo, useState } from 'react'
import { works } from '../../i18n/works.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { DayField, LineField, WordsField } from './fields.tsx'
import { paperOf, usePaper, useUnits } from './following.ts'
import { PaperFoot } from './foot.tsx'
import { DoneLine, Frame, RoundMissing } from './frame.tsx'
import { labelOf } from './labels.ts'
import { missingIn, proposalOf, titleFor } from './proposal.ts'
import { TeamFields, UnitFields } from './round-fields.tsx'
import { go } from './rounds.ts'
import { send } from './writing.ts'

export function RoundForm({ round }: { round: string }) {
  const answer = usePart(state => state.inspection.answer)
  const known = usePart(state => state.inspection.list?.some(({ id }) => id === round) ?? false)
  const words = works().inspection
  return (
    <Frame
      title={known ? words.form.change : words.form.title}
      back={known ? words.backToRound : words.back}
      to={known ? { view: 'round', round } : { view: 'list' }}
    >
      {known && !answer ? <RoundMissing round={round} /> : <Fields round={round} />}
    </Frame>
  )
}

function Fields({ round }: { round: string }) {
  const store = useStore()
  const paper = useMemo(() => paperOf('round', round), [round])
  const [first] = useState(() => proposalOf(Date.now()))
  const of = usePaper(paper, first)
  const { text, typed, put, saved, writing } = of
  const answer = usePart(state => state.inspection.answer)
  const { units, nameOf } = useUnits()
  const keys = units.map(({ unit }) => unit)
  const [asked, setAsked] = useState(false)
  const words = works().inspection
  const missing = missingIn(typed, keys)
  const isDraft = (answer?.round.state ?? 'draft') === 'draft'
  const save = async () => {
    setAsked(true)
    if (missing.length === 0 && (await send(store, paper, keys)))
      go(store, { view: 'round', round })
  }
  return (
    <>
      <Section title={words.form.basis}>
        <LineField
          label={words.fields.plan}
          hint={words.form.numberHint}
          value={text('plan')}
          most={400}
          required
          onType={value => put({ plan: value })}
        />
        <DayField
          label={words.fields.planDate}
          value={text('planDate')}
          required
          onType={value => put({ planDate: value })}
        />
        <WordsField
          label={words.fields.title}
          value={text('title')}
          most={500}
          rows={2}
          required
          onType={value => put({ title: value })}
        />
      </Section>
      <Section title={words.form.team}>
        <TeamFields typed={typed} put={put} />
      </Section>
      <Section title={words.form.window}>
        <Quiet>{words.form.windowHint}</Quiet>
        <DayField
          label={words.fields.from}
          value={text('from')}
          required
          onType={value => put({ from: value, title: titleFor(text('title'), value) })}
        />
        <DayField
          label={words.fields.to}
          value={text('to')}
          required
          onType={value => put({ to: value })}
        />
      </Section>
      <Section title={words.form.units}>
        <UnitFields typed={typed} put={put} />
      </Section>
      <Section title={words.form.due}>
        <DayField
          label={words.fields.dueDate}
          value={text('dueDate')}
          required
          onType={value => put({ dueDate: value })}
        />
      </Section>
      {asked && missing.length > 0 && (
        <Notice tone="error" title={words.form.missingTitle}>
          {missing.map(sentence => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Notice>
      )}
      {isDraft && <Quiet>{words.form.draftAbout}</Quiet>}
      <PaperFoot
        paper={paper}
        of={of}
        command={isDraft ? words.form.saveDraft : words.form.save}
        idle={saved.number > 0 && !writing}
        by={answer}
        label={name => labelOf(name, answer, nameOf)}
        onSend={() => void save()}
      />
      <DoneLine of={['dropped', 'chosen']} />
    </>
  )
}
