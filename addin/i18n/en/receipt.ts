/** The receipt. */
import type { Words } from '../words.ts'

export const receipt: Words['receipt'] = {
  title: 'Receipt',
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
}
