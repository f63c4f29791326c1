/** How it stands with the unit’s figures, in a few words. */
import type { Words } from '../words.ts'

export const status: Words['status'] = {
  none: 'Not submitted',
  submitted: (revision, at) => `Revision ${revision} submitted at ${at}`,
  changed: (count, revision) => `${count} changes since revision ${revision}, not submitted`,
  sending: 'Sending…',
  waiting: 'Waiting to be sent again',
}
