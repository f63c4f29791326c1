/** How a download went, beside the button that began it. */
import { works } from '../../i18n/works.ts'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart } from '../store.ts'
import type { PaperKind } from './state.ts'

export function Got({ kinds }: { kinds: readonly PaperKind[] }) {
  const getting = usePart(state => state.retrospective.getting)
  if (getting.state === 'idle' || !kinds.includes(getting.kind)) return null
  const words = works().retrospective
  if (getting.state === 'fetching') return <Working words={words.fetching} />
  if (getting.state === 'failed') return <Notice tone="error">{getting.why}</Notice>
  return <Notice tone="success">{words.saved(getting.name)}</Notice>
}
