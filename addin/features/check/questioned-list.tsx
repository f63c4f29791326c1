/** “Văn phòng hỏi lại”: each figure the office asked about, as it was sent and as it stands, under the office's note in the header. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { goTo } from '../fill/opening.ts'
import { List, Section, useLineButton } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import { usePart, useStore } from '../store.ts'
import type { Questioned } from './questioned.ts'
import { questionedKey } from './stepping.ts'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  top: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  label: { fontWeight: tokens.fontWeightSemibold },
  cell: { flexShrink: 0, color: tokens.colorBrandForegroundLink, whiteSpace: 'nowrap' },
  name: { color: tokens.colorNeutralForeground2 },
  figures: { fontVariantNumeric: 'tabular-nums' },
})

type Props = { readonly book: Book; readonly figures: readonly Questioned[] }

export function QuestionedList({ book, figures }: Props) {
  if (figures.length === 0) return null
  return (
    <Section title={`${t.check.questioned.title} (${figures.length})`} card>
      <List>
        {figures.map(figure => (
          <QuestionedLine key={figure.text} book={book} figure={figure} />
        ))}
      </List>
    </Section>
  )
}

function QuestionedLine({ book, figure }: { book: Book; figure: Questioned }) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const locate = usePart(state => state.check.review?.locate)
  const { place, text, before, now, changed } = figure
  const at = locate?.(place)
  const words = (cell: Questioned['now']) => printed(book.index, place, cell) || t.place.blank
  return (
    <li data-stop={questionedKey(text)}>
      <button
        type="button"
        data-finding
        className={mergeClasses(line, styles.line)}
        onClick={() => goTo(store, at)}
      >
        <ToneIcon tone={changed ? 'success' : 'warning'} />
        <span className={styles.words}>
          <span className={styles.top}>
            <span className={styles.label}>{label(book.index, place)}</span>
            {at && <span className={styles.cell}>{t.place.cell(at.cell)}</span>}
          </span>
          <span className={styles.name}>{rowNameAt(book, place)}</span>
          <span className={styles.figures}>
            {changed
              ? t.check.questioned.changed(words(before), words(now))
              : t.check.questioned.same(words(now))}
          </span>
        </span>
      </button>
    </li>
  )
}
