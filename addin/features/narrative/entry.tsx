/** The way to the report's sections, with how many of them need a look. Quiet while nothing is known of them. */
import { Button } from '@fluentui/react-components'
import { useMemo } from 'react'
import { office } from '../../i18n/office.ts'
import { EditRegular } from '../parts/icons.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { useNarrative } from './following.ts'
import { countToLook, linesOf } from './standing.ts'

export const entryId = 'narrative-entry'

export function NarrativeEntry() {
  const store = useStore()
  const answer = usePart(state => state.narrative.answer)
  const begun = usePart(state => Object.keys(state.narrative.writings).length)
  const count = useMemo(() => (answer ? countToLook(linesOf(answer)) : 0), [answer])
  useNarrative()
  return (
    <div>
      <Button
        id={entryId}
        icon={<EditRegular />}
        onClick={() => store.dispatch({ type: 'narrative-opened', open: true })}
      >
        {count > 0 ? office().narrative.openWith(count) : office().narrative.open}
      </Button>
      {begun > 0 && <Quiet>{office().narrative.unsaved(begun)}</Quiet>}
    </div>
  )
}
