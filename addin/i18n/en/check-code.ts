/** What the code printed on a paper belongs to. */
import type { CheckCodeWords } from '../check-code.ts'

export const checkCode: CheckCodeWords = {
  title: 'Look up a check code',
  lead: 'The code is printed on the cover and at the foot of every page of the annex, and at the foot of the report. Look it up to learn which figures a paper holds.',
  label: 'Check code',
  ask: 'Look up',
  asking: 'Looking up…',
  close: 'Back',
  empty: 'Enter the ten characters of the check code, then look it up.',
  offline:
    'The server cannot be reached, so nothing was looked up. Check the network and try again.',
  server: status => `The server could not answer (${status}). Try again in a few minutes.`,
  belongs: (code, agency, period) =>
    `Code ${code}: administrative reform figures of ${agency}, ${period}.`,
  state: {
    final: 'Final figures: the period was locked when this copy was made.',
    provisional: 'Provisional figures: the period was not locked when this copy was made.',
  },
  times: (asOf, takenAt) => `Figures as of ${asOf}, first handed out ${takenAt} (time in Vietnam).`,
  current: 'These figures still stand: nothing has changed since.',
  reopened: 'The period was opened again after this copy was made.',
  newer: code => `There is a newer copy with the code ${code}. Use that one instead.`,
  changed: 'The figures in the system have changed since, but no newer copy was handed out yet.',
  units: 'Figures of each unit',
  counted: (unit, revision) => `${unit}: revision ${revision}`,
  uncounted: unit => `${unit}: no figures`,
}
