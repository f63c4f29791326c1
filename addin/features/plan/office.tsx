/** The office's reform plan: which years', its tasks, its targets, how far it is, and what is being changed in it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { works } from '../../i18n/works.ts'
import { chip, chosenChip } from '../parts/chip.ts'
import { EditRegular } from '../parts/icons.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { Attainments } from './attainments.tsx'
import { Conflict } from './conflict.tsx'
import { DraftBar } from './draft-bar.tsx'
import { isStale, shownPlan } from './drafting.ts'
import { Files } from './files.tsx'
import { HeadForm } from './head-form.tsx'
import { loadPlans, loadStanding, openYear } from './planning.ts'
import type { PlanView } from './state.ts'
import { Targets } from './targets.tsx'
import { TaskList } from './task-list.tsx'

const useStyles = makeStyles({
  select: { minHeight: '32px', font: 'inherit', maxWidth: '100%' },
  label: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  views: { display: 'flex', flexWrap: 'wrap', gap: '4px', border: 'none', margin: 0, padding: 0 },
  view: { ...chip, padding: '0 10px' },
  chosen: chosenChip,
  title: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '8px',
    overflowWrap: 'anywhere',
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
})

export default function OfficePlan() {
  const store = useStore()
  const period = usePart(state => state.periods.chosen)
  const plan = usePart(shownPlan)
  const { years, year, trouble, answer, drafts, view } = usePart(state => state.plan)
  useEffect(() => {
    void loadPlans(store)
  }, [store])
  useEffect(() => {
    if (period) void loadStanding(store)
  }, [store, period])
  const draft = year === null ? undefined : drafts[year]
  const stale = isStale(draft, answer?.number)
  const words = works().plan
  return (
    <Stack>
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadPlans(store)}>{t.host.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {!years && !plan && !trouble && <Working words={words.loading} />}
      {years && <YearChoice />}
      {plan && <Head />}
      {stale && draft && answer ? <Conflict draft={draft} answer={answer} /> : null}
      {plan && !stale && (
        <>
          <Views />
          {view === 'tasks' ? (
            <TaskList plan={plan} />
          ) : view === 'targets' ? (
            <Targets plan={plan} />
          ) : view === 'standing' ? (
            <Attainments />
          ) : (
            <Files />
          )}
          <DraftBar />
        </>
      )}
      {years && !plan && !stale && year === null && (
        <>
          <Quiet>{words.none}</Quiet>
          <Files />
        </>
      )}
    </Stack>
  )
}

function YearChoice() {
  const styles = useStyles()
  const store = useStore()
  const { years, year, drafts } = usePart(state => state.plan)
  const words = works().plan
  const stored = (years ?? []).map(one => ({
    year: one.year,
    name: words.yearOf(one.year, one.until),
  }))
  const begun = Object.entries(drafts)
    .filter(([key]) => !stored.some(one => String(one.year) === key))
    .map(([key, { plan }]) => ({
      year: Number(key),
      name: words.yearDraft(words.yearOf(plan.year, plan.until)),
    }))
  const choices = [...stored, ...begun].toSorted((a, b) => b.year - a.year)
  if (choices.length === 0 || year === null) return null
  return (
    <label className={styles.label}>
      <span>{words.year}</span>
      <select
        className={styles.select}
        value={year}
        onChange={event => void openYear(store, Number(event.target.value))}
      >
        {choices.map(choice => (
          <option key={choice.year} value={choice.year}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What it is called, which document issued it, who saved it last. */
function Head() {
  const styles = useStyles()
  const store = useStore()
  const plan = usePart(shownPlan)
  const answer = usePart(state => state.plan.answer)
  const editing = usePart(state => state.plan.editing === 'head')
  const words = works().plan
  if (!plan) return null
  if (editing) return <HeadForm plan={plan} />
  const edition = !answer
    ? words.noEdition
    : answer.by === null || answer.at === null
      ? words.firstEdition
      : words.edition(answer.number, answer.by, printInstant(answer.at))
  return (
    <div>
      <div className={styles.title}>
        <p className={styles.name}>{plan.title}</p>
        <Button
          id="plan-edit-head"
          size="small"
          icon={<EditRegular />}
          aria-label={words.editOf(words.headName)}
          onClick={() => store.dispatch({ type: 'plan-stands', now: { editing: 'head' } })}
        />
      </div>
      {plan.basis && <Quiet>{words.basis(plan.basis)}</Quiet>}
      <Quiet>{edition}</Quiet>
    </div>
  )
}

const views: readonly PlanView[] = ['tasks', 'targets', 'standing', 'files']

function Views() {
  const styles = useStyles()
  const store = useStore()
  const plan = usePart(shownPlan)
  const { view, done } = usePart(state => state.plan)
  const words = works().plan
  const counts: Readonly<Partial<Record<PlanView, number | undefined>>> = {
    tasks: plan?.tasks.length,
    targets: plan?.targets.length,
  }
  return (
    <fieldset className={styles.views}>
      <legend hidden>{words.viewsLabel}</legend>
      {views.map(key => {
        const count = counts[key]
        return (
          <button
            type="button"
            key={key}
            className={mergeClasses(styles.view, key === view && styles.chosen)}
            aria-pressed={key === view}
            onClick={() =>
              store.dispatch({
                type: 'plan-stands',
                // what can be undone stays in sight
                now: { view: key, editing: null, ...(done?.before ? {} : { done: null }) },
              })
            }
          >
            {count === undefined ? words.views[key] : words.counted(words.views[key], count)}
          </button>
        )
      })}
    </fieldset>
  )
}
