/** Loads the rules, switches one, declares groups outside a ratio. Each writing answers null, or why not. */
import type { Exclusion, RuleChange } from '../../../shared/protocol.ts'
import { Refused } from '../../api.ts'
import { folded } from '../adjustments/targets.ts'
import { refusalOf } from '../board/attempt.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import type { ChangeDraft, OneRule } from './state.ts'

export async function loadRules(store: Store): Promise<void> {
  try {
    const [list, exclusions] = await Promise.all([store.api.rules(), store.api.exclusions()])
    store.dispatch({ type: 'rules-known', list, exclusions })
  } catch (error) {
    if (!leftBecauseExpired(store, error))
      store.dispatch({ type: 'rules-missing', why: sentenceOf(error) })
  }
}

/** What stands now, as the form begins with it. */
export const draftOf = ({ standing: { status, from, until } }: OneRule): ChangeDraft => ({
  ...{ status, from: from ?? '', until: until ?? '' },
  ...{ reason: '', confirm: '' },
})

const changeFrom = (rule: OneRule, draft: ChangeDraft): RuleChange => ({
  basedOn: rule.changes[0]?.number ?? 0,
  status: draft.status,
  from: draft.from === '' ? null : draft.from,
  until: draft.until === '' ? null : draft.until,
  reason: draft.reason.trim(),
  ...(draft.confirm.trim() === '' ? {} : { confirm: draft.confirm.trim() }),
})

/** One that somebody else has changed meanwhile is shown as it is now; what was typed stays. */
export async function changeRule(
  store: Store,
  rule: OneRule,
  draft: ChangeDraft,
): Promise<string | null> {
  const why = await refusalOf(store, async () => {
    try {
      const now = await store.api.changeRule(rule.rule, changeFrom(rule, draft))
      store.dispatch({ type: 'rule-known', rule: now })
      store.dispatch({ type: 'change-typed', rule: rule.rule, draft: null })
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 409) await loadRules(store)
      throw error
    }
  })
  return why
}

/** @param basedOn number of the entry that was seen, 0 for a new one */
export const declare = (store: Store, id: string, basedOn: number, exclusion: Exclusion | null) =>
  refusalOf(store, async () => {
    try {
      const exclusions = await store.api.declareExclusion(id, { basedOn, exclusion })
      store.dispatch({ type: 'exclusions-known', exclusions })
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 409) await loadRules(store)
      throw error
    }
  })

/** A name for the declaration, made of the group's: "4 TTHC thông báo" → "4-tthc-thong-bao". */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = folded(name).replace(/[^a-z0-9]+/gu, ' ')
  const base = plain.trim().replaceAll(' ', '-').slice(0, 36).replace(/-+$/u, '') || 'nhom'
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}
