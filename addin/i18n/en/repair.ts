/** What a paste brought along, what became of the sheets, and how it is mended. */
import type { Words } from '../words.ts'

const cells = (n: number) => (n === 1 ? '1 cell' : `${n} cells`)

export const repair: Words['repair'] = {
  region: 'State of the workbook',
  pasted: (n, found) =>
    found.length > 0
      ? `Just pasted ${cells(n)}: ${found.join(', ')}.`
      : `Just pasted ${cells(n)}; all of them can be read.`,
  edited: (sheet, where, found) =>
    `Somebody else just changed ${sheet}, ${where}${found.length > 0 ? `: ${found.join(', ')}` : ''}. The new figures were read; nothing is written over.`,
  single: (cell, found) => `Cell ${cell}: ${found.join(', ')}.`,
  found: {
    text: n => `${n} kept as text`,
    negative: n => `${n} negative`,
    fractions: n => `${n} percentages as parts of 1`,
    unreadable: n => `${n} not a number`,
    locked: n => `${n} locked again`,
    restyled: n => `${n} without their format`,
    unguarded: n => `${n} without the hint`,
  },
  one: {
    text: 'a number kept as text',
    negative: 'a negative number',
    fractions: 'a percentage as a part of 1',
    unreadable: 'not a number',
    locked: 'locked again',
    restyled: 'format lost',
    unguarded: 'input hint lost',
  },
  unreadableOne: 'Correct it in the cell: a number, or “Không phát sinh”.',
  convert: n => `Make ${cells(n)} numbers`,
  converted: where => `Numbers kept as text in ${where}.`,
  ask: (where, text) => `${where}: which number is “${text}”?`,
  asNumber: (text, number) => `“${text}” is ${number}`,
  fraction: (cell, value, percent) => `Cell ${cell}, “${value}”: is it ${percent} %?`,
  toPercent: n => `Make ${cells(n)} percentages`,
  restore: n => `Restore ${cells(n)} as laid out`,
  restoring: where => `Format, lock and hint of ${where}; figures stay.`,
  negatives: where =>
    `Negative figures in ${where}: look again, reported figures are not negative.`,
  unreadables: where => `${where} cannot be read as a number: mend it in the cell.`,
  mended: n => `Made ${cells(n)} numbers.`,
  tidy: 'Formats and locks are as laid out again.',
  undo: 'Undo',
  skipped: where => `${where} was changed by somebody first and left as it is.`,
  close: 'Close',
  working: 'Mending the workbook…',
  unprotected: sheets =>
    `${sheets}: not protected, so lines and formulas are easily deleted. Choose Protect again; there is no password and input cells stay open.`,
  protect: 'Protect again',
  copied: sheets => `${sheets}: there is a copy. Only the original is read and submitted.`,
  nameless: sheets =>
    `${sheets}: the name of the block is lost; it is read by the sheet’s title. Rebuild the forms to name it again; what was typed is kept.`,
  damages: {
    gone: sheet => `${sheet}: the sheet is gone.`,
    moved: sheet =>
      `${sheet}: the table was moved by rows or columns inserted or deleted before it.`,
    resized: sheet => `${sheet}: rows or columns were inserted into the table or deleted from it.`,
    shuffled: sheet =>
      `${sheet}: a line is no longer in its place, by inserting, deleting, sorting or cutting.`,
  },
  searching: 'Looking for what was typed by the codes of the indicators…',
  kept: n =>
    n > 0
      ? `Found ${cells(n)} with something typed; rebuilding keeps them.`
      : 'Found nothing that was typed.',
  moved: n => `${cells(n)} moved, will go back to their place`,
  missing: n => (n === 1 ? '1 line is gone' : `${n} lines are gone`),
  missingFrom: revision => `These lines take the figures of revision ${revision}.`,
  missingBlank: 'These lines stay blank and have to be filled again.',
  doubled: n => `${cells(n)} with two figures, one is kept`,
  doubledAt: (cell, other, kept) => `${cell}: “${other}” is not taken, “${kept}” is kept`,
  strange: n => `${cells(n)} on lines that are none of the form’s, cannot be taken`,
  rebuild: 'Rebuild forms',
  rebuildKeeping: n => `Rebuild forms, keep ${cells(n)}`,
  rebuilding: 'Notes of your own inside the forms are lost; other sheets are not touched.',
  changedMeanwhile: 'The workbook changed just now, so nothing was rebuilt. Look and press again.',
  carry: n => `Carry ${cells(n)} into the new forms`,
  carrying:
    'The forms changed since this workbook was opened. Figures are carried over by code and name of the indicator; new indicators stay blank.',
}
