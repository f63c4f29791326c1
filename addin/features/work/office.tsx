/** The office's work beside the period: one line each, and the one that is open. */
import { lazy, Suspense } from 'react'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { officeWorks, type Work } from './state.ts'
import { WorkLines, WorkView } from './works.tsx'

const views: Record<Work, ReturnType<typeof lazy>> = {
  plan: lazy(() => import('../plan/office.tsx')),
  inspection: lazy(() => import('../inspection/office.tsx')),
  retrospective: lazy(() => import('../retrospective/retrospective.tsx')),
  rules: lazy(() => import('../rules-office/rules.tsx')),
  webhooks: lazy(() => import('../webhooks/webhooks.tsx')),
}

export default function OfficeWork() {
  const store = useStore()
  const open = usePart(state => state.work.open)
  const View = open && views[open]
  if (!View)
    return (
      <WorkLines
        works={officeWorks}
        about={work => office().work[work]}
        onOpen={work => store.dispatch({ type: 'work-opened', work })}
      />
    )
  return (
    <WorkView title={t.work.names[open]} back={t.work.backToOffice}>
      <Suspense fallback={<Working words={t.work.loading} />}>
        <View />
      </Suspense>
    </WorkView>
  )
}
