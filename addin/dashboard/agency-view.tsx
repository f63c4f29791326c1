/** The page of one agency: every part asks for its own figures, so the first ones show while others are on their way. */
import { useEffect, useMemo, useState } from 'react'
import type { Consolidation, Progress } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Feed, Since } from './changes.tsx'
import { fieldRows, groupsOf } from './dossiers.ts'
import { Fields, type TotalOf } from './fields.tsx'
import { dossiers, rates as listed } from './figures.ts'
import { Headline } from './headline.tsx'
import { Matrix, matrixSays } from './matrix.tsx'
import { OverTime, overTime, toldOf } from './over-time.tsx'
import { Panel, Waiting } from './panel.tsx'
import { cataloguePath, changesPath, consolidationPath, progressPath, seriesPath } from './paths.ts'
import { RateCards, targetsSay } from './rate-cards.tsx'
import { alsoWanted, derivedSays, linesOf, owed, rateOf, worthShowing } from './rates.ts'
import { type Look, lookBefore, looked } from './seen.ts'
import { inOrder, kindOf, spanOf } from './span.ts'
import { StatusLegend } from './status.tsx'
import { drawn, named } from './telling.ts'
import { useAnswer, useAnswersOf } from './using.ts'

type Given = {
  readonly agency: string
  readonly period: string
  readonly periods: readonly string[]
  readonly unit: string | null
  readonly change: (change: { period?: string; unit?: string }) => void
}

export function AgencyView({ agency, period, periods, unit, change }: Given) {
  const progress = useAnswer(progressPath(agency, period))
  const consolidation = useAnswer(consolidationPath(agency, period))
  const before = inOrder(periods.filter(key => kindOf(key) === kindOf(period)))
  return (
    <>
      <HeadlinePanel
        {...{ agency, period, unit, change }}
        earlier={before[before.indexOf(period) - 1]}
        consolidation={consolidation.value}
      />
      <RatesPanel
        {...{ agency, period, unit }}
        consolidation={consolidation.value}
        progress={progress.value}
      />
      <DossiersPanels {...{ agency, period, unit }} consolidation={consolidation.value} />
      <UnitsPanel {...{ agency, period, unit }} periods={before} change={change} />
      <ChangesPanel
        {...{ agency, period }}
        digest={consolidation.value?.digest}
        progress={progress.value}
      />
    </>
  )
}

/** Asks for its own figures before the parts below it do theirs: a leader with one minute reads no further. */
function HeadlinePanel({
  agency,
  period,
  unit,
  change,
  earlier,
  consolidation,
}: PartGiven & Pick<Given, 'change'> & { readonly earlier: string | undefined }) {
  const progress = useAnswer(progressPath(agency, period))
  return (
    <Panel title={t.headline.title} className="first">
      <Waiting answer={progress} />
      {progress.value && (
        <Headline progress={progress.value} consolidation={consolidation} unit={unit} />
      )}
      {progress.value?.submitted === 0 && (
        <p className="empty">
          {t.nobodyYet(named(period))}{' '}
          {earlier && (
            <button type="button" className="plain" onClick={() => change({ period: earlier })}>
              {t.seeBefore(named(earlier))}
            </button>
          )}
        </p>
      )}
    </Panel>
  )
}

type PartGiven = Pick<Given, 'agency' | 'period' | 'unit'> & {
  readonly consolidation: Consolidation | undefined
}

function RatesPanel({
  agency,
  period,
  unit,
  consolidation,
  progress,
}: PartGiven & { readonly progress: Progress | undefined }) {
  const span = spanOf(period)
  const targets = consolidation?.attainment ?? []
  const also = alsoWanted(targets, listed)
  const first = seriesPath(agency, listed, span, unit)
  const series = useAnswer(first)
  const wanted = useAnswer(also.length > 0 ? seriesPath(agency, also, span, unit) : null)
  const rates = (unit === null ? worthShowing : owed)(
    [series.value, wanted.value].flatMap(answer =>
      answer ? linesOf(answer, unit).map(line => rateOf(answer, line, period, targets)) : [],
    ),
  )
  const aims = unit ? t.rates.ofUnit : consolidation && targetsSay(rates)
  const unitName = progress?.units.find(one => one.unit === unit)?.name
  return (
    <Panel
      title={unitName ? t.rates.titleOf(unitName) : t.rates.title}
      says={series.value && [aims, derivedSays(series.value, period)].filter(Boolean).join(' ')}
    >
      <Waiting answer={series} />
      <RateCards rates={rates} source={first.path} isUnit={unit !== null} />
      {series.value && <StatusLegend />}
    </Panel>
  )
}

function DossiersPanels({ agency, period, unit, consolidation }: PartGiven) {
  const catalogue = useAnswer(cataloguePath(agency, period))
  const groups = useMemo(
    () => (catalogue.value ? groupsOf(catalogue.value) : []),
    [catalogue.value],
  )
  const asked =
    groups.length > 0 ? seriesPath(agency, overTime(groups), spanOf(period), unit) : null
  const series = useAnswer(asked)
  const table = consolidation?.tables[dossiers]
  const told = series.value ? toldOf(series.value, groups, unit) : []
  const rows = table ? fieldRows(table.rows, unit, groups) : []
  const totalOf: TotalOf = column => {
    if (unit === null) return drawn(table?.total[column]?.value)
    const own = rows.map(row => drawn(row.cells.get(column)))
    return own.length > 0 && own.every(value => value !== null)
      ? own.reduce<number>((sum, value) => sum + (value ?? 0), 0)
      : null
  }
  return (
    <>
      <Panel title={t.fields.title}>
        <Waiting answer={catalogue} />
        {table && groups.length > 0 && (
          <Fields
            {...{ groups, rows, totalOf }}
            sureOf={column => (unit === null ? table.total[column] : undefined)}
            source={consolidationPath(agency, period).path}
          />
        )}
      </Panel>
      <Panel title={t.time.title} className="half">
        <Waiting answer={series} />
        {series.value && asked && <OverTime told={told} period={period} source={asked.path} />}
      </Panel>
    </>
  )
}

/** A year of months; fewer of longer periods. */
const mostPeriods = 12

function UnitsPanel({
  agency,
  period,
  unit,
  periods,
  change,
}: Omit<Given, 'periods'> & { readonly periods: readonly string[] }) {
  const shown = periods.slice(0, periods.indexOf(period) + 1).slice(-mostPeriods)
  const answers = useAnswersOf(shown.map(key => progressPath(agency, key, key !== period)))
  return (
    <Panel title={t.units.title} says={matrixSays(answers)}>
      <Matrix periods={shown} answers={answers} unit={unit} choose={key => change({ unit: key })} />
    </Panel>
  )
}

/** So many entries of the chain before its newest are looked through: sign-ins lie between the changes. */
const lookedThrough = 300

function ChangesPanel({
  agency,
  period,
  digest,
  progress,
}: Pick<Given, 'agency' | 'period'> & {
  readonly digest: string | undefined
  readonly progress: Progress | undefined
}) {
  const head = useAnswer(changesPath(agency, 0, 1))
  const newest = head.value?.head ?? 0
  // in steps, so that the question stays the same while a few entries are added
  const after = Math.max(0, Math.floor((newest - lookedThrough) / 100) * 100)
  const feed = useAnswer(head.value ? changesPath(agency, after, 200) : null)
  const before = useLook(agency, period, digest)
  const isOther = before !== null && digest !== undefined && before.digest !== digest
  const since = useAnswer(isOther ? consolidationPath(agency, period, before.digest) : null)
  const names = new Map(progress?.units.map(({ unit, name }) => [unit, name]))
  return (
    <Panel title={t.changes.title} className="half">
      {digest !== undefined && <Since before={before} changes={since.value?.changes} />}
      <h3>{t.changes.feed}</h3>
      <Waiting answer={head.value ? feed : head} />
      {feed.value && (
        <Feed changes={feed.value.changes} unitName={unit => names.get(unit) ?? unit} />
      )}
    </Panel>
  )
}

/** What this visit is compared with; what is seen now is kept for the next one. */
function useLook(agency: string, period: string, digest: string | undefined): Look | null {
  const [place, setPlace] = useState({ agency, period, look: lookBefore(agency, period) })
  const [first, setFirst] = useState<{ of: string; look: Look } | null>(null)
  if (place.agency !== agency || place.period !== period)
    setPlace({ agency, period, look: lookBefore(agency, period) })
  useEffect(() => {
    if (digest === undefined) return
    const look = { digest, at: new Date().toISOString() }
    looked(agency, period, look)
    setFirst(first =>
      first?.of === `${agency} ${period}` ? first : { of: `${agency} ${period}`, look },
    )
  }, [agency, period, digest])
  // a page that stands open for days on a wall is told too, though nobody looked before
  const isMoved = first?.of === `${agency} ${period}` && first.look.digest !== digest
  return place.look ?? (isMoved ? first.look : null)
}
