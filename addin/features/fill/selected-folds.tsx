/** Folded under the selected figure: the rules that look at it, and where the form takes it from. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Place } from '../../../shared/place.ts'
import { ruleInShort, rulesTouching } from '../../../shared/rules/touching.ts'
import { t } from '../../i18n/words.ts'
import { Fold, List, Quiet } from '../parts/layout.tsx'
import type { Book } from './book.ts'
import type { SelectedFigure } from './selected.ts'

const useStyles = makeStyles({
  rule: {
    paddingBlock: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
})

export function Rules({ book, place }: { book: Book; place: Place }) {
  const styles = useStyles()
  const { index } = book
  // a month is not made of months
  const rules = rulesTouching(index, place).filter(
    ({ check }) => check !== 'rolled-up' || book.fromMonths !== null,
  )
  if (rules.length === 0) return null
  return (
    <Fold summary={t.fill.rules(rules.length)}>
      <List>
        {rules.map(rule => (
          <li key={rule.id} className={styles.rule}>
            <span className={styles.kind}>{t.fill.ruleKinds[rule.severity]}: </span>
            {ruleInShort(index, rule, place)}.
          </li>
        ))}
      </List>
    </Fold>
  )
}

export function Sources({ figure: { source, basis } }: { figure: SelectedFigure }) {
  if (source === '' && basis === '') return null
  return (
    <Fold summary={t.fill.source}>
      {source && <Quiet>{t.fill.sourceOf(source)}</Quiet>}
      {basis && basis !== source && <Quiet>{t.fill.basisOf(basis)}</Quiet>}
    </Fold>
  )
}
