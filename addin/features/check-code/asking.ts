/** Asks what a printed code belongs to, and says the answer in sentences: for the pane and for the page beside it. */
import { printNumber } from '../../../shared/figure.ts'
import { periodName, printInstant } from '../../../shared/period.ts'
import type { CheckedCode } from '../../../shared/protocol.ts'
import { type Api, Refused, Unreachable } from '../../api.ts'
import type { CheckCodeWords } from '../../i18n/check-code.ts'

export type Answered =
  | { readonly sentences: readonly string[]; readonly units: readonly string[] }
  | { readonly refusal: string }

/** @throws anything that is not a failed request */
export async function ask(
  api: Pick<Api, 'checkCode'>,
  words: CheckCodeWords,
  typed: string,
): Promise<Answered> {
  if (typed.trim() === '') return { refusal: words.empty }
  try {
    return said(words, await api.checkCode(typed.trim()))
  } catch (error) {
    if (error instanceof Unreachable) return { refusal: words.offline }
    if (!(error instanceof Refused)) throw error
    const { detail, title, status } = error.problem
    return { refusal: detail || title || words.server(status) }
  }
}

function said(words: CheckCodeWords, checked: CheckedCode): Answered {
  const { code, agency, period, state, asOf, takenAt, units, current, newerCode } = checked
  const since = newerCode === null ? words.changed : words.newer(newerCode)
  return {
    sentences: [
      words.belongs(code, agency, periodName(period)),
      words.state[state],
      words.times(printInstant(asOf), printInstant(takenAt)),
      // what a lock made final changes only when the period is opened again
      ...(current ? [words.current] : state === 'final' ? [words.reopened, since] : [since]),
    ],
    units: units.map(({ name, revision }) =>
      revision === null ? words.uncounted(name) : words.counted(name, printNumber(revision)),
    ),
  }
}
