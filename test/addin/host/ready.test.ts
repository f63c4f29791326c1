// Where the pane runs: Excel, a plain browser, or Excel whose Office.js does not come.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Surroundings, surroundings } from '../../../addin/host/ready.ts'
import { startExcel } from './excel-in-node.ts'

const page = (search: string, kept: string | null = null) => {
  vi.stubGlobal('location', { search })
  vi.stubGlobal('document', { readyState: 'complete' })
  vi.stubGlobal('sessionStorage', { getItem: () => kept })
}
const fromExcel = '?_host_Info=Excel$Win32$16.01$vi-VN$telemetry$isDialog$$0'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What was told so far; grows while the fake clock moves. */
function told(): Surroundings[] {
  const found: Surroundings[] = []
  void surroundings(one => found.push(one))
  return found
}
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('Excel answers', async () => {
  page(fromExcel)
  startExcel()
  const found = told()
  await after(10)
  expect(found).toEqual(['excel'])
})

test('an Excel below the floor is told from one that works', async () => {
  page(fromExcel)
  startExcel({ apiLevel: '1.8' })
  const old = told()
  await after(10)
  startExcel({ apiLevel: '1.9' })
  const enough = told()
  await after(10)
  expect([old, enough]).toEqual([['too-old'], ['excel']])
})

test('Office.js comes late', async () => {
  page(fromExcel)
  const found = told()
  await after(3000)
  expect(found).toEqual([])
  startExcel()
  await after(200)
  expect(found).toEqual(['excel'])
})

test('outside Office the library names no host', async () => {
  page('')
  vi.stubGlobal('Office', { onReady: async () => ({ host: null, platform: null }) })
  const found = told()
  await after(10)
  expect(found).toEqual(['browser'])
})

test('a browser that cannot load Office.js does not wait for it', async () => {
  page('')
  const found = told()
  await after(150)
  expect(found).toEqual(['browser'])
})

test.each([
  ['in the address', fromExcel, null],
  ['kept for a reload', '', 'Excel$Win32$16.01'],
])(
  'opened by Excel (%s): given up after 8 s, and switched over when Office.js comes after all',
  async (_name, search, kept) => {
    page(search, kept)
    const found = told()
    await after(7900)
    expect(found).toEqual([])
    await after(200)
    expect(found).toEqual(['unreachable'])
    await after(60_000)
    expect(found).toEqual(['unreachable'])
    startExcel()
    await after(200)
    expect(found).toEqual(['unreachable', 'excel'])
  },
)

test('Office.js came, Excel answers only after it was given up', async () => {
  page(fromExcel)
  let answer = (_info: { host: string }) => {}
  vi.stubGlobal('Office', {
    context: { requirements: { isSetSupported: () => true } },
    onReady: () => new Promise(resolve => (answer = resolve)),
  })
  const found = told()
  await after(8100)
  expect(found).toEqual(['unreachable'])
  answer({ host: 'Excel' })
  await after(0)
  expect(found).toEqual(['unreachable', 'excel'])
})

test('a library that breaks while starting counts as one that does not answer', async () => {
  page(fromExcel)
  vi.stubGlobal('Office', { onReady: async () => Promise.reject(new Error('no frame')) })
  const found = told()
  await after(20_000)
  expect(found).toEqual(['unreachable'])
})
