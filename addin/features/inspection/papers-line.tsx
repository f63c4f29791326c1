/** The notice and its annex as files. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { works } from '../../i18n/works.ts'
import { useAttempt } from '../board/attempt.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { ArrowDownloadRegular } from '../parts/icons.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { save } from '../pull/save.ts'
import { type Store, useStore } from '../store.ts'
import { Actions } from './frame.tsx'

export type RoundPaper = 'notice' | 'annex'

/** @returns null when it is saved under its name, otherwise the sentence that says why not */
export async function take(
  store: Store,
  round: string,
  paper: RoundPaper,
  onSaved: (name: string) => void,
): Promise<string | null> {
  try {
    const asked = paper === 'notice' ? store.api.notice(round) : store.api.noticeAnnex(round)
    const { name, content } = await asked
    save(name, content)
    onSaved(name)
    return null
  } catch (error) {
    return leftBecauseExpired(store, error) ? '' : sentenceOf(error)
  }
}

export function PapersLine({ round }: { round: string }) {
  const store = useStore()
  const attempt = useAttempt()
  const [saved, setSaved] = useState<string | null>(null)
  const words = works().inspection.round
  const get = (paper: RoundPaper) => () => {
    setSaved(null)
    void attempt.run(() => take(store, round, paper, setSaved))
  }
  return (
    <>
      <Actions>
        {(['notice', 'annex'] as const).map(paper => (
          <Button
            key={paper}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={attempt.busy}
            onClick={get(paper)}
          >
            {words[paper]}
          </Button>
        ))}
      </Actions>
      {attempt.busy && <Working words={words.fetching} />}
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      <div role="status">{saved && <Quiet>{words.fetched(saved)}</Quiet>}</div>
    </>
  )
}
