/** Looks at the machine once, when the support facts are opened. */
import { recentOperations } from '../../host/run.ts'
import { hostFacts } from '../../host/support.ts'
import { permitted } from '../kept.ts'
import type { Place } from '../state.ts'
import { recentFailures } from '../trouble/failures.ts'
import { buildId } from './build.ts'
import type { Observed } from './facts.ts'

export const observe = (place: Place): Observed => ({
  build: buildId,
  place,
  host: hostFacts(),
  userAgent: navigator.userAgent,
  online: navigator.onLine,
  storage: keeps(),
  operations: recentOperations().toReversed(),
  failures: recentFailures(),
})

/** Private windows have a storage that refuses to store. */
function keeps(): boolean {
  const name = 'cchc.storage'
  try {
    const storage = permitted(() => localStorage)
    storage?.setItem(name, '1')
    storage?.removeItem(name)
    return storage !== undefined
  } catch {
    return false
  }
}
