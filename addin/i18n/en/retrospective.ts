/** The review of several years and the figures of years before the system. */
import type { WorksWords } from '../works.ts'

const listed = (years: readonly number[]): string => years.join(', ')

export const retrospective: WorksWords['retrospective'] = {
  years: 'Years',
  about: 'Choose the first year, the last one and the base to compare with; 15 years at most.',
  from: 'From',
  to: 'To',
  base: 'Base',
  show: 'Show the review',
  asking: 'Putting the years together…',
  result: (from, to, base) => `${from}–${to} against ${base}`,
  missingYears: years =>
    `No figures of ${listed(years)}. The review can be made, with these years left blank; where there is an old paper, enter it under “Earlier years”.`,
  papers: { xlsx: 'Download the figures (.xlsx)', docx: 'Download the report (.docx)' },
  fetching: 'Making the file…',
  saved: name => `${name} is in your downloads folder.`,
  sources: 'Where each year comes from',
  indicators: 'Indicators over the years',
  form: 'Form',
  formOf: (form, known) => `${form} (${known} with figures)`,
  withUnknown: n => `Show also ${n} without figures`,
  noneKnown: 'No figures of any year in this form.',
  byYear: 'Year by year',
  baseYear: year => `${year} (base)`,
  missing: 'not known',
  best: year => `Best: ${year}`,
  worst: year => `Worst: ${year}`,
  past: {
    title: 'Earlier years',
    about:
      'Years before the software: download the sheet, fill it from the papers of that year, send it back. Years the units filed in cannot be typed over.',
    none: 'No year entered yet.',
    unknown:
      'The years entered so far are not known yet, so nothing was stored. Wait a few seconds and try again.',
    year: (year, figures) => `${year}: ${figures} figures`,
    hands: (by, at) => `${by}, ${at}`,
    download: 'Download the sheet',
    upload: 'Send the filled sheet',
    uploadHint: 'The file is read and shown first; figures are stored when you press store.',
    reading: name => `Reading ${name}…`,
    preview: (year, figures, source, again) =>
      `${year}: ${figures} figures, from ${source}${again ? '; replaces what is there' : ''}`,
    faults: n =>
      n === 1 ? '1 place in the file must be mended' : `${n} places in the file must be mended`,
    faultsText: 'Nothing was stored. Mend each place in the file, save it and send it again.',
    remarks: 'Look at these before storing:',
    write: n => (n === 1 ? 'Store 1 year' : `Store ${n} years`),
    writeOn: n => (n === 1 ? 'Store the last year' : `Store the other ${n} years`),
    writing: (year, n, of) => `Storing ${year} (${n}/${of})…`,
    progress: 'Years stored',
    written: years => `Stored ${listed(years)}.`,
    stopped: (years, left) =>
      years.length === 0
        ? 'No year was stored'
        : `Stored ${listed(years)}; not stored: ${listed(left)}`,
    otherFile: 'Choose another file',
  },
}
