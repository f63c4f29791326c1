// Where the pane runs: Excel, a plain browser, or Excel whose Office.js does not come.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { surroundings } from '../../../addin/host/ready.ts'
import { startExcel } from './excel-in-node.ts'

const page = (search: string, kept: string | null = null) => {
  vi.stubGlobal('location', { search })
  vi.stubGlobal('document', { readyState: 'complete' })
  vi.stubGlobal('sessionStorage', { getItem: () => kept })
}
const fromExcel = '?_host_Info=Excel$Win32$16.01$vi-VN$telemetry$isDialog$$0'
const never = () => new Promise<never>(() => {})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function after<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  return answer
}

test('Excel answers', async () => {
  page(fromExcel)
  startExcel()
  expect(await surroundings()).toBe('excel')
})

test('Office.js comes late', async () => {
  page(fromExcel)
  const answer = surroundings()
  await vi.advanceTimersByTimeAsync(3000)
  startExcel()
  expect(await after(200, answer)).toBe('excel')
})

test('outside Office the library names no host', async () => {
  page('')
  vi.stubGlobal('Office', { onReady: async () => ({ host: null, platform: null }) })
  expect(await surroundings()).toBe('browser')
})

test('a browser that cannot load Office.js does not wait for it', async () => {
  page('')
  expect(await after(150, surroundings())).toBe('browser')
})

test.each([
  ['in the address', fromExcel, null],
  ['kept for a reload', '', 'Excel$Win32$16.01'],
])('opened by Excel (%s), Office.js never comes', async (_name, search, kept) => {
  page(search, kept)
  let known: string | undefined
  const answer = surroundings().then(found => {
    known = found
  })
  await vi.advanceTimersByTimeAsync(7900)
  expect(known).toBeUndefined()
  await after(300, answer)
  expect(known).toBe('unreachable')
})

test('Office.js came, Excel does not answer', async () => {
  page(fromExcel)
  vi.stubGlobal('Office', { onReady: never })
  expect(await after(8100, surroundings())).toBe('unreachable')
})
