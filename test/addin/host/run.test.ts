// The queue: one operation at a time, waiting for a cell being edited, one retry, Office's codes in our words.
import { describe, expect, test, vi } from 'vitest'
import { HostError } from '../../../addin/host/port.ts'
import { createQueue, recentOperations } from '../../../addin/host/run.ts'
import { host as en } from '../../../addin/i18n/en/host.ts'
import { host as vietnamese } from '../../../addin/i18n/vi/host.ts'
import { identityOf, noProgress, quick, settled, sheetsOf, startExcel } from './excel-in-node.ts'

const queueIn = (excel: ReturnType<typeof startExcel>, hint = (_waiting: boolean) => {}) => ({
  ...excel,
  queue: createQueue(hint, quick),
})

test('operations do not overlap, and one that failed does not stop the next', async () => {
  const { queue } = queueIn(startExcel())
  const order: string[] = []
  const work = (name: string, fails = false) =>
    queue.run(async (context, sync) => {
      order.push(`${name} begins`)
      context.workbook.worksheets.load('items/name')
      await sync()
      order.push(`${name} ends`)
      if (fails) throw new HostError('sheets-damaged', 'test')
    })
  await Promise.allSettled([work('a', true), work('b'), work('c')])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

describe('a cell is being edited', () => {
  test('the operation waits, hints after a while, and goes on by itself', async () => {
    const hints: boolean[] = []
    const { host, ours } = startExcel({}, waiting => hints.push(waiting))
    host.editMode = true
    const identity = ours.identify()
    await settled(quick.hint / 4)
    expect(hints).toEqual([])
    await settled(quick.hint * 2)
    expect(hints).toEqual([true])
    host.editMode = false
    expect(await identity).toBeNull()
    expect(hints).toEqual([true, false])
  })

  test('nobody is hinted at when Excel answers', async () => {
    const hint = vi.fn()
    const { ours } = startExcel({}, hint)
    await ours.layOut(sheetsOf('qltm'), identityOf('qltm'), noProgress)
    await settled(quick.hint * 2)
    expect(hint).not.toHaveBeenCalled()
  })
})

describe('the recent operations', () => {
  test('each with its name, time, messages and outcome; never a figure, a cell or a word', async () => {
    const { host, ours, workbook } = startExcel()
    const sheets = sheetsOf('qltm')
    await ours.layOut(sheets, identityOf('qltm'), noProgress)
    await ours.read(sheets)
    host.failNext = 'RequestAborted'
    await ours.identify().catch(() => undefined)
    const told = recentOperations().slice(-3)
    expect(told).toMatchObject([
      { name: 'layOut', syncs: sheets.length + 2, outcome: 'done' },
      { name: 'read', syncs: 2, outcome: 'done' },
      { name: 'identify', syncs: 1, outcome: 'session-lost', officeCode: 'RequestAborted' },
    ])
    for (const { start, milliseconds } of told) {
      expect(new Date(start).toISOString()).toBe(start)
      expect(milliseconds).toBeGreaterThanOrEqual(0)
    }
    const text = JSON.stringify(told)
    for (const { name } of workbook.sheets) expect(text).not.toContain(name)
  })

  test('twenty, oldest first, the oldest forgotten', async () => {
    const { queue } = queueIn(startExcel())
    for (let i = 0; i < 25; i += 1) await queue.run(async () => {}, { name: `n${i}` })
    expect(recentOperations().map(({ name }) => name)).toEqual(
      Array.from({ length: 20 }, (_, i) => `n${i + 5}`),
    )
  })
})

describe('failures', () => {
  test.each(['GeneralException', 'InactiveWorkbook', 'InvalidSelection'])(
    '%s is tried once more',
    async code => {
      const { host, ours, takeSyncs } = startExcel()
      host.failNext = code
      expect(await ours.identify()).toBeNull()
      expect(takeSyncs()).toBe(2)
    },
  )

  test('twice is a failure', async () => {
    const { host, queue } = queueIn(startExcel())
    const failing = queue.run(async (context, sync) => {
      host.failNext = 'InactiveWorkbook'
      context.workbook.load('name')
      await sync()
    })
    await expect(failing).rejects.toMatchObject({
      code: 'other-workbook',
      officeCode: 'InactiveWorkbook',
    })
  })

  test.each([
    ['InvalidOperationInCellEditMode', 'cell-being-edited'],
    // reading is forbidden by no protected sheet
    ['AccessDenied', 'blocked'],
    ['BadPassword', 'protected'],
    ['ItemNotFound', 'sheets-damaged'],
    ['InvalidReference', 'sheets-damaged'],
    ['InvalidBinding', 'sheets-damaged'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['RangeExceedsLimit', 'too-large'],
    ['OperationCellsExceedLimit', 'too-large'],
    ['MemoryLimitReached', 'too-large'],
    ['ApiNotAvailable', 'too-old'],
    ['ApiNotFound', 'too-old'],
    ['NotImplemented', 'too-old'],
    ['UnsupportedFeature', 'too-old'],
    ['UnsupportedOperation', 'too-old'],
    ['Conflict', 'edited-elsewhere'],
    ['InsertDeleteConflict', 'edited-elsewhere'],
    ['MergedRangeConflict', 'edited-elsewhere'],
    ['RequestAborted', 'session-lost'],
    ['Timeout', 'session-lost'],
    ['ServiceNotAvailable', 'session-lost'],
    ['Unauthenticated', 'session-lost'],
    ['HostRestartNeeded', 'session-lost'],
    ['SomethingNew', 'unknown'],
  ])('%s is %s, at the first try', async (officeCode, code) => {
    const { host, ours, takeSyncs } = startExcel()
    host.failNext = officeCode
    const error = await ours.identify().catch((failed: unknown) => failed)
    expect(error).toBeInstanceOf(HostError)
    expect(error).toMatchObject({ code, officeCode })
    expect(takeSyncs()).toBe(1)
  })

  test('AccessDenied while writing is a protected sheet', async () => {
    const { host, queue } = queueIn(startExcel())
    const writing = queue.run(
      async (context, sync) => {
        host.failNext = 'AccessDenied'
        context.workbook.load('name')
        await sync()
      },
      { writes: true },
    )
    await expect(writing).rejects.toMatchObject({ code: 'protected' })
  })

  test('GeneralException while showing a cell is another workbook in front', async () => {
    const { host, ours } = startExcel()
    const send = host.sendMessageToHost.bind(host)
    host.sendMessageToHost = (text, reply) => {
      host.failNext = 'GeneralException'
      send(text, reply)
    }
    await expect(ours.select('Sheet1', 'A1')).rejects.toMatchObject({ code: 'other-workbook' })
  })

  test.each(Object.entries({ vi: vietnamese.troubles, en: en.troubles }))(
    'every failure has a sentence that says what to do: %s',
    (_language, troubles) => {
      for (const sentence of Object.values(troubles)) {
        expect(sentence).toMatch(/\.$/u)
        // what is the matter, and an instruction
        expect(sentence.length).toBeGreaterThan(40)
      }
      expect(new Set(Object.values(troubles)).size).toBe(Object.keys(troubles).length)
    },
  )

  test('an error of our own keeps its cause', async () => {
    const { queue } = queueIn(startExcel())
    const cause = new TypeError('ours')
    const error = await queue.run(() => Promise.reject(cause)).catch((failed: unknown) => failed)
    expect(error).toMatchObject({ code: 'unknown', officeCode: 'TypeError', cause })
  })

  test('drawing that failed half-way is drawn whole at the second try', async () => {
    const { host, ours, workbook } = startExcel()
    const sheets = sheetsOf('qltm')
    let failed = false
    await ours.layOut(sheets, identityOf('qltm'), done => {
      if (done !== 2 || failed) return
      host.failNext = 'GeneralException'
      failed = true
    })
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Sheet1',
      ...sheets.map(({ sheet }) => sheet),
    ])
    expect(failed).toBe(true)
    expect((await ours.read(sheets)).size).toBe(sheets.length)
    for (const layout of sheets) {
      const rows = workbook.sheet(layout.sheet)?.rows
      for (const { first } of layout.collapsed) expect(rows?.outlineLevel(first - 1)).toBe(1)
    }
  })
})
