/** What the office has decided, as the unit reads it. */
import type { Words } from '../words.ts'

export const decision: Words['decision'] = {
  returned: revision => `The office returned revision ${revision} for correction`,
  by: (name, at) => `${name}, ${at}`,
  correct: 'Correct and submit again',
  accepted: (revision, name, at) => `The office accepted revision ${revision} (${name}, ${at})`,
  again: revision =>
    `Revision ${revision} came after the office had accepted an earlier one and waits to be accepted again. Nothing more to do.`,
}
