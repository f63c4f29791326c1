/** “Ô đang chọn”: the figure under the selection beside last period and a year ago, and what is wrong with it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { printNumber, roundHalfUp } from '../../../shared/figure.ts'
import { placeText } from '../../../shared/place.ts'
import { t } from '../../i18n/words.ts'
import { withoutPlace } from '../check/findings.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { usePart } from '../store.ts'
import type { Book } from './book.ts'
import { isFigure, placeAt, type SelectedFigure, selectedFigure } from './selected.ts'

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
  finding: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '6px', margin: 0 },
})

export function SelectedCard({ book }: { book: Book }) {
  const review = usePart(state => state.check.review)
  const selection = usePart(state => state.fill.selection)
  const place = selection ? placeAt(review?.sheets ?? book.sheets, selection) : undefined
  return (
    <Section title={t.fill.selected} card>
      {place ? (
        <Figure
          book={book}
          figure={selectedFigure(book, review?.values ?? book.view.values, place)}
        />
      ) : (
        <Quiet>{t.fill.selectHint}</Quiet>
      )}
    </Section>
  )
}

function Figure({ book, figure }: { book: Book; figure: SelectedFigure }) {
  const styles = useStyles()
  const { label, name, measure, now, before, lastYear, change, note, place } = figure
  const results = usePart(state => state.check.review?.outcome.results)
  const at = placeText(place)
  const found = results?.filter(finding => finding.at.place === at && !finding.causedBy) ?? []
  return (
    <>
      <p className={styles.name}>
        <span className={styles.label}>{label}</span> {name}
        {measure && <span> ({measure})</span>}
      </p>
      {isFigure(book, place) && (
        <dl className={styles.facts}>
          <dt>{t.fill.now}</dt>
          <dd className={styles.now}>{now || t.place.blank}</dd>
          <dt>{t.fill.before}</dt>
          <dd>{before || '–'}</dd>
          <dt>{t.fill.lastYear}</dt>
          <dd>{lastYear || '–'}</dd>
          {change && (
            <>
              <dt>{t.fill.change}</dt>
              <dd>{changeWords(change)}</dd>
            </>
          )}
        </dl>
      )}
      {found.map(finding => (
        <p className={styles.finding} key={finding.rule}>
          <ToneIcon tone={finding.severity} />
          <span>
            <span className={styles.label}>{t.check.severity[finding.severity]}: </span>
            {withoutPlace(book.index, book.naming, finding)}
          </span>
        </p>
      ))}
      {note && <Quiet>{note}</Quiet>}
    </>
  )
}

function changeWords({ by, points }: NonNullable<SelectedFigure['change']>): string {
  const rounded = roundHalfUp(by, points ? 2 : 1)
  const text = `${rounded > 0 ? '+' : ''}${printNumber(rounded)}`
  return points ? t.fill.points(text) : t.fill.percent(text)
}
