/** Findings as the list shows them: by severity, then sheet, those that follow from another one folded under it. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { placeName } from '../../../shared/place.ts'
import type { Finding, Naming } from '../../../shared/rules/engine.ts'
import { inCell } from '../../../shared/rules/messages.ts'
import { isExplained, type Reasons } from './reasons.ts'

export type Group = {
  readonly finding: Finding
  readonly dependents: readonly Finding[]
  /** stable over readings, so that focus and lists stay where they are */
  readonly key: string
}
export type Grouped = Record<Finding['severity'], readonly Group[]>
export const severities = ['error', 'warning', 'info'] as const

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
  const followers = new Map<Finding, Finding[]>()
  const roots = findings.filter(finding => {
    const root = rootOf(finding)
    if (root) followers.set(root, [...(followers.get(root) ?? []), finding])
    return !root
  })
  const taken = new Map<string, number>()
  const groups = roots.map(finding => {
    // one section of text may be wrong by one rule in several places
    const count = (taken.get(findingKey(finding)) ?? 0) + 1
    taken.set(findingKey(finding), count)
    const key = count === 1 ? findingKey(finding) : `${findingKey(finding)}#${count}`
    return { finding, dependents: followers.get(finding) ?? [], key }
  })
  const of = (severity: Finding['severity']) =>
    groups.filter(group => group.finding.severity === severity)
  return { error: of('error'), warning: of('warning'), info: of('info') }
}

export type Sheetful = { readonly form: string; readonly groups: readonly Group[] }

/** Per sheet in the order of the annex, down the sheet as one reads it. */
export function bySheet(index: Index, groups: readonly Group[]): readonly Sheetful[] {
  const order = [...index.forms.keys()]
  const forms = [...new Set(groups.map(({ finding }) => finding.at.form))]
  return forms
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(form => ({
      form,
      groups: groups
        .filter(({ finding }) => finding.at.form === form)
        .sort((a, b) => line(a.finding) - line(b.finding)),
    }))
}

const line = ({ at: { cell = '' } }: Finding): number => Number(/\d+$/u.exec(cell)?.[0] ?? 0)

/** The groups of one form; all of them when none is chosen or its last one is mended. */
export function onlyOf(groups: Grouped, form: string | null): Grouped {
  const of = (severity: Finding['severity']) =>
    groups[severity].filter(({ finding }) => finding.at.form === form)
  const only = { error: of('error'), warning: of('warning'), info: of('info') }
  return severities.some(severity => only[severity].length > 0) ? only : groups
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
  const start = [`${name}${inCell(at.cell)}: `, `${name}: `].find(prefix =>
    message.startsWith(prefix),
  )
  const rest = start ? message.slice(start.length) : message
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

export const findingKey = ({ rule, at }: Finding): string => `${rule}|${at.place}`
