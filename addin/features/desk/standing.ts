/** How it stands with the unit's figures: one word of a closed list, the most pressing fact first. */
import type { UnitState } from '../../../shared/protocol.ts'
import type { State } from '../state.ts'
import { saysNothing } from '../submit/submission.ts'
import { hasNews } from '../submit/summary.ts'

export type Facts = {
  readonly sending: 'no' | 'waiting' | 'server-busy' | 'under-way'
  readonly locked: boolean
  /** what the office has made of the newest revision */
  readonly office: UnitState
  /** a revision came after the one the office had accepted */
  readonly again: boolean
  /** the workbook says something the server does not have */
  readonly news: boolean
  /** and it is certain to outlive a crash of Excel */
  readonly kept: boolean
}

/** The first row that holds is said. */
const rows = [
  ['sending', facts => facts.sending === 'under-way'],
  ['waiting', facts => facts.sending === 'waiting'],
  ['serverBusy', facts => facts.sending === 'server-busy'],
  ['locked', facts => facts.locked],
  ['kept', facts => facts.news && facts.kept],
  ['changed', facts => facts.news && facts.office !== 'not-started'],
  ['returned', facts => facts.office === 'returned'],
  ['accepted', facts => facts.office === 'accepted'],
  ['again', facts => facts.office === 'submitted' && facts.again],
  ['submitted', facts => facts.office === 'submitted'],
  ['none', () => true],
] as const satisfies readonly (readonly [string, (facts: Facts) => boolean])[]

export type Standing = (typeof rows)[number][0]
export const standings: readonly Standing[] = rows.map(([standing]) => standing)

export const standingOf = (facts: Facts): Standing =>
  rows.find(([, holds]) => holds(facts))?.[0] ?? 'none'

export function factsOf(state: State): Facts {
  const { fill, check, submit, drafts } = state
  const { review } = check
  const { sending, pending } = submit
  const said = review !== null && (review.reading.unread.size > 0 || !isBlank(review))
  return {
    sending:
      sending.state === 'sending'
        ? 'under-way'
        : !pending
          ? 'no'
          : sending.state === 'waiting' && sending.cause === 'server'
            ? 'server-busy'
            : 'waiting',
    locked: fill.book?.period.state === 'locked',
    office: fill.book?.sheet.standing.state ?? 'not-started',
    again: fill.book?.sheet.standing.changedSinceAccepted ?? false,
    news: said && hasNews(state),
    kept: review !== null && drafts.kept?.review === review,
  }
}

const isBlank = ({ reading }: NonNullable<State['check']['review']>): boolean =>
  saysNothing(reading.content)
