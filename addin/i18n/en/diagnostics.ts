/** What the help desk asks for. */
import type { Words } from '../words.ts'

export const diagnostics: Words['diagnostics'] = {
  title: 'Support facts',
  lead: 'Send these lines to the office when you need help. They hold no figures, names or access codes.',
  loading: 'Collecting support facts…',
  copy: 'Copy',
  copied: 'Copied. Paste it into a mail to the office.',
  notCopied: 'Could not copy: select the lines below and press Ctrl + C.',
  close: 'Back',
  facts: {
    build: 'Version of the pane',
    place: 'Runs in',
    platform: 'Platform',
    office: 'Version of Office',
    requirements: 'Requirement sets of Excel',
    lacking: 'What this Excel lacks',
    language: 'Display language',
    engine: 'Embedded browser',
    online: 'Network',
    storage: 'Storage on this machine',
  },
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  unknown: 'not known',
  operations: 'Last operations with Excel',
  failures: 'Last failures',
  none: 'None yet.',
}
