/** All rules with how they stand, narrowed by words and by status. Whoever comes back finds the line they opened. */
import { Field, Input } from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import { ruleStatuses } from '../../../shared/rules/statuses.ts'
import { works } from '../../i18n/works.ts'
import { List, Quiet, Stack, useLineButton } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { Badges } from './badges.tsx'
import { useLooks } from './looks.ts'
import { matching } from './matching.ts'
import type { OneRule } from './state.ts'

const lineId = (rule: string): string => `rule-${rule}`
let left: string | null = null
let sought = { text: '', status: '' }

export function RuleList({ list }: { list: readonly OneRule[] }) {
  const store = useStore()
  const looks = useLooks()
  const line = useLineButton()
  const id = useId()
  const [filter, setFilter] = useState(sought)
  const words = works().rules
  const narrow = (change: Partial<typeof sought>) => {
    sought = { ...filter, ...change }
    setFilter(sought)
  }
  useEffect(() => {
    if (left) document.getElementById(lineId(left))?.focus()
    left = null
  }, [])
  const open = (rule: string) => {
    left = rule
    store.dispatch({ type: 'rule-opened', rule })
  }
  const found = matching(list, filter)
  const counted = (status: string) => list.filter(one => one.standing.status === status).length
  return (
    <Stack>
      <Field label={words.search}>
        <Input
          type="search"
          value={filter.text}
          onChange={(_, { value }) => narrow({ text: value })}
        />
      </Field>
      <div>
        <label htmlFor={id}>{words.shown}</label>
        <select
          id={id}
          className={looks.choice}
          value={filter.status}
          onChange={({ target }) => narrow({ status: target.value })}
        >
          <option value="">{words.all(list.length)}</option>
          {ruleStatuses
            .filter(status => counted(status) > 0)
            .map(status => (
              <option key={status} value={status}>
                {`${words.statuses[status]} (${counted(status)})`}
              </option>
            ))}
        </select>
      </div>
      <div role="status">
        <Quiet>{found.length > 0 ? words.found(found.length) : words.noneFound}</Quiet>
      </div>
      <List>
        {found.map(one => (
          <li key={one.rule}>
            <button
              type="button"
              id={lineId(one.rule)}
              className={line}
              onClick={() => open(one.rule)}
            >
              <span>{`${one.rule} · ${one.title}`}</span>
              <Badges rule={one} />
            </button>
          </li>
        ))}
      </List>
    </Stack>
  )
}
