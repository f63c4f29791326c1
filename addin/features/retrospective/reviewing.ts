/** Asks for the review and its papers, and takes the figures of past years in: a sheet read first, then written year by year. */
import { parsePeriod } from '../../../shared/period.ts'
import type { Retrospective } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { save } from '../pull/save.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { bytesOf } from '../upload/uploading.ts'
import type { PaperKind, Years } from './state.ts'

/** The last five years up to that of the period, against the year before them. */
export function yearsShown({ retrospective, periods }: State): Years {
  if (retrospective.years) return retrospective.years
  const now = periods.chosen ? parsePeriod(periods.chosen).year : new Date().getFullYear()
  return { from: String(now - 4), to: String(now), base: String(now - 5) }
}

const spanOf = (years: Years) =>
  new URLSearchParams({ from: years.from, to: years.to, base: years.base }).toString()

export async function loadReview(store: Store): Promise<void> {
  if (store.state().retrospective.asking) return
  store.dispatch({ type: 'retrospective-asked' })
  try {
    const review = await store.api.retrospective(spanOf(yearsShown(store.state())))
    store.dispatch({ type: 'retrospective-known', review })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'retrospective-missing', why: sentenceOf(error) })
  }
}

/** The papers are of the review that is shown, whatever stands in the fields meanwhile. */
export async function takePaper(store: Store, kind: 'xlsx' | 'docx'): Promise<void> {
  const { review } = store.state().retrospective
  if (review) await download(store, kind, () => store.api.retrospectivePaper(kind, spanIn(review)))
}

const spanIn = ({ from, to, base }: Retrospective): string =>
  spanOf({ from: String(from), to: String(to), base: String(base) })

export const takeSheet = (store: Store, from: string, to: string): Promise<void> =>
  download(store, 'sheet', () =>
    store.api.pastYearsSheet(new URLSearchParams({ from, to }).toString()),
  )

async function download(
  store: Store,
  kind: PaperKind,
  fetched: () => Promise<{ name: string; content: Blob }>,
): Promise<void> {
  if (store.state().retrospective.getting.state === 'fetching') return
  store.dispatch({ type: 'retrospective-paper', getting: { state: 'fetching', kind } })
  try {
    const { name, content } = await fetched()
    save(name, content)
    store.dispatch({ type: 'retrospective-paper', getting: { state: 'done', kind, name } })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    const why = sentenceOf(error)
    store.dispatch({ type: 'retrospective-paper', getting: { state: 'failed', kind, why } })
  }
}

export async function loadPastYears(store: Store): Promise<void> {
  try {
    store.dispatch({ type: 'past-years-known', typed: await store.api.pastYears() })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'past-years-missing', why: sentenceOf(error) })
  }
}

/** Read by the server; nothing is written yet. */
export async function readSheet(store: Store, file: File): Promise<void> {
  const { name } = file
  const say = (sheet: State['retrospective']['sheet']) =>
    store.dispatch({ type: 'past-years-sheet', sheet })
  say({ state: 'reading', name })
  const bytes = await bytesOf(file)
  if (typeof bytes === 'string') return say({ state: 'refused', name, why: bytes })
  try {
    const reading = await store.api.readPastYears(bytes)
    // what is typed of the same years must be known before it is written over
    await loadPastYears(store)
    say({ state: 'read', name, reading })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    say({ state: 'refused', name, why: sentenceOf(error) })
  }
}

/** One year after the other; the same year written again is the same writing, so a second try goes on where this stopped. */
export async function writeYears(store: Store): Promise<void> {
  const { sheet, typed } = store.state().retrospective
  if (sheet.state !== 'read' && sheet.state !== 'stopped') return
  const { name, reading } = sheet
  const say = (next: State['retrospective']['sheet']) =>
    store.dispatch({ type: 'past-years-sheet', sheet: next })
  if (typed === null) {
    const why = store.state().retrospective.typedTrouble ?? works().retrospective.past.unknown
    return say({ state: 'stopped', name, reading, written: [], why })
  }
  say({ state: 'writing', name, reading })
  const written: number[] = []
  try {
    for (const { year, source, figures } of reading.years) {
      const basedOn = typed.find(one => one.year === year)?.number ?? 0
      await store.api.writePastYear(year, { basedOn, source, figures })
      written.push(year)
    }
    say({ state: 'written', written })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    say({ state: 'stopped', name, reading, written, why: sentenceOf(error) })
  }
  await loadPastYears(store)
  if (written.length > 0 && store.state().retrospective.review) await loadReview(store)
}
