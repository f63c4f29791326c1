/** A new adjustment: find the figure, say the value and why; what comes out is shown before it is recorded. */
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Adjustment } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { List, Quiet, Section, useLineButton } from '../parts/layout.tsx'
import { AdjustmentForm } from './adjustment-form.tsx'
import { search, type Target } from './targets.ts'

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
})

/** More than these nobody reads; another word narrows faster. */
const most = 12

type Props = {
  list: readonly Adjustment[]
  targets: readonly Target[]
  onDone: (words: string | null) => void
}

export function NewAdjustment({ list, targets, onDone }: Props) {
  const styles = useStyles()
  const line = useLineButton()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<string | null>(null)
  // by its place, so that the figure shown is always the newest one known
  const target = targets.find(one => one.at === at)
  if (target)
    return (
      <Section title={office().adjustments.add} card>
        <p style={{ margin: 0 }}>
          <span className={styles.label}>{target.label}</span> {target.name}
        </p>
        <AdjustmentForm
          key={target.at}
          target={target}
          list={list}
          onClose={() => setAt(null)}
          onDone={words => {
            setAt(null)
            setTyped('')
            onDone(words)
          }}
        />
      </Section>
    )
  const found = search(targets, typed, most + 1)
  return (
    <Section title={office().adjustments.add} card>
      <Field label={office().adjustments.search} hint={office().adjustments.searchHint}>
        <Input type="search" value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <div role="status">
        {typed.trim() !== '' && (
          <Quiet>
            {found.length === 0
              ? office().adjustments.notFound
              : office().adjustments.found(Math.min(found.length, most), found.length > most)}
          </Quiet>
        )}
      </div>
      <List>
        {found.slice(0, most).map(one => (
          <li key={one.at}>
            <button
              type="button"
              className={line}
              onClick={() => {
                onDone(null)
                setAt(one.at)
              }}
            >
              <span className={styles.label}>{one.label}</span> {one.name}
            </button>
          </li>
        ))}
      </List>
    </Section>
  )
}
