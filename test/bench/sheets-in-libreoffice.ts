/**
 * By hand, where LibreOffice is installed: every unit's plain workbook with every kind of mistake, recalculated by LibreOffice and compared
 * with the engine. `node test/bench/sheets-in-libreoffice.ts [folder [unit …]]` prints the agreement as a table.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cell } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { parseArea } from '../../addin/preview/workbook/address.ts'
import { FormulaError, type Scalar } from '../../addin/preview/workbook/formula/result.ts'
import { plainPages } from '../../worker/plain/workbook.ts'
import {
  agency,
  defects,
  index,
  saidByEngine,
  saidBySheet,
  seeded,
  viewOf,
} from '../annex/defects.ts'
import { readXlsx } from '../annex/read-xlsx.ts'
import type { Recalculated, Typed } from '../annex/recalculated.ts'

const [, , asked, ...only] = process.argv
const folder = asked ?? mkdtempSync(join(tmpdir(), 'sheets-'))
mkdirSync(join(folder, 'out'), { recursive: true })
const kinds = Object.keys(defects)
const units = only.length > 0 ? only : agency.units.map(({ key }) => key)
const corpus = units.flatMap(unit => {
  const view = viewOf(unit)
  return kinds.map((kind, i) => ({
    unit,
    kind,
    view,
    seeds: seeded(view, kind),
    file: `${unit}-${i}.xlsx`,
  }))
})

for (const { view, seeds, file } of corpus) {
  const pages = plainPages({ index, view, revision: 1, asOf: '2025-04-14T03:00:00Z' })
  const typed = seeds.flatMap(one => one.typed)
  for (const sheet of pages.sheets)
    if (sheet.cells) sheet.cells = retyped(sheet.name, sheet.cells, typed)
  writeFileSync(join(folder, file), await writeXlsx(pages))
}

/** With cells typed over, and no remembered results: LibreOffice trusts those of a file it did not write. */
function retyped(sheet: string, cells: Map<string, Partial<Cell>>, typed: readonly Typed[]) {
  const fresh = new Map<string, Partial<Cell>>()
  for (const [key, { formulaResult: _, ...cell }] of cells) fresh.set(key, cell)
  for (const one of typed.filter(each => each.sheet === sheet)) {
    const { row, column } = parseArea(one.cell)
    const { formula: _, ...kept } = fresh.get(`${row},${column}`) ?? {}
    const value = one.value instanceof FormulaError ? one.value.code : one.value
    fresh.set(`${row},${column}`, { ...kept, value })
  }
  return fresh
}

const started = performance.now()
for (let at = 0; at < corpus.length; at += 40)
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--convert-to',
    'xlsx',
    '--outdir',
    join(folder, 'out'),
    ...corpus.slice(at, at + 40).map(({ file }) => join(folder, file)),
  ])

function asRecalculated(file: string): Recalculated {
  const book = readXlsx(readFileSync(join(folder, 'out', file)))
  return {
    value: (sheet, cell): Scalar => {
      const found = book.sheet(sheet).cells.get(cell)
      if (found?.error) return new FormulaError(String(found.value))
      return found?.value === '' ? null : (found?.value ?? null)
    },
  }
}

const rows = kinds.map(kind => {
  const row = { kind, forms: 0, findings: 0, agreed: 0, differ: 0 }
  for (const { view, seeds, file } of corpus.filter(one => one.kind === kind)) {
    row.forms += seeds.filter(({ typed }) => typed.length > 0).length
    const book = asRecalculated(file)
    const [sheet, engine] = [saidBySheet(book), saidByEngine(view, book)]
    row.findings += engine.length
    const same = sheet.filter(one => engine.includes(one))
    row.agreed += same.length
    row.differ += sheet.length + engine.length - 2 * same.length
    for (const one of sheet)
      if (!engine.includes(one)) console.log(`${file}: only the sheet says ${one}`)
    for (const one of engine)
      if (!sheet.includes(one)) console.log(`${file}: only the engine says ${one}`)
  }
  return row
})
console.table(rows)
console.log(
  `${corpus.length} workbooks, ${Math.round((performance.now() - started) / 1000)} s, in ${folder}`,
)
