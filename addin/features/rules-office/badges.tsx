/** How a rule stands, in words with an outline: never colour alone. */
import { mergeClasses } from '@fluentui/react-components'
import { printDate } from '../../../shared/period.ts'
import type { RuleStanding } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { useLooks } from './looks.ts'
import type { OneRule } from './state.ts'

export const spanOf = ({ from, until }: Pick<RuleStanding, 'from' | 'until'>): string =>
  works().rules.span(from && printDate(from), until && printDate(until))

export function Badges({ rule: { severity, standing } }: { rule: OneRule }) {
  const looks = useLooks()
  const words = works().rules
  return (
    <span className={looks.badges}>
      <span className={mergeClasses(looks.badge, looks[standing.status])}>
        {words.statuses[standing.status]}
      </span>
      <span className={looks.badge}>{words.severities[severity]}</span>
    </span>
  )
}
