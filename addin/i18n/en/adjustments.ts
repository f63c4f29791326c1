/** The office’s own entries beside the units’ figures. */
import type { OfficeWords } from '../office.ts'

export const adjustments: OfficeWords['adjustments'] = {
  loading: 'Loading the adjustments…',
  about:
    'An adjustment stands beside the units’ figures with its reason and author; their figures stay as they are. It lapses when a unit changes the figure.',
  none: 'There is no adjustment in this period.',
  list: n => `Adjustments (${n})`,
  states: {
    stands: 'Applied',
    lapsed: 'Lapsed: the figure beneath has changed',
    replaced: 'Replaced by a later one',
    withdrawn: 'Withdrawal',
  },
  value: value => `Value ${value}`,
  by: (who, at) => `${who}, ${at}`,
  withdraw: 'Withdraw',
  withdrawOf: place => `Withdraw the adjustment of ${place}`,
  withdrawReason: 'Reason for withdrawing',
  confirmWithdraw: 'Withdraw adjustment',
  add: 'Add an adjustment',
  search: 'Find an indicator',
  searchHint: 'Type its code or name, with or without marks: “3.1.1”, “dung han”.',
  found: (n, more) => (more ? `first ${n} results; type more to narrow` : `${n} results`),
  notFound: 'No indicator found. Try its code or a word of its name.',
  now: words => `Consolidated figure now: ${words}`,
  other: 'Choose another indicator',
  addsValue: 'Add (a negative number takes away)',
  replacesValue: 'Replace by',
  choose: 'Choose',
  becomes: (from, by, to) => `${from} ${by} = ${to}`,
  notANumber: 'Not readable as a number. Write 12, 1.234,5 or -3.',
  reason: 'Reason',
  reasonHint: 'What the adjustment rests on; printed on the annex with its author.',
  record: 'Record adjustment',
  recording: 'Recording…',
  recorded: place => `The adjustment of ${place} is recorded.`,
  withdrawn: place => `The adjustment of ${place} is withdrawn.`,
  cancel: 'Cancel',
  locked:
    'The period is locked, so none can be added or withdrawn. Reopen it under Periods if need be.',
}
