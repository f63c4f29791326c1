/** From which year to which, and against which. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { works } from '../../i18n/works.ts'
import { usePart, useStore } from '../store.ts'
import { loadReview, yearsShown } from './reviewing.ts'
import type { Years } from './state.ts'

export const useFieldStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  field: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  year: { width: '76px' },
  control: {
    minHeight: '32px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: '0 6px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

export function YearField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (year: string) => void
}) {
  const styles = useFieldStyles()
  return (
    <label className={styles.field}>
      {label}
      <input
        className={`${styles.control} ${styles.year}`}
        inputMode="numeric"
        maxLength={4}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </label>
  )
}

export function YearsForm() {
  const styles = useFieldStyles()
  const store = useStore()
  // what is typed and which periods there are say which years are proposed
  usePart(state => state.retrospective.typed)
  usePart(state => state.periods)
  usePart(state => state.retrospective.years)
  const years = yearsShown(store.state())
  const asking = usePart(state => state.retrospective.asking)
  const words = works().retrospective
  const change = (part: Partial<Years>) =>
    store.dispatch({ type: 'retrospective-years', years: { ...years, ...part } })
  return (
    <form
      className={styles.fields}
      onSubmit={event => {
        event.preventDefault()
        void loadReview(store)
      }}
    >
      <YearField label={words.from} value={years.from} onChange={from => change({ from })} />
      <YearField label={words.to} value={years.to} onChange={to => change({ to })} />
      <YearField label={words.base} value={years.base} onChange={base => change({ base })} />
      <Button type="submit" appearance="primary" disabledFocusable={asking}>
        {words.show}
      </Button>
    </form>
  )
}
