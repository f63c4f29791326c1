// What one item of the conformance list is: something an Excel does, put so that any Excel can be
// asked. The same items run inside a real Excel and against the workbook of this folder.
import type { Json } from '../processor/protocol.ts'

/** What only a person at the grid can do; inside a real Excel the page asks for it. */
export type Step = 'begin-edit' | 'end-edit' | 'type' | 'paste'

/** What an item works with. */
export interface Bench {
  readonly Excel: typeof Excel
  /** the name of a sheet made for this item: new, empty, in front */
  readonly sheet: string
  readonly platform: string
  /** whether the Excel has a version of ExcelApi */
  supports(version: string): boolean
  /** @throws Skipped when the person does not want to */
  ask(step: Step): Promise<void>
}

export interface Item {
  /** what an Excel does, as a sentence */
  readonly name: string
  /** documented, or seen in a real Excel */
  readonly expected: Json | ((bench: Bench) => Json)
  /** neither: what was seen is noted and not judged; the preview plays what is expected */
  readonly unconfirmed?: true
  run(bench: Bench): Promise<Json>
}

/** The person did not take a step; the item says nothing then. */
export class Skipped extends Error {}

/** Runs work on the sheet of the item; the work sends its own `sync`. */
export function onSheet<Answer>(
  { Excel, sheet }: Bench,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Answer>,
): Promise<Answer> {
  return Excel.run(context => work(context.workbook.worksheets.getItem(sheet), context))
}

/** The value of a cell now. */
export function cellValue(bench: Bench, address: string): Promise<Json> {
  return onSheet(bench, async (sheet, context) => {
    const range = sheet.getRange(address)
    range.load('values')
    await context.sync()
    return range.values[0]?.[0] ?? null
  })
}

/** The code of the refusal, or `done`. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return codeOf(error)
  }
}

/** What an error of Office calls itself. */
export function codeOf(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'code' in error
  return known ? String(error.code) : String(error)
}

/** Hears the changes of the item's sheet while something happens, and a moment longer. */
export async function changesDuring(
  bench: Bench,
  happens: () => Promise<unknown>,
): Promise<Excel.WorksheetChangedEventArgs[]> {
  const heard: Excel.WorksheetChangedEventArgs[] = []
  const handler = await onSheet(bench, async (sheet, context) => {
    const added = sheet.onChanged.add(async args => {
      heard.push(args)
    })
    await context.sync()
    return added
  })
  await happens()
  for (let tries = 0; tries < 40 && heard.length === 0; tries += 1) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await bench.Excel.run(handler.context, async context => {
    handler.remove()
    await context.sync()
  })
  return heard
}
