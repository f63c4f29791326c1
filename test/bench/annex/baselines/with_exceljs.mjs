// The same with exceljs, from the folder named by BASELINES: load every unit's workbook, add up by code, fill the template.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const excel = createRequire(`${process.env.BASELINES}/`)('exceljs')
const imported = performance.now()
const [template, out, planFile, ...units] = process.argv.slice(2)
const { sheets, firstRow, rows, columns } = JSON.parse(readFileSync(planFile, 'utf8'))

const sums = {}
for (const unit of units) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(unit)
  for (const sheet of sheets) {
    const page = book.getWorksheet(sheet)
    for (let row = firstRow; row < firstRow + rows; row += 1) {
      const key = `${sheet}|${page.getCell(row, 1).value}`
      sums[key] ??= [0, 0]
      columns.forEach((column, i) => {
        sums[key][i] += page.getCell(row, column).value ?? 0
      })
    }
  }
}
const book = new excel.Workbook()
await book.xlsx.readFile(template)
for (const sheet of sheets) {
  const page = book.getWorksheet(sheet)
  for (let row = firstRow; row < firstRow + rows; row += 1)
    columns.forEach((column, i) => {
      page.getCell(row, column).value = sums[`${sheet}|${page.getCell(row, 1).value}`][i]
    })
}
await book.xlsx.writeFile(out)
console.log(JSON.stringify({ seconds: (performance.now() - imported) / 1000, sums }))
