/** A command that may be refused: whether it runs, and why it did not succeed. What was typed stays. */
import { useState } from 'react'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'

/** @returns null when it is done, otherwise the sentence to show */
export async function refusalOf(
  store: Store,
  work: () => Promise<unknown>,
): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    // the sign-in is shown; there is nothing more to say here
    return leftBecauseExpired(store, error) ? '' : sentenceOf(error)
  }
}

export function useAttempt() {
  const [state, set] = useState<{ busy: boolean; why: string | null }>({ busy: false, why: null })
  return {
    ...state,
    /** @returns whether it is done */
    run: async (verb: () => Promise<string | null>): Promise<boolean> => {
      set({ busy: true, why: null })
      const why = await verb()
      set({ busy: false, why })
      return why === null
    },
  }
}
