/** The quiet end of the pane: help on what is being done, check codes of papers, the other language, support facts, leaving. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { languageNames, t } from '../../i18n/words.ts'
import { helpFor } from '../help/pages.ts'
import { signOut } from '../sign-in/signing.ts'
import { usePart, useStore } from '../store.ts'
import { changeLanguage } from './language.ts'

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    marginTop: '4px',
    paddingTop: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { minWidth: 0, paddingInline: '6px' },
  last: { minWidth: 0, paddingInline: '6px', marginLeft: 'auto' },
})

export function Foot() {
  const styles = useStyles()
  const store = useStore()
  const session = usePart(state => state.access.session)
  const role = session?.who.role
  const help = usePart(helpFor)
  const { language } = usePart(state => state.shell)
  const other = language === 'vi' ? 'en' : 'vi'
  const quiet = { appearance: 'transparent', size: 'small', className: styles.quiet } as const
  return (
    <footer className={styles.foot}>
      <Button {...quiet} as="a" href={help} target="_blank" rel="noreferrer">
        {t.shell.help}
      </Button>
      {(role === 'unit' || role === 'clerk') && (
        <Button {...quiet} onClick={() => store.dispatch({ type: 'checking-code', open: true })}>
          {t.shell.checkCode}
        </Button>
      )}
      <Button {...quiet} onClick={() => store.dispatch({ type: 'diagnosing', open: true })}>
        {t.diagnostics.title}
      </Button>
      <Button {...quiet} lang={other} onClick={() => void changeLanguage(store, other)}>
        {languageNames[other]}
      </Button>
      {session && (
        <Button {...quiet} className={styles.last} onClick={() => signOut(store)}>
          {t.signIn.leave}
        </Button>
      )}
    </footer>
  )
}
