/** The inspections to the office: the rounds, what is still open of all of them, and the view one step further in. */
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { works } from '../../i18n/works.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { OpenProblems } from './open-problems.tsx'
import { RoundForm } from './round-form.tsx'
import { RoundList } from './round-list.tsx'
import { RoundOffice } from './round-office.tsx'
import { go } from './rounds.ts'
import { UnitOffice } from './unit-office.tsx'

export default function OfficeInspections() {
  const store = useStore()
  const where = usePart(state => state.inspection.where)
  // what others did meanwhile is seen on coming back
  useEffect(() => go(store, store.state().inspection.where), [store])
  switch (where.view) {
    case 'list':
      return <Rounds />
    case 'form':
      return <RoundForm round={where.round} />
    case 'round':
      return <RoundOffice round={where.round} />
    case 'unit':
      return <UnitOffice round={where.round} unit={where.unit} />
  }
}

function Rounds() {
  const store = useStore()
  const words = works().inspection
  const problems = usePart(state => state.inspection.problems)
  return (
    <Stack>
      <Section title={words.rounds}>
        <RoundList />
        <div>
          <Button onClick={() => go(store, { view: 'form', round: crypto.randomUUID() })}>
            {words.form.begin}
          </Button>
        </div>
      </Section>
      {problems && <OpenProblems problems={problems} />}
    </Stack>
  )
}
