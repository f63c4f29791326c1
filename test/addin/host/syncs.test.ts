// How many messages each operation sends: every sync is a round trip to Excel, on the web over the network.
import { expect, test } from 'vitest'
import { webPayloadLimit } from '../../../addin/preview/processor/host.ts'
import {
  biggest,
  identityOf,
  laidOut,
  noProgress,
  type Running,
  sheetsOf,
  startExcel,
} from './excel-in-node.ts'

type Operation = (excel: Running, sheets: ReturnType<typeof sheetsOf>) => Promise<unknown>
const sheets = sheetsOf(biggest)

const atMost: readonly [string, number, Operation][] = [
  ['identify', 2, ({ ours }) => ours.identify()],
  [
    'layOut again',
    sheets.length + 2,
    ({ ours }) => ours.layOut(sheets, identityOf(biggest), noProgress),
  ],
  ['read', 2, ({ ours }) => ours.read(sheets)],
  ['select', 1, ({ ours }) => ours.select(sheets[0]?.sheet ?? '', 'A1')],
  ['followSelection', 1, ({ ours }) => ours.followSelection(() => {})],
  ['watchChanges', 1, ({ ours }) => ours.watchChanges(() => {})],
]

test.each(atMost)('%s: at most %i', async (_name, most, operation) => {
  const { excel } = await laidOut(biggest)
  await operation(excel, sheets)
  expect(excel.takeSyncs()).toBeLessThanOrEqual(most)
})

test('layOut into an empty workbook: one per sheet and two', async () => {
  const excel = startExcel()
  const done: number[] = []
  await excel.ours.layOut(sheets, identityOf(biggest), n => done.push(n))
  expect(excel.takeSyncs()).toBe(sheets.length + 2)
  expect(done).toEqual(sheets.map((_, i) => i + 1))
  const { actions, bytes } = excel.takeActions()
  // runs of equal style, not cells: each range costs four actions of the client's own, kept and given back
  expect(actions / sheets.length).toBeLessThan(520)
  expect(bytes).toBeLessThan(webPayloadLimit / 20)
})
