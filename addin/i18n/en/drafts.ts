/** What this machine holds that was never submitted. */
import type { Words } from '../words.ts'

export const drafts: Words['drafts'] = {
  held: (at, n) =>
    `This machine still holds figures of ${at} that were not submitted: ${n} differ from the workbook`,
  heldElsewhere: (at, n) =>
    `This machine still holds figures of another workbook, of ${at}, that were not submitted: ${n} differ from this one`,
  changes: n => `See ${n} places: workbook → figures held`,
  takeBack: 'Take them back',
  takingBack:
    'The forms are made again with the figures held; those in the workbook are kept on this machine and can be taken back later.',
  drop: 'Drop the draft',
  dropping: n =>
    `The ${n} places held are gone from this machine for good; the workbook stays as it is.`,
  dropForGood: 'Drop for good',
  keep: 'Keep',
}
