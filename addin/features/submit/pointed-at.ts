/**
 * What the server objects to in single values, as findings: a pointer into the body becomes the place and the cell, so
 * that the list shows it and a click goes there exactly as with what the pane finds itself.
 */
import { locator } from '../../../shared/layout.ts'
import { placeAtPointer, placeText } from '../../../shared/place.ts'
import type { ProblemDocument } from '../../../shared/protocol.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import type { Book } from '../fill/book.ts'

type Faults = NonNullable<ProblemDocument['errors']>
type PointedAt = {
  readonly found: readonly Finding[]
  /** sentences about no single cell */
  readonly elsewhere: readonly string[]
}

export function pointedAt(book: Book | null, faults: Faults): PointedAt {
  if (!book) return { found: [], elsewhere: faults.map(({ detail }) => detail) }
  const locate = locator(book.index, book.view)
  const found: Finding[] = []
  const elsewhere: string[] = []
  for (const { pointer, detail } of faults) {
    const place = placeAtPointer(book.index, pointer)
    if (!place) elsewhere.push(detail)
    else
      found.push({
        rule: 'WIRE',
        ruleVersion: 1,
        severity: 'error',
        outcome: 'fail',
        message: detail,
        at: { ...place, place: placeText(place), ...locate(place) },
        related: [],
        fix: '',
        boundTo: '',
      })
  }
  return { found, elsewhere }
}
