/** Asks Excel for all at once and, when that is more than one message may carry, for halves (5 MB on the web). */
import { hostError } from './office-errors.ts'

/** @throws HostError `too-large` when one alone is too much */
export async function inParts<T, R>(
  all: readonly T[],
  ask: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  try {
    return [...(await ask(all))]
  } catch (error) {
    if (all.length < 2 || hostError(error).code !== 'too-large') throw error
    const half = Math.ceil(all.length / 2)
    return [...(await inParts(all.slice(0, half), ask)), ...(await inParts(all.slice(half), ask))]
  }
}
