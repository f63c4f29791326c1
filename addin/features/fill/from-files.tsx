/** The way to figures that stand in a file already: a filled plain workbook, an export of the one-stop software. */
import { Button, makeStyles } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { ArrowUploadRegular } from '../parts/icons.ts'
import { Section } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import type { Book } from './book.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function FromFiles({ book }: { book: Book }) {
  const styles = useStyles()
  const store = useStore()
  const dossiers = book.sheets.some(({ form }) => book.index.tables.get(form)?.rowsBy === 'field')
  return (
    <Section title={t.plain.fromFiles}>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<ArrowUploadRegular />}
          onClick={() => store.dispatch({ type: 'files-opened', kind: 'sheet' })}
        >
          {t.plain.upload}
        </Button>
        {dossiers && (
          <Button
            size="small"
            icon={<ArrowUploadRegular />}
            onClick={() => store.dispatch({ type: 'files-opened', kind: 'dossiers' })}
          >
            {t.plain.import}
          </Button>
        )}
      </div>
    </Section>
  )
}
