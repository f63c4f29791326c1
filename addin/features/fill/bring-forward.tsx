/** Taking stock figures of last period over: asked for, shown first, undone by one press. Never by itself. */
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import type { Book } from './book.ts'
import { type Forward, forwards, forwardWrites } from './forward.ts'
import { isOurs } from './opening.ts'
import { write } from './writing.ts'

const useStyles = makeStyles({
  list: { maxHeight: '320px', overflowY: 'auto', marginInline: '-4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
  figures: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

export function BringForward({ book }: { book: Book }) {
  const ours = usePart(isOurs)
  const review = usePart(state => state.check.review)
  const [open, setOpen] = useState(false)
  const list = useMemo(() => (review ? forwards(book, review) : []), [book, review])
  const blanks = list.filter(({ now }) => now === '').length
  if (!ours || (blanks === 0 && !open)) return null
  return open ? (
    <Preview list={list} words={t.fill.forward} kind="forward" onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.fill.forward.offer(blanks)}
      </Button>
    </div>
  )
}

type Props = {
  list: readonly Forward[]
  words: Pick<typeof t.fill.forward, 'title' | 'explain' | 'was'>
  kind: 'forward' | 'months' | 'proposed'
  onClose: () => void
}

/** What would be written, cell by cell; blanks are ticked, what holds something is the person's to tick. */
export function Preview({ list, words, kind, onClose }: Props) {
  const styles = useStyles()
  const store = useStore()
  const writing = usePart(state => state.fill.writing)
  // only what the person turned round is kept, so that a cell filled meanwhile is no longer ticked
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const ticked = new Set(
    list.filter(({ key, now }) => (now === '') !== turned.has(key)).map(({ key }) => key),
  )
  const turn = (key: string) =>
    setTurned(before => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  const put = async () => {
    await write(store, { kind }, forwardWrites(list, ticked))
    onClose()
  }
  return (
    <div ref={top} tabIndex={-1}>
      <Section title={words.title} card>
        <Quiet>{words.explain}</Quiet>
        <div className={styles.list}>
          <List>
            {list.map(({ key, label, name, before, now, why }) => (
              <li key={key} className={styles.line}>
                <Checkbox
                  checked={ticked.has(key)}
                  onChange={() => turn(key)}
                  label={
                    <span className={styles.words}>
                      <span>
                        <span className={styles.label}>{label}</span> {name}
                      </span>
                      <span className={styles.figures}>
                        {words.was(before)} ·{' '}
                        {now === '' ? t.fill.forward.blank : t.fill.forward.replaces(now)}
                        {why && ` · ${why}`}
                      </span>
                    </span>
                  }
                />
              </li>
            ))}
          </List>
        </div>
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={ticked.size === 0 || writing}
            onClick={() => void put()}
          >
            {t.fill.forward.put(ticked.size)}
          </Button>
          <Button onClick={onClose}>{t.fill.forward.cancel}</Button>
        </div>
      </Section>
    </div>
  )
}
