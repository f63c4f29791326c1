/** Figures of years before the system: what is typed, the sheet to fill, and a filled one looked at before it is written. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { works } from '../../i18n/works.ts'
import { ArrowDownloadRegular } from '../parts/icons.ts'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { Bar, Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { ChooseFile } from '../upload/choose-file.tsx'
import { Got } from './got.tsx'
import { loadPastYears, readSheet, takeSheet, writeYears, yearsShown } from './reviewing.ts'
import type { SheetOfYears } from './state.ts'
import { useFieldStyles, YearField } from './years.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function PastYears() {
  const store = useStore()
  const { typed, typedTrouble, sheet } = usePart(state => state.retrospective)
  const words = works().retrospective.past
  return (
    <Section title={words.title}>
      <Stack>
        <Quiet>{words.about}</Quiet>
        {typedTrouble && (
          <Notice
            tone="warning"
            actions={<Button onClick={() => loadPastYears(store)}>{t.host.retry}</Button>}
          >
            {typedTrouble}
          </Notice>
        )}
        {typed && <Typed />}
        <Download />
        {sheet.state === 'written' && (
          <Notice tone="success" quiet>
            <ResultHeading text={words.written(sheet.written)} />
          </Notice>
        )}
        {'reading' in sheet ? (
          <Reading sheet={sheet} />
        ) : (
          <ChooseFile
            title={words.upload}
            hint={words.uploadHint}
            working={sheet.state === 'reading' ? words.reading(sheet.name) : null}
            refused={sheet.state === 'refused' ? sheet : null}
            leads={false}
            onFile={file => void readSheet(store, file)}
          />
        )}
      </Stack>
    </Section>
  )
}

function Typed() {
  const typed = usePart(state => state.retrospective.typed) ?? []
  const words = works().retrospective.past
  const standing = typed.filter(({ figures }) => Object.keys(figures).length > 0)
  if (standing.length === 0) return <Quiet>{words.none}</Quiet>
  return (
    <List>
      {standing.map(({ year, source, figures, by, at }) => (
        <li key={year}>
          <b>{words.year(year, Object.keys(figures).length)}</b>
          <Quiet>{`${source}. ${words.hands(by, printInstant(at))}`}</Quiet>
        </li>
      ))}
    </List>
  )
}

/** The years that the review of the last five would want, unless the person says others. */
function Download() {
  const fields = useFieldStyles()
  const store = useStore()
  const busy = usePart(({ retrospective: { getting } }) => getting.state === 'fetching')
  const [years, setYears] = useState(() => {
    const { base, to } = yearsShown(store.state())
    return { from: base, to: String(Number(to) - 1) }
  })
  const words = works().retrospective
  return (
    <>
      <form
        className={fields.fields}
        onSubmit={event => {
          event.preventDefault()
          void takeSheet(store, years.from, years.to)
        }}
      >
        <YearField
          label={words.from}
          value={years.from}
          onChange={from => setYears({ ...years, from })}
        />
        <YearField label={words.to} value={years.to} onChange={to => setYears({ ...years, to })} />
        <Button type="submit" icon={<ArrowDownloadRegular />} disabledFocusable={busy}>
          {words.past.download}
        </Button>
      </form>
      <Got kinds={['sheet']} />
    </>
  )
}

/** What the file says; with one fault nothing of it is written. */
function Reading({ sheet }: { sheet: Extract<SheetOfYears, { reading: object }> }) {
  const styles = useStyles()
  const store = useStore()
  const typed = usePart(state => state.retrospective.typed)
  const words = works().retrospective.past
  const { years, faults, remarks } = sheet.reading
  const written = sheet.state === 'stopped' ? sheet.written : []
  const left = years.map(({ year }) => year).filter(year => !written.includes(year))
  const isTyped = (year: number) => typed?.some(one => one.year === year) ?? false
  const leave = () => store.dispatch({ type: 'past-years-sheet', sheet: { state: 'idle' } })
  return (
    <Section card>
      <ResultHeading text={sheet.name} />
      {faults.length > 0 && (
        <Notice tone="error" title={words.faults(faults.length)}>
          {words.faultsText}
        </Notice>
      )}
      <ul className={styles.list}>
        {faults.length > 0
          ? faults.map(({ pointer, detail }) => <li key={`${pointer}${detail}`}>{detail}</li>)
          : years.map(({ year, source, figures }) => (
              <li key={year}>
                {words.preview(year, Object.keys(figures).length, source, isTyped(year))}
              </li>
            ))}
      </ul>
      {remarks.length > 0 && (
        <>
          <p style={{ margin: 0 }}>{words.remarks}</p>
          <ul className={styles.list}>
            {remarks.map(remark => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      {sheet.state === 'stopped' && (
        <Notice tone="error" title={words.stopped(sheet.written, left)}>
          {sheet.why}
        </Notice>
      )}
      {sheet.state === 'writing' && (
        <>
          <Working words={words.writing(sheet.year, sheet.done + 1, years.length)} />
          <Bar value={sheet.done} of={years.length} label={words.progress} />
        </>
      )}
      <div className={styles.actions}>
        {faults.length === 0 && (
          <Button
            appearance="primary"
            disabledFocusable={sheet.state === 'writing'}
            onClick={() => void writeYears(store)}
          >
            {written.length > 0 ? words.writeOn(left.length) : words.write(years.length)}
          </Button>
        )}
        <Button disabledFocusable={sheet.state === 'writing'} onClick={leave}>
          {words.otherFile}
        </Button>
      </div>
    </Section>
  )
}
