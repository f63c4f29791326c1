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
  selected: 'Current cell',
  selectHint: 'Select a cell of a form to see the period before and a year ago.',
  now: 'This period',
  before: 'Last period',
  lastYear: 'Same period last year',
  change: 'Against last period',
  percent: by => `${by} %`,
  points: by => `${by} points`,
}
