/** What those who do not see the pane find their way by: a way past the top, and a heading where a view has none. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { focusOn } from './focus.ts'

const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

const useStyles = makeStyles({
  unseen: { ...unseen, margin: 0 },
  skip: {
    ':not(:focus)': unseen,
    ':focus': {
      position: 'absolute',
      zIndex: 2,
      top: '4px',
      left: '4px',
      padding: '6px 12px',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
})

/** Not a fragment in the address: the host keeps its own facts there. */
export function SkipLink() {
  const styles = useStyles()
  const skip = () => {
    // past who and when, to the step that is open
    const step = document.querySelector<HTMLElement>('[role=tabpanel]')
    const content = step ?? document.querySelector<HTMLElement>('main')
    if (content) focusOn(content)
  }
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {t.shell.skip}
    </button>
  )
}

/** The one h1 of views that show none: loading, a notice alone. */
export const UnseenHeading = () => <h1 className={useStyles().unseen}>{t.product}</h1>
