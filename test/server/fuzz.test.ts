/** A short run of `npm run fuzz`: the same checks on a few hundred mutated requests to every route that writes. */
import { expect, test } from 'vitest'
import { writing } from '../fuzz/drafts.ts'
import { fuzz } from '../fuzz/fuzz.ts'

test.each(writing)(
  '$method $path withstands what nobody sends on purpose',
  async route => {
    const { byStatus, faults } = await fuzz(route, 150, 20_250_414)
    expect(faults).toEqual([])
    // some were accepted and some refused, or nothing was tried
    const statuses = [...byStatus.keys()]
    expect(statuses.some(status => status < 300)).toBe(true)
    expect(statuses.some(status => status >= 400)).toBe(true)
  },
  60_000,
)
