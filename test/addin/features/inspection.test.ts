/** An inspection round in the pane: nothing typed is lost, nothing of others is written over, everybody sees how far it is. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { forwardWrites } from '../../../addin/features/fill/forward.ts'
import { answeredIn, groupsOf, unitCounts } from '../../../addin/features/inspection/counts.ts'
import { obstaclesIn } from '../../../addin/features/inspection/obstacles.ts'
import {
  basisOf,
  field,
  keyOf,
  planOf,
  roundOf,
  savedOf,
  typedRound,
} from '../../../addin/features/inspection/papers.ts'
import { missingIn, proposalOf, titleFor } from '../../../addin/features/inspection/proposal.ts'
import { proposedFor } from '../../../addin/features/inspection/proposed.ts'
import { reminderOf } from '../../../addin/features/inspection/reminder.ts'
import { go, loadRound, loadRounds } from '../../../addin/features/inspection/rounds.ts'
import type { Paper, Typed } from '../../../addin/features/inspection/state.ts'
import {
  advance,
  bringBack,
  choose,
  drop,
  isStale,
  send,
  typedIn,
  withdraw,
  write,
  writingOf,
} from '../../../addin/features/inspection/writing.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import { agency } from '../../fixtures/bac-giang.ts'
import { own } from './desk-in-node.ts'
import { offices } from './office-in-node.ts'
import { blocksOf, book, typed } from './qltm.ts'

const office = offices()
const units = agency.units.map(({ key }) => key)
const [first = '', second = ''] = ['qltm', 'qlnl']
/** The clerk's pane. */
let store: Store
let id: string
const roundPaper = (): Paper => ({ kind: 'round', round: id, id: '' })
const statementOf = (unit: string): Paper => ({ kind: 'statement', round: id, id: unit })
const judgement = (): Paper => ({ kind: 'judgement', round: id, id: '' })
const state = (of: Store = store) => of.state().inspection
/** Of the round the test opens; the demo agency has another. */
const lineIn = (of: Store = store) => state(of).list?.filter(round => round.id === id)
const problemsIn = (of: Store = store) => state(of).problems?.filter(({ round }) => round === id)
const answerIn = (of: Store = store) => {
  const { answer, answerTrouble } = of.state().inspection
  if (!answer) throw new Error(answerTrouble ?? 'no round is open')
  return answer
}
/** Sent, or the sentence that says why not. */
async function sent(of: Store, done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Error(state(of).refused?.why ?? 'nothing was sent')
}

/** A pane of somebody else, or a later one of the same person on the machine of `shelf`. */
async function pane(who: string, shelf?: Store['shelf']): Promise<Store> {
  const { store: clerk } = office()
  const before = clerk.state().access.session
  await office().signIn(who)
  const { session } = clerk.state().access
  if (before) clerk.dispatch({ type: 'signed-in', session: before })
  const noWorkbook = () => {
    throw new Error('no workbook')
  }
  const entries = new Map<string, unknown>()
  const kept = {
    // only this test writes here
    read: <T>(name: string) => (entries.get(name) ?? null) as T | null,
    write: (name: string, value: unknown) => void entries.set(name, value),
  }
  const other = createStore(connect, kept, noWorkbook, shelf)
  if (!session) throw new Error(`${who} cannot sign in`)
  other.dispatch({ type: 'signed-in', session })
  await loadPeriods(other)
  await loadRounds(other)
  return other
}

async function open(of: Store): Promise<void> {
  of.dispatch({ type: 'inspection-went', where: { view: 'round', round: id } })
  await loadRound(of, id)
}

const proposed = (): Typed => ({
  ...proposalOf(Date.parse('2025-04-16T02:00:00Z')),
  plan: '12/KH-SCT',
  planDate: '2025-02-05',
  [field('name', 0)]: 'Nguyễn Văn An',
  [field('position', 0)]: 'Phó Giám đốc Sở',
  [field('unit', first)]: 'x',
  [field('visit', first)]: '2025-04-22',
  [field('unit', second)]: 'x',
})

async function openedRound(): Promise<void> {
  write(store, roundPaper(), proposed())
  await sent(store, send(store, roundPaper(), units))
  await sent(store, advance(store, 'open'))
}

beforeEach(async () => {
  ;({ store } = office())
  id = crypto.randomUUID()
  await loadRounds(store)
  store.dispatch({ type: 'inspection-went', where: { view: 'form', round: id } })
})

describe('a new round', () => {
  test('begins with a name, the year until the last month that is over, and says what it lacks', () => {
    const begun = proposalOf(Date.parse('2025-04-16T02:00:00Z'))
    expect(begun).toMatchObject({
      title: 'Kiểm tra công tác cải cách hành chính năm 2025',
      from: '2025-01-01',
      to: '2025-03-31',
      dueDate: '2025-04-30',
    })
    expect(missingIn(begun, units)).toHaveLength(4)
    // the name follows the year that is chosen, unless somebody has given another
    expect(titleFor(begun.title ?? '', '2024-01-01')).toContain('năm 2024')
    expect(titleFor('Kiểm tra đột xuất năm 2025', '2024-01-01')).toContain('2025')
    expect(missingIn(proposed(), units)).toEqual([])
    expect(missingIn({ ...proposed(), to: '2024-12-31' }, units)).toHaveLength(1)
    // in January the year that is over
    expect(proposalOf(Date.parse('2026-01-10T02:00:00Z'))).toMatchObject({
      from: '2025-01-01',
      to: '2025-12-31',
    })
  })

  test('names its plan as officials date it, and reads such a name back', () => {
    expect(basisOf('12/KH-SCT', '2025-02-05')).toBe('Kế hoạch số 12/KH-SCT ngày 05/02/2025')
    expect(basisOf('7/KH-SCT', '2025-11-20')).toBe('Kế hoạch số 7/KH-SCT ngày 20/11/2025')
    expect(planOf('Kế hoạch số 12/KH-SCT ngày 05/02/2025')).toEqual({
      number: '12/KH-SCT',
      date: '2025-02-05',
    })
    const other = 'Quyết định số 3/QĐ-SCT ngày 10/3/2025'
    expect(basisOf(planOf(other).number, planOf(other).date)).toBe(other)
  })

  test('is kept while it is typed, a draft when it is saved, seen by its units when it is opened', async () => {
    write(store, roundPaper(), proposed())
    const later = await pane('clerk', store.shelf)
    expect(typedIn(state(later), roundPaper())).toMatchObject({ plan: '12/KH-SCT' })
    await sent(store, send(store, roundPaper(), units))
    expect(state()).toMatchObject({ writings: {}, done: { what: 'saved' } })
    expect(lineIn()).toMatchObject([{ id, state: 'draft', units: 2, stated: 0 }])
    // the units stand in the agency's order, whatever order they were ticked in
    const held = answerIn().round.units.map(({ unit }) => unit)
    expect(held).toEqual(units.filter(unit => held.includes(unit)))
    expect(lineIn(await pane(first))).toEqual([])
    await sent(store, advance(store, 'open'))
    expect(lineIn(await pane(first))).toMatchObject([{ id, state: 'open' }])
    expect(lineIn(await pane('thanh_tra'))).toEqual([])
  })

  test('comes back from what is saved as it was typed', async () => {
    write(store, roundPaper(), proposed())
    await sent(store, send(store, roundPaper(), units))
    const { round } = answerIn()
    expect(roundOf(typedRound(round), units, 'draft')).toEqual(round)
    expect(typedIn(state(), roundPaper())).toMatchObject(proposed())
  })
})

describe('what a unit says of itself', () => {
  let unit: Store
  let items: readonly string[]
  const paper = () => statementOf(first)
  const [a = '', b = ''] = ['1.1', '1.2']
  const signed = { preparedBy: 'Bùi Thị Nga', approvedBy: 'Ngô Văn Phúc' }
  beforeEach(async () => {
    await openedRound()
    unit = await pane(first)
    await open(unit)
    items = answerIn(unit).items.map(({ code }) => code)
  })

  test('is counted by items, sent with its names, and seen by the office with its figures', async () => {
    const typed = {
      [field('statement', a)]: 'Đã ban hành kế hoạch.',
      [field('figure', a)]: '1.234',
      [field('evidence', b)]: '04/KH-SCT ngày 20/01/2025',
    }
    write(unit, paper(), typed)
    expect(answeredIn(typedIn(state(unit), paper()), answerIn(unit).items)).toBe(2)
    expect(obstaclesIn(typed, answerIn(unit).items)).toHaveLength(1)
    write(unit, paper(), signed)
    expect(obstaclesIn(typedIn(state(unit), paper()), answerIn(unit).items)).toEqual([])
    await sent(unit, send(unit, paper()))
    await loadRound(store, id)
    expect(answerIn().statements).toMatchObject([
      { unit: first, ...signed, answers: { [a]: { figure: 1234 } } },
    ])
    expect(unitCounts(answerIn()).find(one => one.unit === first)).toMatchObject({ answered: 2 })
    expect(unitCounts(answerIn()).find(one => one.unit === second)?.answered).toBeNull()
  })

  test('is not sent with a figure nobody can read; the item is named', () => {
    const typed = { ...signed, [field('figure', a)]: 'vài chục' }
    expect(obstaclesIn(typed, answerIn(unit).items)[0]).toContain(a)
    const excused = { ...signed, [field('figure', a)]: 'Không áp dụng' }
    expect(obstaclesIn(excused, answerIn(unit).items)).toHaveLength(1)
    expect(
      obstaclesIn({ ...signed, [field('figure', a)]: 'Không phát sinh' }, answerIn(unit).items),
    ).toEqual([])
  })

  test('half written is there in a later pane of this machine, and nobody else’s', async () => {
    write(unit, paper(), { [field('statement', a)]: 'Viết dở.' })
    const later = await pane(first, unit.shelf)
    expect(typedIn(state(later), paper())).toEqual({ [field('statement', a)]: 'Viết dở.' })
    expect(state(await pane(second, unit.shelf)).writings).toEqual({})
    expect(state(await pane(first)).writings).toEqual({})
  })

  test('stays with who signs out and in again, and comes back when it is given up by mistake', async () => {
    write(unit, paper(), { [field('statement', a)]: 'Viết dở.' })
    const { session } = unit.state().access
    unit.dispatch({ type: 'signed-out' })
    expect(state(unit).writings).toEqual({})
    if (session) unit.dispatch({ type: 'signed-in', session: { ...session } })
    await loadRounds(unit)
    drop(unit, paper())
    expect(state(unit).writings).toEqual({})
    await bringBack(unit)
    expect(typedIn(state(unit), paper())).toEqual({ [field('statement', a)]: 'Viết dở.' })
  })

  test('stays when there is no network, says so, and goes out later', async () => {
    const { network } = office()
    write(unit, paper(), { ...signed, [field('statement', a)]: 'Đã làm.' })
    network.on = false
    expect(await send(unit, paper())).toBe(false)
    expect(state(unit).refused).toMatchObject({ of: keyOf(paper()) })
    expect(state(unit).refused?.why).toContain('Không có mạng')
    network.on = true
    await sent(unit, send(unit, paper()))
    expect(state(unit)).toMatchObject({ writings: {}, refused: null, done: { what: 'stated' } })
  })

  test('saved by a colleague meanwhile stands beside one’s own, item by item, and nothing is lost', async () => {
    const colleague = await pane(first)
    await open(colleague)
    write(unit, paper(), {
      ...signed,
      [field('statement', a)]: 'Của tôi.',
      [field('statement', b)]: 'Chỉ tôi viết.',
    })
    write(colleague, paper(), {
      ...signed,
      [field('statement', a)]: 'Của đồng nghiệp.',
      [field('evidence', a)]: '45/BC-QLTM',
    })
    await sent(colleague, send(colleague, paper()))
    expect(await send(unit, paper())).toBe(false)
    expect(state(unit).refused?.by).toMatchObject({ by: 'Phòng Quản lý Thương mại' })
    expect(isStale(state(unit), paper())).toBe(true)
    expect(savedOf(state(unit), paper()).typed[field('statement', a)]).toBe('Của đồng nghiệp.')
    expect(typedIn(state(unit), paper())[field('statement', a)]).toBe('Của tôi.')
    choose(unit, paper(), new Set([field('evidence', a)]))
    expect(isStale(state(unit), paper())).toBe(false)
    expect(typedIn(state(unit), paper())).toMatchObject({
      [field('statement', a)]: 'Của tôi.',
      [field('evidence', a)]: '45/BC-QLTM',
      [field('statement', b)]: 'Chỉ tôi viết.',
    })
    // the choice is taken back by one press
    await bringBack(unit)
    expect(isStale(state(unit), paper())).toBe(true)
    choose(unit, paper(), new Set([field('statement', a), field('evidence', a)]))
    await sent(unit, send(unit, paper()))
    await loadRound(store, id)
    expect(answerIn().statements[0]?.answers).toMatchObject({
      [a]: { statement: 'Của đồng nghiệp.', evidence: '45/BC-QLTM' },
      [b]: { statement: 'Chỉ tôi viết.' },
    })
  })

  test('typed on while the first part is on its way goes on top of it', async () => {
    write(unit, paper(), { ...signed, [field('statement', a)]: 'Một.' })
    const sending = send(unit, paper())
    write(unit, paper(), { [field('statement', a)]: 'Một. Hai.' })
    await sending
    expect(writingOf(state(unit), paper())).toMatchObject({ basedOn: 1 })
    expect(isStale(state(unit), paper())).toBe(false)
    await sent(unit, send(unit, paper()))
    expect(answerIn(unit).statements[0]).toMatchObject({
      number: 2,
      answers: { [a]: { statement: 'Một. Hai.' } },
    })
  })

  test('is closed once the round is concluded', async () => {
    await loadRound(store, id)
    await sent(store, advance(store, 'concluded'))
    write(unit, paper(), { ...signed, [field('statement', a)]: 'Muộn.' })
    expect(await send(unit, paper())).toBe(false)
    expect(state(unit).refused?.why).not.toBe('')
    expect(answerIn(unit).round.state).toBe('concluded')
    expect(typedIn(state(unit), paper())[field('statement', a)]).toBe('Muộn.')
  })

  test('is asked for in the groups of the notice, every item in one of them', () => {
    const grouped = groupsOf(answerIn(unit)).flatMap(group => group.items.map(({ code }) => code))
    expect(grouped.toSorted()).toEqual([...items].toSorted())
  })
})

describe('problems', () => {
  const problem = (): Paper => ({ kind: 'problem', round: id, id: crypto.randomUUID() })
  const found = (unit: string, words: string, dueDate: string): Typed => ({
    ...{ unit, item: '2.1.1', words, dueDate, request: 'Rà soát lại.' },
  })
  async function record(unit: string, words: string, dueDate: string): Promise<Paper> {
    const paper = problem()
    write(store, paper, found(unit, words, dueDate))
    await sent(store, send(store, paper))
    return paper
  }
  beforeEach(openedRound)

  test('are listed the most overdue first, to a unit its own only', async () => {
    await record(first, 'Niêm yết thiếu.', '2025-05-20')
    await record(second, 'Chưa rà soát.', '2025-04-01')
    expect(problemsIn()?.map(({ words }) => words)).toEqual(['Chưa rà soát.', 'Niêm yết thiếu.'])
    const unit = await pane(first)
    expect(problemsIn(unit)).toMatchObject([{ words: 'Niêm yết thiếu.' }])
  })

  test('put right leave the list with their day and document, and come back by one press', async () => {
    const paper = await record(second, 'Niêm yết thiếu.', '2025-05-20')
    go(store, { view: 'list' })
    await loadRounds(store)
    write(store, paper, { resolvedOn: '2025-04-16', resolution: 'Báo cáo 45/BC-QLTM' })
    await sent(store, send(store, paper, [], 'resolved'))
    expect(problemsIn()).toEqual([])
    expect(state().done?.what).toBe('resolved')
    expect(lineIn()).toMatchObject([{ problems: 1, resolved: 1 }])
    await bringBack(store)
    expect(state().refused).toBeNull()
    expect(problemsIn()).toMatchObject([{ resolvedOn: null, resolution: '' }])
  })

  test('are counted no more once withdrawn, and stand as they were by one press', async () => {
    const paper = await record(first, 'Nhầm đơn vị.', '2025-05-20')
    await sent(store, withdraw(store, paper))
    expect(answerIn().problems).toEqual([])
    expect(lineIn()).toMatchObject([{ problems: 0 }])
    // said at the item it was withdrawn from
    expect(state().done).toMatchObject({ what: 'withdrawn', item: '2.1.1' })
    await bringBack(store)
    expect(state().refused).toBeNull()
    expect(state().done).toMatchObject({ what: 'restored', item: '2.1.1', before: null })
    expect(problemsIn()).toMatchObject([{ words: 'Nhầm đơn vị.', request: 'Rà soát lại.' }])
  })

  test('written anew from the list never go over what a colleague saved meanwhile', async () => {
    const paper = await record(first, 'Niêm yết thiếu.', '2025-05-20')
    go(store, { view: 'list' })
    await loadRounds(store)
    const colleague = await pane('clerk')
    await open(colleague)
    write(store, paper, { words: 'Niêm yết thiếu 03 TTHC.' })
    write(colleague, paper, { words: 'Niêm yết thiếu 02 TTHC.' })
    await sent(colleague, send(colleague, paper))
    expect(await send(store, paper)).toBe(false)
    expect(isStale(state(), paper)).toBe(true)
    choose(store, paper, new Set())
    await sent(store, send(store, paper))
    expect(problemsIn()).toMatchObject([{ words: 'Niêm yết thiếu 03 TTHC.', number: 3 }])
  })

  test('make a letter with what is asked and how many days are left or over', async () => {
    await record(first, 'Niêm yết thiếu.', '2025-04-20')
    await record(second, 'Chưa rà soát.', '2025-04-01')
    const now = Date.parse('2025-04-16T02:00:00Z')
    const problems = problemsIn() ?? []
    const all = reminderOf(problems, now)
    expect(all).toContain('Kính gửi các phòng, đơn vị')
    expect(all).toContain('Hạn khắc phục 1/4/2025, đã quá 15 ngày.')
    expect(all).toContain('Hạn khắc phục 20/4/2025, còn 4 ngày.')
    const one = reminderOf(
      problems.filter(({ unit }) => unit === first),
      now,
    )
    expect(one).toContain('Kính gửi: Phòng Quản lý Thương mại')
    expect(one).toContain('Yêu cầu: Rà soát lại.')
    expect(one).not.toContain('Chưa rà soát.')
  })
})

describe('what the team says', () => {
  test('is one paper written in several places, and reaches the units it is about', async () => {
    await openedRound()
    write(store, judgement(), { [field('strengths', first)]: 'Nộp đúng hạn.' })
    write(store, judgement(), { requests: 'Các đơn vị khắc phục trước 30/5/2025.' })
    await sent(store, send(store, judgement()))
    expect(answerIn().judgement).toMatchObject({
      requests: 'Các đơn vị khắc phục trước 30/5/2025.',
      units: { [first]: { strengths: 'Nộp đúng hạn.', weaknesses: '' } },
    })
    await sent(store, advance(store, 'concluded'))
    const unit = await pane(second)
    await open(unit)
    expect(answerIn(unit).judgement.requests).toContain('30/5/2025')
    expect(answerIn(unit).judgement.units[first]).toBeUndefined()
  })

  test('that cannot be read is told in words, and what is shown stays', async () => {
    await openedRound()
    const { network } = office()
    network.on = false
    await loadRounds(store)
    await loadRound(store, id)
    expect(state().trouble).toContain('Không có mạng')
    expect(state().answerTrouble).toContain('Không có mạng')
    expect(answerIn().id).toBe(id)
    network.on = true
    await loadRound(store, id)
    await vi.waitFor(() => expect(state().answerTrouble).toBeNull())
  })
})

describe('figures counted from the rounds', () => {
  const proposed = (value: number) => ({
    ...book,
    sheet: {
      ...book.sheet,
      proposed: [
        { at: own.row, value, words: 'đếm được' },
        // not on the sheets of this unit
        { at: 'no_such_figure', value: 1, words: '' },
      ],
    },
  })
  const holding = (value: unknown) => reviewOf(book, typed(blocksOf(book), own, value))

  test('are offered with what was counted, unless the cell says the same', () => {
    const [offer, ...others] = proposedFor(proposed(5), holding(7))
    expect(offer).toMatchObject({ before: '5: đếm được', now: '7' })
    expect(others).toEqual([])
    expect(proposedFor(proposed(7), holding(7))).toEqual([])
    expect(proposedFor(book, holding(7))).toEqual([])
  })

  test('are written into a blank only while it is blank', () => {
    const list = proposedFor(proposed(5), holding(''))
    const ticked = new Set(list.map(({ key }) => key))
    expect(forwardWrites(list, ticked)).toMatchObject([{ over: null }])
    expect(forwardWrites(list, new Set())).toEqual([])
  })
})
