/** The sections of the report in order, each with how it stands: one stop for Tab, arrows move, pressing opens. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { office } from '../../i18n/office.ts'
import { chip, chosenChip } from '../parts/chip.ts'
import { EditRegular } from '../parts/icons.ts'
import { Quiet, Section, useLineButton } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { countToLook, type Line } from './standing.ts'
import type { LookedAt } from './state.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '4px', border: 'none', margin: 0, padding: 0 },
  filter: { ...chip, padding: '0 10px' },
  chosen: chosenChip,
  list: { listStyle: 'none', margin: '0 -8px', padding: 0 },
  top: { fontWeight: tokens.fontWeightSemibold },
  states: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
})

const filters: readonly LookedAt[] = ['all', 'look']

export function Outline({ lines }: { lines: readonly Line[] }) {
  const styles = useStyles()
  const store = useStore()
  const listed = usePart(state => state.narrative.listed)
  const shown = listed === 'all' ? lines : lines.filter(({ needsLook }) => needsLook)
  const toLook = countToLook(lines)
  const counts = { all: lines.length, look: toLook }
  return (
    <Section title={office().narrative.sections}>
      <fieldset className={styles.filters}>
        <legend hidden>{office().narrative.listedLabel}</legend>
        {filters.map(filter => (
          <button
            type="button"
            key={filter}
            className={mergeClasses(styles.filter, filter === listed && styles.chosen)}
            aria-pressed={filter === listed}
            onClick={() => store.dispatch({ type: 'narrative-listed', listed: filter })}
          >
            {office().narrative.listed[filter]} {counts[filter]}
          </button>
        ))}
      </fieldset>
      <div role="status">
        {listed === 'look' && toLook === 0 && <Quiet>{office().narrative.nothingToLook}</Quiet>}
      </div>
      {shown.length > 0 && <Lines lines={shown} />}
      <Quiet>{office().narrative.keys}</Quiet>
    </Section>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const codes = lines.map(({ section }) => section.code)
  const stop = current !== null && codes.includes(current) ? current : codes[0]
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || stop === undefined) return
    const at = codes.indexOf(stop)
    const last = codes.length - 1
    const to = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>(`[data-section="${codes[to]}"]`)?.focus()
  }
  return (
    <ul
      className={styles.list}
      aria-label={office().narrative.sections}
      ref={list}
      onKeyDown={move}
    >
      {lines.map(line => (
        <li key={line.section.code} style={{ paddingLeft: line.section.depth * 12 }}>
          <LineButton
            line={line}
            stop={line.section.code === stop}
            onFocus={() => setCurrent(line.section.code)}
          />
        </li>
      ))}
    </ul>
  )
}

type Props = { line: Line; stop: boolean; onFocus: () => void }

function LineButton({ line, stop, onFocus }: Props) {
  const styles = useStyles()
  const button = useLineButton()
  const store = useStore()
  const { section } = line
  return (
    <button
      type="button"
      data-section={section.code}
      className={button}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => store.dispatch({ type: 'section-opened', section: section.code })}
    >
      <span className={section.depth === 0 ? styles.top : ''}>{section.title}</span>
      <States line={line} />
    </button>
  )
}

/** How a section stands, in words; what needs a look has an icon as well. `short`: who edited is said beside it. */
export function States({ line, short }: { line: Line; short?: boolean }) {
  const styles = useStyles()
  const { section, standing, outdated, remarks } = line
  const begun = usePart(state => section.code in state.narrative.writings)
  const { edit } = section
  const words = office().narrative
  const state = (tone: 'warning' | 'info', said: string) => (
    <span className={styles.state}>
      <ToneIcon tone={tone} /> {said}
    </span>
  )
  return (
    <span className={styles.states}>
      {standing === 'empty'
        ? state('info', words.standing.empty)
        : standing !== 'heading' && (
            <span>
              {words.standing[standing]}
              {edit && !short && ` (${words.edited(edit.by, printInstant(edit.at))})`}
            </span>
          )}
      {outdated > 0 && state('warning', words.outdated(outdated))}
      {remarks > 0 && state('warning', words.remarks(remarks))}
      {begun && (
        <span className={styles.state}>
          <EditRegular aria-hidden /> {words.writing}
        </span>
      )}
    </span>
  )
}
