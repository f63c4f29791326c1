import { expect, test } from 'vitest'
import { withReason } from '../../../addin/features/check/reasons.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { obstacle, type Readiness } from '../../../addin/features/submit/obstacle.ts'
import {
  groupedDigest,
  receiptNumber,
  saysNothing,
  submissionOf,
} from '../../../addin/features/submit/submission.ts'
import { emptyContent } from '../../../shared/content.ts'
import { differences } from '../../../shared/differences.ts'
import { submissionSchema } from '../../../shared/protocol.ts'
import { blocksOf, book, emptyBook, period, typed } from './qltm.ts'

const names = { preparedBy: ' Bùi Thị Nga ', approvedBy: 'Ngô Văn Phúc' }
const contentOf = (blocks: Parameters<typeof reviewOf>[1]) => reviewOf(book, blocks).reading.content

test('a draft is what the wire takes, on the revision it was made from', () => {
  const { reading, outcome } = reviewOf(book, blocksOf(book))
  const body = submissionOf(book, 1, reading.content, outcome.results, new Map(), names)
  expect(submissionSchema.parse(body)).toEqual(body)
  expect(body).toMatchObject({
    basedOn: 1,
    window: period.window,
    catalogue: 'sct-2025.1',
    preparedBy: 'Bùi Thị Nga',
  })
  // never the newest revision that happens to have been fetched
  const older = submissionOf(book, null, reading.content, outcome.results, new Map(), names)
  expect(older.basedOn).toBeNull()
  expect(body.figures).toEqual(book.sheet.current?.figures)
  expect(submissionOf(emptyBook, null, emptyContent, [], new Map(), names).basedOn).toBeNull()
})

test('a sheet nobody has written on says nothing', () => {
  expect(saysNothing(reviewOf(emptyBook, blocksOf(emptyBook)).reading.content)).toBe(true)
  expect(saysNothing(contentOf(blocksOf(book)))).toBe(false)
})

test('only reasons of warnings that still stand are sent', () => {
  const place = { form: 'KSTT-06a', row: 'G02-CT11', column: 'carried_over' }
  const { reading, outcome } = reviewOf(book, typed(blocksOf(book), place, 9))
  const warning = outcome.results.find(({ severity }) => severity === 'warning')
  if (!warning) throw new Error('no warning to explain')
  const gone = { ...warning, rule: 'GONE' }
  const reasons = withReason(withReason(new Map(), warning, 'Nhận bàn giao'), gone, 'Không còn')
  const body = submissionOf(book, 1, reading.content, outcome.results, reasons, names)
  expect(body.reasons.map(({ rule }) => rule)).toEqual([warning.rule])
})

test('changes name the place, the old and the new, and tell blank from zero', () => {
  const before = contentOf(blocksOf(book))
  const figure = { form: 'CCHC-3', row: 'dossiers_resolved' }
  const cell = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_late' }
  const after = contentOf(typed(typed(blocksOf(book), figure, 256), cell, ''))
  expect(differences(book.index, before, before)).toEqual([])
  expect(differences(book.index, before, after)).toMatchObject([
    { place: figure, from: { value: 255 }, to: { value: 256 } },
    { place: cell, from: { value: 0 }, to: { state: 'not-reported' } },
  ])
})

test('a zero that becomes “không phát sinh” is a change', () => {
  const cell = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_late' }
  const after = contentOf(typed(blocksOf(book), cell, 'Không phát sinh'))
  expect(differences(book.index, contentOf(blocksOf(book)), after)).toMatchObject([
    { from: { state: 'number', value: 0 }, to: { state: 'none' } },
  ])
})

const ready: Readiness = {
  locked: false,
  outdated: false,
  counts: { errors: 0, unexplained: 0, explained: 1, infos: 4 },
  empty: false,
  changed: true,
  names,
  approved: true,
}

test('the first thing in the way is the one that is said', () => {
  const errors = { errors: 2, unexplained: 1, explained: 0, infos: 0 }
  expect(obstacle(ready)).toBeNull()
  expect(obstacle({ ...ready, locked: true, counts: null })).toEqual({ kind: 'locked' })
  expect(obstacle({ ...ready, outdated: true, counts: null })).toEqual({ kind: 'outdated' })
  expect(obstacle({ ...ready, counts: null })).toEqual({ kind: 'not-read' })
  expect(obstacle({ ...ready, empty: true })).toEqual({ kind: 'empty' })
  expect(obstacle({ ...ready, counts: errors })).toEqual({ kind: 'errors', count: 2 })
  expect(obstacle({ ...ready, counts: { ...errors, errors: 0 } })).toEqual({
    kind: 'reasons',
    count: 1,
  })
  expect(obstacle({ ...ready, changed: false })).toEqual({ kind: 'unchanged' })
  expect(obstacle({ ...ready, names: { ...names, approvedBy: ' ' } })).toEqual({ kind: 'names' })
  expect(obstacle({ ...ready, approved: false })).toEqual({ kind: 'approval' })
})

test('receipt number and digest can be read out', () => {
  expect(receiptNumber('7f3ab2c9-1d2e-4f50-8a6b-7c8d9e0f1a2b')).toBe('7F3A-B2C9')
  expect(groupedDigest('3f9a0c1d22aa')).toBe('3f9a0c1d 22aa')
})
