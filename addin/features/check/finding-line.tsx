/** One finding: its place as a heading, the sentence, and for a warning the field for the reason. */
import { Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import type { Finding } from '../../../shared/rules/engine.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { goTo } from '../fill/opening.ts'
import { Fold, List, Quiet, useLineButton } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { label, rowNameAt } from '../parts/place-words.ts'
import { usePart, useStore } from '../store.ts'
import { findingKey, type Group, withoutPlace } from './findings.ts'
import { isExplained, isTooShort, reasonFor } from './reasons.ts'

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
})

export function FindingLine({ book, group }: { book: Book; group: Group }) {
  const styles = useStyles()
  const { finding, dependents } = group
  return (
    <li className={styles.item}>
      <GoThere book={book} finding={finding} />
      {(finding.severity === 'warning' || dependents.length > 0) && (
        <div className={styles.below}>
          {finding.severity === 'warning' && <Reason finding={finding} />}
          {dependents.length > 0 && (
            <Fold summary={t.check.dependents(dependents.length)}>
              <List>
                {dependents.map(other => (
                  <li key={findingKey(other)}>
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

function GoThere({ book, finding }: { book: Book; finding: Finding }) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const locate = usePart(state => state.check.review?.locate)
  const explained = usePart(
    state => finding.severity === 'warning' && isExplained(state.check.reasons, finding),
  )
  // the server places findings by its own layout; the open workbook knows its lists better
  const at = locate?.(finding.at) ?? finding.at
  return (
    <button
      type="button"
      data-finding
      className={mergeClasses(line, styles.line, styles.wide)}
      onClick={() => goTo(store, at)}
    >
      <ToneIcon tone={explained ? 'success' : finding.severity} />
      <span className={styles.words}>
        <span className={styles.top}>
          <span className={styles.label}>{label(book.index, finding.at)}</span>
          {at.cell && <span className={styles.cell}>{t.place.cell(at.cell)}</span>}
        </span>
        <span className={styles.name}>{rowNameAt(book, finding.at)}</span>
        <span>{withoutPlace(book.index, book.naming, finding)}</span>
      </span>
    </button>
  )
}

function Reason({ finding }: { finding: Finding }) {
  const store = useStore()
  const text = usePart(state => reasonFor(state.check.reasons, finding))
  const tooShort = usePart(state => isTooShort(state.check.reasons, finding))
  const explained = usePart(state => isExplained(state.check.reasons, finding))
  return (
    <>
      <Field
        label={t.check.reason}
        size="small"
        validationState={tooShort ? 'warning' : explained ? 'success' : 'none'}
        {...(tooShort
          ? { validationMessage: t.check.tooShort }
          : explained
            ? { validationMessage: t.check.explained }
            : {})}
      >
        <Textarea
          value={text}
          rows={2}
          maxLength={2000}
          resize="vertical"
          onChange={(_, { value }) => store.dispatch({ type: 'reasoned', finding, text: value })}
        />
      </Field>
      {text === '' && <Quiet>{t.check.reasonHint}</Quiet>}
    </>
  )
}
