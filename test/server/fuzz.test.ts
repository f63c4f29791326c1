/** A short run of `npm run fuzz`: the same checks on a few hundred mutated requests to every route. */
import { expect, test } from 'vitest'
import { writing } from '../fuzz/drafts.ts'
import { fuzz } from '../fuzz/fuzz.ts'
import { isFile, reading, readsOf } from '../fuzz/reads.ts'
import { openWorld } from '../fuzz/world.ts'

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

test('every route that reads withstands odd queries, parts of addresses and headers', async () => {
  const world = await openWorld()
  const statuses = new Map<number, number>()
  try {
    for (const route of reading) {
      // making a file takes as long as a hundred refusals
      const { byStatus, faults } = await readsOf(world, route, isFile(route) ? 2 : 12, 20_250_414)
      expect(faults).toEqual([])
      for (const [status, times] of byStatus)
        statuses.set(status, (statuses.get(status) ?? 0) + times)
    }
    expect(world.lines.filter(line => JSON.parse(line).error)).toEqual([])
  } finally {
    world.close()
  }
  // some were answered and some refused, or nothing was tried
  expect(Math.min(statuses.get(200) ?? 0, statuses.get(400) ?? 0)).toBeGreaterThan(50)
}, 60_000)
