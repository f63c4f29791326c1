/** Periods, windows, due dates. */
import type { Words } from '../words.ts'

export const period: Words['period'] = {
  choose: 'Reporting period',
  loading: 'Loading the periods…',
  none: 'The office has not opened a period yet.',
  window: (from, to) => `Figures from ${from} to ${to} inclusive`,
  due: date => `Due ${date}`,
  ahead: days => (days === 1 ? '1 day left' : `${days} days left`),
  today: 'due today',
  past: days => (days === 1 ? '1 day late' : `${days} days late`),
  locked: 'locked',
  lockedNamed: name => `${name} (locked)`,
  older: 'Periods of earlier years…',
}
