/** The office’s board. */
import type { Words } from '../words.ts'

export const board: Words['board'] = {
  loading: 'Loading who has submitted…',
  submitted: (n, of) => `${n}/${of} units have submitted`,
  missing: n => `Awaited (${n})`,
  done: n => `Submitted (${n})`,
  everyone: 'All units have submitted.',
  unit: {
    submitted: (revision, at) => `Revision ${revision} submitted at ${at}`,
    by: name => `Prepared by ${name}`,
    missing: 'Not submitted',
    late: 'Not submitted, overdue',
    lateSubmitted: 'submitted late',
    accepted: 'accepted',
    returned: note => `returned: ${note}`,
    changedSinceAccepted: 'submitted again after acceptance',
  },
  annex: 'Download annex (.xlsx)',
  fetching: 'Making the annex…',
  saved: name => `Saved ${name} in the Downloads folder.`,
  provisional: missing => `Provisional annex: ${missing} units missing.`,
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  asOf: at => `As of ${at}`,
}
