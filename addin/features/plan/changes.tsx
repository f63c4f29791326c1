/** What differs between two plans, line by line, with the old and the new words of each field. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { works } from '../../i18n/works.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart } from '../store.ts'
import { fieldName, fieldWords, partName, unitsOf } from './naming.ts'
import type { Change } from './parts.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  line: { margin: 0 },
  field: { margin: 0, fontSize: tokens.fontSizeBase200 },
})

/** As many as a person reads; a plan imported for the first time is all change. */
const most = 60

export function Changes({ changes }: { changes: readonly Change[] }) {
  const styles = useStyles()
  const words = works().plan
  const rest = changes.length - most
  return (
    <>
      <ul className={styles.list}>
        {changes.slice(0, most).map(change => (
          <li key={change.key}>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
      {rest > 0 && <Quiet>{words.more(rest)}</Quiet>}
    </>
  )
}

function ChangeWords({ change }: { change: Change }) {
  const styles = useStyles()
  const units = usePart(unitsOf)
  const index = usePart(state => state.plan.index)
  const words = works().plan
  const { kind, code, what, fields, before, after } = change
  const part = after ?? before
  const name = part && 'name' in part.value ? ` “${part.value.name}”` : ''
  return (
    <>
      <p className={styles.line}>
        {words.change[what](partName(kind, code))}
        {what !== 'changed' && name}
      </p>
      {before &&
        after &&
        fields.map(field => (
          <p key={field} className={styles.field}>
            {words.fieldChange(
              fieldName(field),
              fieldWords(units, index, before, field),
              fieldWords(units, index, after, field),
            )}
          </p>
        ))}
    </>
  )
}
