/** Which consolidation this clerk took last, kept on this machine by agency, name and period. */
import { onThisMachine } from '../parts/on-machine.ts'
import type { Store } from '../store.ts'
import type { LastPull } from './state.ts'

const nameOf = (store: Store, period: string): string | null => {
  const who = store.state().access.session?.who
  return who ? `pull.${who.agency}.${who.name}.${period}` : null
}

export function lastPull(store: Store, period: string): LastPull | null {
  const name = nameOf(store, period)
  return name ? onThisMachine().read<LastPull>(name) : null
}

/** null forgets */
export function rememberPull(store: Store, period: string, last: LastPull | null): void {
  const name = nameOf(store, period)
  if (name) onThisMachine().write(name, last)
}
