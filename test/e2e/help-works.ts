/**
 * The pictures of longer periods and of the work beside a period: quarter from its months, plan, inspection round, review of
 * years, rules, a draft held against its figures. Part of `help-pictures.ts`; each view by who sees it, a page for each.
 */
import { readFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { works } from '../../addin/i18n/vi/works.ts'
import { type Plan, planSchema } from '../../shared/plan/schema.ts'
import { planOfAgency } from '../../shared/plan/tasks.ts'
import { planWorkbook } from '../../worker/plan/workbook.ts'
import { agency, index } from '../fixtures/bac-giang.ts'
import type { OpenBrowser } from './browser.ts'
import { arrive, type Beside, picture, step, tab } from './help-camera.ts'
import { product } from './product.ts'

type Work = keyof typeof vi.work.names

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** In a house of its own: what the first walk submits and sends back would change these figures. */
export async function worksPictures(browser: OpenBrowser): Promise<void> {
  const house = product()
  const walk = async (who: string, work: (person: Beside) => Promise<void>) => {
    const person = await arrive(house, browser, who)
    // the demo's codes folded away leave the pane its height
    await person.page.getByText('Mã dùng thử', { exact: true }).click()
    await work(person)
    await person.page.close()
  }
  try {
    await house.start()
    for (const work of [quarterOpened, plan, inspection, review, rules, draft])
      await walk('clerk', work)
    for (const work of [quarterFilled, tasks, statement]) await walk('qltm', work)
    await walk('qlcn', toPutRight)
  } finally {
    await house.remove()
  }
}

async function open(clerk: Beside, work: Work): Promise<void> {
  await tab(clerk, office.board.views.work)
  await step(work, clerk.button(vi.work.names[work]).click())
}

/** January stands in no database of the demo, so the quarter has a month to miss. */
async function quarterOpened(clerk: Beside): Promise<void> {
  const { pane, button } = clerk
  const words = office.periods
  await tab(clerk, office.board.views.periods)
  await step('a new period', button(words.open).click())
  await pane.getByLabel(words.kind).selectOption('Q')
  await pane.getByLabel(words.number.Q, { exact: true }).selectOption('1')
  await step('the quarter', button(words.openNow('Quý I/2025')).click())
  await step('opened', pane.getByText(words.opened('Quý I/2025')).waitFor())
}

async function quarterFilled(unit: Beside): Promise<void> {
  const { pane, button } = unit
  await step('the quarter', pane.getByLabel(vi.period.choose).selectOption('2025-Q1'))
  await step('its forms', button(/^Mở biểu \(/u).click({ timeout: 30_000 }))
  const made = pane.getByText(/đang mang số tính từ/u).first()
  await step('months', made.waitFor({ timeout: 60_000 }))
  await picture(unit, 'quy', 760)
  await tab(unit, vi.tabs.check)
  await step('a finding', pane.locator('[data-finding]').first().waitFor())
  await picture(unit, 'kiem-tra-quy', 760)
}

async function plan(clerk: Beside): Promise<void> {
  const { pane, button } = clerk
  const words = works.plan
  await open(clerk, 'plan')
  await step(
    'the tasks',
    pane
      .getByText(/^1\.1 /u)
      .first()
      .waitFor({ timeout: 30_000 }),
  )
  await picture(clerk, 'ke-hoach', 900)
  await button(words.views.files).click()
  await pane.locator('input[type=file]').setInputFiles({
    ...{ name: 'ke-hoach-2025.xlsx', mimeType: xlsx },
    buffer: Buffer.from(await planFile()),
  })
  await step('the file', button(words.takeOver).waitFor())
  await picture(clerk, 'ke-hoach-nhap', 760)
  await button(words.leave).click()
  await button(words.views.standing).click()
  const attained = pane.getByText(words.attainment)
  await step('the targets', attained.waitFor())
  await picture(clerk, 'chi-tieu', 760, attained)
}

/** The demo's plan with one task more and one in other words. */
async function planFile(): Promise<Uint8Array> {
  const file = new URL('../../worker/demo/plan-2025.json', import.meta.url)
  const stored = { ...planOfAgency(agency, 2025), ...JSON.parse(readFileSync(file, 'utf8')) }
  const { tasks, ...rest }: Plan = planSchema.parse(stored)
  const changed: Plan = {
    ...rest,
    tasks: [
      ...tasks.map(task =>
        task.code === '1.2' ? { ...task, name: 'Rà soát, hệ thống hóa văn bản' } : task,
      ),
      {
        ...{ code: '6.6', name: 'Số hóa hồ sơ lưu trữ', deliverable: 'Hồ sơ điện tử' },
        ...{ lead: 'van_phong', supporting: [], allUnits: true, outside: [], timeline: 'Năm 2025' },
        ...{ recurring: false, from: 2025, until: 2025 },
      },
    ],
  }
  return planWorkbook({ plan: changed, agency, index, at: '2025-01-02T00:00:00.000Z' })
}

async function tasks(unit: Beside): Promise<void> {
  await step('April', unit.pane.getByLabel(vi.period.choose).selectOption('2025-M04'))
  await step('the forms', unit.button(/^Mở biểu \(/u).click({ timeout: 60_000 }))
  const entry = unit.button(/^Nhiệm vụ theo kế hoạch/u)
  await step('the tasks', entry.click({ timeout: 60_000 }))
  await step('those it leads', unit.pane.getByText(/^Chủ trì \(/u).waitFor())
  await picture(unit, 'nhiem-vu', 760)
}

/** The round of the demo is over; the next one is opened for the unit to report itself in. */
async function inspection(clerk: Beside): Promise<void> {
  const { pane, button } = clerk
  const words = works.inspection
  await open(clerk, 'inspection')
  await step('the round', button(/^Kiểm tra công tác/u).click({ timeout: 30_000 }))
  await step('its units', button(/^Phòng Quản lý Công nghiệp/u).waitFor())
  await picture(clerk, 'dot-kiem-tra', 900, pane.getByText(words.round.units))
  await button(/^Phòng Quản lý Công nghiệp/u).click()
  const group = pane.locator('summary').first()
  await step('a group', group.click())
  const item = pane.getByText(/^1\.7 /u).first()
  await picture(clerk, 'van-de', 620, item)
  await button(words.backToRound).click()
  await button(words.back).click()
  await button(words.form.begin).click()
  const filled = {
    [words.fields.plan]: '12/KH-SCT',
    [words.fields.planDate]: '2025-04-07',
    [words.form.name]: 'Trần Văn Bình',
    [words.fields.from]: '2025-03-15',
    [words.fields.to]: '2025-06-14',
    [words.fields.title]: 'Kiểm tra công tác cải cách hành chính quý II năm 2025',
    [words.fields.dueDate]: '2025-06-17',
  }
  for (const [label, text] of Object.entries(filled)) await pane.getByLabel(label).fill(text)
  await pane.getByLabel('Phòng Quản lý Thương mại', { exact: true }).check()
  await button(words.form.saveDraft).click()
  await step('saved', pane.getByText(words.done.saved).waitFor())
  await button(words.round.open).click()
  await button(words.round.openYes).click()
  await step('opened', pane.getByText(words.done.opened).waitFor())
}

async function statement(unit: Beside): Promise<void> {
  const words = works.inspection
  await step('the rounds', unit.button(/^Kiểm tra CCHC ·/u).click({ timeout: 60_000 }))
  await step('the round', unit.button(/quý II năm 2025/u).click())
  const group = unit.pane.locator('summary').first()
  await step('a group', group.click())
  await unit.pane
    .getByLabel(words.own.statement, { exact: true })
    .first()
    .fill('Đã triển khai kế hoạch CCHC quý II đến từng công chức của phòng.')
  await unit.pane
    .getByLabel(/^Số liệu/u)
    .first()
    .fill('1')
  await picture(unit, 'tu-kiem-tra', 760, unit.pane.getByText(words.own.form).first())
}

async function toPutRight(unit: Beside): Promise<void> {
  await step('the problems', unit.button(/^Kiểm tra CCHC ·/u).click({ timeout: 60_000 }))
  const first = unit.pane.getByText(/^Chưa phân công/u).first()
  await step('the problem', first.waitFor())
  await picture(unit, 'khac-phuc', 640)
}

/** Years and values of a made up past, by indicator. */
const past = {
  years: [2021, 2022, 2023, 2024],
  values: {
    tthc_total: [158, 161, 160, 164],
    tthc_online: [96, 112, 131, 139],
    dossiers_resolved: [3120, 3345, 3290, 3702],
    dossiers_on_time: [3061, 3318, 3281, 3700],
    officials_present: [141, 139, 138, 136],
  } as Readonly<Record<string, readonly number[]>>,
}

async function review(clerk: Beside): Promise<void> {
  const { page, pane, button } = clerk
  const words = works.retrospective
  await open(clerk, 'retrospective')
  await step('no years yet', pane.getByText(words.past.none).waitFor({ timeout: 30_000 }))
  const typed = pane.getByRole('region', { name: words.past.title })
  await typed.getByLabel(words.from).fill('2021')
  await typed.getByLabel(words.to).fill('2024')
  const coming = page.waitForEvent('download')
  await button(words.past.download).click()
  const { sheets } = await readXlsx(readFileSync(await (await coming).path()))
  const buffer = Buffer.from(
    await writeXlsx({
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map(row => {
          const year = row[0]
          if (typeof year === 'number' && year > 2000)
            return [year, `Báo cáo CCHC năm ${year} của Sở`]
          const values = past.values[String(row.at(-1))]
          return values ? [...row.slice(0, 3), ...values, row.at(-1) ?? ''] : row
        }),
      })),
    }),
  )
  await pane
    .locator('input[type=file]')
    .setInputFiles({ name: 'cac-nam-truoc.xlsx', mimeType: xlsx, buffer })
  await step('the years', button(words.past.write(4)).waitFor())
  await picture(clerk, 'nam-truoc', 700, pane.getByText(words.past.title, { exact: true }))
  await button(words.past.write(4)).click()
  await step('written', pane.getByText(words.past.written(past.years)).waitFor())
  const years = pane.getByRole('region', { name: words.years })
  await years.getByLabel(words.from).fill('2021')
  await years.getByLabel(words.to).fill('2024')
  await years.getByLabel(words.base).fill('2021')
  await button(words.show).click()
  await step('the review', pane.getByText(words.result(2021, 2024, 2021)).waitFor())
  const form = index.indicators.get('tthc_total')?.form.id ?? ''
  await pane.getByLabel(/^Biểu/u).selectOption(form)
  await picture(clerk, 'tong-ket', 900, pane.getByText(words.result(2021, 2024, 2021)))
}

async function rules(clerk: Beside): Promise<void> {
  const { pane, button } = clerk
  const words = works.rules
  await open(clerk, 'rules')
  await step('a rule', button(/^T-01 /u).click({ timeout: 30_000 }))
  await button(words.rehearse).click()
  await step('rehearsed', pane.getByText(/bản sẽ vướng\.$/u).waitFor())
  await picture(clerk, 'chay-thu', 900, pane.getByText(/^T-01 · /u))
  await button(words.back).click()
  await pane.getByText(words.exclusions(0)).click()
  await button(words.declare).click()
  await pane.getByLabel(words.ratio, { exact: true }).selectOption('digit_in_rate')
  await pane.getByLabel(words.group).selectOption('digit_excluded')
  await pane.getByLabel(words.name).fill('4 TTHC thông báo không có kết quả trả ra')
  await pane.getByLabel(words.document).fill('Công văn số 12/SCT-VP ngày 05/3/2025')
  // the fields of days below speak the browser's language
  await picture(clerk, 'loai-tru', 472, pane.getByText(words.exclusions(0)))
}

async function draft(clerk: Beside): Promise<void> {
  const { pane, button } = clerk
  const words = office.narrative.draft
  await step('sections', button(new RegExp(`^${office.narrative.open}`, 'u')).click())
  await step('a draft', button(words.open).click({ timeout: 30_000 }))
  await pane
    .getByLabel(words.text)
    .fill(
      'Trong kỳ đã giải quyết 322 hồ sơ, trong đó: trước hạn 319 hồ sơ, đúng hạn 5 hồ sơ, quá hạn 0 hồ sơ.\n' +
        'Số hồ sơ tiếp nhận trực tuyến là 226/322 hồ sơ, đạt tỷ lệ 100%.',
    )
  await step('check', button(new RegExp(`^${words.check}$`, 'u')).click())
  await step('found', pane.getByText(/^Lời văn đã dán: /u).waitFor())
  await picture(clerk, 'ban-thao', 760, pane.getByText(words.title))
}
