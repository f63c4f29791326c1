/** A short run of `npm run kill-test`: what a receipt acknowledged survives kills of the real server. */
import { expect, test } from 'vitest'
import { killRun } from '../durability/kill-run.ts'

test('kills under load, while starting and while stopping lose and double nothing', async () => {
  const { kills, startsOnLog, acknowledged, lost, doubled, faults } = await killRun({
    seed: 3,
    agencies: 2,
    kills: 6,
    acknowledged: 60,
  })
  expect({ lost, doubled, faults }).toEqual({ lost: 0, doubled: 0, faults: [] })
  expect(acknowledged).toBeGreaterThanOrEqual(60)
  expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(6)
  // every kill leaves a log that the next start must take up
  expect(startsOnLog).toBeGreaterThan(0)
}, 60_000)
