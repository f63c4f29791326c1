/** The quiet end of the pane: who is signed in, help, leaving. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { usePart, useStore } from '../store.ts'
import { signOut } from './signing.ts'

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    paddingTop: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

export function Foot() {
  const styles = useStyles()
  const store = useStore()
  const session = usePart(state => state.access.session)
  return (
    <footer className={styles.foot}>
      <Button
        as="a"
        appearance="transparent"
        size="small"
        href="/help/index.html"
        target="_blank"
        rel="noreferrer"
      >
        {t.signIn.help}
      </Button>
      {session && (
        <Button appearance="transparent" size="small" onClick={() => signOut(store)}>
          {t.signIn.leave}
        </Button>
      )}
    </footer>
  )
}
