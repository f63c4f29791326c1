/** The targets: what is to be reached by when, what measures it, and who answers for it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Plan, Target } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { AddRegular, EditRegular } from '../parts/icons.ts'
import { List, Quiet, Stack } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { thresholdWords } from './attaining.ts'
import { indicatorName, nameIn, unitsOf } from './naming.ts'
import { type Change, changesBetween } from './parts.ts'
import { TargetForm } from './target-form.tsx'
import { Mark } from './task-line.tsx'
import { nextTargetCode } from './tasks.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { flexGrow: 1, minWidth: 0 },
  line: { margin: 0 },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
})

const fresh = 'target+'

export function Targets({ plan }: { plan: Plan }) {
  const store = useStore()
  const stored = usePart(state => state.plan.answer?.plan)
  const adding = usePart(state => state.plan.editing === fresh)
  const words = works().plan
  const changed = new Map(
    stored ? changesBetween(stored, plan).map(({ key, what }) => [key, what]) : [],
  )
  return (
    <Stack>
      {plan.targets.length === 0 && <Quiet>{words.noTargets}</Quiet>}
      <List>
        {plan.targets.map(target => (
          <TargetLine
            key={target.code}
            plan={plan}
            target={target}
            change={changed.get(`target:${target.code}`)}
          />
        ))}
      </List>
      {adding ? (
        <TargetForm plan={plan} target={null} code={nextTargetCode(plan.targets)} />
      ) : (
        <div>
          <Button
            id={`plan-edit-${fresh}`}
            size="small"
            icon={<AddRegular />}
            onClick={() => store.dispatch({ type: 'plan-stands', now: { editing: fresh } })}
          >
            {words.addTarget}
          </Button>
        </div>
      )}
    </Stack>
  )
}

type Props = { plan: Plan; target: Target; change: Change['what'] | undefined }

function TargetLine({ plan, target, change }: Props) {
  const styles = useStyles()
  const store = useStore()
  const key = `target:${target.code}`
  const open = usePart(state => state.plan.editing === key)
  const index = usePart(state => state.plan.index)
  const units = usePart(unitsOf)
  const words = works().plan
  if (open)
    return (
      <li>
        <TargetForm plan={plan} target={target} code={target.code} />
      </li>
    )
  const { name, comparison, threshold, unit, year, indicator, lead } = target
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.line}>
          {name}
          <Mark change={change} />
        </p>
        <p className={styles.sum}>
          {words.targetWords(words.signs[comparison], thresholdWords(threshold, unit), year)}
        </p>
        <Quiet>{indicator ? indicatorName(index, indicator) : words.unmeasured}</Quiet>
        {lead && <Quiet>{words.lead(nameIn(units)(lead))}</Quiet>}
      </div>
      <Button
        id={`plan-edit-${key}`}
        size="small"
        icon={<EditRegular />}
        aria-label={words.editOf(name)}
        onClick={() => store.dispatch({ type: 'plan-stands', now: { editing: key } })}
      />
    </li>
  )
}
