/** Half-written text on a slow machine: what is kept in the end is what was typed last, and nothing is called kept before. */
import { expect, test, vi } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { drop, loadNarrative, write } from '../../../addin/features/narrative/writing.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore } from '../../../addin/features/store.ts'
import { offices } from './office-in-node.ts'

const office = offices()
type Entry = { writing: { text: string; at: string } } | null

/** A pane whose machine takes each text only when it is let. */
async function slowPane() {
  const { store } = office()
  const asked: { value: Entry; done: () => void }[] = []
  const shelf = {
    all: async () => [],
    write: (_box: string, _key: string, value: unknown) =>
      new Promise<boolean>(resolve =>
        asked.push({ value: value as Entry, done: () => resolve(true) }),
      ),
  }
  const noWorkbook = () => {
    throw new Error('no workbook')
  }
  const pane = createStore(connect, store.kept, noWorkbook, shelf)
  const { session } = store.state().access
  if (!session) throw new Error('nobody is signed in')
  pane.dispatch({ type: 'signed-in', session })
  await loadPeriods(pane)
  // the machine also keeps periods; only texts are of interest here
  await loadNarrative(pane)
  const texts = () => asked.filter(({ value }) => value === null || 'writing' in value)
  return { pane, texts }
}

test('of what is typed while the machine is busy only the newest is kept, and kept means the last letter', async () => {
  const { pane, texts } = await slowPane()
  for (const text of ['M', 'Mộ', 'Một']) write(pane, 'I', text)
  expect(texts().map(({ value }) => value?.writing.text)).toEqual(['M'])
  expect(pane.state().narrative.kept).toBeNull()
  texts()[0]?.done()
  await vi.waitFor(() => expect(texts()).toHaveLength(2))
  expect(texts()[1]?.value?.writing.text).toBe('Một')
  texts()[1]?.done()
  const { writings } = pane.state().narrative
  await vi.waitFor(() => expect(pane.state().narrative.kept?.at).toBe(writings.I?.at))
  expect(texts()).toHaveLength(2)
})

test('a text given up while it is being kept is gone from the machine too', async () => {
  const { pane, texts } = await slowPane()
  write(pane, 'I', 'Viết rồi bỏ.')
  drop(pane, 'I')
  texts()[0]?.done()
  await vi.waitFor(() => expect(texts()).toHaveLength(2))
  expect(texts()[1]?.value).toBeNull()
})
