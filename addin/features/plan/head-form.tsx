/** What a plan is called, which document issued it, its headings and its last year. */
import { useState } from 'react'
import type { Plan } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { useStore } from '../store.ts'
import { begunForms } from './begun.ts'
import { change } from './drafting.ts'
import { backTo, Form, Text } from './form.tsx'
import { readHead, type TypedHead } from './typed.ts'

const begun = begunForms<TypedHead>()
const at = 'head'

export function HeadForm({ plan }: { plan: Plan }) {
  const store = useStore()
  const [typed, setTyped] = useState(
    () =>
      begun.read(store, at) ?? {
        title: plan.title,
        basis: plan.basis,
        until: String(plan.until),
        groups: plan.groups.map(({ code, name }) => `${code}. ${name}`).join('\n'),
      },
  )
  const [asked, setAsked] = useState(false)
  const words = works().plan
  const read = readHead(typed, plan)
  const wrong = asked && !read.ok ? read.wrong : {}
  const set = (part: Partial<TypedHead>) => {
    const next = { ...typed, ...part }
    begun.write(store, at, next)
    setTyped(next)
  }
  const forget = () => begun.write(store, at, null)
  const apply = () => {
    setAsked(true)
    if (!read.ok) return
    forget()
    change(store, { ...plan, ...read.value }, 'edited', words.headName)
    backTo(at)
  }
  return (
    <Form
      title={words.headForm}
      at={at}
      onApply={apply}
      onCancel={forget}
      onRemove={null}
      wrong={asked && !read.ok}
    >
      <Text
        label={words.fields.title}
        value={typed.title}
        rows={2}
        required
        wrong={wrong.title}
        onChange={title => set({ title })}
      />
      <Text
        label={words.fields.basis}
        value={typed.basis}
        hint={words.basisHint}
        rows={2}
        most={500}
        onChange={basis => set({ basis })}
      />
      <Text
        label={words.groups}
        value={typed.groups}
        hint={words.groupsHint}
        rows={6}
        wrong={wrong.groups}
        onChange={groups => set({ groups })}
      />
      <Text
        label={words.beginUntil}
        value={typed.until}
        required
        most={4}
        wrong={wrong.until}
        onChange={until => set({ until })}
      />
    </Form>
  )
}
