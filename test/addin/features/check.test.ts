import { expect, test } from 'vitest'
import {
  bySheet,
  countsOf,
  grouped,
  onlyOf,
  withoutPlace,
} from '../../../addin/features/check/findings.ts'
import {
  emptinessFor,
  isExplained,
  lapsedReason,
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
  expect(emptinessFor(reasons, warningOf(7))).toBe('short')
  expect(emptinessFor(new Map(), warningOf(7))).toBeNull()
  expect(reasonsToSend(reasons, unusual(7))).toEqual([])
})

test('words that fit any figure are no reason, and are not sent', () => {
  const reasons = withReason(new Map(), warningOf(7), 'Đã kiểm tra, số liệu đúng')
  expect(emptinessFor(reasons, warningOf(7))).toBe('boilerplate')
  expect(reasonsToSend(reasons, unusual(7))).toEqual([])
})

test('one text under three different rules explains none of them', () => {
  const base = warningOf(7)
  const others = ['X-07', 'X-10'].map(rule => ({ ...base, rule }))
  const two = withReason(withReason(new Map(), base, why), others[0] ?? base, why)
  expect(isExplained(two, base)).toBe(true)
  const three = withReason(two, others[1] ?? base, why)
  expect(emptinessFor(three, base)).toBe('copied')
})

test('a reason that died with its values is quoted until there is one for the new values', () => {
  const reasons = withReason(new Map(), warningOf(7), why)
  expect(lapsedReason(reasons, warningOf(7))).toBeUndefined()
  expect(lapsedReason(reasons, warningOf(8))).toBe(why)
  const anew = withReason(reasons, warningOf(8), 'Thêm 1 hồ sơ chuyển từ bộ phận một cửa')
  expect(lapsedReason(anew, warningOf(8))).toBeUndefined()
  // the old values bring the old reason back
  expect(reasonFor(anew, warningOf(7))).toBe(why)
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

test('one wrong cell that breaks several sums is one message, which names the cell', () => {
  const early = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_early' }
  const review = reviewOf(book, typed(blocksOf(book), early, 232))
  const { error } = grouped(review.outcome.results)
  expect(error.map(({ finding, dependents }) => [finding.rule, dependents.length])).toEqual([
    ['KSTT06-R4', 2],
  ])
  expect(review.suspects.get(error[0]?.finding.at.place ?? '')).toEqual([early])
})

test('the list goes by sheet in the order of the annex and down each sheet', () => {
  const cells: [string, unknown][] = [
    ['digit_in_total', 'ba'],
    ['dossiers_new', 'hai'],
    ['dossiers_resolved', 'một'],
  ]
  const blocks = cells.reduce((all, [row, value]) => {
    const form = book.index.indicators.get(row)?.form.id ?? ''
    return typed(all, { form, row }, value)
  }, blocksOf(book))
  const groups = grouped(reviewOf(book, blocks).outcome.results)
  const order = bySheet(book.index, groups.error).map(({ form, groups: lines }) => [
    form,
    lines.map(({ finding }) => finding.at.row),
  ])
  expect(order).toEqual([
    ['CCHC-3', ['dossiers_resolved']],
    ['CCHC-7', ['dossiers_new', 'digit_in_total']],
  ])
  expect(onlyOf(groups, 'CCHC-3').error).toHaveLength(1)
  // the last finding of the chosen form is mended: the others come back into view
  expect(onlyOf(groups, 'CCHC-1')).toBe(groups)
})
