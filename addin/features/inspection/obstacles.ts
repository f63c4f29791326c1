/** What keeps a unit's statement from being sent, in words. */
import { isReasonless, readFigure } from '../../../shared/figure.ts'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { answeredIn } from './counts.ts'
import { at, field, figureTyped } from './papers.ts'
import type { Typed } from './state.ts'

type Items = InspectionAnswer['items']

/** Items whose figure is no figure. */
export const unreadIn = (typed: Typed, items: Items): Items =>
  items.filter(({ code }) => figureTyped(at(typed, field('figure', code))) === null)

/** What is wrong with a figure as typed; nothing when it is read. */
export function figureFault(text: string): string | undefined {
  if (figureTyped(text) !== null) return undefined
  const reading = readFigure(text)
  const words = works().inspection.own
  return reading.ok && isReasonless(reading.figure) ? words.reasonless : words.unread(text)
}

export function obstaclesIn(typed: Typed, items: Items): string[] {
  const words = works().inspection.own
  const unread = unreadIn(typed, items).map(({ code }) => code)
  const unsigned = ['preparedBy', 'approvedBy'].some(name => at(typed, name).trim() === '')
  return [
    ...(answeredIn(typed, items) === 0 ? [words.nothing] : []),
    ...(unread.length > 0 ? [words.wrongFigures(unread.length, unread.join(', '))] : []),
    ...(unsigned ? [words.namesNeeded] : []),
  ]
}
