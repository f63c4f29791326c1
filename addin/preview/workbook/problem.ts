// Why the workbook refuses something: one table of reasons, thrown as WorkbookProblem.
// Never holds texts for people; whoever shows or transports a refusal translates the reason.

export const reasons = [
  'locked', // the cell is locked and its sheet protected
  'protected', // the sheet is protected and does not allow this, or is protected already
  'not-protected', // unprotect on a sheet that is not protected
  'wrong-password',
  'address', // not an address, or outside the grid
  'shape', // rows × columns of the written block differ from the area
  'too-large', // more cells than one operation may touch
  'formula', // a formula that cannot be read
  'not-valid', // typing refused by the cell's validation rule
  'name', // a sheet or defined name with forbidden characters or length
  'taken', // a sheet or defined name that exists already
  'missing', // sheet, name, part or setting that does not exist
  'last-sheet', // the last visible sheet can be neither deleted nor hidden
  'argument', // any other value outside what the workbook understands
] as const

export type Reason = (typeof reasons)[number]

export class WorkbookProblem extends Error {
  readonly reason: Reason

  constructor(reason: Reason, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'WorkbookProblem'
    this.reason = reason
  }
}
