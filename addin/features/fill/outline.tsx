/** The unit's forms and their sections: one stop for Tab, arrows move and fold, pressing goes to the first blank. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { grouped } from '../check/findings.ts'
import { CheckmarkFilled, ChevronDownRegular, ChevronRightRegular } from '../parts/icons.ts'
import { Quiet, useLineButton } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import type { Book } from './book.ts'
import { goTo, isOurs } from './opening.ts'
import { type FormLine, type Line, outline } from './sections.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 -8px', padding: 0 },
  inner: { listStyle: 'none', margin: 0, padding: '0 0 4px 28px' },
  row: { display: 'flex', alignItems: 'flex-start' },
  fold: {
    flexShrink: 0,
    width: '28px',
    height: '32px',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    fontSize: '16px',
  },
  noFold: { flexShrink: 0, width: '28px' },
  line: { paddingLeft: '4px', minWidth: 0 },
  top: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    alignItems: 'baseline',
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  code: { fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2 },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  // the stronger green: it stays legible on a line under the pointer, in the dark too
  full: { color: tokens.colorStatusSuccessForeground2 },
  findings: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  finding: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
})

export function Outline({ book }: { book: Book }) {
  const styles = useStyles()
  const store = useStore()
  const open = usePart(isOurs)
  const review = usePart(state => state.check.review)
  const reasons = usePart(state => state.check.reasons)
  const results = review?.outcome.results
  const groups = useMemo(() => (results ? grouped(results) : null), [results])
  const forms = useMemo(
    () => outline(book, review, groups, reasons),
    [book, review, groups, reasons],
  )
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const isOpen = (form: FormLine) => unfolded.has(form.key) && form.sections.length > 0
  const visible = forms.flatMap(form => [form.key, ...(isOpen(form) ? keysOf(form) : [])])
  const stop = current !== null && visible.includes(current) ? current : visible[0]
  const fold = (form: FormLine, unfold: boolean) =>
    setUnfolded(before => {
      const next = new Set(before)
      if (unfold) next.add(form.key)
      else next.delete(form.key)
      return next
    })
  const focus = (key: string | undefined) => {
    if (key === undefined) return
    setCurrent(key)
    list.current?.querySelector<HTMLElement>(`[data-line="${key}"]`)?.focus()
  }
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || stop === undefined) return
    const at = visible.indexOf(stop)
    const form = forms.find(one => one.key === stop)
    const parent = forms.find(one => keysOf(one).includes(stop))
    const steps: Record<string, () => void> = {
      ArrowDown: () => focus(visible[Math.min(at + 1, visible.length - 1)]),
      ArrowUp: () => focus(visible[Math.max(at - 1, 0)]),
      Home: () => focus(visible[0]),
      End: () => focus(visible.at(-1)),
      ArrowRight: () => form && (isOpen(form) ? focus(form.sections[0]?.key) : fold(form, true)),
      ArrowLeft: () => (parent ? focus(parent.key) : form && fold(form, false)),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  const line = (one: Line, narrative = false) => (
    <LineButton
      line={one}
      narrative={narrative}
      open={open}
      counted={open && review !== null}
      stop={one.key === stop}
      onFocus={() => setCurrent(one.key)}
      onPress={() => goTo(store, one.start)}
    />
  )
  return (
    <>
      {/* the keys work on the buttons inside; the list only hears them pass */}
      <ul className={styles.list} aria-label={t.fill.forms} ref={list} onKeyDown={move}>
        {forms.map(form => (
          <li key={form.key}>
            <div className={styles.row}>
              {form.sections.length > 0 ? (
                <button
                  type="button"
                  className={styles.fold}
                  tabIndex={-1}
                  aria-label={t.fill.outline.sectionsOf(form.code)}
                  aria-expanded={isOpen(form)}
                  onClick={() => fold(form, !isOpen(form))}
                >
                  {isOpen(form) ? <ChevronDownRegular /> : <ChevronRightRegular />}
                </button>
              ) : (
                <span className={styles.noFold} />
              )}
              {line(form, form.form.layout === 'narrative')}
            </div>
            {isOpen(form) && (
              <ul className={styles.inner} aria-label={t.fill.outline.sectionsOf(form.code)}>
                {form.sections.map(section => (
                  <li key={section.key}>{line(section)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {open && <Quiet>{t.fill.outline.keys}</Quiet>}
    </>
  )
}

const keysOf = (form: FormLine): string[] => form.sections.map(section => section.key)

type Props = {
  line: Line
  narrative: boolean
  /** the workbook holds the forms, so there is somewhere to go */
  open: boolean
  counted: boolean
  stop: boolean
  onFocus: () => void
  onPress: () => void
}

function LineButton({ line, narrative, open, counted, stop, onFocus, onPress }: Props) {
  const styles = useStyles()
  const button = useLineButton()
  const { code, name, errors, unexplained } = line
  return (
    <button
      type="button"
      data-line={line.key}
      className={mergeClasses(button, styles.line)}
      disabled={!open}
      tabIndex={stop ? 0 : -1}
      title={name === code ? code : `${code}. ${name}`}
      onFocus={onFocus}
      onClick={onPress}
    >
      <span className={styles.top}>
        <span className={styles.words}>
          <span className={styles.code}>{code}</span>{' '}
          {name !== code && <span className={styles.name}>{name}</span>}
        </span>
        {counted && <Count line={line} narrative={narrative} />}
      </span>
      {counted && errors + unexplained > 0 && (
        <span className={styles.findings}>
          {errors > 0 && (
            <span className={styles.finding}>
              <ToneIcon tone="error" /> {t.fill.outline.errors(errors)}
            </span>
          )}
          {unexplained > 0 && (
            <span className={styles.finding}>
              <ToneIcon tone="warning" /> {t.fill.outline.unexplained(unexplained)}
            </span>
          )}
        </span>
      )}
    </button>
  )
}

function Count({ line: { filled, total }, narrative }: { line: Line; narrative: boolean }) {
  const styles = useStyles()
  if (total === null)
    return (
      <span className={styles.count}>
        {narrative ? t.fill.sections(filled) : t.fill.lines(filled)}
      </span>
    )
  const full = filled === total
  return (
    <span className={mergeClasses(styles.count, full && styles.full)}>
      {full && <CheckmarkFilled aria-label={t.fill.complete} />}
      {filled}/{total}
      {!full && ` · ${t.fill.outline.left(total - filled)}`}
    </span>
  )
}
