/** A filled plain workbook that is read back: what was put right, what was found, what becomes of it. */
import type { FilesWords } from '../files.ts'

export const upload: FilesWords['upload'] = {
  title: 'Upload filled forms',
  hint: 'Choose the unit’s form file (.xlsx) that was downloaded here and filled in. You see what was read first; nothing is submitted yet.',
  hintBeside:
    'Choose a form file (.xlsx) that was downloaded here and filled in where this add-in is not installed. Its figures go into the sheets to be checked and submitted.',
  sending: name => `Sending and reading ${name}…`,
  result: 'What the file says',
  whose: (unit, period) => `${unit}, ${period}`,
  basedOn: revision =>
    revision === null
      ? 'The file does not say which submitted revision it was made from.'
      : `Made from submitted revision ${revision}.`,
  read: n => `${n} entries read. Nothing has been submitted.`,
  submitted: 'The forms keep the last submitted figures. Nothing has been submitted.',
  table: name => `Dossier table from ${name}.`,
  addDossiers: 'Dossier table from the one-stop software',
  repairs: {
    title: 'Put right while reading',
    none: 'The file is as it was downloaded; nothing had to be put right.',
    look: n => `${n} to be looked at by you`,
    others: n => `${n} read correctly in spite of it, nothing lost`,
  },
  findings: 'Result of the check',
  mend: n =>
    `${n} errors left to mend. Mend them in the file, save it and upload it again; this file cannot be submitted.`,
  mendAround: n =>
    `${n} errors left to mend: the other forms do not follow this dossier table yet. Download the forms (.xlsx), mend them in the file, upload it, then import the dossiers again.`,
  mendBeside: n =>
    `${n} errors left to mend. Put the figures into the sheets and mend them there, or mend the file, save it and upload it again.`,
  obstacles: {
    outdated: 'First choose above whether to take the newer revision or keep the file’s figures.',
    empty: 'The file holds no figures. Fill it in, save it and upload it again.',
    errors: n => `${n} errors left to mend in the file.`,
    reasons: n => `${n} places above left to explain.`,
    unchanged:
      'The figures of the file equal the submitted revision; there is nothing new to submit.',
  },
  outdated: {
    since: (base, revision, preparedBy, at) =>
      `${base === null ? 'This file does not say which revision it was made from' : `This file was made from revision ${base}`}; the unit now has revision ${revision} prepared by ${preparedBy}, received ${at}.`,
    gone: base =>
      `This file was made from revision ${base ?? 0}, but the unit has no revision in this period.`,
    taking: revision =>
      `Taking revision ${revision} puts this file away; download the forms again to have its figures.`,
    take: revision => `Put this file away, take revision ${revision}`,
    keep: revision => `Keep the file’s figures, submit on top of revision ${revision}`,
    keepFirst: 'Keep the file’s figures, submit as the first revision',
    changes: (n, revision) => `${n} places differ: revision ${revision} → file`,
    same: revision => `The figures of the file equal revision ${revision}.`,
  },
  sheets: {
    title: 'Put into the sheets',
    cells: n => `${n} cells of the sheets will change (see)`,
    none: 'The sheets hold all figures the file gives.',
    change: (now, then) => `${now} → ${then}`,
    clear: n => `Also clear ${n} cells the file leaves blank`,
    beyond: n =>
      `${n} lines of lists find no empty line. Add lines to the sheet and upload the file again.`,
    put: n => `Put ${n} cells into the sheets`,
    open: 'Open the forms with the file’s figures',
    opening: 'This workbook has no forms yet. They are added with the figures of the file.',
    other:
      'This workbook holds other forms. Open this period’s forms in Fill first, then upload again.',
    outdated: 'First choose above whether to take the newer revision or keep the file’s figures.',
    toCheck: 'Go to Check',
  },
  direct: 'Submit straight from the file',
  another: 'Choose another file',
  back: 'Back to the forms',
}
