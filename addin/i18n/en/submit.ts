/** What goes out, what stands in the way, what came back. */
import type { Words } from '../words.ts'

export const submit: Words['submit'] = {
  title: 'Before submitting',
  filled: (filled, total) => `${filled}/${total} indicators and lines filled`,
  blanks: n => `${n} left blank`,
  noBlanks: 'Nothing left blank',
  reasons: n => (n === 1 ? '1 reason' : `${n} reasons`),
  changes: (n, revision) => `${n} changes since revision ${revision}`,
  noChanges: revision => `No changes since revision ${revision}`,
  first: 'First revision of this period',
  errors: n => `${n} errors to mend`,
  unexplained: n => `${n} still to be explained`,
  preparedBy: 'Prepared by',
  approvedBy: 'Approved by',
  approved: 'Approved by the head of the unit',
  send: revision => `Submit revision ${revision}`,
  sending: revision => `Submitting revision ${revision}…`,
  kept: revision =>
    `Takes the place of revision ${revision}; revision ${revision} stays in the history.`,
  obstacles: {
    locked: 'This period is locked. To correct figures, ask the office to open it again.',
    outdated:
      'First choose at the top of this tab whether to take the newer revision or keep the workbook’s figures.',
    'not-read': 'Open the forms in Fill first.',
    empty: 'No figures yet. Where nothing arose, write “Không phát sinh”.',
    errors: n => `${n} errors left to mend in Check.`,
    reasons: n => `${n} places left to explain in Check.`,
    unchanged: 'The figures equal the submitted revision; there is nothing new to submit.',
    names: 'Write the names of those who prepared and approved.',
    approval: 'Tick when the head of the unit has approved.',
  },
  toCheck: 'See the check',
  offline:
    'Not sent yet: no network. The figures are intact on this machine and go by themselves when the network is back.',
  unanswered:
    'The last submission got no answer from the server. The pane keeps asking; nothing is submitted twice.',
  since: at => `Submitted here at ${at}`,
  sendAgain: 'Send again',
  withdraw: 'Do not send',
  withdrawCertain:
    'This revision has not left this machine. Nothing will have been submitted; the figures stay in the workbook.',
  withdrawMaybe:
    'This revision may have reached the server before the network went. This machine stops sending it, but if it arrived it is submitted; the pane will say so when the network is back.',
  withdrawYes: 'Stop sending',
  withdrawNo: 'Keep waiting',
  reload: 'Load the newer revision',
  reloadKeeps: 'The figures in the workbook stay for comparison.',
}
