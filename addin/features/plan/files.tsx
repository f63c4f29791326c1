/** The plan as a workbook: read in with a preview, handed out; and the plan of later years begun from this one. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { works } from '../../i18n/works.ts'
import { refusalOf, useAttempt } from '../board/attempt.ts'
import { ArrowDownloadRegular } from '../parts/icons.ts'
import { Fold, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { usePart, useStore } from '../store.ts'
import { ChooseFile } from '../upload/choose-file.tsx'
import { Changes } from './changes.tsx'
import { begin, shownPlan } from './drafting.ts'
import { Beside, Text } from './form.tsx'
import { changesBetween } from './parts.ts'
import type { Importing } from './state.ts'
import { continued } from './tasks.ts'
import { readYears } from './typed.ts'
import { downloadPlan, importPlan, leaveImport, takeImport } from './workbook.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  form: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '4px' },
})

export function Files() {
  const store = useStore()
  const { importing, year } = usePart(state => state.plan)
  const period = usePart(state => state.periods.chosen)
  const words = works().plan
  const wanted = year ?? Number((period ?? '2025').slice(0, 4))
  return (
    <Stack>
      {importing?.state === 'read' ? (
        <Reading read={importing} />
      ) : (
        <ChooseFile
          title={words.importTitle}
          hint={words.importHint}
          working={importing?.state === 'reading' ? words.reading(importing.name) : null}
          refused={importing?.state === 'refused' ? importing : null}
          leads={false}
          onFile={file => void importPlan(store, wanted, file)}
        />
      )}
      <Download />
      <NewYears />
    </Stack>
  )
}

/** What the file says: the lines to mend in it, or what it would change. */
function Reading({ read }: { read: Importing & { state: 'read' } }) {
  const styles = useStyles()
  const store = useStore()
  const shown = usePart(shownPlan)
  const words = works().plan
  const { name, reading } = read
  const { plan, faults, remarks } = reading
  const changes = plan ? changesBetween(shown?.year === plan.year ? shown : null, plan) : []
  return (
    <Section card>
      <ResultHeading text={name} />
      {plan ? (
        <p style={{ margin: 0 }}>{words.preview(plan.tasks.length, plan.targets.length)}</p>
      ) : (
        <Notice tone="error" title={words.faults(faults.length)}>
          {words.faultsText}
        </Notice>
      )}
      {faults.length > 0 && (
        <ul className={styles.list}>
          {faults.map(({ pointer, detail }) => (
            <li key={`${pointer}${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <Fold summary={words.remarks(remarks.length)} open={remarks.length <= 5}>
          <ul className={styles.list}>
            {remarks.map(remark => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Fold>
      )}
      {plan &&
        (changes.length === 0 ? (
          <Quiet>{words.previewSame}</Quiet>
        ) : (
          <Fold summary={words.previewChanges(changes.length)} open={changes.length <= 10}>
            <Changes changes={changes} />
          </Fold>
        ))}
      <div className={styles.actions}>
        {plan && changes.length > 0 && (
          <Button appearance="primary" onClick={() => void takeImport(store)}>
            {words.takeOver}
          </Button>
        )}
        <Button onClick={() => leaveImport(store)}>{words.leave}</Button>
      </div>
    </Section>
  )
}

function Download() {
  const store = useStore()
  const attempt = useAttempt()
  const { year, answer } = usePart(state => state.plan)
  const [done, setDone] = useState<string | null>(null)
  const words = works().plan
  if (!answer || year === null) return null
  const fetch = () =>
    attempt.run(() =>
      refusalOf(store, async () => setDone(words.downloaded(await downloadPlan(store, year)))),
    )
  return (
    <div>
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={attempt.busy}
        onClick={() => void fetch()}
      >
        {attempt.busy ? words.downloading : words.download}
      </Button>
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      <div role="status">{done && !attempt.why && <Quiet>{done}</Quiet>}</div>
    </div>
  )
}

function NewYears() {
  const styles = useStyles()
  const store = useStore()
  const plan = usePart(shownPlan)
  const years = usePart(state => state.plan.years)
  const [typed, setTyped] = useState({ from: '', until: '' })
  const [asked, setAsked] = useState(false)
  const words = works().plan
  if (!plan) return null
  const from = typed.from || String(plan.until + 1)
  const until = typed.until || String(plan.until + 1 + plan.until - plan.year)
  const read = readYears(from, until)
  const wrong = asked && !read.ok ? read.wrong : {}
  const taken = read.ok && years?.find(({ year }) => year === read.value[0])
  const start = () => {
    setAsked(true)
    if (!read.ok || taken) return
    const name = words.yearOf(...read.value)
    begin(store, continued(plan, ...read.value, words.newTitle(...read.value)), name)
    requestAnimationFrame(() => document.getElementById('plan-edit-head')?.focus())
  }
  return (
    <Fold summary={words.begin}>
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          start()
        }}
      >
        <Quiet>{words.beginHint}</Quiet>
        <Beside>
          <Text
            label={words.beginFrom}
            value={from}
            most={4}
            wrong={taken ? words.beginTaken(words.yearOf(taken.year, taken.until)) : wrong.from}
            onChange={value => setTyped({ ...typed, from: value })}
          />
          <Text
            label={words.beginUntil}
            value={until}
            most={4}
            wrong={wrong.until}
            onChange={value => setTyped({ ...typed, until: value })}
          />
        </Beside>
        <div>
          <Button type="submit">{words.beginYes}</Button>
        </div>
      </form>
    </Fold>
  )
}
