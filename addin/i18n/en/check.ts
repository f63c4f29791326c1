/** Findings and reasons. */
import type { Counts } from '../../features/check/findings.ts'
import type { Words } from '../words.ts'

export const check: Words['check'] = {
  run: 'Check again',
  running: 'Checking…',
  groups: { error: 'Errors to mend', warning: 'To be explained', info: 'Notes' },
  severity: { error: 'Error', warning: 'To be explained', info: 'Note' },
  counts: ({ errors, unexplained, explained, infos }: Counts) =>
    [
      [errors, 'errors to mend'],
      [unexplained, 'to be explained'],
      [explained, 'explained'],
      [infos, 'notes'],
    ]
      .flatMap(([count, words]) => (count ? `${count} ${words}` : []))
      .join(' · ') || 'Nothing found',
  empty: 'There are no figures to check yet. Fill the forms; results show here at once.',
  clean: 'No errors',
  cleanText: checks => `All ${checks} checks passed.`,
  ready: 'No errors left, everything explained',
  readyText: 'Ready to submit.',
  toSubmit: 'Go to Submit',
  closed: 'Open the forms in Fill first, then check.',
  reason: 'Reason',
  reasonHint:
    'Say why the figure is right, for example “sales promotion of 30 April, list attached”.',
  emptiness: {
    short: 'A little more, please: why is this figure right?',
    boilerplate:
      'This would fit any figure. Say what happened here: which event, how many dossiers, which document.',
    copied:
      'The same sentence stands under several different checks. Say what made this very figure differ.',
  },
  refusedReason:
    'The server did not take this reason. Say what happened: which event, how many dossiers, which document.',
  cause: where => `Same cause as ${where}; mended there, it goes away.`,
  lapsed: old =>
    `The former reason no longer counts because a figure changed: “${old}”. Give one for the new figure; with the old figure it counts again.`,
  lapsedCount: n => `${n} reasons no longer count`,
  explained: 'Explained',
  dependents: n => `${n} other findings of the same cause`,
  suspects: cells =>
    cells === 1
      ? 'Perhaps a single cell is wrong, look at:'
      : 'Perhaps one of these cells is wrong, look at:',
  keys: 'Enter: to the cell. Alt + ↓ ↑: next, previous finding.',
  filter: { label: 'Form', all: n => `All (${n})` },
  questioned: {
    title: 'Asked by the office',
    changed: (before, now) => `Changed: ${before} → ${now}`,
    unchanged: n =>
      `${n} figures the office asked about are as they were: correct them above, or leave them if they are right.`,
    same: now => `Not changed: ${now}`,
  },
  fromServer: 'The server did not take the submission because of the findings below.',
}
