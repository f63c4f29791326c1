// What the page's address may say, and what the colleague does to the workbook.
import { expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import { editByColleague, increase } from '../../../addin/preview/page/colleague.ts'
import { applySwitches, switchesFrom } from '../../../addin/preview/page/switches.ts'
import { cellArea, parseArea, Workbook } from '../../../addin/preview/workbook/workbook.ts'

test('an address that says nothing is Office LTSC 2021 on Windows without trouble', () => {
  expect(switchesFrom('', 1920)).toEqual({
    latency: 0,
    editing: false,
    dropEvents: false,
    offline: false,
    dark: false,
    elsewhere: false,
    colleague: 0,
    payload: 0,
    protection: undefined,
    width: 350,
    zoom: 1,
    apiLevel: '1.14',
    platform: 'PC',
    pane: '/taskpane.html',
  })
  expect(switchesFrom('', 1366).zoom).toBe(0.9)
})

test.each([
  ['latency=300', { latency: 300 }],
  ['editing=1', { editing: true }],
  ['events=lost', { dropEvents: true }],
  ['offline=1', { offline: true }],
  ['dark=1', { dark: true }],
  ['focus=elsewhere', { elsewhere: true }],
  ['colleague=5', { colleague: 5 }],
  ['payload=50', { payload: 50 }],
  ['protect=1', { protection: true }],
  ['protect=0', { protection: false }],
  ['width=320', { width: 320 }],
  ['zoom=125', { zoom: 1.25 }],
  ['api=1.9', { apiLevel: '1.9' }],
  ['platform=OfficeOnline', { platform: 'OfficeOnline' }],
  ['pane=conformance', { pane: '/conformance.html' }],
])('?%s', (address, switches) => {
  expect(switchesFrom(`?${address}`, 1920)).toMatchObject(switches)
})

test.each(['latency=-5', 'api=2', 'platform=Amiga', 'pane=https://elsewhere.example', 'zoom=x'])(
  '?%s is nothing the page knows, and changes nothing',
  address => expect(switchesFrom(`?${address}`, 1920)).toEqual(switchesFrom('', 1920)),
)

test('the host follows the switches', () => {
  const { host } = loadOffice()
  const address = '?latency=0&events=lost&focus=elsewhere&payload=10&api=1.9&platform=Mac'
  applySwitches(switchesFrom(address, 1920), true, host)
  expect(host).toMatchObject({
    editMode: true,
    dropEvents: true,
    focusElsewhere: true,
    payloadLimit: 10_240,
    apiLevel: '1.9',
    platform: 'Mac',
  })
})

/** A protected form with two open cells, one of them on a hidden row, and a sheet of one's own. */
function form() {
  const workbook = new Workbook('Biểu 1')
  const sheet = workbook.activeSheet
  sheet.write(parseArea('A1:B3'), [
    ['a', 5],
    ['b', 6],
    ['c', '=B1'],
  ])
  sheet.paint(parseArea('B1:B3'), { locked: false })
  sheet.rows.hide(1, 1, true)
  workbook.addSheet('Nháp').write(cellArea(0, 0), [[1]])
  workbook.protect(sheet, [], 'Normal', '')
  return { workbook, sheet }
}

test('the colleague changes an open cell one can see, as somebody elsewhere', () => {
  const { workbook, sheet } = form()
  const sources: string[] = []
  workbook.onChange(({ kind, source }) => kind === 'contents' && sources.push(source))
  for (const where of [0, 0.5, 0.999]) editByColleague(workbook, where)
  expect(sheet.content(0, 1)).toBe(8)
  expect(sheet.content(1, 1)).toBe(6)
  expect(sheet.formula(2, 1)).toBe('=B1')
  expect(sources).toEqual(['remote', 'remote', 'remote'])
  expect(editByColleague(workbook, 0)).toEqual({
    place: "'Biểu 1'!B1",
    before: '8',
    after: '9',
  })
})

test('the colleague is refused like everybody, and finds nothing in a workbook without forms', () => {
  const { workbook, sheet } = form()
  expect(() => increase(workbook, sheet, 0, 0)).toThrow(
    expect.objectContaining({ reason: 'locked' }),
  )
  expect(editByColleague(new Workbook())).toBeUndefined()
})
