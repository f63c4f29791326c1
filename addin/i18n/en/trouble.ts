/** Failures nobody expected, and a network that is not there. */
import type { Words } from '../words.ts'

export const trouble: Words['trouble'] = {
  offline: 'No network. Check the connection, then try again.',
  server: status =>
    `The server could not answer (${status}). Try again in a few minutes; if it goes on, tell the office.`,
  unexpected: 'Something unexpected happened. The figures in the workbook are not affected.',
  reload: 'Reload',
  dismiss: 'Dismiss',
}
