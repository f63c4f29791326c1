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

/** Years that have figures, as far as the pane knows: typed ones and those of opened periods. */
export function yearsKnown({ retrospective: { typed }, periods }: State): number[] {
  const written = typed?.filter(({ figures }) => Object.keys(figures).length > 0) ?? []
  const opened = periods.list?.map(({ period }) => parsePeriod(period).year) ?? []
  return [...new Set([...written.map(({ year }) => year), ...opened])].sort((a, b) => a - b)
}

/** The last five years up to that of the period, against the year before them or the nearest that has figures. */
export function yearsShown(state: State): Years {
  if (state.retrospective.years) return state.retrospective.years
  const { chosen } = state.periods
  const to = chosen ? parsePeriod(chosen).year : new Date().getFullYear()
  const earlier = yearsKnown(state).filter(year => year < to)
  const base = earlier.findLast(year => year <= to - 5) ?? earlier[0] ?? to - 5
  return { from: String(Math.max(to - 4, base)), to: String(to), base: String(base) }
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

/** One year after the other, and told so; a second try goes on where this one stopped. */
export async function writeYears(store: Store): Promise<void> {
  const { sheet, typed } = store.state().retrospective
  if (sheet.state !== 'read' && sheet.state !== 'stopped') return
  const { name, reading } = sheet
  const say = (next: State['retrospective']['sheet']) =>
    store.dispatch({ type: 'past-years-sheet', sheet: next })
  const written = sheet.state === 'stopped' ? [...sheet.written] : []
  if (typed === null) {
    const why = store.state().retrospective.typedTrouble ?? works().retrospective.past.unknown
    return say({ state: 'stopped', name, reading, written, why })
  }
  try {
    for (const { year, source, figures } of reading.years) {
      if (written.includes(year)) continue
      say({ state: 'writing', name, reading, year, done: written.length })
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
  // a review that is shown, or that wanted these very years, is made with them
  const { review, trouble } = store.state().retrospective
  if (written.length > 0 && (review || trouble)) await loadReview(store)
}
