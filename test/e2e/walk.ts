/**
 * One report from the first sign-in to the clerk's annex, in an Excel as the walk says. Every view is looked at on the way:
 * nothing serious for axe, nothing to scroll sideways. `PICTURES=<folder>` keeps a picture of each.
 */
import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import type { SubmissionSummary } from '../../shared/protocol.ts'
import { serious } from './axe.ts'
import { openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, paste, sitDown } from './person.ts'
import { failure, type Look, type Media, picture } from './pictures.ts'
import { hearProgress, progressOf } from './progress.ts'

const reporter = 'qltm'
const unitName = 'Phòng Quản lý Thương mại'
const names = ['Bùi Thị Nga', 'Ngô Văn Phúc'] as const
const why = '01 hồ sơ thông báo khuyến mại đã rút, chưa xóa trên phần mềm'
const note = 'Biểu 5, tin bài: đối chiếu lại với cổng thông tin.'

export type Walk = {
  /** of the page that plays Excel */
  readonly query: string
  /** in the middle of every step; otherwise every command must say what it does while it lasts */
  readonly crashes: boolean
  readonly media: Media
  /** widths of the pictures */
  readonly looks: Readonly<Partial<Record<Look, readonly number[]>>>
}

/** In a house and a browser of its own, which are gone afterwards. */
export async function walk(how: Walk): Promise<void> {
  const house = newHouse()
  await house.start()
  const browser = await openBrowser({ width: 1366, height: 900 })
  try {
    await hearProgress(browser.context)
    await walkThrough(house, browser.context, how)
  } finally {
    await browser.close()
    await house.remove()
  }
}

async function walkThrough(
  house: ReturnType<typeof newHouse>,
  context: BrowserContext,
  { query, crashes, media, looks }: Walk,
): Promise<void> {
  const sitsDown = async (): Promise<Person> => {
    const person = await sitDown(context, `${house.excel}${query}`)
    await person.page.emulateMedia(media)
    return person
  }
  /** One step of the walk; what goes wrong in it carries its name. */
  const step = async (name: string, taken: () => Promise<unknown>) => {
    await taken().catch(async cause => {
      await failure(unit, name)
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause })
    })
  }
  /** A view that holds still: nothing serious for axe, nothing to scroll sideways, and its pictures. */
  const look = async (person: Person, view: string) => {
    const pane = await person.inside()
    // both walks come by the same views: what does not depend on colours is looked at in one of them
    const rules = crashes ? {} : { runOnly: ['color-contrast'] }
    expect(await serious(pane, rules), view).toEqual([])
    const root = pane.locator('html')
    expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await picture(person, view, looks, media)
  }
  /** The command, and that it was told in words while it lasted. */
  const told = async (person: Person, name: string, command: () => Promise<unknown>) => {
    const words = await progressOf(person, command)
    if (!crashes) expect(words, `${name} goes on without a word`).not.toEqual([])
  }
  let unit = await sitsDown()
  const code = house.codeOf(reporter)

  /** The window goes with its workbook; a new Excel with an empty one gets back what this machine kept. */
  const crash = async (): Promise<void> => {
    if (!crashes) return
    await unit.leave()
    unit = await sitsDown()
    await unit.signIn(code)
  }
  const crashAndTakeBack = async (changes: number): Promise<void> => {
    if (!crashes) return
    await crash()
    const offer = `^Máy này còn giữ số liệu chưa nộp lúc .*: ${changes} chỗ khác`
    await unit.says(new RegExp(offer, 'u')).waitFor()
    await unit.button(vi.drafts.takeBack).click()
    await unit.button(vi.drafts.takeBack).waitFor({ state: 'detached' })
    await unit.sheetsAreOpen()
  }
  /** The pane goes, the workbook stays. */
  const reload = async () => {
    if (crashes) await unit.page.reload()
  }

  await step('first sign-in', async () => {
    await unit.pane.getByLabel(vi.signIn.code).waitFor()
    await look(unit, 'sign-in')
    await told(unit, 'signing in', async () => {
      await unit.signIn(code)
      await unit.button(/^Mở biểu/u).waitFor()
    })
    await reload()
  })

  await step('sheets', async () => {
    await unit.button(/^Mở biểu/u).waitFor()
    await look(unit, 'before the sheets')
    if (crashes) {
      // slow for a moment, so that it ends with half the sheets: they must not pass for all
      await unit.page.goto(`${house.excel}?latency=200`)
      await unit.button(/^Mở biểu/u).click()
      await unit.says(/^Đang mở biểu [2-9]\//u).waitFor()
      await unit.page.goto(house.excel)
    }
    await told(unit, 'opening the forms', () => unit.openSheets())
  })

  let resolved = ''
  await step('keyboard entry', async () => {
    resolved = await unit.goTo(reporter, 'dossiers_resolved')
    await unit.shows(resolved, '255')
    await unit.type(resolved, '322')
    await unit.says('Đã lưu trên máy').waitFor()
    await crashAndTakeBack(1)
    await unit.goTo(reporter, 'dossiers_resolved')
    await unit.shows(resolved, '322')
    await unit.says(vi.fill.before).waitFor()
    await look(unit, 'fill')
  })

  let pasted = ''
  await step('paste', async () => {
    pasted = await unit.goTo(reporter, 'articles_own_site')
    const table = '<table><tr><td class="xl65">14</td></tr><tr><td class="xl65">3</td></tr></table>'
    const style = '<style>.xl65 {mso-number-format:"\\@";}</style>'
    await paste(unit.page, '14\n3\n', `${style}${table}`)
    await unit.says(/^Vừa dán 2 ô: 2 số dạng chữ/u).waitFor()
    await look(unit, 'pasted')
    await told(unit, 'mending what was pasted', async () => {
      await unit.button(vi.repair.convert(2)).click()
      await unit.button(vi.repair.convert(2)).waitFor({ state: 'detached' })
    })
    await reload()
    await unit.shows(pasted, '14')
  })

  await step('findings', async () => {
    await unit.tab(vi.tabs.check).click()
    const error = unit.finding('Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 67')
    await error.waitFor()
    await look(unit, 'check')
    await reload()
    await unit.tab(vi.tabs.check).click()
    await error.click()
    await expect.poll(() => unit.nameBox.inputValue()).toBe(resolved)
    await unit.type(resolved, '255')
    await error.waitFor({ state: 'detached' })
  })

  await step('reason', async () => {
    const excluded = await unit.goTo(reporter, 'digit_excluded')
    const before = Number(await unit.cell(excluded).textContent())
    await unit.type(excluded, String(before - 1))
    await unit.tab(vi.tabs.check).click()
    await unit.pane.getByLabel(vi.check.reason).fill(why)
    await unit.says(vi.check.explained).waitFor()
    await unit.says('Đã lưu trên máy').waitFor()
    await crashAndTakeBack(3)
    await unit.tab(vi.tabs.check).click()
    await expect.poll(() => unit.pane.getByLabel(vi.check.reason).inputValue()).toBe(why)
  })

  await step('offline', async () => {
    await unit.flip('Mất mạng')
    await unit.tab(vi.tabs.submit).click()
    await look(unit, 'submit')
    await told(unit, 'submitting', async () => {
      await unit.submitAs(...names, 2)
      await unit.says(vi.status.waiting).waitFor()
    })
    await look(unit, 'waiting for the network')
    // the crash comes before the network does
    if (crashes) await crash()
    else await unit.flip('Mất mạng')
    await unit.says('Đã nộp bản 2 lúc').waitFor({ timeout: 20_000 })
    const path = `/periods/2025-M04/units/${reporter}/submissions`
    const sent = await house.get<SubmissionSummary[]>(code, path)
    expect(sent.map(({ revision }) => revision).toSorted()).toEqual([1, 2])
    await unit.tab(vi.tabs.submit).click()
    await unit.says(vi.receipt.titleOf(2)).waitFor()
    await look(unit, 'receipt')
  })

  const clerk = await sitsDown()
  const openReport = async () => {
    await clerk.button(new RegExp(`^${unitName}`, 'u')).click()
    await clerk.pane.getByRole('heading', { name: unitName }).waitFor()
  }
  await step('returned', async () => {
    await clerk.signIn(house.codeOf('clerk'))
    await clerk.says(/^\d\/9 đơn vị đã nộp/u).waitFor()
    await look(clerk, 'board')
    await openReport()
    await clerk.button(office.review.return).click()
    await clerk.pane.getByLabel(office.review.note).fill(note)
    await look(clerk, 'review')
    await clerk.button(office.review.send(2)).click()
    await clerk.says(/^Đã trả lại bản 2/u).waitFor()
  })

  await step('corrected', async () => {
    await unit.page.reload()
    await unit.says(vi.decision.returned(2)).waitFor()
    await unit.says(note).waitFor()
    if (crashes) await unit.openSheets()
    else await unit.sheetsAreOpen()
    await look(unit, 'returned')
    await unit.type(await unit.goTo(reporter, 'articles_own_site'), '15')
    await unit.says('Đã lưu trên máy').waitFor()
    await crashAndTakeBack(1)
    await told(unit, 'submitting', async () => {
      await unit.submitAs(...names, 3)
      await unit.says('Đã nộp bản 3 lúc').waitFor()
    })
  })

  await step('accepted', async () => {
    await clerk.page.reload()
    await openReport()
    await told(clerk, 'accepting', async () => {
      await clerk.button(office.review.accept(3)).click()
      await clerk.says(office.review.justAccepted(3, unitName)).waitFor()
    })
    await unit.page.reload()
    await unit.says(/^Đã duyệt bản 3/u).waitFor()
    await look(unit, 'accepted')
  })

  await step('pulled', async () => {
    await clerk.button(office.review.back).first().click()
    await told(clerk, 'pulling', async () => {
      const download = clerk.page.waitForEvent('download')
      await clerk.button(office.pull.annex).click()
      expect((await download).suggestedFilename()).toMatch(/CCHC.2025-M04\.xlsx$/u)
      await clerk.says(/^Chưa có gì thay đổi từ lần tải/u).waitFor()
    })
    await clerk.page.reload()
    await clerk.says(/^Chưa có gì thay đổi từ lần tải/u).waitFor()
    await look(clerk, 'pulled')
  })
  await unit.leave()
  await clerk.leave()
}
