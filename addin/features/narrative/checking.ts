/** Sends a draft to be held against the figures of the period; of two askings only the later one is shown. */
import { office } from '../../i18n/office.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'

const newest = new WeakMap<Store, symbol>()

/** @param file null: the text in the field */
export async function checkDraft(store: Store, file: File | null): Promise<void> {
  const { periods, narrative } = store.state()
  const period = periods.chosen
  if (period === null) return
  const { text } = narrative.draft
  const words = office().narrative.draft
  if (!file && text.trim() === '') {
    store.dispatch({
      type: 'draft-check',
      draft: { refused: { name: '', why: words.nothing }, answer: null },
    })
    return
  }
  const mine = Symbol(period)
  newest.set(store, mine)
  const name = file?.name ?? ''
  const isNewest = () => newest.get(store) === mine && store.state().periods.chosen === period
  store.dispatch({ type: 'draft-check', draft: { busy: name, refused: null, answer: null } })
  try {
    const found = file
      ? await store.api.checkDocument(period, await file.arrayBuffer())
      : await store.api.checkText(period, text)
    const answer = { of: name === '' ? words.pasted : name, found }
    if (isNewest()) store.dispatch({ type: 'draft-check', draft: { busy: null, answer } })
  } catch (error) {
    if (leftBecauseExpired(store, error) || !isNewest()) return
    const refused = { name, why: sentenceOf(error) }
    store.dispatch({ type: 'draft-check', draft: { busy: null, refused } })
  }
}
