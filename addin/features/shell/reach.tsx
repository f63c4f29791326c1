/** Excel that does not answer, or is too old: said above every view, with what can be done. Signing in works all the same. */
import { Button } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { plainWorkbook } from '../help/pages.ts'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'

export function Reach() {
  const store = useStore()
  const place = usePart(state => state.place)
  const plain = (
    <Button as="a" href={plainWorkbook} target="_blank" rel="noreferrer">
      {t.shell.plain}
    </Button>
  )
  if (place === 'too-old')
    return (
      <Notice tone="warning" title={t.shell.tooOld.title} actions={plain}>
        {t.shell.tooOld.text}
      </Notice>
    )
  if (place !== 'unreachable') return null
  return (
    <Notice
      tone="warning"
      title={t.host.unreachable.title}
      actions={
        <>
          <Button appearance="primary" onClick={() => location.reload()}>
            {t.host.retry}
          </Button>
          <Button onClick={() => store.dispatch({ type: 'placed', place: 'alone' })}>
            {t.shell.withoutExcel}
          </Button>
        </>
      }
    >
      {t.host.unreachable.text}
    </Notice>
  )
}
