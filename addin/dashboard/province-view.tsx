/** The page of several agencies: their totals, how they compare, and which of them still lack units. */
import { useMemo } from 'react'
import { printInstant } from '../../shared/period.ts'
import type { ProvinceConsolidation } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { Compare } from './compare.tsx'
import { fieldRows, groupsOf } from './dossiers.ts'
import { Fields } from './fields.tsx'
import { dossiers, leading, rates as listed } from './figures.ts'
import { Count } from './headline.tsx'
import { OverTime, overTime, toldOf } from './over-time.tsx'
import { Panel, Waiting } from './panel.tsx'
import { cataloguePath, provincePath, provinceSeriesPath } from './paths.ts'
import { ProvinceUnits } from './province-units.tsx'
import { RateCards } from './rate-cards.tsx'
import { derivedSays, linesOf, rateOf, worthShowing } from './rates.ts'
import { type Span, spanOf, yearAgoOf } from './span.ts'
import { StatusLegend } from './status.tsx'
import { drawn } from './telling.ts'
import { useAnswer } from './using.ts'

type Given = {
  /** an agency whose forms those of all are: it has the period */
  readonly lender: string
  readonly period: string
  /** how many there are */
  readonly agencies: number
  readonly choose: (agency: string) => void
}

export function ProvinceView({ lender, period, agencies, choose }: Given) {
  const span = spanOf(period, agencies)
  const asked = provincePath(period)
  const province = useAnswer(asked)
  return (
    <>
      <ProvinceHeadlinePanel period={period} />
      <ProvinceRates period={period} span={span} />
      <Panel
        title={t.province.completeness}
        says={province.value && fullSay(province.value.agencies)}
      >
        <Waiting answer={province} />
        {province.value && <ProvinceUnits agencies={province.value.agencies} choose={choose} />}
      </Panel>
      <ProvinceDossiers
        {...{ lender, period, span }}
        province={province.value}
        source={asked.path}
      />
    </>
  )
}

/** Asks before the parts below it do. */
function ProvinceHeadlinePanel({ period }: Pick<Given, 'period'>) {
  const province = useAnswer(provincePath(period))
  return (
    <Panel title={t.province.title} className="first">
      <Waiting answer={province} />
      {province.value && <ProvinceHeadline province={province.value} />}
    </Panel>
  )
}

type Agency = ProvinceConsolidation['agencies'][number]

const fullSay = (agencies: readonly Agency[]): string =>
  t.province.completenessSays(
    agencies.filter(({ state, units }) => state !== 'absent' && units.submitted >= units.expected)
      .length,
    agencies.length,
  )

function ProvinceHeadline({ province: { agencies, asOf } }: { province: ProvinceConsolidation }) {
  const words = t.province
  const sum = (of: keyof Agency['units']) => agencies.reduce((all, { units }) => all + units[of], 0)
  const locked = agencies.filter(({ state }) => state === 'final').length
  const absent = agencies.filter(({ state }) => state === 'absent').map(({ name }) => name)
  const lacking = agencies
    .filter(({ units }) => units.missing > 0)
    .map(({ name, units }) => words.lackingOne(name, units.missing))
  const state = locked === agencies.length ? 'final' : 'provisional'
  return (
    <div className="headline">
      <p className={`state ${state}`}>
        {t.headline.state[state]} {asOf ? t.headline.asOf(printInstant(asOf)) : ''}
      </p>
      <ul className="counts">
        <Count
          n={t.headline.of(sum('submitted'), sum('expected'))}
          says={words.unitsSubmitted}
          isMain
        />
        <Count n={t.headline.of(locked, agencies.length)} says={words.locked} />
        {sum('missing') > 0 && <Count n={`${sum('missing')}`} says={words.unitsMissing} isBad />}
        {sum('late') > 0 && <Count n={`${sum('late')}`} says={words.unitsLate} isBad />}
      </ul>
      <div className="who">
        {absent.length > 0 && <p>{words.absent(absent)}</p>}
        {lacking.length > 0 && <p>{words.lacking(lacking)}</p>}
        {absent.length + lacking.length === 0 && sum('submitted') === sum('expected') && (
          <p>{words.everyone}</p>
        )}
      </div>
    </div>
  )
}

function ProvinceRates({ period, span }: Pick<Given, 'period'> & { span: Span }) {
  const asked = provinceSeriesPath(listed, span)
  const series = useAnswer(asked)
  // over very many agencies one answer does not reach back a year
  const ago = yearAgoOf(span)
  const yearAgo = useAnswer(ago && provinceSeriesPath(listed, ago))
  const answer = series.value
  const totals = answer
    ? answer.series
        .filter(({ of }) => of.kind === 'province')
        .map(line => rateOf(answer, line, period, [], ago ? yearAgo.value : answer))
    : []
  return (
    <>
      <Panel title={t.province.rates} says={answer && derivedSays(answer, period)}>
        <Waiting answer={series} />
        <RateCards rates={worthShowing(totals)} source={asked.path} isUnit={false} of="agencies" />
        {answer && <StatusLegend />}
      </Panel>
      {answer && (
        <Panel title={t.province.compare}>
          <div className="charts">
            {leading.map(indicator => (
              <Compare
                key={indicator}
                lines={answer.series.filter(
                  line => line.indicator === indicator && line.of.kind === 'agency',
                )}
                place={answer.periods.findIndex(one => one.period === period)}
                source={asked.path}
              />
            ))}
          </div>
        </Panel>
      )}
    </>
  )
}

type DossiersGiven = Pick<Given, 'lender' | 'period'> & {
  readonly span: Span
  readonly province: ProvinceConsolidation | undefined
  readonly source: string
}

function ProvinceDossiers({ lender, period, span, province, source }: DossiersGiven) {
  const catalogue = useAnswer(cataloguePath(lender, period))
  const groups = useMemo(
    () => (catalogue.value ? groupsOf(catalogue.value) : []),
    [catalogue.value],
  )
  const asked = groups.length > 0 ? provinceSeriesPath(overTime(groups), span) : null
  const series = useAnswer(asked)
  const table = province?.tables[dossiers]
  const total = series.value && {
    ...series.value,
    series: series.value.series.filter(({ of }) => of.kind === 'province'),
  }
  return (
    <>
      <Panel title={t.fields.title}>
        <Waiting answer={catalogue} />
        {table && groups.length > 0 && (
          <Fields
            groups={groups}
            rows={fieldRows(table.rows, null, groups)}
            totalOf={column => drawn(table.total[column]?.value)}
            sureOf={column => table.total[column]}
            of="agencies"
            source={source}
          />
        )}
      </Panel>
      <Panel title={t.time.title}>
        <Waiting answer={series} />
        {total && asked && linesOf(total, null).length > 0 && (
          <OverTime told={toldOf(total, groups, null)} period={period} source={asked.path} />
        )}
      </Panel>
    </>
  )
}
