/**
 * What the report says of the plan's targets, below the sentences of section I: how many that are due are attained, and
 * each that is missed by how much and whose it is. Later targets are not told before their year.
 */
import type { Index } from '../catalogue/catalogue.ts'
import type { Attainment } from '../protocol/plan.ts'
import { type Figures, figureAt, type Statement, type Told } from './prose.ts'

const section = 'I'
const subject = 'Thực hiện chỉ tiêu của Kế hoạch CCHC'
/** As reports print small counts: 05. */
const count = (n: number): string => String(n).padStart(2, '0')

type Planned = Figures & { readonly attainment?: readonly Attainment[] }

export function targetStatements(index: Index, consolidation: Planned): Statement[] {
  const due = (consolidation.attainment ?? []).filter(one => one.due)
  if (due.length === 0) return []
  const told = (one: Attainment): Told[] => {
    const found =
      one.indicator !== null && typeof one.value === 'number'
        ? figureAt(index, consolidation, one.indicator, one.name)
        : undefined
    return found ? [found] : []
  }
  const attained = due.filter(one => one.attained === true)
  const missed = due.filter(one => one.attained === false)
  const untold = due.filter(one => one.attained === null)
  const sum = [
    `${count(due.length)} chỉ tiêu đến hạn`,
    `${count(attained.length)} chỉ tiêu đạt`,
    `${count(missed.length)} chỉ tiêu chưa đạt`,
    ...(untold.length > 0 ? [`${count(untold.length)} chỉ tiêu chưa có số liệu để đánh giá`] : []),
  ]
  const line = (text: string, by: readonly Told[]): Statement => ({
    ...{ section, subject, text: `- ${text}.`, told: by, parts: [] },
    missing: [],
  })
  return [
    {
      ...line(`${subject}: ${sum.join('; ')}`, []),
      missing: untold.map(one => one.name),
    },
    ...attained.map(one => line(one.words, told(one))),
    ...missed.map(one => line(one.words, told(one))),
  ]
}
