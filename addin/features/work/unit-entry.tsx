/** Quiet lines on a unit's desk: what it has to do beside the period's forms. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect } from 'react'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { ChevronRightRegular } from '../parts/icons.ts'
import { List, useLineButton } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { focusOnLeft, lineId } from './returning.ts'
import type { unitWorks } from './state.ts'

const InspectionEntry = lazy(() => import('../inspection/entry.tsx'))

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
})

/** One line for each work the unit has something to do in. */
export function UnitEntries({ book }: { book: Book }) {
  useEffect(() => focusOnLeft(), [])
  return (
    <List>
      <PlanEntry book={book} />
      <Suspense>
        <InspectionEntry />
      </Suspense>
    </List>
  )
}

function PlanEntry({ book }: { book: Book }) {
  const { agency, unit } = book.sheet
  const lead = agency.tasks.filter(task => task.lead === unit).length
  const support = agency.tasks.filter(
    task => task.lead !== unit && task.supporting.includes(unit),
  ).length
  if (lead + support === 0) return null
  return <EntryLine work="plan" words={t.work.ofUnit.plan(lead, support)} />
}

/** The line itself, for whichever work has something to say. */
export function EntryLine({ work, words }: { work: (typeof unitWorks)[number]; words: string }) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  return (
    <li>
      <button
        type="button"
        id={lineId(work)}
        className={line}
        onClick={() => store.dispatch({ type: 'work-opened', work })}
      >
        <span className={styles.line}>
          {words}
          <span className={styles.icon} aria-hidden>
            <ChevronRightRegular />
          </span>
        </span>
      </button>
    </li>
  )
}
