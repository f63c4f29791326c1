/** What had to be put right to read the file: what a person must look at first, the rest folded with its count. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Repair } from '../../../shared/protocol.ts'
import { files } from '../../i18n/files.ts'
import { t } from '../../i18n/words.ts'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'

const useStyles = makeStyles({
  item: {
    paddingBlock: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  where: { display: 'block', fontWeight: tokens.fontWeightSemibold },
})

export function Repairs({ repairs }: { repairs: readonly Repair[] }) {
  const words = files().upload.repairs
  const look = repairs.filter(({ needsLook }) => needsLook)
  const others = repairs.filter(({ needsLook }) => !needsLook)
  if (repairs.length === 0) return <Quiet>{words.none}</Quiet>
  return (
    <Section title={words.title}>
      {look.length > 0 && (
        <Notice tone="warning" quiet title={words.look(look.length)}>
          <Lines repairs={look} />
        </Notice>
      )}
      {others.length > 0 && (
        <Fold summary={words.others(others.length)}>
          <Lines repairs={others} />
        </Fold>
      )}
    </Section>
  )
}

function Lines({ repairs }: { repairs: readonly Repair[] }) {
  const styles = useStyles()
  return (
    <List>
      {repairs.map(({ kind, sheet, cell, message }) => {
        const where = [sheet, cell && t.place.cell(cell)].filter(Boolean).join(' · ')
        return (
          <li key={`${kind}|${where}|${message}`} className={styles.item}>
            {where && <span className={styles.where}>{where}</span>}
            {message}
          </li>
        )
      })}
    </List>
  )
}
