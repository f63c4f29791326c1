/**
 * The review of several years in the pane: the sheet of earlier years is sent with a fault, mended, looked at and written;
 * then the review of the span, its missing year and its two papers. `PICTURES=<folder>` keeps a picture of each view.
 */
import { readFile } from 'node:fs/promises'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { works } from '../../addin/i18n/vi/works.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, sitDown } from './person.ts'
import { failure, picture } from './pictures.ts'

const words = works.retrospective
const house = newHouse()
let browser: OpenBrowser

beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 1366, height: 900 })
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

/** Nothing serious for axe, nothing to scroll sideways at the narrowest pane. */
async function look(person: Person, view: string, ink: 'light' | 'dark' = 'light'): Promise<void> {
  const pane = await person.inside()
  await person.page.locator('iframe').evaluate(it => (it.style.width = '320px'))
  expect(await serious(pane), view).toEqual([])
  const root = pane.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await picture(person, view, { [ink]: [400, 320] }, { colorScheme: ink })
}

async function downloaded(
  { page, button }: Person,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
  return new Uint8Array(await readFile(await download.path()))
}

/** The sheet with values in the line of a code, one a year, and a source for each year. */
async function filled(
  { sheets }: Awaited<ReturnType<typeof readXlsx>>,
  key: string,
  values: readonly (string | number)[],
) {
  return Buffer.from(
    await writeXlsx({
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map(row => {
          if (typeof row[0] === 'number' && row[0] > 2000) return [row[0], `Báo cáo năm ${row[0]}`]
          return row.at(-1) === key ? [...row.slice(0, 3), ...values, key] : row
        }),
      })),
    }),
  )
}

test('earlier years are read, mended and written; the review compares them with the base', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  onTestFailed(() => failure(clerk, 'retrospective'))
  const { pane, button } = clerk
  await clerk.signIn(house.codeOf('clerk'))
  await clerk.tab(office.board.views.work).click()
  await button(vi.work.names.retrospective).click()
  await clerk.says(words.past.none).waitFor()
  const past = pane.getByRole('region', { name: words.past.title })
  await past.getByLabel(words.from).fill('2020')
  await past.getByLabel(words.to).fill('2021')
  const sheet = await readXlsx(await downloaded(clerk, words.past.download))

  const input = pane.locator('input[type=file]')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const send = async (values: readonly (string | number)[]) =>
    input.setInputFiles({
      ...{ name: 'cac-nam.xlsx', mimeType },
      buffer: await filled(sheet, 'officials_present', values),
    })
  await send([44, 'bốn mươi'])
  await clerk.says(/“bốn mươi” không phải số/u).waitFor()
  expect(await button(/^Ghi/u).count()).toBe(0)
  await look(clerk, 'earlier years with a fault')

  await button(words.past.otherFile).click()
  await send([44, 40])
  await clerk.says(words.past.preview(2020, 1, 'Báo cáo năm 2020', false)).waitFor()
  await button(words.past.write(2)).click()
  await clerk.says(words.past.written([2020, 2021])).waitFor()

  const years = pane.getByRole('region', { name: words.years })
  await years.getByLabel(words.to).fill('2023')
  await years.getByLabel(words.base).fill('2019')
  await button(words.show).click()
  await clerk.says(/Năm gốc 2019 chưa có số liệu/u).waitFor()
  await years.getByLabel(words.base).fill('2020')
  await button(words.show).click()
  await clerk.says('Giảm 9,1% (từ 44 xuống 40 người) so với năm 2020 đến năm 2021').waitFor()
  await clerk.says(words.missingYears([2022, 2023])).waitFor()
  await look(clerk, 'review of years')

  const book = unzip(await downloaded(clerk, words.papers.xlsx))
  expect([...book.keys()].some(name => name.startsWith('xl/charts/'))).toBe(true)
  const report = unzip(await downloaded(clerk, words.papers.docx)).get('word/document.xml') ?? ''
  expect(report.replace(/<[^>]*>/gu, '')).toContain(
    'Tổng kết công tác cải cách hành chính giai đoạn',
  )
}, 60_000)
