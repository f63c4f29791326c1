/** The clerk writes a section of the report: nothing typed is lost, nothing of others is overwritten, figures stay true. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { linesOf } from '../../../addin/features/narrative/standing.ts'
import { mergedText, savedText } from '../../../addin/features/narrative/text.ts'
import {
  drop,
  keepMine,
  loadNarrative,
  mend,
  save,
  undo,
  withdraw,
  write,
} from '../../../addin/features/narrative/writing.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { checkChanges, pull } from '../../../addin/features/pull/pulling.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
let store: Store
/** of the section the tests write */
const code = 'I'
const state = () => store.state().narrative
const sectionIn = (of: Store, wanted = code) => {
  const found = of.state().narrative.answer?.sections.find(one => one.code === wanted)
  if (!found) throw new Error(of.state().narrative.trouble ?? `no section ${wanted}`)
  return found
}
const section = () => sectionIn(store)
const writing = () => state().writings[code]

/** Another pane of the clerk, with the same or another machine. */
async function laterPane(shelf = store.shelf): Promise<Store> {
  const { kept, state } = store
  const noWorkbook = () => {
    throw new Error('no workbook')
  }
  const later = createStore(connect, kept, noWorkbook, shelf)
  const { session } = state().access
  if (!session) throw new Error('nobody is signed in')
  later.dispatch({ type: 'signed-in', session })
  await loadPeriods(later)
  await loadNarrative(later)
  return later
}
const elsewhere = { all: async () => [], write: async () => true }

beforeEach(async () => {
  ;({ store } = office())
  await loadNarrative(store)
})

describe('the sections', () => {
  test('are those of the report, with whose words they are and what needs a look', () => {
    const lines = linesOf(state().answer ?? { period: '', digest: '', sections: [] })
    expect(lines.length).toBeGreaterThan(30)
    const standing = new Map(lines.map(line => [line.section.code, line]))
    expect(standing.get('II')?.standing).toBe('heading')
    expect(standing.get('II.1.a')?.standing).toBe('merged')
    // a paragraph of III.3 says what II.2 has said
    expect(standing.get('III.3')).toMatchObject({ remarks: 1, needsLook: true })
  })

  test('hold what is said elsewhere against the text as it is now saved', async () => {
    const remarks = () => sectionIn(store, 'III.3').merged.flatMap(one => one.remarks)
    expect(remarks().filter(({ needsLook }) => needsLook)).toHaveLength(1)
    write(store, 'II.2', 'Văn phòng viết lại, không nhắc lại.')
    await save(store, 'II.2')
    await vi.waitFor(() => expect(remarks().filter(({ needsLook }) => needsLook)).toEqual([]))
  })

  test('that cannot be read are told of in words, and stay when they were known', async () => {
    const { network } = office()
    network.on = false
    await loadNarrative(store)
    expect(state().trouble).toContain('Không có mạng')
    expect(state().answer?.sections.length).toBeGreaterThan(0)
    network.on = true
    await loadNarrative(store)
    expect(state().trouble).toBeNull()
  })
})

describe('a text', () => {
  test('begins with the merged one, and stands in its place with who wrote it and when once it is saved', async () => {
    expect(section().edit).toBeNull()
    expect(savedText(section())).toBe(mergedText(section()))
    write(store, code, 'Văn phòng viết lại.')
    expect(section().edit).toBeNull()
    await save(store, code)
    expect(section().edit).toMatchObject({
      number: 1,
      text: 'Văn phòng viết lại.',
      by: store.state().access.session?.who.name,
      at: '2025-04-16T02:00:00.000Z',
    })
    expect(state()).toMatchObject({ done: { kind: 'saved', section: code }, writings: {} })
    const other = await laterPane(elsewhere)
    expect(sectionIn(other).edit?.text).toBe('Văn phòng viết lại.')
  })

  test('half written is there in a later pane of this machine, in its own period only, until it is saved', async () => {
    write(store, code, 'Viết dở.')
    expect((await laterPane()).state().narrative.writings[code]?.text).toBe('Viết dở.')
    expect((await laterPane(elsewhere)).state().narrative.writings).toEqual({})
    store.dispatch({ type: 'period-chosen', period: '2025-M03' })
    await loadNarrative(store)
    expect(state().writings).toEqual({})
    store.dispatch({ type: 'period-chosen', period: april })
    await loadNarrative(store)
    expect(writing()?.text).toBe('Viết dở.')
    await save(store, code)
    expect((await laterPane()).state().narrative.writings).toEqual({})
  })

  test('typed back to what is saved is nothing to save; given up it comes back by one press', async () => {
    write(store, code, 'Viết dở.')
    write(store, code, savedText(section()))
    expect(writing()).toBeUndefined()
    write(store, code, 'Viết dở.')
    drop(store, code)
    expect(writing()).toBeUndefined()
    await undo(store)
    expect(writing()?.text).toBe('Viết dở.')
    expect((await laterPane()).state().narrative.writings[code]?.text).toBe('Viết dở.')
  })

  test('typed on while the first part is being saved goes on top of it', async () => {
    write(store, code, 'Một.')
    const saving = save(store, code)
    write(store, code, 'Một. Hai.')
    await saving
    expect(section().edit?.text).toBe('Một.')
    expect(writing()).toMatchObject({ text: 'Một. Hai.', basedOn: 1 })
    await save(store, code)
    expect(section().edit).toMatchObject({ number: 2, text: 'Một. Hai.' })
  })

  test('that could not be sent stays, and is sent when the network is back', async () => {
    const { network } = office()
    write(store, code, 'Văn phòng viết lại.')
    network.on = false
    await save(store, code)
    expect(state().refused).toContain('Không có mạng')
    expect(state().saving).toBe(false)
    network.on = true
    await save(store, code)
    expect(section().edit?.text).toBe('Văn phòng viết lại.')
    expect(state().refused).toBeNull()
  })
})

describe('back to the merged text', () => {
  test('on request, and again to the office’s', async () => {
    write(store, code, 'Văn phòng viết lại.')
    await save(store, code)
    await withdraw(store, code)
    expect(section().edit).toBeNull()
    expect(state().done).toMatchObject({ kind: 'withdrawn', section: code })
    await undo(store)
    expect(section().edit?.text).toBe('Văn phòng viết lại.')
  })

  test('is not undone over what was typed since', async () => {
    write(store, code, 'Văn phòng viết lại.')
    await save(store, code)
    await withdraw(store, code)
    write(store, code, 'Viết mới.')
    await undo(store)
    expect(section().edit).toBeNull()
    expect(writing()?.text).toBe('Viết mới.')
  })
})

describe('somebody else who saved meanwhile', () => {
  /** The other one's text is saved, then ours is tried. */
  async function met(): Promise<Store> {
    const other = await laterPane(elsewhere)
    write(store, code, 'Của tôi.')
    write(other, code, 'Của người khác.')
    await save(other, code)
    await save(store, code)
    return other
  }

  test('is not overwritten: both texts are there and the person chooses', async () => {
    await met()
    expect(section().edit).toMatchObject({ number: 1, text: 'Của người khác.' })
    expect(writing()).toMatchObject({ text: 'Của tôi.', basedOn: null })
    expect(state().refused).not.toBeNull()
    keepMine(store, code)
    await save(store, code)
    expect(section().edit).toMatchObject({ number: 2, text: 'Của tôi.' })
  })

  test('the other text taken, one’s own comes back by one press', async () => {
    await met()
    drop(store, code)
    expect(savedText(section())).toBe('Của người khác.')
    expect(writing()).toBeUndefined()
    await undo(store)
    expect(writing()).toMatchObject({ text: 'Của tôi.', basedOn: null })
  })

  test('is noticed when a text half written is taken up again, before anything is sent', async () => {
    const other = await laterPane(elsewhere)
    write(store, code, 'Của tôi.')
    write(other, code, 'Của người khác.')
    await save(other, code)
    await loadNarrative(store)
    expect(writing()?.basedOn).not.toBe(section().edit?.number)
    // typing the other's very words does not make the difference go away unasked
    write(store, code, 'Của người khác.')
    expect(writing()).toBeDefined()
  })

  test('and has put it back to the merged text is noticed too', async () => {
    write(store, code, 'Của Văn phòng.')
    await save(store, code)
    const other = await laterPane(elsewhere)
    write(store, code, 'Sửa tiếp.')
    await withdraw(other, code)
    await save(store, code)
    expect(section().edit).toBeNull()
    expect(writing()).toMatchObject({ text: 'Sửa tiếp.', basedOn: 1 })
    keepMine(store, code)
    await save(store, code)
    expect(section().edit?.text).toBe('Sửa tiếp.')
  })
})

describe('a figure that changed after the text was saved', () => {
  const at = 'articles_own_site'
  const told = () => section().edit?.outdated.findIndex(({ figure }) => figure.at === at) ?? -1

  beforeEach(async () => {
    write(store, code, `Lời của Văn phòng.\n${mergedText(section())}`)
    await save(store, code)
    expect(section().edit?.outdated).toEqual([])
    await office().correct('qlnl', { [at]: 30 })
    await loadNarrative(store)
  })

  test('is told with its sentence, the old and the new number', () => {
    const found = section().edit?.outdated[told()]
    expect(found?.sentence).toContain('Cổng thông tin điện tử của Sở là 22')
    expect(found).toMatchObject({ figure: { at, printed: '22' } })
    expect(Number(found?.now)).toBeGreaterThan(30)
    const line = linesOf(state().answer ?? { period: '', digest: '', sections: [] })[0]
    expect(line).toMatchObject({ needsLook: true })
    expect(line?.outdated).toBeGreaterThan(0)
  })

  test('is put right in that sentence only, is taken back by one press, and is settled once saved', async () => {
    const before = savedText(section())
    const now = section().edit?.outdated[told()]?.now
    expect(mend(store, code, told(), false)).toBe(true)
    expect(writing()?.text).toBe(before.replace('của Sở là 22,', `của Sở là ${now},`))
    expect(section().edit?.text).toBe(before)
    expect(mend(store, code, told(), true)).toBe(true)
    expect(writing()).toBeUndefined()
    for (const nth of section().edit?.outdated.keys() ?? [])
      expect(mend(store, code, nth, false)).toBe(true)
    await save(store, code)
    expect(section().edit).toMatchObject({ number: 2, outdated: [] })
  })

  test('in a sentence written anew is left to the person', () => {
    write(store, code, 'Viết khác hẳn.')
    expect(mend(store, code, told(), false)).toBe(false)
    expect(writing()?.text).toBe('Viết khác hẳn.')
  })
})

test('a report with the office’s words in it counts as a pull of its figures', async () => {
  const link = { href: '', download: '', click: () => undefined, remove: () => undefined }
  vi.stubGlobal('document', { createElement: () => link, body: { append: () => undefined } })
  write(store, code, 'Văn phòng viết lại.')
  await save(store, code)
  await pull(store, 'report')
  expect(store.state().pull.pulling.state).toBe('done')
  await office().correct('qlnl', { articles_own_site: 30 })
  await checkChanges(store)
  expect(store.state().pull.changes?.figures).toMatchObject([{ at: 'articles_own_site', new: 30 }])
})
