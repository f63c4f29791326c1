/**
 * The corpus as files: what a unit sends today (its sheets, nothing hidden), the plain workbook this product gives it, and
 * the empty template a script fills. All are drawn from one layout, so everybody reads and writes the same cells.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WriteOptions, writeXlsx } from 'hucre/xlsx'
import { agencySchema } from '../../../shared/agency.ts'
import { readCatalogue } from '../../../shared/catalogue/read.ts'
import { contentFromWire, emptyContent, type Values, valuesOf } from '../../../shared/content.ts'
import { layOutWorkbook, type View } from '../../../shared/layout.ts'
import { statutoryWindow } from '../../../shared/period.ts'
import { drawing } from '../../../worker/paper/drawing.ts'
import { standardFont } from '../../../worker/paper/styles.ts'
import { formPage } from '../../../worker/plain/form.ts'
import { identityPage } from '../../../worker/plain/hidden.ts'
import { plainPages } from '../../../worker/plain/workbook.ts'
import { agencyDocument, before, figuresOf, files, period } from './corpus.ts'

export const index = readCatalogue(files)

/** Where the baselines find the figures: sheets, the first row and number of rows, columns of this and the last period. */
export type Plan = {
  readonly sheets: readonly string[]
  readonly firstRow: number
  readonly rows: number
  readonly columns: readonly number[]
}

const content = (figures: Record<string, number>) =>
  contentFromWire({ figures, tables: {}, narrative: {} })
const valuesIn = (unit: number, of: string): Values =>
  valuesOf(index, content(figuresOf(unit, of)), undefined)

export type Written = {
  readonly template: string
  readonly plan: Plan
  /** the forms and whose they are, as a unit sends them today */
  readonly lean: readonly string[]
  /** with the rules as formulas beside them */
  readonly plain: readonly string[]
}

export async function writeWorkbooks(folder: string, unitCount: number): Promise<Written> {
  const agency = agencySchema.parse(agencyDocument(unitCount))
  const { from, to } = statutoryWindow(period)
  const empty = valuesOf(index, emptyContent, undefined)
  const view = (unit: string, values: Values, previous: Values): View => ({
    agency,
    unit,
    period,
    window: { from, to },
    values,
    previous,
  })
  const write = async (name: string, options: WriteOptions) => {
    const file = join(folder, name)
    writeFileSync(file, await writeXlsx(options))
    return file
  }
  const lean: string[] = []
  const plain: string[] = []
  for (let i = 0; i < unitCount; i++) {
    const unit = `don_vi_${i + 1}`
    const filled = view(unit, valuesIn(i, period), valuesIn(i, before))
    lean.push(await write(`lean-${i}.xlsx`, formsOf(filled)))
    const asOf = '2025-04-15T08:00:00Z'
    plain.push(
      await write(`plain-${i}.xlsx`, plainPages({ index, view: filled, revision: null, asOf })),
    )
  }
  const blank = view('don_vi_1', empty, empty)
  const layouts = layOutWorkbook(index, blank)
  const { top = 0, left = 0, rows = 0 } = layouts[0]?.block ?? {}
  return {
    template: await write('template.xlsx', formsOf(blank)),
    plan: {
      sheets: layouts.map(({ sheet }) => sheet),
      firstRow: top,
      rows,
      columns: [left, left - 1],
    },
    lean,
    plain,
  }
}

/** Validation, protection and looks as in the plain workbook; no rules. */
function formsOf(view: View): WriteOptions {
  const draw = drawing(view.unit ?? '', 'form')
  const forms = layOutWorkbook(index, view).map(layout => formPage(layout, [], draw))
  const identity = identityPage([
    ['unit', view.unit ?? ''],
    ['period', view.period],
  ])
  return { sheets: [...forms, identity], defaultFont: standardFont }
}
