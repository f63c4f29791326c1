/** The rules of the checks: how each stands, what one would say of stored figures, and groups outside a ratio. */
import type { WorksWords } from '../works.ts'

const revisions = (n: number): string => (n === 1 ? '1 submission' : `${n} submissions`)
const places = (n: number): string => (n === 1 ? '1 finding' : `${n} findings`)

export const rules: WorksWords['rules'] = {
  loading: 'Loading the rules…',
  retry: 'Try again',
  search: 'Search code, subject, indicator, basis',
  shown: 'Status',
  all: n => `Any status (${n})`,
  found: n => (n === 1 ? '1 rule' : `${n} rules`),
  noneFound: 'No such rule. Clear the search or choose another status.',
  statuses: { draft: 'Draft', rehearsal: 'Rehearsal', active: 'In force', off: 'Off' },
  means: {
    draft: 'Checks nothing yet.',
    rehearsal: 'Checks only when the office rehearses it; units do not see it.',
    active: 'Checks every submission while it is in force.',
    off: 'No longer checks.',
  },
  severities: { error: 'Error, blocks', warning: 'Needs a reason', info: 'Note' },
  span: (from, until) =>
    from === null
      ? until === null
        ? 'all periods'
        : `periods that close by ${until}`
      : until === null
        ? `periods that close from ${from}`
        : `periods that close from ${from} to ${until}`,
  inForce: span => `Checks every submission, ${span}.`,
  back: 'The rules',
  compares: 'Compares:',
  terms: n => `Names of the ${n} lines and columns`,
  basis: text => `Basis: ${text}`,
  fix: text => `What the unit is told: ${text}`,
  former: id => `Formerly ${id}.`,
  changedInCatalogue: why => `The catalogue changed this rule: ${why}`,
  unrehearsed:
    'This rule went from draft straight into force without a rehearsal. Rehearse it to see which units it would stop.',

  rehearse: 'Rehearse',
  rehearseAbout:
    'Reads what was submitted as if the rule were in force. Nothing is stored, units see nothing.',
  from: 'From period',
  to: 'To period',
  running: (done, of) => `Read ${done} of ${of} periods…`,
  stop: 'Stop',
  stopped: (done, of) => `Stopped after ${done} of ${of} periods.`,
  verdict: (submissions, failing) =>
    submissions === 0
      ? 'Nothing counts in this range yet.'
      : failing === 0
        ? `None of ${revisions(submissions)} would fail.`
        : `${failing} of ${revisions(submissions)} would fail.`,
  columns: { unit: 'Unit', submissions: 'Read', failing: 'Failing' },
  tableOf: rule => `Rehearsal of ${rule} by unit`,
  sentences: n => `Show ${places(n)}`,
  where: (unit, period, revision) => `${unit}, ${period}, revision ${revision}`,
  hidden: n => `${places(n)} more are not shown here.`,
  skipped: periods => `Not read: ${periods}. Its catalogue lacks a figure the rule reads.`,
  noPeriods: 'No period has been opened, so there is nothing to rehearse on.',

  change: 'Change the status',
  status: 'New status',
  fromDay: 'In force from',
  untilDay: 'Until the end of',
  dayHint: 'Compared with the last day of a period’s window; empty means no limit.',
  reason: 'Why',
  reasonHint: 'At least 10 characters; goes into the audit.',
  confirm: rule => `Type ${rule} to confirm`,
  confirmAbout:
    'This rule stops submissions with an error. After the change that error will be let through.',
  record: 'Record the change',
  changed: (rule, status) => `Rule ${rule}: ${status.toLowerCase()}.`,
  history: n => `History (${n})`,
  asCatalogue: 'Never changed; as the catalogue has it.',
  by: (name, at) => `${name}, ${at}`,
  restore: 'Change back',
  restoreOf: at => `Change back to what was recorded ${at}`,

  exclusions: n => `Groups outside a ratio (${n})`,
  exclusionsAbout:
    'A group that a document allows to leave out of the denominator. The merged figures, the annex and the report tell the ratio with and without it.',
  noExclusions: 'No group is declared.',
  declare: 'Declare a group',
  ratio: 'Ratio',
  group: 'Figure that counts the group',
  choose: 'Choose…',
  name: 'Name of the group',
  nameHint: 'For example: 4 notification procedures without a result',
  document: 'Allowed by',
  documentHint: 'For example: official letter 12/SCT-VP of 5 March 2025',
  recordExclusion: 'Record',
  edit: 'Edit',
  editOf: name => `Edit ${name}`,
  withdraw: 'Withdraw',
  withdrawOf: name => `Withdraw ${name}`,
  withdrawAsk: name =>
    `Without “${name}”, open periods no longer tell the ratio both ways. To keep it for past periods, edit its last day instead.`,
  withdrawNow: 'Withdraw it',
  recorded: name => `“${name}” is recorded.`,
  withdrawn: name => `“${name}” is withdrawn.`,
  leaves: (ratio, group) => `${ratio}: without ${group}`,
}
