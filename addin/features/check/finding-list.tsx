/** The findings by severity, then by sheet, each with its count; notes stay folded while something has to be done. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Fold, List, Section, Stack } from '../parts/layout.tsx'
import { usePart } from '../store.ts'
import { FindingLine } from './finding-line.tsx'
import { bySheet, type Group, type Grouped, onlyOf } from './findings.ts'

const useStyles = makeStyles({
  sheet: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
})

type Props = { book: Book; groups: Grouped; infosOpen: boolean }

export function FindingList({ book, groups, infosOpen }: Props) {
  const onlyForm = usePart(state => state.check.onlyForm)
  const visited = usePart(state => state.check.visited?.key)
  const shown = onlyOf(groups, onlyForm)
  const open = infosOpen || shown.info.some(({ key }) => key === visited)
  return (
    <Stack>
      {(['error', 'warning'] as const).map(
        severity =>
          shown[severity].length > 0 && (
            <Section
              key={severity}
              title={`${t.check.groups[severity]} (${shown[severity].length})`}
            >
              <Sheets book={book} groups={shown[severity]} />
            </Section>
          ),
      )}
      {shown.info.length > 0 && (
        <Fold summary={`${t.check.groups.info} (${shown.info.length})`} open={open}>
          <Sheets book={book} groups={shown.info} />
        </Fold>
      )}
    </Stack>
  )
}

function Sheets({ book, groups }: { book: Book; groups: readonly Group[] }) {
  const styles = useStyles()
  return bySheet(book.index, groups).map(({ form, groups: lines }) => {
    const { short = form } = book.index.forms.get(form) ?? {}
    return (
      <div key={form}>
        <h3 className={styles.sheet}>{`${short} (${lines.length})`}</h3>
        <List>
          {lines.map(group => (
            <FindingLine key={group.key} book={book} group={group} />
          ))}
        </List>
      </div>
    )
  })
}
