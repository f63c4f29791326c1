/** Pulling the annex, and what changed since this clerk's last pull on this machine. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { adjust } from '../../../addin/features/adjustments/adjusting.ts'
import { checkChanges, lookForReport, pull } from '../../../addin/features/pull/pulling.ts'
import { base64Of } from '../../../addin/features/pull/save.ts'
import { HostError, type Workbook } from '../../../addin/host/port.ts'
import { readXlsx } from '../../annex/read-xlsx.ts'
import { startExcel } from '../host/excel-in-node.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()
const state = () => office().store.state().pull
let saved: string[]

beforeEach(() => {
  saved = []
  const link = { href: '', download: '', click: () => saved.push(link.download), remove: () => {} }
  vi.stubGlobal('document', { createElement: () => link, body: { append: () => undefined } })
})

/** Excel that opens workbooks, or says why it does not. */
function inExcel(open: (base64: string) => Promise<void>): void {
  office().workbook = { openInNewWorkbook: open } as Workbook
  office().store.dispatch({ type: 'placed', place: 'workbook' })
}

describe('pulling', () => {
  test('a file goes to the disk under its Vietnamese name', async () => {
    await pull(office().store, 'annex')
    expect(saved).toEqual(['Phụ lục CCHC 2025-M04.xlsx'])
    expect(state().pulling).toMatchObject({ state: 'done', kind: 'annex', name: saved[0] })
  })

  test('the Word report is a file too, and counts as a pull of the same figures', async () => {
    await pull(office().store, 'report')
    expect(saved).toEqual(['Báo cáo CCHC 2025-M04.docx'])
    expect(state().pulling).toMatchObject({ state: 'done', kind: 'report', name: saved[0] })
    expect(state().last?.digest).toBe((await office().store.api.annex(april)).digest)
  })

  test('Excel gets the very bytes as a new workbook, and nothing is written to the disk', async () => {
    const given: string[] = []
    inExcel(async base64 => {
      given.push(base64)
    })
    await pull(office().store, 'workbook')
    const { content } = await office().store.api.annex(april)
    expect(given).toEqual([Buffer.from(await content.arrayBuffer()).toString('base64')])
    expect(saved).toEqual([])
    expect(state().pulling).toMatchObject({ state: 'done', kind: 'workbook' })
  })

  test('through Microsoft’s own client Excel opens the annex as a workbook with the figures the units add up to', async () => {
    const excel = startExcel()
    office().workbook = excel.ours
    office().store.dispatch({ type: 'placed', place: 'workbook' })
    await pull(office().store, 'workbook')
    expect(state().pulling).toMatchObject({ state: 'done', kind: 'workbook' })
    expect(excel.host.opened).toHaveLength(1)
    const { sheets } = readXlsx(Buffer.from(excel.host.opened[0] ?? '', 'base64'))
    const { figures } = await office().store.api.consolidation(april)
    const cells = [...sheets].flatMap(sheet => [...sheet.cells.values()])
    expect(figures.dossiers_resolved?.value).toBe(322)
    expect(cells.map(({ value }) => value)).toContain(322)
    // the pane stays with its own workbook, which nobody touched
    expect(excel.workbook.xmlParts).toHaveLength(0)
    expect(saved).toEqual([])
  })

  test('an Excel too old to open a workbook gives the file instead', async () => {
    inExcel(() => Promise.reject(new HostError('too-old', 'ExcelApi 1.8')))
    await pull(office().store, 'workbook')
    expect(saved).toHaveLength(1)
    expect(state().pulling).toMatchObject({ state: 'done', kind: 'annex' })
  })

  test('an Excel that refuses is told of in words, and the pull does not count', async () => {
    inExcel(() =>
      Promise.reject(new HostError('cell-being-edited', 'InvalidOperationInCellEditMode')),
    )
    await pull(office().store, 'workbook')
    expect(state().pulling).toMatchObject({ state: 'failed' })
    expect(state().last).toBeNull()
  })

  test('bytes of any length come through base64 unchanged', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 31) % 256)
    expect(await base64Of(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'))
  })

  test('a report is offered where the server describes one', async () => {
    await lookForReport(office().store)
    expect(state().offersReport).toBe(true)
    expect(await office().store.api.offers('/api/v1/periods/{period}/annex.xlsx')).toBe(true)
    expect(await office().store.api.offers('/api/v1/periods/{period}/annex.pdf')).toBe(false)
  })
})

describe('since the last pull', () => {
  test('nothing is asked of the server before there is one', async () => {
    await checkChanges(office().store)
    expect(state()).toMatchObject({ last: null, changes: null })
    expect(office().asked).toEqual([])
  })

  test('nothing changed is known to be nothing', async () => {
    await pull(office().store, 'annex')
    await checkChanges(office().store)
    expect(state().changes).toMatchObject({ figures: [], moved: [], state: null })
  })

  test('a correction and an adjustment come with unit, indicator, old, new, who and why', async () => {
    const { store } = office()
    await pull(store, 'annex')
    await office().correct('qlnl', { articles_own_site: 30 })
    const reason = 'Bổ sung theo công văn của Sở'
    const entry = { id: crypto.randomUUID(), place: 'articles_province_site', value: 2, reason }
    expect(await adjust(store, entry)).toBeNull()
    await checkChanges(store)
    expect(state().changes?.figures).toMatchObject([
      {
        at: 'articles_own_site',
        unit: 'qlnl',
        unitName: 'Phòng Quản lý Năng lượng',
        new: 30,
        who: 'Lý Văn Thành',
      },
      { at: 'articles_province_site', unit: null, old: null, new: 2, why: reason },
    ])
    expect(state().included).toBe(false)
  })

  test('the next pull holds the changes that were shown, and is what is compared with from then on', async () => {
    const { store } = office()
    await pull(store, 'annex')
    const first = state().last
    await office().correct('qlnl', { articles_own_site: 30 })
    await checkChanges(store)
    await pull(store, 'annex')
    expect(state().included).toBe(true)
    expect(state().changes?.figures).toHaveLength(1)
    expect(state().last?.digest).not.toBe(first?.digest)
    await checkChanges(store)
    expect(state().changes?.figures).toEqual([])
  })

  test('it is remembered for this clerk and period beyond the pane, and for no other period', async () => {
    const { store } = office()
    await pull(store, 'annex')
    const { last } = state()
    store.dispatch({ type: 'period-chosen', period: '2025-M03' })
    await checkChanges(store)
    expect(state().last).toBeNull()
    store.dispatch({ type: 'period-chosen', period: april })
    await checkChanges(store)
    expect(state().last).toEqual(last)
  })

  test('a pull the server does not know is forgotten, without a word of error', async () => {
    const { store, machine } = office()
    await pull(store, 'annex')
    for (const [key, text] of machine)
      machine.set(key, text.replace(/[0-9a-f]{64}/u, '0'.repeat(64)))
    await checkChanges(store)
    expect(state()).toMatchObject({ last: null, changes: null, trouble: null })
    expect([...machine.keys()]).toEqual([])
  })

  test('without a network the sentence says so and the memory stays', async () => {
    const { store, network, machine } = office()
    await pull(store, 'annex')
    network.on = false
    await checkChanges(store)
    expect(state().trouble).toContain('Không có mạng')
    expect(machine.size).toBe(1)
  })
})
