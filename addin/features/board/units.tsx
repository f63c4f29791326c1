/** The units of the agency in its own order, all or those of one state, and a letter to whoever is awaited. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Progress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { chip, chosenChip } from '../parts/chip.ts'
import { AlertRegular } from '../parts/icons.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { Letter } from './letter.tsx'
import { chooseFilter } from './progress.ts'
import { reminderForAll } from './reminder.ts'
import { countOf, filters, isAwaited, matches } from './standing.ts'
import { StateIcon } from './state-icon.tsx'
import { UnitLine } from './unit-line.tsx'

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  filter: { ...chip, display: 'flex', alignItems: 'center', gap: '4px', padding: '0 8px' },
  chosen: chosenChip,
})

export function Units({ progress }: { progress: Progress }) {
  const filter = usePart(state => state.board.filter)
  const { units, period } = progress
  const [letter, setLetter] = useState<string | null>(null)
  const listed = units.filter(unit => matches(filter, unit))
  const awaited = period.state === 'open' ? units.filter(isAwaited) : []
  return (
    <Section title={office().board.units}>
      <Filters progress={progress} />
      {listed.length === 0 ? (
        <Quiet>{office().board.noneListed}</Quiet>
      ) : (
        <List>
          {listed.map(unit => (
            <UnitLine key={unit.unit} unit={unit} period={period} />
          ))}
        </List>
      )}
      {awaited.length > 1 &&
        (letter === null ? (
          <div>
            <Button
              size="small"
              icon={<AlertRegular />}
              onClick={() => setLetter(reminderForAll(units, period, Date.now()))}
            >
              {office().board.remindAll(awaited.length)}
            </Button>
          </div>
        ) : (
          <Letter text={letter} onClose={() => setLetter(null)} />
        ))}
    </Section>
  )
}

/** Legend and filter in one: each state with its icon, its word and how many. */
function Filters({ progress: { units } }: { progress: Progress }) {
  const styles = useStyles()
  const store = useStore()
  const chosen = usePart(state => state.board.filter)
  return (
    <fieldset className={styles.filters} style={{ border: 'none', margin: 0, padding: 0 }}>
      <legend hidden>{office().board.filterLabel}</legend>
      {filters.map(filter => (
        <button
          type="button"
          key={filter}
          className={mergeClasses(styles.filter, filter === chosen && styles.chosen)}
          aria-pressed={filter === chosen}
          onClick={() => chooseFilter(store, filter)}
        >
          {filter !== 'all' && <StateIcon state={filter} size="16px" />}
          {office().board.filters[filter]} {countOf(units, filter)}
        </button>
      ))}
    </fieldset>
  )
}
