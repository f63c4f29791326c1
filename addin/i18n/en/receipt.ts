/** The receipt. */
import type { Words } from '../words.ts'

export const receipt: Words['receipt'] = {
  titleOf: revision => `Receipt of revision ${revision}`,
  heading: 'RECEIPT OF FIGURES',
  received: at => `Received at ${at}`,
  number: 'Receipt number',
  revision: 'Revision',
  time: 'Received',
  timeZone: 'Vietnam time',
  unit: 'Unit',
  period: 'Reporting period',
  digest: 'Content code',
  id: 'Submission id',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Could not copy; select the receipt and press Ctrl + C.',
  print: 'Print receipt',
  close: 'Close',
  history: n => `Revisions of this period (${n})`,
  historyHeading: 'REVISIONS SUBMITTED IN THIS PERIOD',
  historyCopy: 'No network: the list this machine fetched last.',
  printHistory: 'Print the list',
  revisionOf: revision => `Revision ${revision}`,
  columns: ['Revision', 'Received', 'Receipt number', 'Prepared by', 'Approved by', 'State'],
  states: {
    submitted: 'received, to be accepted',
    accepted: 'accepted',
    returned: 'returned',
    superseded: 'a newer one came',
  },
}
