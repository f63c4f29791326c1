// Excel on the web takes 5 MB in one message: what is too much for one is asked for, or drawn, in parts.
import { expect, test } from 'vitest'
import { identityOf, laidOut, noProgress, sheetsOf, startExcel } from './excel-in-node.ts'

/** The largest request and answer of what follows, in bytes. */
function measured(excel: ReturnType<typeof startExcel>) {
  const most = { request: 0, answer: 0 }
  const send = excel.host.sendMessageToHost.bind(excel.host)
  excel.host.sendMessageToHost = (text, reply) => {
    most.request = Math.max(most.request, text.length)
    send(text, answer => {
      most.answer = Math.max(most.answer, answer.length)
      reply(answer)
    })
  }
  return most
}

test('sheets too large for one answer are read in parts, with the same figures', async () => {
  const { excel, sheets } = await laidOut('van_phong')
  const most = measured(excel)
  const whole = await excel.ours.read(sheets)
  const wholeScan = await excel.ours.scan(sheets)
  // the labels of one sheet alone are more than a sixth of everything
  excel.host.payloadLimit = Math.ceil(most.answer * 0.6)
  expect(await excel.ours.read(sheets)).toEqual(whole)
  expect(await excel.ours.scan(sheets)).toEqual(wholeScan)
})

test('a sheet too large for one message is drawn in parts, and looks the same', async () => {
  const excel = startExcel()
  const sheets = sheetsOf('van_phong')
  const most = measured(excel)
  await excel.ours.layOut(sheets, identityOf('van_phong'), noProgress)
  const small = startExcel({ payloadLimit: Math.ceil(most.request * 0.4) })
  await small.ours.layOut(sheets, identityOf('van_phong'), noProgress)
  expect(await small.ours.read(sheets)).toEqual(await excel.ours.read(sheets))
  const stateOf = ({ workbook }: typeof excel) =>
    workbook.sheets.map(sheet => ({
      name: sheet.name,
      isProtected: sheet.guard.isProtected,
      merges: sheet.merges.all.length,
      looks: sheets
        .filter(layout => layout.sheet === sheet.name)
        .map(layout =>
          layout.rows.map((line, i) => line.map((_, j) => JSON.stringify(sheet.format(i, j)))),
        ),
    }))
  expect(stateOf(small)).toEqual(stateOf(excel))
})

test('one sheet alone too large is said, not tried for ever', async () => {
  const { excel, sheets } = await laidOut('qltm')
  excel.host.payloadLimit = 1500
  await expect(excel.ours.read(sheets)).rejects.toMatchObject({ code: 'too-large' })
})
