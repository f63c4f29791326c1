// What an Excel refuses: shapes, locks, redundant protection, sizes, members it does not have.
import { type Bench, cellValue, type Item, onSheet, outcome } from './item.ts'

/** A1 is locked, B1 is open, the sheet protected. */
const protectedSheet = (bench: Bench) =>
  onSheet(bench, async (sheet, context) => {
    sheet.getRange('B1').format.protection.locked = false
    sheet.protection.protect()
    await context.sync()
  })

const write = (bench: Bench, address: string, values: unknown[][]) =>
  onSheet(bench, async (sheet, context) => {
    sheet.getRange(address).values = values
    await context.sync()
  })

/** A cell holds 32,767 characters; the answer and the request are about 32 kB for each row. */
const longTexts = (rows: number) => Array.from({ length: rows }, () => ['a'.repeat(32_000)])
const onWeb = ({ platform }: Bench, code: string) => (platform === 'OfficeOnline' ? code : 'done')

/** Members by the version that brought them; the first the Excel does not have is tried. */
const members: readonly [version: string, touch: (range: Excel.Range) => void][] = [
  ['1.10', range => range.getEntireRow().group('ByRows')],
  ['1.12', range => range.load('hasSpill')],
  ['1.14', range => range.getPrecedents().load('addresses')],
  ['1.15', range => range.getDependents().load('addresses')],
]

export const refusals: readonly Item[] = [
  {
    name: 'a block of another shape is InvalidArgument and writes nothing',
    expected: ['InvalidArgument', ''],
    run: async bench => [
      await outcome(write(bench, 'A1:B2', [[1, 2]])),
      await cellValue(bench, 'A1'),
    ],
  },
  {
    name: 'a locked cell of a protected sheet is AccessDenied, an open one is not',
    expected: ['AccessDenied', 'done'],
    run: async bench => {
      await protectedSheet(bench)
      return [await outcome(write(bench, 'A1', [[1]])), await outcome(write(bench, 'B1', [[1]]))]
    },
  },
  {
    name: 'null over a locked cell is no write',
    expected: ['done', 2],
    unconfirmed: true,
    run: async bench => {
      await protectedSheet(bench)
      return [await outcome(write(bench, 'A1:B1', [[null, 2]])), await cellValue(bench, 'B1')]
    },
  },
  {
    name: 'formats of a protected sheet are AccessDenied, also on open cells',
    expected: 'AccessDenied',
    unconfirmed: true,
    run: async bench => {
      await protectedSheet(bench)
      const painting = onSheet(bench, async (sheet, context) => {
        sheet.getRange('B1').format.fill.color = '#FFFF00'
        await context.sync()
      })
      return outcome(painting)
    },
  },
  {
    name: 'protecting twice and unprotecting what is open are AccessDenied',
    expected: ['AccessDenied', 'AccessDenied'],
    run: async bench => {
      const change = (act: (sheet: Excel.Worksheet) => void) =>
        outcome(
          onSheet(bench, async (sheet, context) => {
            act(sheet)
            await context.sync()
          }),
        )
      const unprotected = await change(sheet => sheet.protection.unprotect())
      await protectedSheet(bench)
      return [await change(sheet => sheet.protection.protect()), unprotected]
    },
  },
  {
    name: 'rows of a protected sheet are neither inserted nor deleted',
    expected: ['AccessDenied', 'AccessDenied'],
    run: async bench => {
      await protectedSheet(bench)
      const change = (act: (row: Excel.Range) => void) =>
        outcome(
          onSheet(bench, async (sheet, context) => {
            act(sheet.getRange('1:1'))
            await context.sync()
          }),
        )
      return [await change(row => row.insert('Down')), await change(row => row.delete('Up'))]
    },
  },
  {
    name: 'an address of more than 8,192 characters is InvalidArgument',
    expected: ['done', 'InvalidArgument'],
    unconfirmed: true,
    run: async bench => {
      const read = (address: string) => outcome(cellValue(bench, address))
      return [await read('A1'.padEnd(8000)), await read('A1'.padEnd(8193))]
    },
  },
  {
    name: 'on the web a request over 5 MB is refused',
    expected: bench => onWeb(bench, 'RequestPayloadSizeLimitExceeded'),
    run: bench => outcome(write(bench, 'A1:A180', longTexts(180))),
  },
  {
    name: 'on the web an answer over 5 MB is refused',
    expected: bench => onWeb(bench, 'ResponsePayloadSizeLimitExceeded'),
    run: async bench => {
      await write(bench, 'A1:A90', longTexts(90))
      await write(bench, 'A91:A180', longTexts(90))
      return outcome(
        onSheet(bench, async (sheet, context) => {
          sheet.getRange('A1:A180').load('values')
          await context.sync()
        }),
      )
    },
  },
  {
    name: 'a member of a newer version is ApiNotFound',
    expected: ({ supports }) =>
      members.some(([version]) => !supports(version)) ? 'ApiNotFound' : 'nothing is newer',
    run: async bench => {
      const [, touch] = members.find(([version]) => !bench.supports(version)) ?? []
      if (!touch) return 'nothing is newer'
      return outcome(
        onSheet(bench, async (sheet, context) => {
          touch(sheet.getRange('A1'))
          await context.sync()
        }),
      )
    },
  },
]
