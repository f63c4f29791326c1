/**
 * What we use of Excel beyond its first requirement sets: the set each thing came with (Microsoft's "Excel JavaScript
 * API requirement sets"), and what happens below it. Run-time floor is ExcelApi 1.9, design target 1.14.
 */
import { HostError } from './port.ts'

const capabilities = {
  /** below: nothing works, sheets are found again by their names */
  names: '1.4',
  /** below: Excel computes after every write, slower */
  pausedCalculation: '1.6',
  /** below: refused, a block's name cannot be moved to the new sheet */
  movedNames: '1.7',
  /** below: headings scroll away */
  frozenRows: '1.7',
  /** below: no drop-downs and no hints at the cell; the pane checks all the same */
  validation: '1.8',
  /** below: gridlines stay */
  gridlines: '1.8',
  /** below: the window flickers while sheets are drawn */
  pausedScreen: '1.9',
  /** below: Excel's own page setup */
  pageLayout: '1.9',
  /** below: codes are not indented by level */
  indent: '1.9',
  /** below: refused, the pane checks when asked */
  events: '1.9',
  /** below: rows of other units are hidden without the outline's button */
  groups: '1.10',
} as const

export type Capability = keyof typeof capabilities

export const can = (capability: Capability): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', capabilities[capability])

/** @throws HostError `too-old` naming the set that is missing */
export function demand(...needed: readonly Capability[]): void {
  for (const capability of needed)
    if (!can(capability)) throw new HostError('too-old', `ExcelApi ${capabilities[capability]}`)
}
