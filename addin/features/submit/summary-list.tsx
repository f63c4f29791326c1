/** The summary a head of unit reads before it goes: filled, blank, explained, changed. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Difference } from '../../../shared/differences.ts'
import type { Place } from '../../../shared/place.ts'
import { placeText } from '../../../shared/place.ts'
import { t } from '../../i18n/words.ts'
import { withoutPlace } from '../check/findings.ts'
import { isExplained, reasonFor } from '../check/reasons.ts'
import type { Review } from '../check/review.ts'
import { findingsNow } from '../check/server-findings.ts'
import type { Book } from '../fill/book.ts'
import { overall } from '../fill/completeness.ts'
import { CellLine } from '../parts/cell-line.tsx'
import { Fold, List, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import { Bar } from '../parts/working.tsx'
import { usePart } from '../store.ts'
import { changeKey, countsNow, pendingChanges } from './summary.ts'

const useStyles = makeStyles({
  plain: { margin: 0 },
  problem: { display: 'flex', alignItems: 'center', gap: '6px', margin: 0 },
  place: { fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2 },
  figures: { display: 'block', fontVariantNumeric: 'tabular-nums' },
  // a long text is recognised by its beginning
  clamp: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
  },
})

export function Summary({ book, review }: { book: Book; review: Review }) {
  const styles = useStyles()
  const { filled, total } = overall(review.completeness)
  const blanks = review.completeness.flatMap(form => form.blanks)
  const reasons = usePart(state => state.check.reasons)
  const changes = usePart(pendingChanges)
  const findings = usePart(state => findingsNow(state.check))
  const explained = findings.filter(
    finding => finding.severity === 'warning' && isExplained(reasons, finding),
  )
  const current = book.sheet.current
  return (
    <Section title={t.submit.title}>
      <Problems />
      <p className={styles.plain}>{t.submit.filled(filled, total)}</p>
      <Bar value={filled} of={total} label={t.submit.filled(filled, total)} />
      {current && changes.length > 0 ? (
        <Fold summary={t.submit.changes(changes.length, current.revision)}>
          <Changes book={book} changes={changes} />
        </Fold>
      ) : (
        <p className={styles.plain}>
          {current ? t.submit.noChanges(current.revision) : t.submit.first}
        </p>
      )}
      {explained.length > 0 && (
        <Fold summary={t.submit.reasons(explained.length)}>
          <List>
            {explained.map(finding => (
              <Line
                key={`${finding.rule}|${finding.at.place}`}
                book={book}
                place={finding.at}
                words={`${withoutPlace(book.index, book.naming, finding)} “${reasonFor(reasons, finding).trim()}”`}
              />
            ))}
          </List>
        </Fold>
      )}
      {blanks.length > 0 ? (
        <Fold summary={t.submit.blanks(blanks.length)}>
          <List>
            {blanks.map(place => (
              <Line key={placeText(place)} book={book} place={place} />
            ))}
          </List>
        </Fold>
      ) : (
        <p className={styles.plain}>{t.submit.noBlanks}</p>
      )}
    </Section>
  )
}

/** Each place with what the submitted revision says and what the workbook says. */
export function Changes({ book, changes }: { book: Book; changes: readonly Difference[] }) {
  return (
    <List>
      {changes.map(change => (
        <Line
          key={changeKey(change)}
          book={book}
          place={change.place}
          words={changeWords(book, change)}
        />
      ))}
    </List>
  )
}

function Problems() {
  const styles = useStyles()
  const errors = usePart(state => countsNow(state)?.errors ?? 0)
  const unexplained = usePart(state => countsNow(state)?.unexplained ?? 0)
  return (
    <>
      {errors > 0 && (
        <p className={styles.problem}>
          <ToneIcon tone="error" /> {t.submit.errors(errors)}
        </p>
      )}
      {unexplained > 0 && (
        <p className={styles.problem}>
          <ToneIcon tone="warning" /> {t.submit.unexplained(unexplained)}
        </p>
      )}
    </>
  )
}

/** A place in one line; pressing it goes to the cell. */
function Line({ book, place, words }: { book: Book; place: Place; words?: string }) {
  const styles = useStyles()
  const locate = usePart(state => state.check.review?.locate)
  return (
    <li>
      <CellLine at={locate?.(place)}>
        <span className={styles.place}>{label(book.index, place)}</span>{' '}
        <span className={styles.name}>{rowNameAt(book, place)}</span>
        {words && <span className={mergeClasses(styles.figures, styles.clamp)}>{words}</span>}
      </CellLine>
    </li>
  )
}

const changeWords = ({ index }: Book, { place, from, to }: Difference): string =>
  `${printed(index, place, from) || t.place.blank} → ${printed(index, place, to) || t.place.blank}`
