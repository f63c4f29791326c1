/** Chance that can be repeated: the same seed makes the same requests on every machine. */

export type Chance = {
  /** a whole number from 0 to below `limit` */
  below(limit: number): number
  /** true once in `of` times */
  once(of: number): boolean
  pick<T>(choices: readonly T[]): T
}

/** Mulberry32: 32 bits of state, even enough to choose mutations. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    once: of => below(of) === 0,
    pick: choices => {
      const found = choices[below(choices.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
  }
}
