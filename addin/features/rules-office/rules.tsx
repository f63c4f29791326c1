/** The rules of the checks: all of them to look through, one opened; above them, folded, the groups outside a ratio. */
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { works } from '../../i18n/works.ts'
import { Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { Exclusions } from './exclusions.tsx'
import { RuleList } from './rule-list.tsx'
import { RuleView } from './rule-view.tsx'
import { loadRules } from './ruling.ts'

export default function Rules() {
  const store = useStore()
  const { list, trouble, open } = usePart(state => state.rules)
  useEffect(() => void loadRules(store), [store])
  const opened = list?.find(({ rule }) => rule === open)
  return (
    <Stack>
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadRules(store)}>{works().rules.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {!list && !trouble && <Working words={works().rules.loading} />}
      {opened ? (
        <RuleView key={opened.rule} rule={opened} />
      ) : (
        list && (
          <>
            <Exclusions />
            <RuleList list={list} />
          </>
        )
      )}
    </Stack>
  )
}
