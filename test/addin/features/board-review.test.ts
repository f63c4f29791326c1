/** Reading a unit's report and deciding about the very revision that was read. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { loadBoard, refreshBoard } from '../../../addin/features/board/progress.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { figuresOf } from '../../../addin/features/review/figure-lines.ts'
import { keepNotes, noteFor, notesBox } from '../../../addin/features/review/notes.ts'
import { decide, openReview } from '../../../addin/features/review/reviewing.ts'
import { reasonAt, type UnitFile } from '../../../addin/features/review/unit-file.ts'
import { signOut } from '../../../addin/features/sign-in/signing.ts'
import { createStore } from '../../../addin/features/store.ts'
import { placeText } from '../../../shared/place.ts'
import type { SheetAnswer } from '../../../shared/protocol.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const review = () => office().store.state().review
const file = (): UnitFile => {
  const found = review().file
  if (!found) throw new Error(review().trouble ?? 'no report')
  return found
}
const open = (unit: string) => openReview(office().store, unit)
const progressOf = (unit: string) =>
  office()
    .store.state()
    .board.progress?.units.find(one => one.unit === unit)

describe('the report', () => {
  test('tells what moved against the month before, and no reasons where the unit had none to give', async () => {
    await open('van_phong')
    expect(file().striking).toBe(true)
    expect(file().moved.every(one => one.change === null || Math.abs(one.change) > 50)).toBe(true)
    // the one reason of the demo is on what follows from the plan, which only the merge judges
    expect(file().explained.filter(one => one.justification !== undefined)).toEqual([])
    expect(reasonAt(file(), { form: 'CCHC-1', row: 'plan_tasks_total' })).toBeUndefined()
  })

  test('shows every form the unit fills with its own rows and the month before beside them', async () => {
    await open('qltm')
    const forms = figuresOf(file())
    expect(forms.map(one => one.form.id)).toContain('KSTT-06a')
    const lines = forms.flatMap(one => one.groups.flatMap(group => group.lines))
    const resolved = lines.find(line => placeText(line.place) === 'dossiers_resolved')
    expect(resolved).toMatchObject({ code: '3.1.1', now: { value: 255 } })
    expect(resolved?.before?.state).toBe('number')
    // a row of others that nobody of the unit filled is not shown
    expect(lines.some(line => placeText(line.place) === 'plan_tasks_total')).toBe(false)
  })

  test('against the revision before: old, new and what moved with it', async () => {
    await office().correct('qlnl', { articles_own_site: 30 })
    await open('qlnl')
    expect(review().differences?.figures).toMatchObject([{ at: 'articles_own_site', new: 30 }])
    await open('qltm')
    expect(review().differences).toBeNull()
  })

  test('of a unit that cannot be read is said in words, and reading again mends it', async () => {
    const { network } = office()
    network.on = false
    await open('qltm')
    expect([review().trouble, review().file]).toEqual([
      'Không có mạng. Kiểm tra kết nối rồi thử lại.',
      null,
    ])
    network.on = true
    await open('qltm')
    expect(review().trouble).toBeNull()
    expect(file().sheet.unit).toBe('qltm')
  })
})

describe('a note begun and not sent', () => {
  const noted = (note: string) => office().store.dispatch({ type: 'review-noted', note })
  const close = () => office().store.dispatch({ type: 'review-closed' })
  let stop = () => {}
  beforeEach(() => {
    stop = keepNotes(office().store)
  })
  afterEach(() => stop())

  test('is there with its marks when the report is opened again, also by a later pane of this window', async () => {
    const { store } = office()
    await open('qltm')
    store.dispatch({ type: 'review-returning', returning: true })
    noted('Xem lại cột 5')
    store.dispatch({ type: 'review-marked', place: 'dossiers_resolved', marked: true })
    close()
    await open('qlnl')
    expect(review()).toMatchObject({ note: '', questioned: [], returning: false })
    noted('Thiếu số bài đăng')
    stop()
    const later = createStore(connect, store.kept, () => {
      throw new Error('no workbook')
    })
    const { session } = store.state().access
    if (!session) throw new Error('nobody is signed in')
    later.dispatch({ type: 'signed-in', session })
    await loadPeriods(later)
    await openReview(later, 'qltm')
    const begun = { note: 'Xem lại cột 5', questioned: ['dossiers_resolved'], returning: true }
    expect(later.state().review).toMatchObject(begun)
    await openReview(later, 'qlnl')
    expect(later.state().review.note).toBe('Thiếu số bài đăng')
  })

  test('belongs to its period, and goes once it was sent, wiped, or the clerk signs out', async () => {
    const { store } = office()
    await open('qltm')
    noted('Xem lại cột 5')
    store.dispatch({ type: 'period-chosen', period: '2025-M03' })
    await open('qltm')
    expect(review().note).toBe('')
    store.dispatch({ type: 'period-chosen', period: april })
    await open('qltm')
    expect(review().note).toBe('Xem lại cột 5')
    await decide(store, 'return')
    close()
    await open('qltm')
    expect(review().note).toBe('')
    noted('Thêm một ý')
    noted('')
    expect(noteFor(store, 'qltm')).toBeNull()
    noted('Thêm một ý')
    signOut(store)
    expect(store.kept.read(notesBox)).toBeNull()
  })
})

describe('the decision', () => {
  test('accepted shows on the board at once', async () => {
    await loadBoard(office().store, april)
    await open('qltm')
    await decide(office().store, 'accept')
    expect(review()).toMatchObject({ decided: 'accept', deciding: false, refused: null })
    expect(file().sheet.standing.state).toBe('accepted')
    expect(progressOf('qltm')?.state).toBe('accepted')
  })

  test('sent back carries the note and the marks to the unit', async () => {
    const { store, readAs } = office()
    await open('qltm')
    store.dispatch({ type: 'review-returning', returning: true })
    store.dispatch({ type: 'review-noted', note: '  Xem lại cột 5  ' })
    for (const place of ['KSTT-06a//received_direct', 'dossiers_resolved', 'plan_tasks_total'])
      store.dispatch({ type: 'review-marked', place, marked: true })
    store.dispatch({ type: 'review-marked', place: 'plan_tasks_total', marked: false })
    await decide(store, 'return')
    const { standing } = await readAs<SheetAnswer>('qltm', `/periods/${april}/sheet`)
    expect(standing).toMatchObject({
      state: 'returned',
      review: {
        note: 'Xem lại cột 5',
        questioned: ['KSTT-06a//received_direct', 'dossiers_resolved'],
      },
    })
    // what was written has gone out and is not there for the next report
    expect(review()).toMatchObject({ note: '', questioned: [], returning: false })
  })

  test('a revision that came in meanwhile is not decided; what was written stays', async () => {
    const { store } = office()
    await open('qlnl')
    store.dispatch({ type: 'review-returning', returning: true })
    store.dispatch({ type: 'review-noted', note: 'Xem lại 1.2' })
    await office().correct('qlnl', { articles_own_site: 4 })
    await decide(store, 'return')
    expect(review().refused).toMatch(/Đang duyệt bản 1, nhưng bản mới nhất là bản 2/u)
    await refreshBoard(store, april)
    expect(progressOf('qlnl')?.state).toBe('submitted')
    await open('qlnl')
    expect(file().sheet.current.revision).toBe(2)
    expect(review()).toMatchObject({ note: 'Xem lại 1.2', returning: true, refused: null })
  })

  test('without a network nothing is lost and nothing is decided', async () => {
    const { store, network } = office()
    await open('qltm')
    store.dispatch({ type: 'review-noted', note: 'Xem lại' })
    network.on = false
    await decide(store, 'return')
    expect(review()).toMatchObject({ note: 'Xem lại', deciding: false, decided: null })
    expect(review().refused).toContain('Không có mạng')
    network.on = true
    await decide(store, 'return')
    expect(review().decided).toBe('return')
  })

  test('marks are forgotten with the report they were made in', async () => {
    const { store } = office()
    await open('qltm')
    store.dispatch({ type: 'review-marked', place: 'dossiers_resolved', marked: true })
    await open('qlnl')
    expect(review()).toMatchObject({ unit: 'qlnl', questioned: [], note: '' })
  })
})
