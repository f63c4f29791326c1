/** Findings as the list shows them: by severity, with those that only follow from another one folded under it. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { placeName } from '../../../shared/place.ts'
import type { Finding, Naming } from '../../../shared/rules/engine.ts'
import { isExplained, type Reasons } from './reasons.ts'

export type Group = { readonly finding: Finding; readonly dependents: readonly Finding[] }
export type Grouped = Record<Finding['severity'], readonly Group[]>

/** Only an error can hide others: it has to be mended anyway, a mere warning may stay as it is. */
export function grouped(findings: readonly Finding[]): Grouped {
  const rootOf = (finding: Finding): Finding | undefined =>
    finding.causedBy === undefined
      ? undefined
      : findings.find(
          other =>
            other.at.place === finding.causedBy &&
            other.causedBy === undefined &&
            other.severity === 'error',
        )
  const roots = findings.filter(finding => !rootOf(finding))
  const groups = roots.map(finding => ({
    finding,
    dependents: findings.filter(other => rootOf(other) === finding),
  }))
  const of = (severity: Finding['severity']) =>
    groups.filter(group => group.finding.severity === severity)
  return { error: of('error'), warning: of('warning'), info: of('info') }
}

export type Counts = {
  readonly errors: number
  /** warnings still without a reason */
  readonly unexplained: number
  readonly explained: number
  readonly infos: number
}

export function countsOf(groups: Grouped, reasons: Reasons): Counts {
  const explained = groups.warning.filter(({ finding }) => isExplained(reasons, finding)).length
  return {
    errors: groups.error.length,
    unexplained: groups.warning.length - explained,
    explained,
    infos: groups.info.length,
  }
}

/** The message without the place it begins with, which the list shows as a heading. */
export function withoutPlace(index: Index, naming: Naming, { at, message }: Finding): string {
  const name = placeName(index, at, naming.rowName)
  const cell = at.cell ? ` (ô ${at.cell})` : ''
  const start = [`${name}${cell}: `, `${name}: `].find(prefix => message.startsWith(prefix))
  const rest = start ? message.slice(start.length) : message
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

/** Stable over readings, so that focus and lists stay where they are. */
export const findingKey = ({ rule, at }: Finding): string => `${rule}|${at.place}`
