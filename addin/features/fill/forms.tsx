/** The unit's forms with how far each is filled; pressing one goes to its sheet. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { formName } from '../../../shared/catalogue/catalogue.ts'
import { formsOfView } from '../../../shared/layout.ts'
import { t } from '../../i18n/words.ts'
import { CheckmarkFilled } from '../parts/icons.ts'
import { useLineButton } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import type { Book } from './book.ts'
import type { Completeness } from './completeness.ts'
import { goTo, isOurs } from './opening.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 -8px', padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    alignItems: 'center',
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  short: { fontWeight: tokens.fontWeightSemibold },
  title: { color: tokens.colorNeutralForeground2 },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  full: { color: tokens.colorStatusSuccessForeground1 },
})

export function Forms({ book }: { book: Book }) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const open = usePart(isOurs)
  const review = usePart(state => state.check.review)
  return (
    <ul className={styles.list} aria-label={t.fill.forms}>
      {formsOfView(book.index, book.view).map(form => {
        const sheet = book.sheets.find(laid => laid.form === form.id)
        const first = sheet?.inputs[0]?.address.split(':')[0] ?? 'A1'
        const state = review?.completeness.find(of => of.form === form.id)
        const title = formName(form)
        return (
          <li key={form.id}>
            <button
              type="button"
              className={mergeClasses(line, styles.line)}
              disabled={!open}
              title={`${form.short}. ${title}`}
              onClick={() => goTo(store, { sheet: form.sheet, cell: first })}
            >
              <span className={styles.words}>
                <span className={styles.short}>{form.short}</span>{' '}
                {title !== form.short && <span className={styles.title}>{title}</span>}
              </span>
              {open && state && <Count {...state} narrative={form.layout === 'narrative'} />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Count({ filled, total, narrative }: Completeness & { narrative: boolean }) {
  const styles = useStyles()
  if (total === null)
    return (
      <span className={styles.count}>
        {narrative ? t.fill.sections(filled) : t.fill.lines(filled)}
      </span>
    )
  const full = filled === total
  return (
    <span className={mergeClasses(styles.count, full && styles.full)}>
      {full && <CheckmarkFilled aria-label={t.fill.complete} />}
      {filled}/{total}
    </span>
  )
}
