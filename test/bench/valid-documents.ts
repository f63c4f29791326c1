/**
 * By hand: whether every document is what its readers expect. `node test/bench/valid-documents.ts --xsd <folder>` makes
 * annex, report and plain workbooks of the demo agency (or takes the files named), holds every part against the schemas
 * of Office Open XML, and compares every cell as openpyxl, LibreOffice and hucre read it. What is not installed is said.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Document, documents } from './documents/made.ts'
import { packageFaults, workbookFaults } from './documents/package.ts'
import { differences, paragraphs, readers, unresolved } from './documents/readers.ts'
import { canValidate, validity } from './documents/schemas.ts'

const { values: asked, positionals } = parseArgs({
  options: { xsd: { type: 'string' } },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'cchc-valid-'))
const xsd = asked.xsd !== undefined && canValidate(asked.xsd) ? asked.xsd : undefined
const notDone = new Set<string>(
  xsd
    ? []
    : ['schemas: needs xmllint and --xsd <folder> with sml.xsd, wml.xsd, dml-*.xsd, opc-xsd/'],
)

const made: readonly Document[] =
  positionals.length > 0
    ? positionals.map(file => ({ name: basename(file), bytes: readFileSync(file) }))
    : await documents()

let wrong = 0
function told(label: string, good: string, faults: readonly string[]): void {
  console.log(`  ${label.padEnd(12)} ${faults.length === 0 ? good : `${faults.length} FAULTS`}`)
  for (const fault of faults.slice(0, 20)) console.log(`    ${fault}`)
  wrong += faults.length
}

for (const { name, bytes } of made) {
  console.log(`${name}, ${bytes.length} bytes`)
  const file = join(work, name)
  writeFileSync(file, bytes)
  if (xsd) {
    const { parts, faults, unchecked } = validity(bytes, xsd, join(work, 'xsd'))
    told('schemas', `${parts} parts valid`, [
      ...faults,
      ...unchecked.map(part => `${part}: no schema known for it`),
    ])
  }
  told('package', 'complete', packageFaults(bytes))
  if (name.endsWith('.docx')) compareParagraphs(file)
  else await compareCells(file, bytes)
}

function compareParagraphs(file: string): void {
  const read = paragraphs(file, folder('docx'))
  if (!read) return void notDone.add('LibreOffice: not installed')
  const lost = read.ours.filter((text, i) => text !== read.LibreOffice[i])
  told('LibreOffice', `${read.ours.length} paragraphs the same`, lost)
}

async function compareCells(file: string, bytes: Uint8Array): Promise<void> {
  told('workbook', 'in order', workbookFaults(bytes))
  const own = await readers.ours?.(file, work)
  if (!own) return
  const open = unresolved(own)
  for (const [reader, read] of Object.entries(readers)) {
    if (reader === 'ours') continue
    const other = await read(file, folder(reader))
    if (!other) {
      notDone.add(`${reader}: not installed`)
      continue
    }
    const cells = differences(own.values, other.values, open)
    const formulas = reader === 'openpyxl' ? differences(own.formulas, other.formulas) : []
    told(reader, `${own.values.size} cells the same`, [...cells, ...formulas])
  }
  if (open.size > 0) console.log(`  ${open.size} formulas leave their result to whoever opens it`)
}

function folder(name: string): string {
  const path = join(work, name)
  mkdirSync(path, { recursive: true })
  return path
}

rmSync(work, { recursive: true, force: true })
for (const what of notDone) console.log(`NOT DONE: ${what}`)
console.log(wrong === 0 ? `${made.length} documents, no fault found` : `${wrong} faults`)
process.exitCode = wrong === 0 ? 0 : 1
