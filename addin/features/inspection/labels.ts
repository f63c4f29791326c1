/** What the fields of the papers are called where two texts of one stand side by side. */
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'

export const itemName = ({ code, name }: { code: string; name: string }): string =>
  `${code} ${name}`

/** @param nameOf a unit, by its key */
export function labelOf(
  name: string,
  answer: InspectionAnswer | null,
  nameOf: (unit: string) => string,
): string {
  const words = works().inspection.fields
  const [part = '', of = ''] = name.split('|')
  const item = () => {
    const found = answer?.items.find(({ code }) => code === of)
    return found ? itemName(found) : of
  }
  const nth = Number(of) + 1
  const labels: Readonly<Record<string, () => string>> = {
    plan: () => words.plan,
    planDate: () => words.planDate,
    title: () => words.title,
    from: () => words.from,
    to: () => words.to,
    dueDate: () => words.dueDate,
    name: () => words.name(nth),
    position: () => words.position(nth),
    duty: () => words.duty(nth),
    unit: () => words.unit(nameOf(of)),
    visit: () => words.visit(nameOf(of)),
    preparedBy: () => words.preparedBy,
    approvedBy: () => words.approvedBy,
    statement: () => words.statement(item()),
    figure: () => words.figure(item()),
    evidence: () => words.evidence(item()),
    requests: () => words.requests,
    strengths: () => words.strengths(nameOf(of)),
    weaknesses: () => words.weaknesses(nameOf(of)),
    words: () => words.words,
    request: () => words.request,
    resolvedOn: () => words.resolvedOn,
    resolution: () => words.resolution,
  }
  return labels[part]?.() ?? part
}

/** Within a sentence: "văn bản", while an abbreviation stays as it is. */
export const measureName = (measure: string): string =>
  measure.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLocaleLowerCase('vi'))
