/**
 * What we use of Excel beyond its first requirement sets: the set each thing came with (Microsoft's "Excel JavaScript
 * API requirement sets"), and what happens below it. Below the floor nothing is promised; from the target on nothing is
 * missing that work needs; what lies above is comfort.
 */
import { HostError } from './port.ts'

/** Highest sets of Excels in use: Office LTSC 2021 ends at the target, 2024 at 1.17. */
const tiers = { floor: '1.9', target: '1.14' } as const

type Need = { readonly set: string; readonly below: string }

const capabilities = {
  names: { set: '1.4', below: 'nothing works, sheets are found again by their names' },
  validation: { set: '1.8', below: 'no drop-downs and no hints; the pane checks all the same' },
  newWorkbook: { set: '1.8', below: 'refused, the file is offered as a download instead' },
  events: { set: '1.9', below: 'refused, the pane checks when asked' },
  cellProperties: { set: '1.9', below: 'refused, sheets are neither drawn nor mended' },
  groups: { set: '1.10', below: 'rows of other units are hidden without the outline’s button' },
  changeOrigin: {
    set: '1.14',
    below: 'changes that arrive while we write, and shortly after, are taken for ours',
  },
  oneUndoStep: { set: '1.20', below: 'a command takes several Ctrl+Z' },
} as const satisfies Record<string, Need>

export type Capability = keyof typeof capabilities
export type Tier = 'below' | 'floor' | 'target'

/** `Office.context.requirements.isSetSupported`, so that the table can be asked about any Excel. */
export type Supports = (set: string, version: string) => boolean

const here: Supports = (set, version) => Office.context.requirements.isSetSupported(set, version)

export const can = (capability: Capability, supports: Supports = here): boolean =>
  supports('ExcelApi', capabilities[capability].set)

export function tierOf(supports: Supports = here): Tier {
  if (supports('ExcelApi', tiers.target)) return 'target'
  return supports('ExcelApi', tiers.floor) ? 'floor' : 'below'
}

/** What this Excel lacks, with what happens instead, for the diagnostics panel. */
export const lacking = (supports: Supports = here): (Need & { readonly what: Capability })[] =>
  // the keys are the table's own
  (Object.keys(capabilities) as Capability[])
    .filter(what => !can(what, supports))
    .map(what => ({ what, ...capabilities[what] }))

/** @throws HostError `too-old` naming the set that is missing */
export function demand(...needed: readonly Capability[]): void {
  for (const capability of needed)
    if (!can(capability)) throw new HostError('too-old', `ExcelApi ${capabilities[capability].set}`)
}
