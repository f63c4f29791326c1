/** What the last command wrote, with the way back; it stays until the next command. */
import { Button } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { ArrowUndoRegular } from '../parts/icons.ts'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import type { WrittenNote } from './state.ts'
import { undo } from './writing.ts'

export function WrittenLine() {
  const store = useStore()
  const { writing, written } = usePart(state => state.fill)
  if (writing) return <Working words={t.fill.written.working} />
  if (!written) return null
  const { left } = written
  return (
    <Notice
      tone={left > 0 ? 'warning' : 'success'}
      actions={
        written.undo && (
          <Button size="small" icon={<ArrowUndoRegular />} onClick={() => undo(store)}>
            {t.fill.written.undo}
          </Button>
        )
      }
    >
      {sentence(written)} {left > 0 && t.fill.written.left(left)}
    </Notice>
  )
}

function sentence({ what, cells, undone }: WrittenNote): string {
  if (cells === 0) return t.fill.written.nothing
  if (undone) return t.fill.written.undone(cells)
  if (what.kind === 'forward') return t.fill.written.forward(cells)
  if (what.kind === 'months') return t.fill.written.months(cells)
  if (what.kind === 'months-cleared') return t.fill.written.cleared(cells)
  if (what.kind === 'proposed') return t.fill.written.proposed(cells)
  if (what.kind === 'file') return t.fill.written.file(cells)
  return t.fill.written.answer(t.fill.answers.says[what.says], what.label, what.cell)
}
