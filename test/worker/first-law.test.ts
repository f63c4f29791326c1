/**
 * The first law of the house: one catalogue, many renderings. Two indicators, one of them computed, are added to a copy
 * of one JSON file, and with no code touched they stand in the sheet, the check, the merge, the annex and the JSON.
 */

import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogueText } from '#runtime'
import { indexCatalogue } from '../../shared/catalogue/catalogue.ts'
import { type CatalogueFiles, readCatalogue } from '../../shared/catalogue/read.ts'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import type {
  CatalogueAnswer,
  Consolidation,
  Receipt,
  SheetAnswer,
  Submission,
} from '../../shared/protocol.ts'
import { answer, april, filing, type House, openHouse, problem, tradeReport } from './house.ts'

const meetings = {
  code: '9',
  key: 'meetings',
  name: 'Số cuộc họp về CCHC',
  parent: null,
  kind: 'integer',
  unit: 'Cuộc',
  merge: { by: 'sum' },
  overPeriods: 'sum',
  owner: 'all',
  source: 'thử',
  certainty: 'high',
}
const online = {
  ...meetings,
  code: '9.1',
  key: 'meetings_online',
  name: 'trong đó: họp trực tuyến',
  parent: '9',
  within: 'meetings',
}
const rate = {
  ...meetings,
  code: '9.2',
  key: 'meetings_online_rate',
  name: 'Tỷ lệ họp trực tuyến',
  parent: '9',
  kind: 'percent',
  unit: '%',
  formula: 'meetings_online / meetings',
  merge: { by: 'recompute' },
  overPeriods: 'recompute',
  owner: undefined,
}

/** The one edit: three objects in the rows of Biểu 1. A version never changes, so the copy has a name of its own. */
function edited(): CatalogueFiles {
  const files = JSON.parse(catalogueText) as {
    head: { id: string }
    forms: { id: string; rows: unknown[] }[]
    rules: unknown[]
  }
  files.head.id = 'sct-thu.1'
  files.forms.find(form => form.id === 'CCHC-1')?.rows.push(meetings, online, rate)
  return files
}

const changed = readCatalogue(edited())
const figures = (total: number, part: number) => ({
  ...tradeReport().figures,
  meetings: total,
  meetings_online: part,
})

const report = (over: Partial<Submission>): Submission =>
  tradeReport({ catalogue: 'sct-thu.1', ...over })

let house: House
beforeAll(async () => {
  house = await openHouse(changed.catalogue)
  const [trade, office] = [await house.signIn('thuong_mai'), await house.signIn('van_phong')]
  await trade.put(filing('thuong_mai', 1), report({ figures: figures(4, 1) }))
  const own = { figures: { meetings: 8, meetings_online: 2 }, tables: {}, narrative: {} }
  await office.put(filing('van_phong', 2), report(own))
})

describe('an indicator added to one JSON file stands in', () => {
  test('the sheet, as a cell to fill and a formula', async () => {
    const trade = await house.signIn('thuong_mai')
    const sheet = await answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))
    const catalogue = await answer<CatalogueAnswer>(await trade.get(`/catalogue?period=${april}`))
    const index = indexCatalogue(catalogue)
    const view = {
      agency: sheet.agency,
      unit: sheet.unit,
      period: april,
      window: sheet.period.window,
      values: valuesOf(index, emptyContent),
    }
    const first = layOutWorkbook(index, view).find(laid => laid.form === 'CCHC-1')
    const cellOf = (row: string) => first?.cellOf({ form: 'CCHC-1', row })
    const cell = (row: string) => first?.rows.flat().find(found => found.place?.row === row)
    expect(cell('meetings')?.style).toBe('input')
    expect(cell('meetings_online_rate')?.value).toMatchObject({
      formula: expect.stringContaining(cellOf('meetings') ?? 'nowhere'),
    })
  })

  test('the check: whole, not negative, never more than its whole, its rate recomputed', async () => {
    const trade = await house.signIn('thuong_mai')
    const send = (n: number, total: number, part: number) =>
      trade.put(filing('thuong_mai', n), report({ basedOn: 1, figures: figures(total, part) }))
    const refused = await problem(await send(11, 4, 5))
    expect(refused.report?.results).toMatchObject([
      { rule: 'SUBSET', severity: 'error', at: { place: 'meetings_online' } },
    ])
    for (const [n, total] of [
      [12, 1.5],
      [13, -1],
    ] as const) {
      const wrong = await problem(await send(n, total, 0))
      expect(wrong.errors?.map(fault => fault.pointer)).toContain('#/figures/meetings')
    }
    const sent = { ...figures(4, 1), meetings_online_rate: 25 }
    const computed = await problem(
      await trade.put(filing('thuong_mai', 14), report({ basedOn: 1, figures: sent })),
    )
    expect(computed.errors?.[0]?.pointer).toBe('#/figures/meetings_online_rate')
  })

  test('the merge and the JSON: added over the units, the rate from the sums', async () => {
    const found = await answer<Consolidation>(
      await house.clerk.get(`/periods/${april}/consolidation`),
    )
    expect(found.figures.meetings).toMatchObject({
      value: 12,
      coverage: { expected: 3, reported: 2 },
      contributions: [
        { unit: 'van_phong', value: 8 },
        { unit: 'thuong_mai', value: 4 },
      ],
    })
    expect(found.figures.meetings_online_rate?.value).toBe(25)
  })

  test('the annex', async () => {
    const response = await house.clerk.get(`/periods/${april}/annex.xlsx`)
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()))
    const rows = book.sheets.find(sheet => sheet.name === 'Biểu 1')?.rows ?? []
    const row = (code: string) => rows.find(cells => cells[0] === code)
    expect(row('9')?.slice(0, 5)).toEqual(['9', meetings.name, 'Cuộc', 'Chưa báo cáo', 12])
    expect(row('9.2')?.[4]).toBe(25)
  })
})

test('the receipt proves that the new rows were checked', async () => {
  const office = await house.signIn('van_phong')
  const own = {
    figures: { meetings: 9, meetings_online: 9 },
    tables: {},
    narrative: {},
    basedOn: 1,
  }
  const receipt = await answer<Receipt>(
    await office.put(`${filing('van_phong', 21)}?dryRun=1`, report(own)),
  )
  expect(receipt.report.aggregates.find(rule => rule.rule === 'SUBSET')).toMatchObject({
    checked: 1,
    failed: 0,
  })
})
