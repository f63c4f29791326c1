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

/** A paste over every input column of the widest table. */
const table = sheets.reduce((a, b) => (b.inputs.length > a.inputs.length ? b : a))
const { top, left, columns } = table.block
const pasted = { top, left, bottom: top + 2, right: left + columns - 1 }
const pastedCells = [0, 1, 2].flatMap(i =>
  Array.from({ length: columns }, (_, j) => ({ row: top + i, column: left + j })),
)

const atMost: readonly [string, number, Operation][] = [
  ['identify', 2, ({ ours }) => ours.identify()],
  [
    'layOut again',
    sheets.length + 2,
    ({ ours }) => ours.layOut(sheets, identityOf(biggest), noProgress),
  ],
  ['read', 2, ({ ours }) => ours.read(sheets)],
  ['diagnose', 2, ({ ours }) => ours.diagnose(sheets)],
  ['scan', 2, ({ ours }) => ours.scan(sheets)],
  ['look', 1, ({ ours }) => ours.look(table, pasted)],
  ['repair', 2, ({ ours }) => ours.repair({ layout: table, changes: [], restore: pastedCells })],
  ['protect', 2, ({ ours }) => ours.protect(sheets)],
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

/** How many objects of the workbook the client named in its messages: each costs memory on both sides. */
async function objectsOf(operation: Operation): Promise<number> {
  const { excel } = await laidOut(biggest)
  const named = new Set<string>()
  const send = excel.host.sendMessageToHost.bind(excel.host)
  excel.host.sendMessageToHost = (text, reply) => {
    for (const id of Object.keys(JSON.parse(text).message.body.ObjectPaths)) named.add(id)
    send(text, reply)
  }
  await operation(excel, sheets)
  return named.size
}

test.each(atMost.filter(([name]) => name !== 'layOut again'))(
  '%s: at most 40 objects',
  async (_name, _most, operation) => {
    expect(await objectsOf(operation)).toBeLessThanOrEqual(40)
  },
)

// every rectangle of one look is a range with its format and font; sent sheet by sheet, so that no message holds more
test('layOut: at most 200 objects a sheet', async () => {
  const drawing = atMost.find(([name]) => name === 'layOut again')?.[2]
  if (!drawing) throw new Error('no layOut')
  expect((await objectsOf(drawing)) / sheets.length).toBeLessThanOrEqual(200)
})
