/** A rehearsal of one rule: which periods, how far it is, then the units it would stop and the sentences they would read. */
import { Button } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import { periodName } from '../../../shared/period.ts'
import type { PeriodSummary, Rehearsal } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Bar } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { useLooks } from './looks.ts'
import { endingIn, rehearse, stop, usualRange } from './rehearsing.ts'
import type { OneRule, Run } from './state.ts'

export function Rehearsing({ rule }: { rule: OneRule }) {
  const store = useStore()
  const looks = useLooks()
  const list = usePart(state => state.periods.list) ?? []
  const run = usePart(state => state.rules.runs[rule.rule])
  const [asked, setAsked] = useState(() => usualRange(list))
  const actions = useRef<HTMLDivElement>(null)
  const words = works().rules
  if (!asked) return <Quiet>{words.noPeriods}</Quiet>
  const earlier = endingIn(list, asked.to)
  // the first period may be of another kind than a newly chosen last one
  const from = earlier.some(({ period }) => period === asked.from)
    ? asked.from
    : (earlier.at(-1)?.period ?? asked.to)
  const running = run?.state === 'running'
  return (
    <Section title={words.rehearse} card>
      <Quiet>{words.rehearseAbout}</Quiet>
      <form
        className={looks.form}
        onSubmit={event => {
          event.preventDefault()
          if (!running) void rehearse(store, rule.rule, { from, to: asked.to })
        }}
      >
        <div className={looks.pair}>
          <PeriodChoice
            label={words.from}
            among={earlier}
            value={from}
            onChoose={period => setAsked({ ...asked, from: period })}
          />
          <PeriodChoice
            label={words.to}
            among={list}
            value={asked.to}
            onChoose={period => setAsked({ from, to: period })}
          />
        </div>
        <div className={looks.actions} ref={actions}>
          <Button type="submit" disabledFocusable={running}>
            {words.rehearse}
          </Button>
          {running && (
            <Button
              onClick={() => {
                // it goes with the run, and the focus with it
                actions.current?.querySelector('button')?.focus()
                stop(store, rule.rule)
              }}
            >
              {words.stop}
            </Button>
          )}
        </div>
      </form>
      {run && <Result rule={rule.rule} run={run} />}
    </Section>
  )
}

type ChoiceProps = {
  label: string
  among: readonly PeriodSummary[]
  value: string
  onChoose: (period: string) => void
}

function PeriodChoice({ label, among, value, onChoose }: ChoiceProps) {
  const looks = useLooks()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={looks.choice}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {among.map(({ period, name }) => (
          <option key={period} value={period}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function Result({ rule, run }: { rule: string; run: Run }) {
  const { done, of, state, found, why } = run
  const words = works().rules
  return (
    <>
      {state === 'running' && (
        <>
          <Quiet>{words.running(done, of)}</Quiet>
          <Bar value={done} of={of} label={words.running(done, of)} />
        </>
      )}
      <div role="status">
        {state === 'stopped' && !why && <Quiet>{words.stopped(done, of)}</Quiet>}
        {state !== 'running' && found && (
          <Notice tone={found.failing > 0 ? 'warning' : 'success'} quiet>
            {words.verdict(found.submissions, found.failing)}
          </Notice>
        )}
      </div>
      {why && <Notice tone="error">{why}</Notice>}
      {found && <Found rule={rule} found={found} />}
    </>
  )
}

/** Those it would stop first; what is read period by period comes in any order. */
const mostFailing = (units: Rehearsal['units']): Rehearsal['units'] =>
  units.toSorted((a, b) => b.failing - a.failing)

/** More stand behind the fold. */
const shownAtOnce = 3

function Found({ rule, found }: { rule: string; found: Rehearsal }) {
  const looks = useLooks()
  const words = works().rules
  const names = new Map(found.units.map(({ unit, name }) => [unit, name]))
  const line = ({ unit, period, revision, message, at }: Rehearsal['findings'][number]) => (
    <li key={`${unit} ${period} ${at} ${message}`} className={looks.item}>
      <p className={looks.line}>{message}</p>
      <Quiet>{words.where(names.get(unit) ?? unit, periodName(period), revision)}</Quiet>
    </li>
  )
  const rest = found.findings.slice(shownAtOnce)
  return (
    <>
      {found.units.length > 0 && (
        <table className={looks.table} aria-label={words.tableOf(rule)}>
          <thead>
            <tr>
              <th scope="col">{words.columns.unit}</th>
              <th scope="col">{words.columns.submissions}</th>
              <th scope="col">{words.columns.failing}</th>
            </tr>
          </thead>
          <tbody>
            {mostFailing(found.units).map(({ unit, name, submissions, failing }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td>{submissions}</td>
                <td>{failing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.skipped.length > 0 && (
        <Quiet>{words.skipped(found.skipped.map(periodName).join('; '))}</Quiet>
      )}
      <List>{found.findings.slice(0, shownAtOnce).map(line)}</List>
      {rest.length > 0 && (
        <Fold summary={words.sentences(found.findings.length)}>
          <List>{rest.map(line)}</List>
          {found.hidden > 0 && <Quiet>{words.hidden(found.hidden)}</Quiet>}
        </Fold>
      )}
    </>
  )
}
