/** Reads the report's words, keeps what is being written on this machine, and saves or withdraws a section's text. */

import type { ReportSection } from '../../../shared/protocol.ts'
import { Refused } from '../../api.ts'
import { writingsIn } from '../drafts/writings.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import type { Done, Mend, Writing } from './state.ts'
import { isMendOf, mended, savedText, unmended } from './text.ts'

type Kept = {
  readonly agency: string
  readonly name: string
  readonly period: string
  readonly section: string
  readonly writing: Writing
}

const keyOf = ({ agency, name, period, section }: Omit<Kept, 'writing'>): string =>
  [agency, name, period, section].join('/')

const kept = writingsIn<Kept>('narratives', keyOf, ({ writing }) => writing.at)

/** Whose text it is and of which period: another clerk of the same machine has other texts. */
const ownerOf = (store: Store): Omit<Kept, 'section' | 'writing'> | null => {
  const { access, periods } = store.state()
  const who = access.session?.who
  return who && periods.chosen
    ? { agency: who.agency, name: who.name, period: periods.chosen }
    : null
}

/** By store, how often the sections were asked for or written: an answer from before that is an old one. */
const asked = new WeakMap<Store, number>()
const askedNow = (store: Store): number => {
  const times = (asked.get(store) ?? 0) + 1
  asked.set(store, times)
  return times
}

/** What is shown stays when no answer comes. */
export async function loadNarrative(store: Store): Promise<void> {
  const period = store.state().periods.chosen
  if (period === null) return
  const time = askedNow(store)
  const still = () => asked.get(store) === time && store.state().periods.chosen === period
  try {
    const [answer] = await Promise.all([store.api.narrative(period), takeUp(store)])
    if (still()) store.dispatch({ type: 'narrative-known', answer })
  } catch (error) {
    if (leftBecauseExpired(store, error) || !still()) return
    store.dispatch({ type: 'narrative-missing', why: sentenceOf(error) })
  }
}

/** What this clerk wrote for this period and did not save. */
async function takeUp(store: Store): Promise<void> {
  const owner = ownerOf(store)
  if (!owner || store.state().narrative.answer) return
  const all = await kept.found(store)
  const own = all.filter(
    one => one.agency === owner.agency && one.name === owner.name && one.period === owner.period,
  )
  if (store.state().periods.chosen !== owner.period) return
  const writings = Object.fromEntries(own.map(({ section, writing }) => [section, writing]))
  store.dispatch({ type: 'writings-found', writings })
}

function put(store: Store, section: string, writing: Writing | null): void {
  const owner = ownerOf(store)
  if (!owner) return
  store.dispatch({ type: 'section-written', section, writing })
  const entry = writing && { ...owner, section, writing }
  void kept.keep(store, keyOf({ ...owner, section }), entry, ({ writing: { at } }, certain) =>
    store.dispatch({ type: 'writing-kept', at, certain }),
  )
}

const sectionOf = (store: Store, code: string): ReportSection | undefined =>
  store.state().narrative.answer?.sections.find(section => section.code === code)

/** What stands in the field changes; the same as what is saved is nothing to keep. */
export function write(store: Store, code: string, text: string, mends?: readonly Mend[]): void {
  const section = sectionOf(store, code)
  if (!section) return
  const before = store.state().narrative.writings[code]
  const saved = savedText(section)
  const basedOn = before ? before.basedOn : (section.edit?.number ?? null)
  const stale = basedOn !== (section.edit?.number ?? null)
  const writing = {
    text,
    basedOn,
    from: before?.from ?? saved,
    mends: mends ?? before?.mends ?? [],
    at: new Date().toISOString(),
  }
  put(store, code, text === saved && !stale ? null : writing)
}

/** The text written here stays and goes on top of what somebody else has saved meanwhile. */
export function keepMine(store: Store, code: string): void {
  const section = sectionOf(store, code)
  const mine = store.state().narrative.writings[code]
  if (!section || !mine) return
  const basedOn = section.edit?.number ?? null
  put(store, code, { ...mine, basedOn, from: savedText(section), mends: [] })
}

/** The text written here is given up for what is saved; the line that says so brings it back. */
export function drop(store: Store, code: string): void {
  const writing = store.state().narrative.writings[code]
  if (!writing) return
  put(store, code, null)
  store.dispatch({ type: 'narrative-done', done: { kind: 'dropped', section: code, writing } })
}

/** Puts the new number in place of the old one, or back. @returns whether the sentence was there to be changed */
export function mend(store: Store, code: string, nth: number, back: boolean): boolean {
  const section = sectionOf(store, code)
  const outdated = section?.edit?.outdated[nth]
  if (!section || !outdated) return false
  const { text, mends } = store.state().narrative.writings[code] ?? {
    text: savedText(section),
    mends: [],
  }
  const changed = (back ? unmended : mended)(text, section, outdated, mends)
  if (changed === null) return false
  const others = mends.filter(one => !isMendOf(one, outdated))
  const made = { sentence: outdated.sentence, at: outdated.figure.at }
  write(store, code, changed, back ? others : [...others, made])
  return true
}

/** What is in the field becomes the office's text of the section. */
export async function save(store: Store, code: string): Promise<void> {
  const writing = store.state().narrative.writings[code]
  if (writing)
    await send(store, code, writing.basedOn, writing.text, { kind: 'saved', section: code })
}

/** The merged text stands again. */
export async function withdraw(store: Store, code: string): Promise<void> {
  const edit = sectionOf(store, code)?.edit
  if (!edit) return
  const done: Done = { kind: 'withdrawn', section: code, text: edit.text }
  await send(store, code, edit.number, null, done)
}

/** What the last line says was done is undone. */
export async function undo(store: Store): Promise<void> {
  const { done } = store.state().narrative
  if (done?.kind === 'dropped') {
    put(store, done.section, done.writing)
    store.dispatch({ type: 'narrative-done', done: null })
  } else if (done?.kind === 'withdrawn')
    await send(store, done.section, null, done.text, { kind: 'saved', section: done.section })
}

async function send(
  store: Store,
  code: string,
  basedOn: number | null,
  text: string | null,
  done: Done,
): Promise<void> {
  const period = store.state().periods.chosen
  if (period === null || store.state().narrative.saving) return
  store.dispatch({ type: 'section-saving' })
  const sent = store.state().narrative.writings[code]
  try {
    const section = await store.api.writeSection(period, code, { basedOn, text })
    if (store.state().periods.chosen !== period) return
    askedNow(store)
    store.dispatch({ type: 'section-answered', section })
    const now = store.state().narrative.writings[code]
    // what was typed while it was on its way goes on top of it
    if (now === sent) put(store, code, null)
    else if (now) put(store, code, { ...now, basedOn: section.edit?.number ?? null, mends: [] })
    store.dispatch({ type: 'narrative-done', done })
    // remarks on other sections may be about what stood here
    void loadNarrative(store)
  } catch (error) {
    if (leftBecauseExpired(store, error) || store.state().periods.chosen !== period) return
    const taken = error instanceof Refused && error.problem.status === 409
    if (taken) await loadNarrative(store)
    store.dispatch({ type: 'section-refused', why: sentenceOf(error) })
  }
}
