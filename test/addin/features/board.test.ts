/** The board: where the units stand, what it remembers, and that neither time nor a lost network disturbs it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  chooseFilter,
  followBoard,
  loadBoard,
  refreshBoard,
  rememberedFilter,
} from '../../../addin/features/board/progress.ts'
import { reminderFor, reminderForAll } from '../../../addin/features/board/reminder.ts'
import { countOf, matches, nextToReview } from '../../../addin/features/board/standing.ts'
import { decide, openReview } from '../../../addin/features/review/reviewing.ts'
import type { UnitProgress } from '../../../shared/protocol.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const board = () => office().store.state().board
const units = () => board().progress?.units ?? []
const unit = (key: string): UnitProgress => {
  const found = units().find(one => one.unit === key)
  if (!found) throw new Error(key)
  return found
}
const load = () => loadBoard(office().store, april)

describe('standing', () => {
  test('each unit is in one state, and the filters count them all', async () => {
    await load()
    const states = ['not-started', 'submitted', 'accepted', 'returned'] as const
    expect(states.map(state => countOf(units(), state))).toEqual([2, 7, 0, 0])
    expect(countOf(units(), 'all')).toBe(9)
    expect(units().filter(one => matches('not-started', one))).toMatchObject([
      { unit: 'thanh_tra', timing: 'missing' },
      { unit: 'qltt', timing: 'missing' },
    ])
  })

  test('the board tells how many reasons a report gives, and who prepared it', async () => {
    await load()
    expect(unit('van_phong')).toMatchObject({ preparedBy: 'Nguyễn Thị Mai' })
    expect(unit('ktat').findings?.explained).toBe(1)
    expect(unit('thanh_tra').findings).toBeNull()
  })

  test('the next to review comes after the one just read, and round to the first', async () => {
    await load()
    const order = units().filter(one => one.state === 'submitted')
    const [first, second] = order
    const last = order.at(-1)
    expect(nextToReview(units(), null)).toBe(first)
    expect(nextToReview(units(), first?.unit ?? '')).toBe(second)
    expect(nextToReview(units(), last?.unit ?? '')).toBe(first)
    expect(
      nextToReview(
        units().filter(one => one === first),
        first?.unit ?? '',
      ),
    ).toBeUndefined()
  })
})

describe('keeping it fresh', () => {
  test('an answer that says the same draws nothing anew', async () => {
    await load()
    const before = board().progress
    await refreshBoard(office().store, april)
    expect(board().progress).toBe(before)
    await office().correct('qlnl', { articles_own_site: 3 })
    await refreshBoard(office().store, april)
    expect(board().progress).not.toBe(before)
    expect(unit('qlnl').revision).toBe(2)
  })

  test('what refreshes by itself never says it is busy', async () => {
    await load()
    const refreshing = refreshBoard(office().store, april)
    expect(board().busy).toBe(false)
    await refreshing
  })

  test('a lost network leaves what was shown, in words, until it is back', async () => {
    await load()
    const { network, store } = office()
    network.on = false
    await load()
    expect(board().progress?.submitted).toBe(7)
    expect([board().trouble, board().busy]).toEqual([
      'Không có mạng. Kiểm tra kết nối rồi thử lại.',
      false,
    ])
    network.on = true
    await refreshBoard(store, april)
    expect(board().trouble).toBeNull()
  })

  test('the answer about a period one has left is not shown', async () => {
    const { store } = office()
    const loading = load()
    store.dispatch({ type: 'period-chosen', period: '2025-M03' })
    await loading
    expect(board().progress).toBeNull()
  })

  test('the filter is remembered on this machine; nonsense there is ignored', () => {
    const { store, machine } = office()
    chooseFilter(store, 'returned')
    store.dispatch({ type: 'board-filtered', filter: 'all' })
    rememberedFilter(store)
    expect(board().filter).toBe('returned')
    for (const key of machine.keys()) machine.set(key, '"bịa"')
    store.dispatch({ type: 'board-filtered', filter: 'all' })
    rememberedFilter(store)
    expect(board().filter).toBe('all')
  })
})

describe('the board by itself', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const frame = new EventTarget()
  const looks = () => office().asked.filter(one => one.endsWith('/progress')).length
  let stop = () => {}
  beforeEach(() => {
    // the server's own timers go on
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    vi.stubGlobal('document', page)
    vi.stubGlobal('addEventListener', frame.addEventListener.bind(frame))
    vi.stubGlobal('removeEventListener', frame.removeEventListener.bind(frame))
    stop = followBoard(office().store, april)
  })
  afterEach(() => {
    stop()
    page.visibilityState = 'visible'
    vi.useRealTimers()
  })

  test('looks every minute while it can be seen, and not while it cannot', async () => {
    await vi.advanceTimersByTimeAsync(59_000)
    expect(looks()).toBe(0)
    await vi.advanceTimersByTimeAsync(121_000)
    expect(looks()).toBe(3)
    page.visibilityState = 'hidden'
    await vi.advanceTimersByTimeAsync(600_000)
    expect(looks()).toBe(3)
  })

  test('looks once on coming back, however many events that fires, and shows what came in', async () => {
    await vi.advanceTimersByTimeAsync(10_000)
    await office().correct('qlnl', { articles_own_site: 30 })
    office().asked.length = 0
    page.dispatchEvent(new Event('visibilitychange'))
    frame.dispatchEvent(new Event('focus'))
    frame.dispatchEvent(new Event('pageshow'))
    await vi.waitFor(() => expect(units()).not.toEqual([]))
    expect(looks()).toBe(1)
    expect(unit('qlnl').revision).toBe(2)
  })

  test('asks nothing more once it is left', async () => {
    stop()
    await vi.advanceTimersByTimeAsync(300_000)
    frame.dispatchEvent(new Event('focus'))
    expect(looks()).toBe(0)
  })
})

describe('reminders', () => {
  const before = Date.parse('2025-04-13T02:00:00Z')
  const after = Date.parse('2025-04-17T02:00:00Z')
  const period = () => {
    const found = board().progress?.period
    if (!found) throw new Error('no board')
    return found
  }

  test('a letter names unit, period, window, due date and the days left', async () => {
    await load()
    expect(reminderFor(unit('thanh_tra'), period(), before)).toBe(
      [
        'Kính gửi: Thanh tra',
        'Về báo cáo cải cách hành chính Tháng 4/2025 (số liệu từ 15/3/2025 đến hết 14/4/2025):',
        'Văn phòng chưa nhận được báo cáo của đơn vị.',
        'Hạn nộp là ngày 15/4/2025, còn 2 ngày. Đề nghị mở phần mềm Biểu mẫu CCHC trong Excel, kiểm tra và nộp trước hạn.',
        'Trân trọng cảm ơn.',
      ].join('\n'),
    )
    expect(reminderFor(unit('thanh_tra'), period(), after)).toContain('đã quá 2 ngày')
  })

  test('one that was sent back quotes the note, and the letter to all names everyone awaited', async () => {
    const { store } = office()
    await load()
    await openReview(store, 'qltm')
    store.dispatch({ type: 'review-noted', note: 'Xem lại cột 5' })
    store.dispatch({ type: 'review-marked', place: 'dossiers_resolved', marked: true })
    await decide(store, 'return')
    const letter = reminderFor(unit('qltm'), period(), after)
    expect(letter).toContain('đã trả lại bản 1 lúc 16/4/2025 09:00')
    expect(letter).toContain('“Xem lại cột 5” Có 1 số được đánh dấu')
    const all = reminderForAll(units(), period(), after)
    expect(all).toContain('- Thanh tra: chưa nộp')
    expect(all).toContain('- Phòng Quản lý Thương mại: đã trả lại để sửa. Ý kiến: “Xem lại cột 5”')
    expect(all).not.toContain('Năng lượng')
  })
})
