/** A file taken in from this machine: on its way to be read, refused, or read and waiting for what the person makes of it. */
import type { Repair } from '../../../shared/protocol.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import type { Reasons } from '../check/reasons.ts'
import type { Review } from '../check/review.ts'
import type { Judged } from '../check/server-findings.ts'
import type { Action } from '../state.ts'

/** A filled plain workbook, or dossiers as the one-stop software exports them. */
export type FileKind = 'sheet' | 'dossiers'

/** A file as the forms would stand with it; nothing of it has been submitted. */
export type FileRead = {
  /** dossiers alone stand on what the unit has submitted */
  readonly kind: FileKind
  readonly name: string
  /** name of the export its table of dossiers comes from */
  readonly dossiers: string | null
  /** the revision its figures come from */
  readonly basedOn: number | null
  readonly review: Review
  readonly repairs: readonly Repair[]
  /** of a refused submission, as `CheckState` has it for the workbook */
  readonly fromServer: readonly Finding[] | null
  readonly judged: Judged
}

export type UploadState = {
  /** which kind is taken in where the tabs stand; without a workbook both always can */
  readonly open: FileKind | null
  /** name of the file that is being read */
  readonly sending: string | null
  readonly refused: { readonly name: string; readonly why: string } | null
  readonly read: FileRead | null
}
export type UploadAction =
  | { readonly type: 'files-opened'; readonly kind: FileKind | null }
  | { readonly type: 'file-sending'; readonly name: string }
  | { readonly type: 'file-refused'; readonly name: string; readonly why: string }
  | { readonly type: 'file-read'; readonly read: FileRead }
  /** its figures count as a correction of this revision */
  | { readonly type: 'file-rebased'; readonly revision: number | null }
  /** what the server found when it was submitted with these reasons */
  | {
      readonly type: 'file-judged'
      readonly findings: readonly Finding[]
      readonly reasons: Reasons
    }
  | { readonly type: 'file-left' }

export const initialUpload: UploadState = { open: null, sending: null, refused: null, read: null }

export function reduceUpload(state: UploadState, action: Action): UploadState {
  switch (action.type) {
    case 'files-opened':
      return { ...initialUpload, open: action.kind }
    case 'file-sending':
      return { ...state, sending: action.name, refused: null }
    case 'file-refused':
      return { ...state, sending: null, refused: { name: action.name, why: action.why } }
    case 'file-read':
      return { ...state, sending: null, refused: null, read: action.read }
    case 'file-rebased':
      return withRead(state, read => ({
        ...read,
        basedOn: action.revision,
        repairs: withoutOutdated(read.repairs),
      }))
    case 'file-judged':
      return withRead(state, read => ({
        ...read,
        fromServer: action.findings,
        judged: { review: read.review, reasons: action.reasons },
      }))
    case 'file-left':
      return { ...initialUpload, open: state.open }
    case 'period-chosen':
      return initialUpload
    default:
      return state
  }
}

/** What the pane's own notice says with the choice beside it, or what has been decided. */
export const withoutOutdated = (repairs: readonly Repair[]): readonly Repair[] =>
  repairs.filter(({ kind }) => kind !== 'outdated')

const withRead = (state: UploadState, next: (read: FileRead) => FileRead): UploadState =>
  state.read ? { ...state, read: next(state.read) } : state
