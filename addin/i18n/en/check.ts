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
  tooShort: 'A little more, please: why is this figure right?',
  explained: 'Explained',
  dependents: n => `${n} other checks depend on this cell`,
  keys: 'Alt + ↓ ↑: next, previous finding',
  fromServer: 'The server did not take the submission because of the findings below.',
}
