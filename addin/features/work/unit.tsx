/** What a unit has to do beside the period's forms, over the desk while it is open. */
import { lazy, Suspense } from 'react'
import { t } from '../../i18n/words.ts'
import { Working } from '../parts/working.tsx'
import type { unitWorks } from './state.ts'
import { WorkView } from './works.tsx'

const views: Record<(typeof unitWorks)[number], ReturnType<typeof lazy>> = {
  plan: lazy(() => import('../plan/unit.tsx')),
  inspection: lazy(() => import('../inspection/unit.tsx')),
}

export default function UnitWork({ open }: { open: (typeof unitWorks)[number] }) {
  const View = views[open]
  return (
    <WorkView title={t.work.names[open]} back={t.work.backToUnit}>
      <Suspense fallback={<Working words={t.work.loading} />}>
        <View />
      </Suspense>
    </WorkView>
  )
}
