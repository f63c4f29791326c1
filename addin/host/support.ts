/** What Excel says of itself, for the support facts: nothing of the workbook. Null where there is no Excel. */
import { lacking } from './capabilities.ts'

export type HostFacts = {
  readonly platform: string
  readonly version: string
  /** BCP 47 */
  readonly language: string
  /** the highest of each set this Excel has: "ExcelApi 1.14" */
  readonly requirements: readonly string[]
  /** what the pane does without here, and the set it would need: "oneUndoStep 1.20" */
  readonly lacking: readonly string[]
}

/** How far up each set is asked for; a later one than we know of changes nothing for us. */
const asked: readonly (readonly [set: string, major: number, highest: number])[] = [
  ['ExcelApi', 1, 24],
  ['ExcelApiDesktop', 1, 4],
  ['ExcelApiOnline', 1, 1],
  ['SharedRuntime', 1, 2],
]

export function hostFacts(): HostFacts | null {
  const context = typeof Office === 'undefined' ? undefined : Office.context
  // outside Excel the library is there, its diagnostics are not
  if (!context?.diagnostics) return null
  const highest = (set: string, major: number, top: number) => {
    for (let minor = top; minor >= 1; minor--)
      if (context.requirements.isSetSupported(set, `${major}.${minor}`))
        return [`${set} ${major}.${minor}`]
    return []
  }
  return {
    platform: `${context.diagnostics.platform}`,
    version: context.diagnostics.version,
    language: context.displayLanguage,
    requirements: asked.flatMap(([set, major, top]) => highest(set, major, top)),
    lacking: lacking().map(({ what, set }) => `${what} ${set}`),
  }
}
