/** The pane itself: its language is Vietnamese until somebody wishes otherwise, and stays what they wished. */
import { afterEach, expect, test } from 'vitest'
import { keptIn, permitted } from '../../../addin/features/kept.ts'
import { changeLanguage, resumeLanguage } from '../../../addin/features/shell/language.ts'
import { initial, reduce } from '../../../addin/features/state.ts'
import { createStore } from '../../../addin/features/store.ts'
import { speak, t } from '../../../addin/i18n/words.ts'

function remembering() {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  } as unknown as Storage
  return keptIn(storage, () => '')
}

const nothing = keptIn(undefined, () => '')
const store = () =>
  createStore(
    () => ({}) as never,
    nothing,
    () => ({}) as never,
  )

afterEach(() => speak('vi'))

test('Vietnamese is spoken where nothing was chosen, whatever the browser prefers', async () => {
  const pane = store()
  await resumeLanguage(pane, remembering())
  expect(pane.state().shell.language).toBe('vi')
  expect(t.signIn.enter).toBe('Đăng nhập')
})

test('what was chosen is remembered on the machine, also back to Vietnamese', async () => {
  const kept = remembering()
  await changeLanguage(store(), 'en', kept)
  const later = store()
  await resumeLanguage(later, kept)
  expect([later.state().shell.language, t.signIn.enter]).toEqual(['en', 'Sign in'])
  await changeLanguage(later, 'vi', kept)
  const last = store()
  await resumeLanguage(last, kept)
  expect([last.state().shell.language, t.signIn.enter]).toEqual(['vi', 'Đăng nhập'])
})

test('without storage the choice holds for this window, and nothing breaks', async () => {
  const pane = store()
  await changeLanguage(pane, 'en', nothing)
  expect(pane.state().shell.language).toBe('en')
})

test('signing out keeps the language and closes nothing that was open', () => {
  const english = reduce(initial, { type: 'spoken', language: 'en' })
  const open = reduce(english, { type: 'diagnosing', open: true })
  expect(reduce(open, { type: 'signed-out' }).shell).toMatchObject({
    language: 'en',
    diagnosing: true,
  })
})

test('a storage that may not be asked for counts as none', () => {
  const forbidden = () => {
    throw new Error('SecurityError')
  }
  expect(permitted(forbidden)).toBeUndefined()
})
