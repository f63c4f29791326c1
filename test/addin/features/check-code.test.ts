/** What the pane and the page beside it say of a printed code, asked of the real API with the demo agency in it. */
import { describe, expect, test } from 'vitest'
import { ask } from '../../../addin/features/check-code/asking.ts'
import { pull } from '../../../addin/features/pull/pulling.ts'
import { initialShell, reduceShell } from '../../../addin/features/shell/state.ts'
import type { Workbook } from '../../../addin/host/port.ts'
import { checkCode as en } from '../../../addin/i18n/en/check-code.ts'
import { checkCode as words } from '../../../addin/i18n/vi/check-code.ts'
import { checkCode } from '../../../shared/check-code.ts'
import type { CheckedCode } from '../../../shared/protocol.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const asked = (typed: string) => ask(office().store.api, words, typed)
const handedOut = async () => checkCode((await office().store.api.consolidation(april)).digest)
const checked: CheckedCode = {
  code: 'K7M2Q-9XB4T',
  agency: 'Sở Công Thương Mẫu',
  period: april,
  state: 'provisional',
  asOf: '2025-04-14T02:05:00.000Z',
  takenAt: '2025-04-15T03:30:00.000Z',
  units: [
    { unit: 'van_phong', name: 'Văn phòng', revision: 2 },
    { unit: 'qltm', name: 'Phòng Quản lý Thương mại', revision: null },
  ],
  current: true,
  newerCode: null,
}
const saidOf = (over: Partial<CheckedCode>) =>
  ask({ checkCode: async () => ({ ...checked, ...over }) }, words, 'K7M2Q-9XB4T')

describe('an answer', () => {
  test('says whose figures, which period, as of when, and each unit’s revision', async () => {
    expect(await saidOf({})).toEqual({
      sentences: [
        'Mã K7M2Q-9XB4T: số liệu cải cách hành chính của Sở Công Thương Mẫu, Tháng 4/2025.',
        words.state.provisional,
        'Số liệu tính đến 14/4/2025 09:05, lấy ra lần đầu 15/4/2025 10:30 (giờ Việt Nam).',
        words.current,
      ],
      units: ['Văn phòng: bản nộp số 2', 'Phòng Quản lý Thương mại: chưa có số liệu'],
    })
  })

  test.each([
    ['newer figures', { current: false, newerCode: 'AAAAA-BBBBB' }, [words.newer('AAAAA-BBBBB')]],
    ['changed, not handed out', { current: false }, [words.changed]],
    [
      'final, and opened again',
      { state: 'final' as const, current: false, newerCode: 'AAAAA-BBBBB' },
      [words.reopened, words.newer('AAAAA-BBBBB')],
    ],
    ['final, and still so', { state: 'final' as const }, [words.current]],
  ])('tells what became of them: %s', async (_what, over, last) => {
    const answered = await saidOf(over)
    expect('sentences' in answered && answered.sentences.slice(3)).toEqual(last)
  })

  test('is English where the pane is', async () => {
    const answered = await ask({ checkCode: async () => checked }, en, 'K7M2Q-9XB4T')
    expect('sentences' in answered && answered.sentences[3]).toBe(en.current)
  })
})

describe('asked of the server', () => {
  test('the code of the figures this pane pulled is known, however it is typed', async () => {
    const code = await handedOut()
    const answered = await asked(` ${code.toLowerCase().replace('-', ' ')} `)
    expect('sentences' in answered && answered.sentences[0]).toContain(
      `${code}: số liệu cải cách hành chính của Sở Công Thương Bắc Giang`,
    )
  })

  test('no code, no answer to it, and no network are each told in a sentence', async () => {
    expect(await asked('  ')).toEqual({ refusal: words.empty })
    expect(await asked('K7M2Q/../x')).toEqual({
      refusal: expect.stringContaining('không phải mã kiểm chứng'),
    })
    expect(await asked('K7M2Q-9XB4T')).toEqual({
      refusal: expect.stringContaining('chưa phát hành'),
    })
    office().network.on = false
    expect(await asked('K7M2Q-9XB4T')).toEqual({ refusal: words.offline })
  })
})

test('a pull says the code that its paper bears', async () => {
  const { store } = office()
  const given: string[] = []
  const open = async (base64: string) => void given.push(base64)
  office().workbook = { openInNewWorkbook: open } as Partial<Workbook> as Workbook
  store.dispatch({ type: 'placed', place: 'workbook' })
  await pull(store, 'workbook')
  expect(given).toHaveLength(1)
  expect(store.state().pull.pulling).toMatchObject({ state: 'done', code: await handedOut() })
})

test('one thing at a time lies over the view, and signing out takes the look-up away', () => {
  const looking = reduceShell(initialShell, { type: 'checking-code', open: true })
  expect([looking.checkingCode, looking.diagnosing]).toEqual([true, false])
  const facts = reduceShell(looking, { type: 'diagnosing', open: true })
  expect([facts.checkingCode, facts.diagnosing]).toEqual([false, true])
  expect(reduceShell(looking, { type: 'signed-out' }).checkingCode).toBe(false)
})
