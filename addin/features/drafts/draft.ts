/**
 * A draft: what a workbook said that the unit has not submitted, with the reasons and names written beside it. It loses
 * nothing that was typed: texts that could not be read stay texts, and lists keep their lines as they stood.
 */
import { contentFromWire, contentToWire, type WireContent } from '../../../shared/content.ts'
import { type Difference, differences } from '../../../shared/differences.ts'
import { notReported } from '../../../shared/figure.ts'
import { placeOf, placeText } from '../../../shared/place.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import type { BlockCells, SheetReading } from '../../../shared/reading.ts'
import type { Book } from '../fill/book.ts'
import type { State } from '../state.ts'
import type { Names } from '../submit/submission.ts'
import { hasNews } from '../submit/summary.ts'
import { longestDays } from './shelf.ts'

export type Draft = {
  readonly id: string
  readonly agency: string
  readonly unit: string
  readonly period: string
  readonly catalogue: string
  /** the revision the workbook stood on */
  readonly revision: number | null
  /** the id of the workbook it was typed in; absent where that had none */
  readonly workbook?: string
  /** UTC instant */
  readonly at: string
  readonly content: WireContent
  /** by place: texts that are no figures */
  readonly unread: readonly (readonly [string, string])[]
  /** by form: raw lines of lists whose members the unit names itself */
  readonly lines: readonly (readonly [string, BlockCells])[]
  readonly reasons: readonly (readonly [string, string])[]
  readonly names: Names
}

/** What two readings are compared by. */
export type Said = Pick<SheetReading, 'content' | 'unread'>

export const saidBy = (draft: Draft): Said => ({
  content: contentFromWire(draft.content),
  unread: new Map(draft.unread),
})

/** What the workbook says now, or null when the server has all of it or nothing has been written. */
export function draftOf(state: State, now: number): Draft | null {
  const { fill, check, submit, drafts } = state
  const { book, identity } = fill
  const { review, reasons } = check
  if (!book || !identity || !review) return null
  const { reading, blocks } = review
  const { content, unread } = reading
  const wire = contentToWire(content)
  const empty = [wire.figures, wire.tables, wire.narrative].every(
    part => Object.keys(part).length === 0,
  )
  if (unread.size === 0 && (empty || !hasNews(state))) return null
  const { agency, unit, period, catalogue } = book.identity
  return {
    ...{ id: drafts.own, agency, unit, period, catalogue, revision: identity.revision },
    ...(identity.workbook ? { workbook: identity.workbook } : {}),
    at: new Date(now).toISOString(),
    content: wire,
    unread: [...unread],
    lines: book.sheets.flatMap(({ form, block }) => {
      const cells = block.open && blocks.get(form)
      const totals = book.index.tables.get(form)?.totalRow ? 1 : 0
      return cells ? [[form, cells.slice(0, cells.length - totals)] as const] : []
    }),
    reasons: [...reasons],
    names: submit.names,
  }
}

/** It was typed in another workbook than this one; an empty workbook can take the place of any. */
export const isElsewheres = ({ workbook }: Draft, identity: State['fill']['identity']): boolean =>
  Boolean(workbook && identity && identity.workbook !== workbook)

/** Places where two readings say something else, texts that could not be read included. */
export function differencesBetween({ index }: Book, from: Said, to: Said): Difference[] {
  const found = new Map(
    differences(index, from.content, to.content).map(one => [placeText(one.place), one]),
  )
  for (const place of new Set([...from.unread.keys(), ...to.unread.keys()])) {
    const [before, after] = [from.unread.get(place), to.unread.get(place)]
    if (before === after) continue
    const words = (text: string | undefined, side: 'from' | 'to') =>
      text === undefined
        ? (found.get(place)?.[side] ?? notReported)
        : ({ state: 'text', text } as const)
    const at = placeOf(index, place)
    if (at) found.set(place, { place: at, from: words(before, 'from'), to: words(after, 'to') })
  }
  return [...found.values()]
}

const day = 86_400_000
/** More than a person would compare. */
const mostPerPeriod = 4

/** Drafts that need not be kept: too old, of a locked period, or older than the newest few of their period. */
export function worn(
  drafts: readonly Draft[],
  agency: string,
  periods: readonly PeriodSummary[],
  now: number,
): Draft[] {
  const locked = new Set(
    periods.filter(({ state }) => state === 'locked').map(({ period }) => period),
  )
  const scope = (draft: Draft) => `${draft.agency}/${draft.unit}/${draft.period}`
  const seen = new Map<string, number>()
  return newestFirst(drafts).filter(draft => {
    const nth = (seen.get(scope(draft)) ?? 0) + 1
    seen.set(scope(draft), nth)
    return (
      now - Date.parse(draft.at) > longestDays * day ||
      (draft.agency === agency && locked.has(draft.period)) ||
      nth > mostPerPeriod
    )
  })
}

export const newestFirst = (drafts: readonly Draft[]): Draft[] =>
  [...drafts].sort((a, b) => b.at.localeCompare(a.at))
