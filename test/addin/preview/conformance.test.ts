// The conformance run as a whole, as the page does it: a report to compare, and a workbook left as it
// was.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Skipped } from '../../../addin/preview/conformance/item.ts'
import { items, runAll } from '../../../addin/preview/conformance/run.ts'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import type { HostOptions } from '../../../addin/preview/processor/host.ts'
import { person } from './conformance-bench.ts'

const excels: readonly HostOptions[] = [
  { platform: 'PC', apiLevel: '1.14' },
  { platform: 'OfficeOnline', apiLevel: '1.15' },
  { platform: 'Mac', apiLevel: '1.9' },
]

test.each(excels)('$platform at $apiLevel: every item is as expected', async options => {
  const office = loadOffice(options)
  const report = await runAll({ ...office, ask: person(office) })
  expect(report).toMatchObject({ platform: options.platform, excelApi: options.apiLevel })
  expect(report.items).toHaveLength(items.length)
  expect(report.items.filter(({ ok }) => ok === false)).toEqual([])
  // the preview plays what is assumed of Excel as well
  for (const { item, seen, expected } of report.items) expect(seen, item).toEqual(expected)
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
})

test('the workbook is left as it was, and what a cut-short run left is removed', async () => {
  const office = loadOffice()
  const { workbook } = office
  workbook.addSheet('Của người dùng')
  workbook.addSheet('CCHC kiểm tra 7')
  await runAll({ ...office, ask: person(office) })
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Của người dùng'])
  expect(workbook.names.every).toEqual([])
})

test('an Excel that does something else is told, and steps not taken are not judged', async () => {
  const office = loadOffice()
  const { workbook } = office
  // an Excel in which nothing is ever protected
  workbook.onChange(event => {
    if (event.kind === 'protection' && event.isProtected) workbook.unprotect(event.sheet)
  })
  const heard: string[] = []
  const { items: results } = await runAll(
    { ...office, ask: () => Promise.reject(new Skipped()) },
    ({ item }) => heard.push(item),
  )
  const resultOf = (name: string) => results.find(({ item }) => item.startsWith(name))
  expect(resultOf('a locked cell')).toMatchObject({ seen: ['done', 'done'], ok: false })
  expect(resultOf('null over a locked')).toMatchObject({ ok: null })
  expect(resultOf('a plain paste')).toMatchObject({ seen: 'skipped', ok: null })
  expect(heard).toEqual(items.map(({ name }) => name))
})

test('the README names every item of the list, and none that is not on it', () => {
  const file = new URL('../../../addin/preview/README.md', import.meta.url)
  const [, text = ''] = /\| relied on \|([\s\S]*?)\n\n/.exec(readFileSync(file, 'utf8')) ?? []
  // long names end in an ellipsis there
  const named = [...text.matchAll(/\*([^*]+?)( …)?\*/g)].map(([, name = '']) => name)
  const isNamed = (item: string) => named.some(name => item.startsWith(name))
  expect(items.map(({ name }) => name).filter(name => !isNamed(name))).toEqual([])
  expect(named.filter(name => !items.some(item => item.name.startsWith(name)))).toEqual([])
})
