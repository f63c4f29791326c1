/** Without a workbook beside the pane: the unit's forms as a file that any Excel, LibreOffice or WPS can fill. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { t } from '../../i18n/words.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { save } from '../pull/save.ts'
import { useStore } from '../store.ts'

type Taking =
  | { readonly state: 'idle' | 'fetching' }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'failed'; readonly why: string }

export function PlainWorkbook({ period, unit }: { period: string; unit: string }) {
  const store = useStore()
  const [taking, setTaking] = useState<Taking>({ state: 'idle' })
  const take = async () => {
    setTaking({ state: 'fetching' })
    try {
      const { name, content } = await store.api.sheetWorkbook(period, unit)
      save(name, content)
      setTaking({ state: 'saved', name })
    } catch (error) {
      if (!leftBecauseExpired(store, error)) setTaking({ state: 'failed', why: sentenceOf(error) })
    }
  }
  return (
    <Stack>
      <Notice
        tone="info"
        title={t.plain.title}
        actions={
          <Button appearance="primary" disabled={taking.state === 'fetching'} onClick={take}>
            {t.plain.take}
          </Button>
        }
      >
        {t.plain.text}
      </Notice>
      {taking.state === 'fetching' && <Working words={t.plain.taking} />}
      {taking.state === 'saved' && <Notice tone="success">{t.plain.saved(taking.name)}</Notice>}
      {taking.state === 'failed' && <Notice tone="warning">{taking.why}</Notice>}
    </Stack>
  )
}
