/** Shows the findings of one form only, once there are too many to look over. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { usePart, useStore } from '../store.ts'
import { bySheet, type Group } from './findings.ts'

/** Fewer fit on one page. */
const many = 7

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  choice: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: '28px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

export function FormFilter({ book, groups }: { book: Book; groups: readonly Group[] }) {
  const styles = useStyles()
  const store = useStore()
  const id = useId()
  const onlyForm = usePart(state => state.check.onlyForm)
  const sheets = bySheet(book.index, groups)
  const chosen = sheets.some(({ form }) => form === onlyForm) ? onlyForm : null
  if (chosen === null && (groups.length < many || sheets.length < 2)) return null
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{t.check.filter.label}</label>
      <select
        id={id}
        className={styles.choice}
        value={chosen ?? ''}
        onChange={({ target }) =>
          store.dispatch({ type: 'form-filtered', form: target.value || null })
        }
      >
        <option value="">{t.check.filter.all(groups.length)}</option>
        {sheets.map(sheet => (
          <option key={sheet.form} value={sheet.form}>
            {`${book.index.forms.get(sheet.form)?.short ?? sheet.form} (${sheet.groups.length})`}
          </option>
        ))}
      </select>
    </div>
  )
}
