// The word in the header: one for every combination of facts, and the most pressing one.
import { expect, test } from 'vitest'
import { type Facts, standingOf, standings } from '../../../addin/features/desk/standing.ts'
import { unitStates } from '../../../shared/protocol.ts'

const both = [false, true]
const everything: Facts[] = (['no', 'waiting', 'server-busy', 'under-way'] as const).flatMap(
  sending =>
    both.flatMap(locked =>
      unitStates.flatMap(office =>
        both.flatMap(again =>
          both.flatMap(news =>
            both.map((kept): Facts => ({ sending, locked, office, again, news, kept })),
          ),
        ),
      ),
    ),
)

/** The rules of the header, said once more from the person's side. */
function expected({ sending, locked, office, again, news, kept }: Facts): string {
  if (sending !== 'no')
    return { waiting: 'waiting', 'server-busy': 'serverBusy', 'under-way': 'sending' }[sending]
  if (locked) return 'locked'
  if (news && kept) return 'kept'
  const first = office === 'not-started'
  if (news && !first) return 'changed'
  if (office === 'submitted') return again ? 'again' : 'submitted'
  return first ? 'none' : office
}

test('all 256 combinations have their word, and every word occurs', () => {
  expect(everything).toHaveLength(256)
  for (const facts of everything)
    expect(standingOf(facts), JSON.stringify(facts)).toBe(expected(facts))
  expect(new Set(everything.map(standingOf))).toEqual(new Set(standings))
})
