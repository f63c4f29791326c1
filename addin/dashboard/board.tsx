/** Everything after signing in: the bar with its choices, the notices, and the page of one agency or of several. */
import { useEffect } from 'react'
import { t } from '../i18n/dashboard.ts'
import { type Language, languageNames } from '../i18n/words.ts'
import { useFilters } from './address.ts'
import { AgencyView } from './agency-view.tsx'
import { agencyChosen, periodChosen, unitChosen } from './choosing.ts'
import { FilterBar } from './filters.tsx'
import { Waiting } from './panel.tsx'
import { agenciesPath, progressPath } from './paths.ts'
import { usePeriods } from './periods.ts'
import { Printed } from './printed.tsx'
import { ProvinceView } from './province-view.tsx'
import { Reach } from './reach.tsx'
import { named, younger } from './telling.ts'
import { useAnswer, useSigned } from './using.ts'

type Given = {
  readonly language: Language
  readonly turn: () => void
  readonly leave: () => void
}

export function Board({ language, turn, leave }: Given) {
  const { session } = useSigned()
  const [filters, change] = useFilters()
  const known = useAnswer(agenciesPath())
  const agencies = known.value?.agencies ?? []
  const agency = agencyChosen(filters, agencies)
  // periods of several are those of the one that is furthest
  const lender =
    agency.chosen ?? agencies.toSorted((a, b) => furthest(a.newest, b.newest))[0] ?? null
  const { opened, periods, lookBack } = usePeriods(lender?.agency ?? null, filters.period)
  const period = periodChosen(filters, periods)
  const progress = useAnswer(
    agency.chosen && period.chosen ? progressPath(agency.chosen.agency, period.chosen) : null,
  )
  const unit = unitChosen(filters, progress.value?.units)
  const name = agency.chosen?.name ?? t.province.all(agencies.length)
  const title = period.chosen && known.value ? t.titled(name, named(period.chosen)) : t.product
  useEffect(() => {
    document.title = title
  }, [title])
  const units =
    agency.chosen && (progress.value?.units ?? []).map(one => ({ key: one.unit, name: one.name }))
  const notices = [
    known.value ? agency.notice : null,
    opened.value ? period.notice : null,
    unit.notice,
  ]
  return (
    <>
      <a className="skip" href="#figures">
        {t.skip}
      </a>
      <header className="bar">
        <div className="title">
          <p className="product">{t.product}</p>
          <h1>
            {known.value ? name : t.product}
            {period.chosen && <span> · {named(period.chosen)}</span>}
          </h1>
        </div>
        <FilterBar
          agencies={agencies.map(one => ({ key: one.agency, name: one.name }))}
          agency={agency.chosen?.agency ?? null}
          periods={periods}
          period={period.chosen}
          lookBack={lookBack}
          units={units}
          unit={unit.chosen}
          change={change}
        />
        <div className="tools">
          <button type="button" className="plain" onClick={() => print()}>
            {t.bar.print}
          </button>
          <button
            type="button"
            className="plain"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={turn}
          >
            {languageNames[language === 'vi' ? 'en' : 'vi']}
          </button>
          <button type="button" className="plain" onClick={leave}>
            {t.bar.leave}
          </button>
        </div>
      </header>
      <main id="figures" tabIndex={-1}>
        <Reach />
        {notices.map(
          notice =>
            notice && (
              <p key={notice} className="notice">
                {notice}
              </p>
            ),
        )}
        {!known.value && <Waiting answer={known} />}
        {lender && !opened.value && <Waiting answer={opened} />}
        {opened.value?.length === 0 && <p className="notice">{t.noPeriods}</p>}
        {period.chosen && agency.chosen && (
          <AgencyView
            agency={agency.chosen.agency}
            period={period.chosen}
            periods={periods}
            unit={unit.chosen}
            change={change}
          />
        )}
        {period.chosen && !agency.chosen && lender && (
          <ProvinceView
            lender={lender.agency}
            period={period.chosen}
            agencies={agencies.length}
            choose={key => change({ agency: key, period: period.chosen })}
          />
        )}
        <Printed who={session.who.name} />
      </main>
    </>
  )
}

const furthest = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : younger(a, b)
