// The sheet of the page without Excel, in a real browser: by keyboard, mouse and clipboard, and what
// is refused.
import { describe, expect, test } from 'vitest'
import { previewPage } from './preview-page.ts'
import { smallForm } from './preview-server.ts'

const preview = previewPage()
const { cell, goTo, notice, open, paste, shows } = preview

describe('the sheet by keyboard', () => {
  test('an empty workbook: type, move, sum, undo and redo', async () => {
    await open()
    await cell('A1').click()
    await preview.page.keyboard.type('1.234,5')
    await preview.page.keyboard.press('Enter')
    await preview.page.keyboard.type('10%')
    await preview.page.keyboard.press('ArrowDown')
    await preview.page.keyboard.type('=SUM(A1;1)')
    await preview.page.keyboard.press('Tab')
    await shows('A1', '1.234,50')
    await shows('A2', '10%')
    await shows('A3', '1235,5')
    expect(await cell('B3').getAttribute('aria-selected')).toBe('true')
    await preview.page.keyboard.press('Control+z')
    await shows('A3', '')
    await preview.page.keyboard.press('Control+y')
    await shows('A3', '1235,5')
  })

  test('F2 edits, Escape leaves the cell as it was, Delete clears it', async () => {
    await open('', smallForm())
    await goTo('C3')
    await preview.page.keyboard.press('F2')
    await preview.page.keyboard.type('77')
    await preview.page.keyboard.press('Escape')
    await shows('C3', '300')
    await preview.page.keyboard.press('F2')
    await preview.page.keyboard.type('7')
    await preview.page.keyboard.press('Enter')
    await shows('C3', '3.007')
    await shows('C6', '3012')
    await goTo('C3')
    await preview.page.keyboard.press('Delete')
    await shows('C3', '')
  })

  test('arrows skip folded rows, Tab leads to unlocked cells only, Ctrl+Home below the frozen rows', async () => {
    await open('', smallForm())
    await goTo('C3')
    await preview.page.keyboard.press('ArrowDown')
    await expect.poll(() => cell('C5').getAttribute('aria-selected')).toBe('true')
    await preview.page.keyboard.press('Tab')
    await expect.poll(() => cell('C3').getAttribute('aria-selected')).toBe('true')
    await preview.page.keyboard.press('Control+Home')
    await expect.poll(() => cell('A3').getAttribute('aria-selected')).toBe('true')
  })

  test('the group opens and folds with its button', async () => {
    await open('', smallForm())
    expect(await cell('C4').count()).toBe(0)
    // the name box leads into the fold, and keys lead out of it
    await preview.page.getByLabel('Hộp tên').fill('C4')
    await preview.page.keyboard.press('Enter')
    await preview.page.keyboard.press('ArrowDown')
    await expect.poll(() => cell('C5').getAttribute('aria-selected')).toBe('true')
    await preview.page.getByRole('button', { name: 'Mở nhóm dòng 4–4' }).click()
    await shows('C4', '5')
    await preview.page.getByRole('button', { name: 'Gập nhóm dòng 4–4' }).click()
    await expect.poll(() => cell('C4').count()).toBe(0)
  })

  test('tabs change the sheet and keep the selection of each', async () => {
    await open('', smallForm())
    await goTo('C3')
    await preview.page.keyboard.press('F6')
    await preview.page.keyboard.press('ArrowRight')
    expect(await preview.page.getByRole('grid').getAttribute('aria-label')).toBe(
      'Trang tính Biểu 2',
    )
    await preview.page.keyboard.press('ArrowLeft')
    await expect.poll(() => cell('C3').getAttribute('aria-selected')).toBe('true')
  })
})

describe('rows, columns and sheets by hand', () => {
  test('Ctrl+Shift+= and Ctrl+- insert and delete rows, and undo brings them back', async () => {
    await open()
    await cell('A1').click()
    await paste('1\r\n2\r\n=SUM(A1:A2)\r\n')
    await goTo('A2')
    await preview.page.keyboard.press('Control+Shift+Equal')
    await shows('A3', '2')
    await preview.page.keyboard.press('Control+Minus')
    await shows('A2', '2')
    await preview.page.keyboard.press('Control+Minus')
    await shows('A2', '1')
    await preview.page.keyboard.press('Control+z')
    await shows('A3', '3')
    await preview.page.getByRole('columnheader', { name: 'A', exact: true }).click()
    await preview.page.keyboard.press('Control+Shift+Equal')
    await shows('B3', '3')
  })

  test('the menu of a protected sheet is there and refused, in words', async () => {
    await open('', smallForm())
    await cell('C3').click({ button: 'right' })
    await preview.page.keyboard.press('ArrowDown')
    await preview.page.keyboard.press('Enter')
    expect(await notice()).toContain('bảo vệ')
    await shows('C3', '300')
    await expect.poll(() => cell('C3').evaluate(it => it === document.activeElement)).toBe(true)
  })

  test('a sheet is renamed by double click, copied, hidden, shown again and deleted', async () => {
    await open('', smallForm())
    const { page } = preview
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    const choose = async (name: string, entry: string) => {
      await tab(name).click({ button: 'right' })
      await page.getByRole('menuitem', { name: entry }).click()
    }
    await tab('Biểu 1').dblclick()
    await page.keyboard.type('Biểu 2')
    await page.keyboard.press('Enter')
    expect(await notice()).toContain('đã được dùng')
    await tab('Biểu 1').dblclick()
    await page.keyboard.type('Biểu một')
    await page.keyboard.press('Enter')
    await choose('Biểu một', 'Tạo bản sao')
    await expect.poll(() => tab('Biểu một (2)').getAttribute('aria-selected')).toBe('true')
    await shows('C3', '300')
    await choose('Biểu một', 'Ẩn')
    await expect.poll(() => tab('Biểu một').count()).toBe(0)
    await choose('Biểu 2', 'Bỏ ẩn Biểu một')
    await choose('Biểu một (2)', 'Xóa trang tính')
    await page.getByRole('button', { name: 'Xóa trang tính' }).click()
    await expect.poll(() => page.getByRole('tab').allTextContents()).toEqual(['Biểu một', 'Biểu 2'])
  })
})

describe('what is refused', () => {
  test('a locked cell, in words and before a letter is written', async () => {
    await open('', smallForm())
    await goTo('C6')
    expect(await cell('C6').getAttribute('aria-readonly')).toBe('true')
    await preview.page.keyboard.type('9')
    expect(await notice()).toContain('trang tính được bảo vệ')
    await shows('C6', '305')
    await preview.page.keyboard.press('Delete')
    expect(await notice()).toContain('trang tính được bảo vệ')
  })

  test('a value against the rule of the cell, which stays open until it is right', async () => {
    await open('', smallForm())
    await goTo('C3')
    expect(await preview.page.getByRole('note').textContent()).toContain('Số không âm')
    await preview.page.keyboard.type('-5')
    await preview.page.keyboard.press('Enter')
    expect(await notice()).toContain('Phải là số không âm')
    await preview.page.getByRole('button', { name: 'Thử lại' }).click()
    await preview.page.keyboard.type('8,5')
    await preview.page.keyboard.press('Enter')
    await shows('C3', '8,5')
    expect(await preview.page.getByRole('alert').count()).toBe(0)
  })

  test('a list offers its choices', async () => {
    await open('', smallForm())
    await goTo('C5')
    await preview.page.keyboard.press('Alt+ArrowDown')
    await preview.page.keyboard.press('ArrowDown')
    await preview.page.keyboard.press('Enter')
    await shows('C5', 'Chưa đạt')
  })
})

describe('mouse and clipboard', () => {
  test('cells of another workbook bring their look and take lock and rule away, text does not', async () => {
    await open('', smallForm())
    await cell('C3').click()
    await paste('1234,5')
    await shows('C3', '1.234,5')
    await expect.poll(() => preview.page.getByRole('note').count()).toBe(1)
    await paste('1234,5', '<table><tr><td>1234,5</td></tr></table>')
    await shows('C3', '1234,5')
    expect(await cell('C3').getAttribute('aria-readonly')).toBe('true')
    expect(await preview.page.getByRole('note').count()).toBe(0)
    await paste('1')
    expect(await notice()).toContain('trang tính được bảo vệ')
  })

  test('digits that were text elsewhere stay text, numbers are read as a Vietnamese reads them', async () => {
    await open()
    await cell('A1').click()
    const style = '.xl65 {mso-number-format:"\\@";}'
    const row = '<tr><td class="xl65">012</td><td>1.234</td><td>x</td></tr>'
    await paste('012\t1.234\tx\r\n', `<style>${style}</style><table>${row}</table>`)
    await shows('A1', '012')
    await shows('B1', '1.234')
    await cell('D1').click()
    await preview.page.keyboard.type('=SUM(A1:C1)')
    await preview.page.keyboard.press('Enter')
    await shows('D1', '1234')
  })

  test('a dragged range is summed, copied and pasted', async () => {
    await open()
    await cell('B2').click()
    await paste('1,5\t2\r\n"hai\ndòng"\t4\r\n')
    await shows('B2', '1,5')
    await shows('B3', 'hai\ndòng')
    await cell('B2').hover()
    await preview.page.mouse.down()
    await cell('C3').hover()
    await preview.page.mouse.up()
    expect(await preview.page.locator('.figures').textContent()).toMatch(/Đếm: 4\s+Tổng: 7,5/)
    await preview.page.keyboard.press('Control+c')
    await cell('E2').click()
    await preview.page.keyboard.press('Control+v')
    await shows('F3', '4')
    await cell('E2').click()
    await cell('F3').click({ modifiers: ['Shift'] })
    expect(await preview.page.locator('[aria-selected=true][role=gridcell]').count()).toBe(4)
  })

  test('a long label runs over empty neighbours', async () => {
    await open('', smallForm())
    const label = cell('A1')
    const width = (await label.boundingBox())?.width ?? 0
    expect((await label.locator('span').boundingBox())?.width).toBeGreaterThan(width * 2)
  })
})
