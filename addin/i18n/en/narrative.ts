/** Writing the report's sections before it is pulled. */
import type { OfficeWords } from '../office.ts'

export const narrative: OfficeWords['narrative'] = {
  open: 'Write the sections',
  openWith: n => `Write the sections (${n} need a look)`,
  unsaved: n =>
    `${n} sections are begun on this machine and not saved. The Word report takes only what is saved.`,
  title: 'Sections of the report',
  about:
    'The Word report merges what the units wrote, section by section. Where the office has its own text, the report takes that.',
  loading: 'Merging what the units wrote…',
  close: 'List of units',
  sections: 'Sections of the report',
  back: 'Sections',
  listedLabel: 'Filter the sections',
  listed: { all: 'All', look: 'To look at' },
  nothingToLook: 'No section needs a look.',
  keys: '↑ ↓ move between sections, Enter opens one.',
  standing: {
    empty: 'Nothing written',
    figures: 'Sentences with figures',
    merged: 'Merged from units',
    edited: 'Edited by the office',
  },
  edited: (by, at) => `${by}, ${at}`,
  outdated: n => `${n} changed figures`,
  repeats: n => `${n} repeats`,
  writing: 'begun, not saved',

  previous: 'Previous section',
  next: 'Next section',
  nextToLook: 'Next to look at',
  history: (n, by, at) => `Edit ${n}: ${by}, ${at}.`,
  field: 'Text of the section',
  fieldHint: 'Every line is a paragraph of the report.',
  count: (n, of) => `${n}/${of} characters`,
  tooLong: over => `${over} characters too long. Shorten it, then save.`,
  nothingWritten:
    'Nothing is written, so nothing can be saved. Write the section, or discard what you began.',
  keeping: 'Being kept on this machine…',
  kept: at => `Begun and kept on this machine at ${at}; not saved.`,
  keptWindow: at => `Begun at ${at}, not saved; it goes when this window is closed.`,
  save: 'Save',
  saving: 'Saving…',
  saved: section => `Saved “${section}”. The Word report will use this text.`,
  drop: 'Discard what I began',
  dropped: section => `Discarded what was begun of “${section}”.`,
  withdraw: 'Back to the merged text',
  withdrawing:
    'The text of the office is no longer used; the report takes what the units wrote again.',
  withdrawYes: 'Use the merged text',
  withdrawNo: 'Keep the edited text',
  withdrawn: section => `“${section}” is the merged text again.`,
  undo: 'Undo',
  beganOtherwise:
    'The merged text of this section has changed since you began. Compare with the passages below before saving.',

  conflict: (by, at) => `${by} has edited this section at ${at}.`,
  conflictWithdrawn: 'This section has just been put back to the merged text.',
  conflictText:
    'Nothing was overwritten. The saved text is below, yours is still in the field; choose one.',
  theirs: 'The saved text',
  takeTheirs: 'Take the saved text',
  keepMine: 'Keep mine',

  outdatedTitle: n => `Changed figures (${n})`,
  outdatedAbout: 'A unit or the office changed these figures after the text was edited.',
  change: (from, to) => `${from} → ${to}`,
  mend: 'Put new number',
  mendOf: name => `Put new number: ${name}`,
  mended: 'Put into the text, not saved.',
  justMended: (name, to) => `${name} is now ${to}. Press Save to use it.`,
  unmended: (name, from) => `${name} is ${from} again.`,
  unmendOf: name => `Undo: ${name}`,
  notFound: 'This sentence was written anew, so the number has to be changed in the field.',
  show: 'Show sentence',
  twice: printed =>
    `${printed} stands more than once in the sentence: press Show sentence and change it in the field.`,

  passages: 'Merged text',
  generated: 'Sentence with figures',
  noPassages: 'No unit has written about this.',
  notIn: 'Not in the text word for word',
  add: 'Add at the end',
  addOf: whose => `Add at the end: ${whose}`,
  figure: (printed, name) => `${printed}: ${name}`,
  figureHint: 'Underlined numbers: point or press ← → for the name of the indicator.',
}
