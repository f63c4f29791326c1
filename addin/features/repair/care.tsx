/** Stands above the steps: what was just pasted, and sheets that can be read but are not as they were laid out. */
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Mark } from '../../host/port.ts'
import { t } from '../../i18n/words.ts'
import { isOurs } from '../fill/opening.ts'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { Rebuilding } from './damage.tsx'
import { PastedLine } from './pasted-line.tsx'
import { diagnoseNow, protectAgain } from './rebuilding.ts'
import { watchPastes } from './watching.ts'

export function Care() {
  const store = useStore()
  const ours = usePart(isOurs)
  const damaged = usePart(state => state.fill.hostTrouble !== null)
  useEffect(() => {
    const workbook = ours ? store.workbook() : null
    if (!workbook) return
    void diagnoseNow(store)
    return watchPastes(store, workbook)
  }, [store, ours])
  if (!ours) return null
  return (
    <>
      {!damaged && <PastedLine />}
      {!damaged && <Marks />}
    </>
  )
}

function Marks() {
  const store = useStore()
  const { sheets, working, salvage } = usePart(state => state.repair)
  const [naming, setNaming] = useState(false)
  const marked = (mark: Mark) =>
    sheets
      ?.filter(({ marks, damage }) => damage === null && marks.includes(mark))
      .map(({ sheet }) => sheet)
      .join(', ') ?? ''
  const [open, copied, nameless] = [marked('unprotected'), marked('copied'), marked('name-lost')]
  return (
    <>
      {open !== '' && (
        <Notice
          tone="warning"
          actions={
            <Button disabled={working} onClick={() => protectAgain(store)}>
              {t.repair.protect}
            </Button>
          }
        >
          {t.repair.unprotected(open)}
        </Notice>
      )}
      {copied !== '' && <Notice tone="info">{t.repair.copied(copied)}</Notice>}
      {nameless !== '' && (
        <Notice
          tone="info"
          actions={!naming && <Button onClick={() => setNaming(true)}>{t.repair.rebuild}</Button>}
        >
          {t.repair.nameless(nameless)}
          {(naming || salvage) && <Rebuilding carrying={false} />}
        </Notice>
      )}
    </>
  )
}
