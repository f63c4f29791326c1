/** Where the workbook stands in the way: what the person can do about it, in their words. */
import { Button } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { identify } from '../fill/opening.ts'
import { Damage } from '../repair/damage.tsx'
import { usePart, useStore } from '../store.ts'
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
  if (place === 'opening') return <Working words={t.host.opening} />
  if (place === 'alone')
    return (
      <Notice tone="info" title={t.host.alone.title}>
        {t.host.alone.text}
      </Notice>
    )
  // said above every view
  if (place === 'unreachable' || place === 'too-old') return null
  if (cellEdited) return <Notice tone="info">{t.host.cellEdited}</Notice>
  if (!code) return null
  return (
    <Notice tone="warning" actions={<Button onClick={again}>{t.host.retry}</Button>}>
      {t.host.troubles[code]}
      {code === 'sheets-damaged' && <Damage />}
    </Notice>
  )
}
