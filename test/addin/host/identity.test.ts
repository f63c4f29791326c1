// The workbook says what it is, and only when we wrote it.
import { expect, test } from 'vitest'
import { identityOf, laidOut, noProgress, startExcel } from './excel-in-node.ts'

test('nobody’s workbook is null', async () => {
  const { ours, workbook } = startExcel()
  expect(await ours.identify()).toBeNull()
  workbook.addXmlPart('<other xmlns="urn:somebody-else"/>')
  expect(await ours.identify()).toBeNull()
})

test('what was laid out is what is read, signs and all', async () => {
  const { ours } = startExcel()
  const identity = {
    agency: 'sở "A" & <B>',
    unit: "o'phòng",
    period: '2025-M04',
    catalogue: 'sct-2025.1',
    revision: 12,
    workbook: '5f0d7f0e-2c1b-4b7e-9d55-6f1c2a3b4c5d',
  }
  await ours.layOut([], identity, noProgress)
  expect(await ours.identify()).toEqual(identity)
})

test('laying out another period replaces it', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const next = { ...identityOf('qltm'), period: '2025-M05', revision: null }
  await excel.ours.layOut(sheets, next, noProgress)
  expect(await excel.ours.identify()).toEqual(next)
  expect(excel.workbook.xmlParts).toHaveLength(1)
})

test('Excel may write the part anew: other quotes, a declaration', async () => {
  const { ours, workbook } = startExcel()
  workbook.addXmlPart(
    `<?xml version="1.0"?><identity unit='qltm' agency='a' xmlns='urn:cchc-bieu-mau:identity' catalogue='c' period='2025-Q1'></identity>`,
  )
  expect(await ours.identify()).toEqual({
    agency: 'a',
    unit: 'qltm',
    period: '2025-Q1',
    catalogue: 'c',
    // laid out before revisions were noted
    revision: null,
  })
})

test('a part with something missing is not ours', async () => {
  const { ours, workbook } = startExcel()
  workbook.addXmlPart('<identity xmlns="urn:cchc-bieu-mau:identity" agency="a"/>')
  expect(await ours.identify()).toBeNull()
})

test('a rebased workbook says its new revision, in the same part and two messages', async () => {
  const { excel } = await laidOut('qltm')
  const rebased = { ...identityOf('qltm'), revision: 2 }
  await excel.ours.rebase(rebased)
  expect(excel.takeSyncs()).toBeLessThanOrEqual(2)
  expect(await excel.ours.identify()).toEqual(rebased)
  expect(excel.workbook.xmlParts).toHaveLength(1)
})

test('nobody’s workbook does not become ours by rebasing', async () => {
  const { ours } = startExcel()
  await ours.rebase({ ...identityOf('qltm'), revision: 2 })
  expect(await ours.identify()).toBeNull()
})
