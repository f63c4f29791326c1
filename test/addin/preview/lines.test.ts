// Rows and columns put in and taken out: everything on the sheet and everything that looks at it
// follows, as in Excel.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import { noPrompt, stopAlert } from '../../../addin/preview/workbook/validation.ts'
import { type Axis, parseArea, Workbook } from '../../../addin/preview/workbook/workbook.ts'

/** Two sheets, a name, a rule, a conditional format, a merge, sizes and groups around row 5. */
function form() {
  const workbook = new Workbook('Biểu 1')
  const sheet = workbook.activeSheet
  const other = workbook.addSheet('Tổng hợp')
  workbook.acting('api', () => {
    sheet.write(parseArea('A3:B6'), [
      ['Dòng 3', 3],
      ['Dòng 4', 4],
      ['Dòng 5', 5],
      ['Cộng', '=SUM(B3:$B$5)'],
    ])
    other.write(parseArea('A1:A3'), [["='Biểu 1'!B4"], ["=SUM('Biểu 1'!B3:B5)"], ['=B4']])
    sheet.paint(parseArea('B3:B5'), { locked: false, fill: '#FFF4CE' })
    sheet.merge(parseArea('D3:D5'))
    sheet.rows.resize(3, 1, 30, false)
    sheet.rows.group(2, 3)
    sheet.validations.set({
      area: parseArea('B3:B5'),
      origin: { row: 2, column: 1 },
      rule: { custom: { formula: '=AND(B3>=0,B3<=$B$6)' } },
      prompt: noPrompt,
      alert: stopAlert,
      ignoreBlanks: true,
    })
    sheet.conditionalFormats.add({
      id: '1',
      area: parseArea('B3:B5'),
      origin: { row: 2, column: 1 },
      formula: '=B3>$B$5',
      fill: '#FF0000',
      fontColor: '',
      bold: false,
      italic: false,
      stopIfTrue: false,
    })
    workbook.names.add({
      name: 'BM_1',
      formula: "='Biểu 1'!$B$3:$B$5",
      comment: '',
      visible: true,
      scope: '',
    })
    workbook.names.add({
      name: 'BM_DONG_4',
      formula: "='Biểu 1'!$B$4",
      comment: '',
      visible: true,
      scope: '',
    })
  })
  const name = (wanted: string) => workbook.names.find(wanted, '')?.formula
  return { workbook, sheet, other, name }
}

describe('a row inserted inside the block', () => {
  const { workbook, sheet, other, name } = form()
  workbook.insertLines(sheet, 'rows', 3, 2)

  test('contents, formats and locks move down, and the new rows look like the one above', () => {
    expect(sheet.content(5, 0)).toBe('Dòng 4')
    expect(sheet.content(3, 1)).toBe('')
    expect(sheet.format(3, 1)).toMatchObject({ locked: false, fill: '#FFF4CE' })
    expect(sheet.format(6, 1).locked).toBe(false)
    expect(sheet.format(7, 1).locked).toBe(true)
  })

  test('formulas here and on other sheets stretch or move; those on other cells do not', () => {
    expect(sheet.formula(7, 1)).toBe('=SUM(B3:$B$7)')
    expect(other.formula(0, 0)).toBe("='Biểu 1'!B6")
    expect(other.formula(1, 0)).toBe("=SUM('Biểu 1'!B3:B7)")
    expect(other.formula(2, 0)).toBe('=B4')
    expect(other.content(1, 0)).toBe(12)
  })

  test('names, validation, conditional formats and merges stretch', () => {
    expect(name('BM_1')).toBe("='Biểu 1'!$B$3:$B$7")
    expect(name('BM_DONG_4')).toBe("='Biểu 1'!$B$6")
    expect(sheet.validations.at(6, 1)?.rule).toEqual({
      custom: { formula: '=AND(B3>=0,B3<=$B$8)' },
    })
    expect(sheet.conditionalFormats.all[0]).toMatchObject({
      area: parseArea('B3:B7'),
      formula: '=B3>$B$7',
    })
    expect(sheet.merges.all).toEqual([parseArea('D3:D7')])
  })

  test('heights and groups move', () => {
    expect([sheet.rows.size(3), sheet.rows.size(5)]).toEqual([15, 30])
    expect([1, 2, 3, 6, 7].map(row => sheet.rows.outlineLevel(row))).toEqual([0, 1, 1, 1, 0])
  })
})

describe('rows deleted', () => {
  test('what looked at them only is #REF!, what reached over them shrinks', () => {
    const { workbook, sheet, other, name } = form()
    workbook.deleteLines(sheet, 'rows', 3)
    expect(sheet.formula(4, 1)).toBe('=SUM(B3:$B$4)')
    expect(other.formula(0, 0)).toBe("='Biểu 1'!#REF!")
    expect(other.content(0, 0)).toBe('#REF!')
    expect(name('BM_1')).toBe("='Biểu 1'!$B$3:$B$4")
    expect(name('BM_DONG_4')).toBe("='Biểu 1'!#REF!")
    expect(workbook.referred(name('BM_DONG_4') ?? '')).toBeUndefined()
  })

  test('a rule written for a deleted row is the same rule for those that stay', () => {
    const { workbook, sheet } = form()
    workbook.deleteLines(sheet, 'rows', 2)
    expect(sheet.validations.at(3, 1)).toMatchObject({
      area: parseArea('B3:B4'),
      origin: { row: 2, column: 1 },
      rule: { custom: { formula: '=AND(B3>=0,B3<=$B$5)' } },
    })
    expect(sheet.conditionalFormats.all[0]?.formula).toBe('=B3>$B$4')
  })

  test('everything of the block: nothing is left behind', () => {
    const { workbook, sheet, name } = form()
    workbook.deleteLines(sheet, 'rows', 2, 3)
    expect(sheet.validations.all).toEqual([])
    expect(sheet.conditionalFormats.all).toEqual([])
    expect(sheet.merges.all).toEqual([])
    expect(sheet.formula(2, 1)).toBe('=SUM(#REF!)')
    expect(name('BM_1')).toBe("='Biểu 1'!#REF!")
  })
})

test('columns likewise', () => {
  const { workbook, sheet, other, name } = form()
  workbook.insertLines(sheet, 'columns', 1)
  expect(sheet.formula(5, 2)).toBe('=SUM(C3:$C$5)')
  expect(other.formula(0, 0)).toBe("='Biểu 1'!C4")
  expect(name('BM_1')).toBe("='Biểu 1'!$C$3:$C$5")
  workbook.deleteLines(sheet, 'columns', 2)
  expect(other.content(1, 0)).toBe('#REF!')
})

test('on a protected sheet both are refused unless the protection allows them', () => {
  const { workbook, sheet } = form()
  workbook.protect(sheet, ['allowInsertRows', 'allowDeleteRows'], 'Normal', '')
  const refused = (reason: string) => expect.objectContaining({ reason })
  expect(() => workbook.insertLines(sheet, 'columns', 0)).toThrow(refused('protected'))
  expect(() => workbook.deleteLines(sheet, 'columns', 0)).toThrow(refused('protected'))
  workbook.insertLines(sheet, 'rows', 3)
  // deleting is for rows without a locked cell
  expect(() => workbook.deleteLines(sheet, 'rows', 3)).toThrow(refused('locked'))
})

test('what would push contents off the sheet is refused', () => {
  const workbook = new Workbook()
  workbook.activeSheet.write(parseArea('A1048576'), [[1]])
  expect(() => workbook.insertLines(workbook.activeSheet, 'rows', 0)).toThrow(
    expect.objectContaining({ reason: 'argument' }),
  )
})

test('inserting and deleting the same lines changes nothing, and undo always goes back', () => {
  const line = fc.record({
    axis: fc.constantFrom<Axis>('rows', 'columns'),
    at: fc.nat({ max: 8 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(line, fc.boolean(), ({ axis, at, count }, deletes) => {
      const { workbook, sheet } = form()
      const before = workbook.toJSON()
      workbook.insertLines(sheet, axis, at, count)
      workbook.deleteLines(sheet, axis, at, count)
      expect(workbook.toJSON()).toEqual(before)
      if (deletes) workbook.deleteLines(sheet, axis, at, count)
      const after = workbook.toJSON()
      while (workbook.undo());
      expect(workbook.toJSON()).toEqual(before)
      while (workbook.redo());
      expect(workbook.toJSON()).toEqual(after)
    }),
  )
})

describe('seen by an add-in', () => {
  test('the change event names whole rows', async () => {
    const { Excel, workbook } = loadOffice()
    const seen: unknown[] = []
    await Excel.run(async context => {
      context.workbook.worksheets.onChanged.add(async ({ address, changeType, source }) => {
        seen.push([address, changeType, source])
      })
      await context.sync()
    })
    workbook.insertLines(workbook.activeSheet, 'rows', 3, 2)
    workbook.deleteLines(workbook.activeSheet, 'columns', 1)
    await expect.poll(() => seen).toHaveLength(2)
    expect(seen).toEqual([
      ['4:5', 'RowInserted', 'Local'],
      ['B:B', 'ColumnDeleted', 'Local'],
    ])
  })

  test('a kept range moves with its cells, and is lost with them', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A3:A4')
      range.load('address')
      await context.sync()
      workbook.insertLines(workbook.activeSheet, 'rows', 0)
      range.load('address')
      await context.sync()
      expect(range.address).toBe('Sheet1!A4:A5')
      workbook.deleteLines(workbook.activeSheet, 'rows', 3, 2)
      range.load('address')
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' })
    })
  })

  test('it inserts and deletes whole lines itself', async () => {
    const { Excel, workbook } = loadOffice()
    const sheet = workbook.activeSheet
    sheet.write(parseArea('A1:A2'), [[1], [2]])
    await Excel.run(async context => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A2')
      const inserted = cell.getEntireRow().insert('Down')
      inserted.load('address')
      await context.sync()
      expect(inserted.address).toBe('Sheet1!2:2')
      expect(sheet.content(2, 0)).toBe(2)
      context.workbook.worksheets.getItem('Sheet1').getRange('1:2').delete('Up')
      await context.sync()
      expect(sheet.content(0, 0)).toBe(2)
      cell.insert('Down')
      await expect(context.sync()).rejects.toMatchObject({ code: 'NotImplemented' })
    })
  })
})

describe('sheets', () => {
  test('a copy has everything, its names are its own, and it looks at itself', () => {
    const { workbook, sheet } = form()
    sheet.write(parseArea('A8'), [["='Biểu 1'!B3*2"]])
    workbook.protect(sheet, [], 'Normal', '')
    const copy = workbook.copySheet(sheet)
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Biểu 1', 'Biểu 1 (2)', 'Tổng hợp'])
    expect(copy.guard.isProtected).toBe(true)
    expect(copy.formula(7, 0)).toBe("='Biểu 1 (2)'!B3*2")
    expect(copy.validations.all).toHaveLength(1)
    expect(workbook.names.find('BM_1', copy.id)?.formula).toBe("='Biểu 1 (2)'!$B$3:$B$5")
    expect(workbook.names.find('BM_1', '')?.formula).toBe("='Biểu 1'!$B$3:$B$5")
    expect(workbook.copySheet(sheet).name).toBe('Biểu 1 (3)')
  })

  test('an add-in copies one to where it wants', async () => {
    const { Excel, workbook } = loadOffice()
    workbook.addSheet('Cuối')
    await Excel.run(async context => {
      const { worksheets } = context.workbook
      const copy = worksheets.getItem('Sheet1').copy('After', worksheets.getItem('Cuối'))
      copy.load('name,position')
      await context.sync()
      expect([copy.name, copy.position]).toEqual(['Sheet1 (2)', 2])
    })
  })
})
