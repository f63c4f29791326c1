/** Somebody saved this paper while it was being written here: field by field both texts, and the person chooses. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { printDate, printInstant } from '../../../shared/period.ts'
import { works } from '../../i18n/works.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { Actions } from './frame.tsx'
import { at, differing } from './papers.ts'
import type { Hand, Typed, Writing } from './state.ts'
import { answeredFor, choose } from './writing.ts'

const useStyles = makeStyles({
  field: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  name: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: '8px',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    minWidth: 0,
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  text: { whiteSpace: 'pre-wrap' },
})

type Side = 'mine' | 'theirs'
const sides: readonly Side[] = ['mine', 'theirs']

type Props = {
  readonly writing: Writing
  readonly theirs: Typed
  /** who saved it and when; null where that is not known */
  readonly by: Hand | null
  /** what a field is called */
  readonly label: (name: string) => string
}

export function Conflict({ writing, theirs, by, label }: Props) {
  const store = useStore()
  const words = works().inspection.conflict
  const names = differing(writing.typed, theirs)
  const [turned, setTurned] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (name: string): Side | undefined =>
    turned[name] ?? answeredFor(writing, theirs, name)
  const left = names.filter(name => !sideOf(name)).length
  const apply = (side: (name: string) => Side | undefined) =>
    choose(store, writing.paper, new Set(names.filter(name => side(name) === 'theirs')))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // the button that was pressed is gone; who is typing is left alone
    if (document.activeElement === document.body && document.hasFocus())
      box.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={box}>
      <Stack>
        <Notice
          tone="warning"
          title={by ? words.title(by.by, printInstant(by.at)) : words.unknown}
          actions={
            <>
              <Button onClick={() => apply(() => 'mine')}>{words.allMine}</Button>
              <Button onClick={() => apply(() => 'theirs')}>{words.allTheirs}</Button>
            </>
          }
        >
          {words.about}
        </Notice>
        {names.map(name => (
          <Choice
            key={name}
            label={label(name)}
            texts={{ mine: at(writing.typed, name), theirs: at(theirs, name) }}
            chosen={sideOf(name)}
            onChoose={side => setTurned({ ...turned, [name]: side })}
          />
        ))}
        {left > 0 && <Quiet>{words.left(left)}</Quiet>}
        <Actions>
          <Button appearance="primary" disabledFocusable={left > 0} onClick={() => apply(sideOf)}>
            {words.apply}
          </Button>
        </Actions>
      </Stack>
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly texts: Readonly<Record<Side, string>>
  readonly chosen: Side | undefined
  readonly onChoose: (side: Side) => void
}

function Choice({ label, texts, chosen, onChoose }: ChoiceProps) {
  const styles = useStyles()
  const words = works().inspection.conflict
  const group = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.name}>{label}</legend>
      <div className={styles.both}>
        {sides.map(side => (
          <label key={side} className={mergeClasses(styles.side, side === chosen && styles.chosen)}>
            <span>
              <input
                type="radio"
                name={group}
                checked={side === chosen}
                onChange={() => onChoose(side)}
              />{' '}
              {words[side]}
            </span>
            <span className={styles.text} lang="vi">
              {shown(texts[side]) || words.blank}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const shown = (text: string): string => (/^\d{4}-\d\d-\d\d$/u.test(text) ? printDate(text) : text)
