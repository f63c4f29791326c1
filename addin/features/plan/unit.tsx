/** A unit's tasks of the plan, those it leads first: what it said last time, what the sheet holds now, the way there. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { t } from '../../i18n/words.ts'
import { works } from '../../i18n/works.ts'
import type { Book } from '../fill/book.ts'
import { goTo, isOurs } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { type OwnTask, ownTasks, type Said } from './own-tasks.ts'
import { loadStanding } from './planning.ts'
import { Standing } from './status.tsx'
import { stepOf } from './tasks.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { margin: 0 },
  code: { fontWeight: tokens.fontWeightSemibold },
})

export default function UnitPlan() {
  const book = usePart(state => state.fill.book)
  return book ? <Own book={book} /> : null
}

function Own({ book }: { book: Book }) {
  const store = useStore()
  const { standing, standingTrouble } = usePart(state => state.plan)
  const review = usePart(state => state.check.review)
  const place = usePart(state => state.place)
  const { period } = book.period
  useEffect(() => {
    if (period) void loadStanding(store)
  }, [store, period])
  const words = works().plan
  const own = ownTasks(book, review?.values ?? book.view.values, standing)
  const led = own.filter(({ leads }) => leads)
  const left = led.filter(({ now }) => now.status === null).length
  return (
    <Stack>
      {place === 'workbook' && <HostTrouble />}
      <Quiet>{words.unitAbout}</Quiet>
      {place !== 'workbook' && <Quiet>{words.withoutExcel}</Quiet>}
      {standingTrouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadStanding(store)}>{t.host.retry}</Button>}
        >
          {standingTrouble}
        </Notice>
      )}
      <Section title={words.asLead(led.length)}>
        {led.length > 0 && (
          <p style={{ margin: 0 }}>{left > 0 ? words.leftToSay(left) : words.allSaid}</p>
        )}
        <Tasks tasks={led} none={words.noneLed} />
      </Section>
      <Section title={words.asSupport(own.length - led.length)}>
        <Tasks tasks={own.filter(({ leads }) => !leads)} none={words.noneSupported} />
      </Section>
    </Stack>
  )
}

function Tasks({ tasks, none }: { tasks: readonly OwnTask[]; none: string }) {
  if (tasks.length === 0) return <Quiet>{none}</Quiet>
  return (
    <List>
      {tasks.map(task => (
        <TaskOfUnit key={task.code} task={task} />
      ))}
    </List>
  )
}

function TaskOfUnit({ task }: { task: OwnTask }) {
  const styles = useStyles()
  const words = works().plan
  const { code, name, leads, lead, leadSays, timeline, deliverable, now, before } = task
  return (
    <li className={styles.item}>
      <p className={styles.name}>
        <span className={styles.code}>{code}</span> {name}
      </p>
      <Standing step={stepOf(now.status)}>{words.now(saidWords(now))}</Standing>
      {before && (before.status || before.evidence) && (
        <Quiet>{words.before(saidWords(before))}</Quiet>
      )}
      {!leads && <Quiet>{words.leadSays(lead, leadSays)}</Quiet>}
      {(timeline || deliverable) && (
        <Quiet>
          {[timeline, deliverable && words.deliverable(deliverable)].filter(Boolean).join(' · ')}
        </Quiet>
      )}
      <ToLine task={task} />
    </li>
  )
}

const saidWords = ({ words, evidence }: Said): string =>
  [words, evidence && works().plan.evidence(evidence)].filter(Boolean).join(' · ')

/** Only where the very forms are open beside the pane. */
function ToLine({ task: { code, at } }: { task: OwnTask }) {
  const store = useStore()
  const open = usePart(isOurs)
  const locate = usePart(state => state.check.review?.locate)
  const cell = locate?.(at)
  const words = works().plan
  if (!open || !cell?.cell) return null
  return (
    <div>
      <Button size="small" onClick={() => goTo(store, cell)}>
        {words.toLine(code)}
      </Button>
    </div>
  )
}
