/** One finding: its place as a heading, the sentence, the cell it comes from, and for a warning the field for the reason. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Place } from '../../../shared/place.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { CellLine } from '../parts/cell-line.tsx'
import { Fold, List } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { label, rowNameAt } from '../parts/place-words.ts'
import { usePart } from '../store.ts'
import { findingKey, type Group, withoutPlace } from './findings.ts'
import { ReasonField } from './reason-field.tsx'
import { isExplained } from './reasons.ts'

const useStyles = makeStyles({
  item: {
    paddingBlock: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    marginInline: '-8px',
  },
  wide: { width: 'calc(100% + 16px)' },
  top: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  label: { fontWeight: tokens.fontWeightSemibold },
  cell: {
    flexShrink: 0,
    color: tokens.colorBrandForegroundLink,
    whiteSpace: 'nowrap',
  },
  name: { color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  below: { paddingLeft: '28px', display: 'flex', flexDirection: 'column', gap: '4px' },
  suspects: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  suspect: {
    width: 'auto',
    padding: '2px 4px',
    marginInline: '-4px',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
  },
})

export function FindingLine({ book, group }: { book: Book; group: Group }) {
  const styles = useStyles()
  const { finding, dependents, key } = group
  const suspects = usePart(state => state.check.review?.suspects.get(finding.at.place))
  const warns = finding.severity === 'warning'
  const elsewhere = dependents.length > 0 && suspects !== undefined
  return (
    <li className={styles.item} data-stop={key}>
      <GoThere book={book} finding={finding} />
      {(warns || dependents.length > 0) && (
        <div className={styles.below}>
          {warns && (
            <ReasonField
              finding={finding}
              label={`${label(book.index, finding.at)} ${rowNameAt(book, finding.at)}`}
            />
          )}
          {elsewhere && <Suspects book={book} places={suspects} />}
          {dependents.length > 0 && (
            <Fold summary={t.check.dependents(dependents.length)}>
              <List>
                {dependents.map(other => (
                  <li key={findingKey(other) + other.message}>
                    <GoThere book={book} finding={other} />
                  </li>
                ))}
              </List>
            </Fold>
          )}
        </div>
      )}
    </li>
  )
}

/** The one cell that all of it may come from; which figure is right only the person's records say. */
function Suspects({ book, places }: { book: Book; places: readonly Place[] }) {
  const styles = useStyles()
  const locate = usePart(state => state.check.review?.locate)
  return (
    <div className={styles.suspects}>
      <span>{t.check.suspects(places.length)}</span>
      {places.map(place => {
        const at = locate?.(place)
        return (
          <CellLine key={`${place.row}/${place.column}`} at={at} className={styles.suspect}>
            {[label(book.index, place), at && t.place.cell(at.cell)].filter(Boolean).join(', ')}
          </CellLine>
        )
      })}
    </div>
  )
}

function GoThere({ book, finding }: { book: Book; finding: Finding }) {
  const styles = useStyles()
  const locate = usePart(state => state.check.review?.locate)
  const explained = usePart(
    state => finding.severity === 'warning' && isExplained(state.check.reasons, finding),
  )
  // the server places findings by its own layout; the open workbook knows its lists better
  const at = locate?.(finding.at) ?? finding.at
  return (
    <CellLine finding at={at} className={mergeClasses(styles.line, styles.wide)}>
      <ToneIcon tone={explained ? 'success' : finding.severity} />
      <span className={styles.words}>
        <span className={styles.top}>
          <span className={styles.label}>{label(book.index, finding.at)}</span>
          {at.cell && <span className={styles.cell}>{t.place.cell(at.cell)}</span>}
        </span>
        <span className={styles.name}>{rowNameAt(book, finding.at)}</span>
        <span>{withoutPlace(book.index, book.naming, finding)}</span>
      </span>
    </CellLine>
  )
}
