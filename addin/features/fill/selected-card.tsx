/** “Ô đang chọn”: what is under the selection, how it was before, what may be answered there, what is wrong with it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { printNumber, roundHalfUp } from '../../../shared/figure.ts'
import { placeOf, placeText } from '../../../shared/place.ts'
import { t } from '../../i18n/words.ts'
import { withoutPlace } from '../check/findings.ts'
import { reasonFor } from '../check/reasons.ts'
import { findingsNow } from '../check/server-findings.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { label, printed } from '../parts/place-words.ts'
import { usePart } from '../store.ts'
import { type CellState, entryCell, isCalculated, stateAt } from './answering.ts'
import { Answers } from './answers.tsx'
import type { Book } from './book.ts'
import { Chart } from './chart.tsx'
import { type Change, isFigure, placeAt, type SelectedFigure, selectedFigure } from './selected.ts'
import { Rules, Sources } from './selected-folds.tsx'
import { seriesOf } from './series.ts'

const useStyles = makeStyles({
  name: { margin: 0, overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
    },
  },
  now: { fontWeight: tokens.fontWeightSemibold },
  change: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  finding: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '6px', margin: 0 },
})

export function SelectedCard({ book }: { book: Book }) {
  const review = usePart(state => state.check.review)
  const selection = usePart(state => state.fill.selection)
  const sheets = review?.sheets ?? book.sheets
  const values = review?.values ?? book.view.values
  const place = selection ? placeAt(sheets, selection) : undefined
  if (!place)
    return (
      <Section title={t.fill.selected} card>
        <Quiet>{t.fill.selectHint}</Quiet>
      </Section>
    )
  const figure = selectedFigure(book, values, place)
  const at = entryCell(book, sheets, place)
  const state = stateAt(values, review?.reading.unread, place)
  const calculated = isCalculated(book, place)
  return (
    <Section title={t.fill.selected} card>
      <Figure book={book} figure={figure} state={state} calculated={calculated} />
      {at && <Answers key={`${at.sheet}!${at.cell}`} at={at} label={figure.label} state={state} />}
      <Found book={book} figure={figure} />
      {figure.note && <Quiet>{figure.note}</Quiet>}
      <Rules book={book} place={place} />
      <Sources figure={figure} />
    </Section>
  )
}

type Shown = { book: Book; figure: SelectedFigure; state: CellState; calculated: boolean }

function Figure({ book, figure, state, calculated }: Shown) {
  const styles = useStyles()
  const { label, name, measure, now, before, lastYear, change, changeOnYear, place } = figure
  const values = usePart(all => all.check.review?.values) ?? book.view.values
  const derived = book.fromMonths?.derived.get(placeText(place))
  const points = useMemo(() => seriesOf(book, values, place), [book, values, place])
  return (
    <>
      <p className={styles.name}>
        <span className={styles.label}>{label}</span> {name}
        {measure && <span> ({measure})</span>}
      </p>
      {calculated && <Quiet>{t.fill.states.calculated}</Quiet>}
      {calculated && figure.formula && <Quiet>{t.fill.computedFrom(figure.formula)}</Quiet>}
      {isFigure(book, place) && (
        <>
          <dl className={styles.facts}>
            <dt>{t.fill.now}</dt>
            <dd className={styles.now}>{stateWords(state) || now}</dd>
            {derived && derived.cell.state !== 'not-reported' && (
              <>
                <dt>{t.fill.months.title}</dt>
                <dd>{printed(book.index, place, derived.cell)}</dd>
              </>
            )}
            <dt>{t.fill.before}</dt>
            <dd>
              {before || '–'} <ChangeWords change={change} />
            </dd>
            <dt>{t.fill.lastYear}</dt>
            <dd>
              {lastYear || '–'} <ChangeWords change={changeOnYear} />
            </dd>
          </dl>
          <Chart name={`${label} ${name}`} points={points} />
        </>
      )}
    </>
  )
}

/** The states a figure's own print does not say; "" for what is simply printed. */
function stateWords(state: CellState): string {
  if (state.state === 'unread') return t.fill.states.unread(state.text)
  if (state.state === 'not-applicable') return t.fill.states['not-applicable'](state.why)
  if (state.state === 'number' || state.state === 'text') return ''
  return t.fill.states[state.state]
}

/** How far this period is from that one. */
function ChangeWords({ change }: { change: Change | undefined }) {
  const styles = useStyles()
  if (!change) return null
  const { by, points } = change
  const rounded = roundHalfUp(by, points ? 2 : 1)
  const text = `${rounded > 0 ? '+' : ''}${printNumber(rounded)}`
  return (
    <span className={styles.change}>({points ? t.fill.points(text) : t.fill.percent(text)})</span>
  )
}

/** What is wrong at this very cell, and what was said about it. */
function Found({ book, figure }: { book: Book; figure: SelectedFigure }) {
  const styles = useStyles()
  const results = usePart(state => findingsNow(state.check))
  const locate = usePart(state => state.check.review?.locate)
  const reasons = usePart(state => state.check.reasons)
  const at = placeText(figure.place)
  // what is folded under another cell's finding in the list is said here all the same
  const found = results.filter(finding => finding.at.place === at)
  return found.map(finding => {
    const reason = reasonFor(reasons, finding).trim()
    const cause = finding.causedBy === at ? null : placeOf(book.index, finding.causedBy ?? '')
    const causeCell = cause && locate?.(cause)?.cell
    const where = cause && label(book.index, cause)
    return (
      <p className={styles.finding} key={finding.rule + finding.message}>
        <ToneIcon tone={finding.severity} />
        <span>
          <span className={styles.label}>{t.check.severity[finding.severity]}: </span>
          {withoutPlace(book.index, book.naming, finding)}
          {where && ` ${t.check.cause(causeCell ? `${where}, ${t.place.cell(causeCell)}` : where)}`}
          {reason && <> {t.fill.reasonGiven(reason)}</>}
        </span>
      </p>
    )
  })
}
