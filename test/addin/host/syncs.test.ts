// How many messages each operation sends: every sync is a round trip to Excel, on the web over the network.
import { describe, expect, test } from 'vitest'
import { webPayloadLimit } from '../../../addin/preview/processor/host.ts'
import { broughtForward } from '../../../shared/bring-forward.ts'
import { locator } from '../../../shared/layout.ts'
import {
  agency,
  biggest,
  contentOf,
  identityOf,
  index,
  laidOut,
  noProgress,
  type Running,
  sheetsOf,
  startExcel,
  valuesFor,
  viewOf,
} from './excel-in-node.ts'

type Operation = (excel: Running, sheets: ReturnType<typeof sheetsOf>) => Promise<unknown>
const sheets = sheetsOf(biggest)

/** Last period's stock figures written over this one's, in the unit that has most of them. */
const places = locator(index, viewOf(biggest))
const brought = broughtForward(
  index,
  viewOf(biggest),
  valuesFor(contentOf(biggest, '2025-M03')),
).flatMap(({ place }) => {
  const at = places(place)
  return at ? [{ ...at, content: { number: 7 } }] : []
})

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
  ['write', 2, ({ ours }) => ours.write(sheets, brought)],
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
  // a block is given its looks in one call: each range costs four actions of the client's own, kept and given back
  expect(actions / sheets.length).toBeLessThan(100)
  expect(bytes).toBeLessThan(webPayloadLimit / 20)
})

/** The objects of the workbook the client named in each message: each costs memory on both sides. */
async function objectsOf(operation: Operation, unit = biggest): Promise<readonly string[][]> {
  const { excel, sheets: drawn } = await laidOut(unit)
  const named: string[][] = []
  const send = excel.host.sendMessageToHost.bind(excel.host)
  excel.host.sendMessageToHost = (text, reply) => {
    named.push(Object.keys(JSON.parse(text).message.body.ObjectPaths))
    send(text, reply)
  }
  await operation(excel, drawn)
  return named
}
const different = (named: readonly string[][]): number => new Set(named.flat()).size

test.each(atMost.filter(([name]) => name !== 'layOut again'))(
  '%s: at most 40 objects',
  async (_name, _most, operation) => {
    expect(different(await objectsOf(operation))).toBeLessThanOrEqual(40)
  },
)

describe.each(agency.units.map(({ key }) => key))('layOut of %s', unit => {
  // a sheet has parts of its own, so the operation as a whole grows with them; what is alive at once does not
  test('at most 40 objects a message, and 25 a sheet', async () => {
    const again: Operation = ({ ours }, drawn) => ours.layOut(drawn, identityOf(unit), noProgress)
    const named = await objectsOf(again, unit)
    const most = Math.max(...named.map(ids => ids.length))
    expect(most).toBeLessThanOrEqual(40)
    expect(different(named) / sheetsOf(unit).length).toBeLessThanOrEqual(25)
  })
})
