/** The last line of the printed page: who printed it and when. Nothing of it shows on the screen. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { printInstant } from '../../shared/period.ts'
import { t } from '../i18n/dashboard.ts'

export function Printed({ who }: { who: string }) {
  const [at, setAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    // the browser prints as soon as this returns
    const now = () => flushSync(() => setAt(new Date().toISOString()))
    addEventListener('beforeprint', now)
    return () => removeEventListener('beforeprint', now)
  }, [])
  return <p className="printed">{t.printed(who, printInstant(at))}</p>
}
