// Runs the conformance list: every item on a sheet of its own, which is removed again.
// Never stops at an item that fails; that is what it is for.
import type { Json } from '../processor/protocol.ts'
import { type Bench, codeOf, type Item, Skipped } from './item.ts'
import { looks } from './looks.ts'
import { people } from './people.ts'
import { queue } from './queue.ts'
import { refusals } from './refusals.ts'
import { values } from './values.ts'

/** The fidelity list: what add-in and preview rely on. */
export const items: readonly Item[] = [...queue, ...refusals, ...values, ...looks, ...people]

export interface Result {
  readonly item: string
  readonly expected: Json
  readonly seen: Json
  /** `null` for what is only noted, or was skipped */
  readonly ok: boolean | null
}

export interface Report {
  /** of the Excel */
  readonly build: string
  readonly platform: string
  /** the highest version of ExcelApi it says it has */
  readonly excelApi: string
  readonly items: readonly Result[]
}

export type World = Pick<Bench, 'Excel' | 'ask'> & { readonly Office: typeof Office }

const prefix = 'CCHC kiểm tra'
const versions = Array.from({ length: 30 }, (_, at) => `1.${at + 1}`)

/** @param told hears every result as it comes */
export async function runAll(
  world: World,
  told: (result: Result) => void = () => undefined,
): Promise<Report> {
  const { Excel, Office, ask } = world
  const { requirements, diagnostics } = Office.context
  const supports = (version: string) => requirements.isSetSupported('ExcelApi', version)
  const platform = String(diagnostics.platform)
  const results: Result[] = []
  await removeSheets(Excel)
  for (const [at, item] of items.entries()) {
    const sheet = `${prefix} ${at + 1}`
    const bench: Bench = { Excel, sheet, platform, supports, ask }
    const result = await resultOf(item, bench)
    results.push(result)
    told(result)
  }
  const excelApi = versions.findLast(supports) ?? 'none'
  return { build: diagnostics.version, platform, excelApi, items: results }
}

async function resultOf(item: Item, bench: Bench): Promise<Result> {
  const { expected: promised, name, unconfirmed } = item
  const expected = typeof promised === 'function' ? promised(bench) : promised
  try {
    await bench.Excel.run(async context => {
      context.workbook.worksheets.add(bench.sheet).activate()
      await context.sync()
    })
    const seen = await item.run(bench)
    const same = JSON.stringify(seen) === JSON.stringify(expected)
    return { item: name, expected, seen, ok: unconfirmed ? null : same }
  } catch (error) {
    if (error instanceof Skipped) return { item: name, expected, seen: 'skipped', ok: null }
    return {
      item: name,
      expected,
      seen: `failed: ${codeOf(error)}`,
      ok: unconfirmed ? null : false,
    }
  } finally {
    await removeSheets(bench.Excel)
  }
}

/** Also those a run left behind that was cut short. */
async function removeSheets(excel: typeof Excel): Promise<void> {
  await excel.run({ delayForCellEdit: true }, async context => {
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    for (const sheet of worksheets.items) if (sheet.name.startsWith(prefix)) sheet.delete()
    await context.sync()
  })
}
