/** How it stands with the unit’s figures, in a few words. */
import type { Words } from '../words.ts'

export const status: Words['status'] = {
  none: 'Not submitted',
  kept: (count, revision) =>
    revision === null
      ? 'Kept on this machine, not submitted'
      : count > 0
        ? `Kept on this machine: ${count} changes since revision ${revision}, not submitted`
        : `Kept on this machine: other reasons than revision ${revision}, not submitted`,
  changed: (count, revision) =>
    count > 0
      ? `${count} changes since revision ${revision}, not submitted`
      : `Other reasons than revision ${revision}, not submitted`,
  sending: 'Sending…',
  waiting: 'Waiting for the network, will be sent by itself',
  serverBusy: 'The server has not taken it yet, will be sent again by itself',
  submitted: (revision, at) => `Revision ${revision} submitted at ${at}`,
  again: (revision, at) => `Revision ${revision} submitted at ${at}, to be accepted again`,
  returned: revision => `Revision ${revision} was returned for correction`,
  accepted: (revision, at) => `Revision ${revision} accepted at ${at}`,
  locked: revision =>
    revision === null
      ? 'Period locked, not submitted'
      : `Period locked, revision ${revision} counts`,
}
