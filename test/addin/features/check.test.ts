import { expect, test } from 'vitest'
import { countsOf, grouped, withoutPlace } from '../../../addin/features/check/findings.ts'
import {
  isExplained,
  isTooShort,
  reasonFor,
  reasonsOf,
  reasonsToSend,
  withReason,
} from '../../../addin/features/check/reasons.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { blocksOf, book, typed } from './qltm.ts'

const carried = { form: 'KSTT-06a', row: 'G02-CT11', column: 'carried_over' }
const pending = { form: 'KSTT-06a', row: 'G02-CT11', column: 'pending_in_time' }
/** Seven more carried over than last period left pending: rule T-01 asks why. */
const unusual = (more: number) =>
  reviewOf(book, typed(typed(blocksOf(book), carried, 2 + more), pending, 3 + more)).outcome.results

const warningOf = (more: number) => {
  const warning = unusual(more).find(finding => finding.severity === 'warning')
  if (!warning) throw new Error('no warning to explain')
  return warning
}
const why = 'Sở giao thêm hồ sơ của phòng khác'

test('published figures have no finding', () => {
  expect(reviewOf(book, blocksOf(book)).outcome.verdict).toBe('clean')
})

test('a reason holds for the values it explains and for no others', () => {
  const reasons = withReason(new Map(), warningOf(7), why)
  expect(isExplained(reasons, warningOf(7))).toBe(true)
  expect(isExplained(reasons, warningOf(8))).toBe(false)
  expect(reasonFor(reasons, warningOf(8))).toBe('')
})

test('a word or two is not yet a reason', () => {
  const reasons = withReason(new Map(), warningOf(7), ' do ')
  expect(isExplained(reasons, warningOf(7))).toBe(false)
  expect(isTooShort(reasons, warningOf(7))).toBe(true)
  expect(isTooShort(new Map(), warningOf(7))).toBe(false)
  expect(reasonsToSend(reasons, unusual(7))).toEqual([])
})

test('reasons of the last revision are taken up for its own values', () => {
  const { rule, at } = warningOf(7)
  const reasons = reasonsOf([{ rule, at: at.place, text: why }], unusual(7))
  expect(reasonsToSend(reasons, unusual(7))).toEqual([{ rule, at: at.place, text: why }])
  expect(reasonsToSend(reasons, unusual(8))).toEqual([])
})

test('explained warnings stay in their group and no longer count as open', () => {
  const groups = grouped(unusual(7))
  expect(countsOf(groups, new Map())).toMatchObject({ errors: 0, unexplained: 1, explained: 0 })
  const reasons = withReason(new Map(), warningOf(7), why)
  expect(countsOf(groups, reasons)).toMatchObject({ errors: 0, unexplained: 0, explained: 1 })
})

test('what only follows from a cell out of range is folded under it', () => {
  const online = { form: 'KSTT-06a', row: 'G02-CT23', column: 'received_online' }
  const findings = reviewOf(book, typed(blocksOf(book), online, -3)).outcome.results
  const { error } = grouped(findings)
  const root = error.find(({ finding }) => finding.rule === 'NONNEG-INT')
  expect(root?.dependents.length).toBeGreaterThan(0)
  const shown = error.flatMap(({ finding, dependents }) => [finding, ...dependents])
  expect(new Set(shown)).toEqual(new Set(findings.filter(({ severity }) => severity === 'error')))
})

test('a root that may stay as it is hides nothing', () => {
  const base = warningOf(7)
  const root = { ...base, at: { ...base.at, place: 'a' } }
  const follower = { ...base, rule: 'T-02', causedBy: 'a' }
  expect(grouped([root, follower]).warning).toHaveLength(2)
})

test('the message loses the place that its heading already says', () => {
  const place = { form: 'CCHC-3', row: 'dossiers_resolved' }
  const [finding] = reviewOf(book, typed(blocksOf(book), place, 260)).outcome.results
  if (!finding) throw new Error('no finding')
  expect(finding.message).toMatch(/^Biểu 3, dòng 3\.1\.1/u)
  expect(withoutPlace(book.index, book.naming, finding)).toMatch(/^260\. Cột 7 biểu II\.06a/u)
})
