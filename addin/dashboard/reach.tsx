/** Keeps the page fresh while somebody can see it, says when the server cannot be reached, and tells who only hears. */
import { useEffect, useSyncExternalStore } from 'react'
import { printInstant } from '../../shared/period.ts'
import { t } from '../i18n/dashboard.ts'
import { useSigned } from './using.ts'

const everyMinute = 60_000

export function Reach() {
  const { answers } = useSigned()
  const standing = useSyncExternalStore(answers.subscribe, () => {
    const { asking, oldest, unreachable } = answers.standing()
    // a snapshot is compared, so it is a text
    return `${asking > 0 ? 'asking' : 'still'} ${unreachable ? 'cut' : 'reached'} ${oldest ?? ''}`
  })
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void answers.refresh()
    }
    const timer = setInterval(look, everyMinute)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [answers])
  const [work, reach, oldest] = standing.split(' ')
  return (
    <>
      <p className="unseen" role="status">
        {work === 'asking' ? t.loading : t.loaded}
      </p>
      {reach === 'cut' && (
        <div className="notice" role="alert">
          {oldest ? t.stale(printInstant(new Date(Number(oldest)).toISOString())) : t.unreachable}{' '}
          <button type="button" className="plain" onClick={() => void answers.refresh()}>
            {t.retry}
          </button>
        </div>
      )}
    </>
  )
}
