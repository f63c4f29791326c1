/** Where the workbook stands in the way: what the person can do about it, in their words. */
import { Button } from '@fluentui/react-components'
import { vi } from '../../i18n/vi.ts'
import { identify, openForms } from '../fill/opening.ts'
import { usePart, useStore } from '../store.ts'
import { Quiet } from './layout.tsx'
import { Notice } from './notice.tsx'
import { Working } from './working.tsx'

export function HostTrouble() {
  const store = useStore()
  const place = usePart(state => state.place)
  const code = usePart(state => state.fill.hostTrouble)
  const cellEdited = usePart(state => state.fill.cellEdited)
  const again = () => {
    const workbook = store.workbook()
    if (workbook) void identify(store, workbook)
  }
  if (place === 'opening') return <Working words={vi.host.opening} />
  if (place === 'alone')
    return (
      <Notice tone="info" title={vi.host.alone.title}>
        {vi.host.alone.text}
      </Notice>
    )
  if (place === 'unreachable')
    return (
      <Notice
        tone="warning"
        title={vi.host.unreachable.title}
        actions={<Button onClick={() => location.reload()}>{vi.host.retry}</Button>}
      >
        {vi.host.unreachable.text}
      </Notice>
    )
  if (cellEdited) return <Notice tone="info">{vi.host.cellEdited}</Notice>
  if (!code) return null
  const damaged = code === 'sheets-damaged'
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <Button onClick={again}>{vi.host.retry}</Button>
          {damaged && <Button onClick={() => openForms(store)}>{vi.fill.again}</Button>}
        </>
      }
    >
      {vi.host.troubles[code]}
      {damaged && <Quiet>{vi.fill.rebuilding}</Quiet>}
    </Notice>
  )
}
