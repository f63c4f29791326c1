/** Opening the forms and filling them. */
import type { Words } from '../words.ts'

export const fill: Words['fill'] = {
  loading: 'Loading the forms of the period…',
  looking: 'Looking at the workbook…',
  open: count => `Open forms (${count})`,
  replace: period => `Replace by the forms of ${period}`,
  again: 'Open forms again',
  opening: (n, of, form) => `Opening form ${n}/${of}: ${form}…`,
  none: 'This workbook has no forms yet. They will be added; the sheets that are there are not touched.',
  prefilled: revision => `Filled with the figures of revision ${revision}.`,
  other: {
    agency: 'This workbook holds the forms of another department.',
    unit: unit => `This workbook holds the forms of ${unit}.`,
    period: period => `This workbook holds the forms of ${period}.`,
    catalogue: 'The forms in this workbook follow an older catalogue; the period has a newer one.',
  },
  replacing:
    'Opening replaces the forms that are there. To keep them, save this workbook and open an empty one first.',
  rebuilding:
    'Opening again makes the forms anew from the submitted revision; figures not submitted are not kept.',
  forms: 'Forms of the unit',
  lines: n => (n === 1 ? '1 line' : `${n} lines`),
  sections: n => (n === 1 ? '1 section' : `${n} sections`),
  complete: 'complete',
  outline: {
    keys: 'Arrows move, open and fold. Enter goes to what is blank.',
    left: n => `${n} left`,
    errors: n => (n === 1 ? '1 error' : `${n} errors`),
    unexplained: n => (n === 1 ? '1 needs a reason' : `${n} need a reason`),
    sectionsOf: form => `Sections of ${form}`,
    section: code => `Section ${code}`,
  },
  selected: 'Current cell',
  selectHint: 'Select a cell of a form to see last period, a year ago, and how to fill it.',
  now: 'This period',
  before: 'Last period',
  lastYear: 'Same period last year',
  percent: by => `${by} %`,
  points: by => `${by} points`,
  states: {
    none: 'None arising',
    'not-applicable': why => `Not applicable: ${why}`,
    'not-reported': 'Blank, not reported',
    unread: text => `“${text}” cannot be read as a number`,
    calculated: 'Calculated, not entered here',
  },
  computedFrom: codes => `Calculated as: ${codes}`,
  chart: {
    title: name => `${name}: this period and the 12 before`,
    values: n => (n === 1 ? 'Figure of 1 period' : `Figures of ${n} periods`),
  },
  rules: n => (n === 1 ? '1 rule checks this cell' : `${n} rules check this cell`),
  ruleKinds: { error: 'Required', warning: 'To be explained otherwise', info: 'Remark' },
  source: 'Source of the form',
  sourceOf: source => `Source: ${source}`,
  basisOf: basis => `Basis of the form: ${basis}`,
  reasonGiven: text => `Reason: ${text}`,
  answers: {
    label: 'Write into this cell',
    none: 'None arising',
    'not-applicable': 'Not applicable…',
    blank: 'Clear',
    why: 'Why does it not apply?',
    whyHint: 'For example: no public investment assigned',
    whyNeeded: 'Give the reason first, so that the office knows why there is no figure.',
    put: 'Write',
    cancel: 'Cancel',
    says: {
      none: '“Không phát sinh”',
      'not-applicable': '“Không áp dụng” with its reason',
      blank: 'nothing',
    },
  },
  written: {
    working: 'Writing into the workbook…',
    answer: (says, place, cell) => `Wrote ${says} into ${place} (cell ${cell}).`,
    forward: n =>
      n === 1
        ? 'Wrote last period’s figure into 1 cell.'
        : `Wrote last period’s figures into ${n} cells.`,
    months: n =>
      n === 1
        ? 'Wrote the figure made of the months into 1 cell.'
        : `Wrote the figures made of the months into ${n} cells.`,
    cleared: n =>
      n === 1
        ? 'Left 1 cell made of the months blank again.'
        : `Left ${n} cells made of the months blank again.`,
    proposed: n =>
      n === 1
        ? 'Wrote the inspection figure into 1 cell.'
        : `Wrote the inspection figures into ${n} cells.`,
    file: n =>
      n === 1 ? 'The file’s figure put into 1 cell.' : `The file’s figures put into ${n} cells.`,
    undone: n => (n === 1 ? 'Undone in 1 cell.' : `Undone in ${n} cells.`),
    nothing: 'No cell was written.',
    left: n =>
      n === 1
        ? '1 cell was left as it is, because it has changed.'
        : `${n} cells were left as they are, because they have changed.`,
    undo: 'Undo',
  },
  months: {
    opening: months =>
      `The forms open filled with what ${months} come to; look them over, then confirm or correct.`,
    none: 'Flows are added, openings are those of the first month, stocks those of the last, ratios are worked out again. Words are written anew.',
    made: (n, months) =>
      n === 1 ? `1 cell holds what ${months} come to.` : `${n} cells hold what ${months} come to.`,
    missing: months => `Nothing is there of ${months}.`,
    partial: n => (n === 1 ? '1 cell adds only some months' : `${n} cells add only some months`),
    left: n =>
      n === 1 ? '1 cell is blank for want of a month' : `${n} cells are blank for want of a month`,
    ask: 'Submit the missing month and take the figures again, or complete those cells yourself.',
    look: n => (n === 1 ? 'See the place that lacks months' : `See ${n} places that lack months`),
    windows: 'The months were not closed on days that meet',
    differ: {
      'before-correction': (n, corrected) =>
        `${n} still as before ${corrected} was submitted again.`,
      own: n => `${n} corrected by the unit, unlike what the months come to.`,
      blank: n => `${n} blank though the months have figures.`,
    },
    whose: { 'before-correction': 'from before the correction', own: 'corrected by the unit' },
    clear: n => (n === 1 ? 'Leave 1 cell blank again' : `Leave ${n} cells blank again`),
    take: n => (n === 1 ? 'Take 1 figure from the months…' : `Take ${n} figures from the months…`),
    title: 'Figures made of the months',
    explain:
      'Made of the revision of each month that counts. Blank cells are ticked; a cell that holds something is written over only if you tick it.',
    was: derived => `Of the months: ${derived}`,
  },
  forward: {
    offer: n =>
      n === 1
        ? 'Take last period’s figure for 1 indicator…'
        : `Take last period’s figures for ${n} indicators…`,
    title: 'Figures of last period taken over',
    explain:
      'Only figures that usually stay between two periods. Blank cells are ticked; a cell that holds something is written over only if you tick it.',
    was: before => `Last period ${before}`,
    replaces: now => `in place of ${now}`,
    blank: 'the cell is blank',
    put: n => (n === 1 ? 'Write 1 cell' : `Write ${n} cells`),
    cancel: 'Cancel',
  },
}
