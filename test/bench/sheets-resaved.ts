/**
 * By hand, where LibreOffice is installed: every unit's plain workbook of the demo agency, written anew by LibreOffice as .xlsx and read back
 * as an upload; and the same as .xls and .ods, which must be called by their names. `node test/bench/sheets-resaved.ts [folder]`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { contentToWire, emptyContent, valuesOf } from '../../shared/content.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { contentSchema } from '../../shared/protocol.ts'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import { Problem } from '../../worker/problem.ts'
import { openWorkbook } from '../../worker/upload/open.ts'
import { readWorkbook } from '../../worker/upload/read.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'resaved-'))
const period = '2025-M04'
const window = statutoryWindow(period)
const newest = { revision: 1, receivedAt: '2025-04-14T03:00:00Z', preparedBy: 'Lê Thị Ba' }
const catalogue = index.catalogue.id

const units = agency.units.map(({ key }) => {
  const content = submissions(period).find(one => one.unit === key)?.content ?? emptyContent
  return { unit: key, content, file: join(folder, `${key}.xlsx`) }
})
mkdirSync(folder, { recursive: true })
for (const { unit, content, file } of units) {
  const view = { agency, unit, period, window, values: valuesOf(index, content) }
  const asOf = newest.receivedAt
  writeFileSync(file, await plainWorkbook({ index, view, revision: 1, asOf }))
}

const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
const resave = (kind: string) => {
  const out = join(folder, kind)
  const files = units.map(({ file }) => file)
  execFileSync('soffice', ['--headless', profile, '--convert-to', kind, '--outdir', out, ...files])
  return (unit: string) => readFileSync(join(out, `${unit}.${kind}`))
}

const xlsx = resave('xlsx')
console.log('unit | figures the same | based on | repairs')
for (const { unit, content } of units) {
  const open = { agency, unit, period, catalogue }
  const workbook = await openWorkbook(xlsx(unit))
  const { basedOn, repairs, ...read } = readWorkbook(workbook, { index, open, window, newest })
  const same = isDeepStrictEqual(read.content, contentSchema.parse(contentToWire(content)))
  const told = repairs.map(({ message }) => message).join(' ') || '–'
  console.log([unit, same ? 'yes' : 'NO', basedOn, told].join(' | '))
}

const [{ unit } = { unit: '' }] = units
for (const kind of ['xls', 'ods', 'html', 'csv'])
  await openWorkbook(resave(kind)(unit)).catch(error => {
    if (!(error instanceof Problem)) throw error
    console.log([`.${kind}`, error.detail].join(' | '))
  })
