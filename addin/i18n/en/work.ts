/** The work beside the period's figures. */
import type { OfficeWords } from '../office.ts'
import type { Words } from '../words.ts'

export const work: Words['work'] = {
  names: {
    plan: 'Reform plan',
    inspection: 'Inspection',
    retrospective: 'Review of years',
    rules: 'Rules of the check',
    webhooks: 'Telling other systems',
  },
  loading: 'Opening…',
  backToOffice: 'Other work',
  backToUnit: 'Back to the forms',
  ofUnit: {
    plan: (lead, support) => `Tasks of the plan: leading ${lead}, supporting ${support}`,
  },
}

export const officeWork: OfficeWords['work'] = {
  plan: 'Tasks and targets of the year; how far the units are, which targets are attained.',
  inspection: 'Open a round, record problems, make the notice, follow what is put right.',
  retrospective: 'Several years against a base year, with figures from before this software.',
  rules: 'Which rules judge; try one on what was submitted before it is switched on.',
  webhooks: 'Who is told when figures are accepted, sent back or locked; what was not delivered.',
}
