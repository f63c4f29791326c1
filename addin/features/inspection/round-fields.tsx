/** Who inspects, and which units: lines of the round's form. */
import { Button, Checkbox, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { works } from '../../i18n/works.ts'
import { Quiet } from '../parts/layout.tsx'
import { DayField, LineField } from './fields.tsx'
import { useUnits } from './following.ts'
import { Actions } from './frame.tsx'
import { at, field, teamSize } from './papers.ts'
import type { Typed } from './state.ts'

const useStyles = makeStyles({
  person: {
    border: 'none',
    margin: 0,
    padding: '0 0 8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    minWidth: 0,
  },
  legend: { padding: 0 },
  visit: { paddingLeft: '32px' },
})

type Props = { readonly typed: Typed; readonly put: (changed: Typed) => void }

const memberParts = ['name', 'position', 'duty'] as const

export function TeamFields({ typed, put }: Props) {
  const styles = useStyles()
  const words = works().inspection.form
  const [added, setAdded] = useState(1)
  const lines = Math.max(teamSize(typed), added)
  /** The lines after it move up. */
  const remove = (nth: number) => {
    const moved = Array.from({ length: lines - nth }, (_, i) => nth + i).flatMap(to =>
      memberParts.map(part => [field(part, to), at(typed, field(part, to + 1))]),
    )
    put(Object.fromEntries(moved))
    setAdded(Math.max(1, lines - 1))
  }
  return (
    <>
      {Array.from({ length: lines }, (_, nth) => nth).map(nth => (
        <fieldset key={nth} className={styles.person}>
          <legend className={styles.legend}>{words.person(nth + 1)}</legend>
          <LineField
            label={words.name}
            value={at(typed, field('name', nth))}
            onType={value => put({ [field('name', nth)]: value })}
          />
          <LineField
            label={words.position}
            value={at(typed, field('position', nth))}
            onType={value => put({ [field('position', nth)]: value })}
          />
          <LineField
            label={words.duty}
            value={at(typed, field('duty', nth))}
            onType={value => put({ [field('duty', nth)]: value })}
          />
          {lines > 1 && (
            <div>
              <Button
                size="small"
                aria-label={words.removePerson(nth + 1)}
                onClick={() => remove(nth)}
              >
                {words.remove}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <Actions>
        <Button
          size="small"
          onClick={() => {
            // a fresh line is most often another member
            put({ [field('duty', lines)]: works().inspection.papers.member })
            setAdded(lines + 1)
          }}
        >
          {words.addPerson}
        </Button>
      </Actions>
    </>
  )
}

export function UnitFields({ typed, put }: Props) {
  const styles = useStyles()
  const words = works().inspection.form
  const { units } = useUnits()
  const ticked = (unit: string) => at(typed, field('unit', unit)) !== ''
  const tickAll = (mark: string) =>
    put(Object.fromEntries(units.map(({ unit }) => [field('unit', unit), mark])))
  const all = units.every(({ unit }) => ticked(unit))
  return (
    <>
      <Actions>
        <Button size="small" onClick={() => tickAll(all ? '' : 'x')}>
          {all ? words.noUnits : words.allUnits}
        </Button>
      </Actions>
      {units.map(({ unit, name }) => (
        <div key={unit}>
          <Checkbox
            label={name}
            checked={ticked(unit)}
            onChange={(_, { checked }) => put({ [field('unit', unit)]: checked ? 'x' : '' })}
          />
          {ticked(unit) && (
            <div className={styles.visit}>
              <DayField
                label={words.visitOf(name)}
                value={at(typed, field('visit', unit))}
                onType={value => put({ [field('visit', unit)]: value })}
              />
            </div>
          )}
        </div>
      ))}
      <Quiet>{words.visitHint}</Quiet>
    </>
  )
}
