/** Every kind of bad value is refused at its place, in words about the form, and nothing is stored. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, db, filing, type House, openHouse, problem, tradeReport } from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})
const put = (over: object) => trade.put(filing('thuong_mai', 1), { ...tradeReport(), ...over })
const figure = (key: string, value: unknown) => ({ figures: { [key]: value } })
const cell = (form: string, row: string, column: string, value: unknown) => ({
  tables: { [form]: { [row]: { [column]: value } } },
})

describe('error', () => {
  test.each([
    ['unknown indicator', figure('no_such', 1), '#/figures/no_such', 'no_such'],
    ['heading', figure('tthc_results', 1), '#/figures/tthc_results', 'Biểu 3'],
    ['computed indicator', figure('on_time_rate', 100), '#/figures/on_time_rate', 'ô tính'],
    ['count of a list', figure('tthc_online_used', 3), '#/figures/tthc_online_used', 'ô tính'],
    ['text in a count', figure('apologies', 'ba'), '#/figures/apologies', 'Biểu 3'],
    ['null', figure('apologies', null), '#/figures/apologies', 'không phải một con số'],
    ['unknown state', figure('apologies', { state: 'zero' }), '#/figures/apologies', 'Biểu 3'],
    [
      'not applicable without why',
      figure('apologies', { state: 'not-applicable' }),
      '#/figures/apologies',
      'kèm lý do',
    ],
    ['negative', figure('apologies', -1), '#/figures/apologies', '-1 là số âm'],
    ['decimal in a count', figure('apologies', 1.5), '#/figures/apologies', '1,5'],
    [
      'count beyond what a number holds',
      figure('apologies', 1e16),
      '#/figures/apologies',
      'lớn hơn',
    ],
    [
      'percentage above 100',
      figure('decentralised_rate', 101),
      '#/figures/decentralised_rate',
      '100',
    ],
    ['code not in the list', figure('dialogue', 7), '#/figures/dialogue', '0 ('],
    ['unknown table', cell('KSTT-99', 'XTTM', 'carried_over', 1), '#/tables/KSTT-99', 'KSTT-99'],
    ['unknown column', cell('KSTT-06a', 'XTTM', 'nope', 1), '#/tables/KSTT-06a/XTTM/nope', 'nope'],
    ['unknown row', cell('KSTT-06a', 'NOPE', 'carried_over', 1), '#/tables/KSTT-06a/NOPE', 'NOPE'],
    [
      'row of another unit',
      cell('KSTT-06a', 'HC', 'carried_over', 1),
      '#/tables/KSTT-06a/HC',
      'Hóa chất',
    ],
    [
      'table of another unit',
      cell('KSTT-DC', 'XTTM', 'control_received', 1),
      '#/tables/KSTT-DC',
      'không giao cho đơn vị này',
    ],
    [
      'computed column',
      cell('KSTT-06a', 'XTTM', 'received_total', 1),
      '#/tables/KSTT-06a/XTTM/received_total',
      'ô tính',
    ],
    [
      'printed column',
      cell('KSTT-06a', 'XTTM', 'field', 'Khác'),
      '#/tables/KSTT-06a/XTTM/field',
      'in sẵn',
    ],
    [
      'text in a count of a table',
      cell('KSTT-06a', 'XTTM', 'carried_over', '5'),
      '#/tables/KSTT-06a/XTTM/carried_over',
      'Xúc tiến thương mại',
    ],
    [
      'list in a cell',
      cell('KSTT-06a', 'XTTM', 'carried_over', [5]),
      '#/tables/KSTT-06a/XTTM/carried_over',
      'Xúc tiến thương mại',
    ],
    [
      'negative in a table',
      cell('KSTT-06a', 'XTTM', 'carried_over', -5),
      '#/tables/KSTT-06a/XTTM/carried_over',
      'là số âm',
    ],
    [
      'number where words belong',
      cell('PLAN', '1.1', 'evidence', 5),
      '#/tables/PLAN/1.1/evidence',
      'ô ghi chữ',
    ],
    [
      'status not in the list',
      cell('PLAN', '1.1', 'status', 'finished'),
      '#/tables/PLAN/1.1/status',
      'done (',
    ],
    ['number for a status', cell('PLAN', '1.1', 'status', 1), '#/tables/PLAN/1.1/status', 'done ('],
    ['task of nobody', cell('PLAN', '9.9', 'status', 'done'), '#/tables/PLAN/9.9', '9.9'],
    [
      'row code with a slash',
      cell('TTHC-DS', 'a/b', 'procedure_dossiers', 1),
      '#/tables/TTHC-DS/a~1b',
      'mã thủ tục',
    ],
    [
      'the code as a cell',
      cell('TTHC-DS', '2.000033', 'procedure_code', '2.000033'),
      '#/tables/TTHC-DS/2.000033/procedure_code',
      'in sẵn',
    ],
    ['unknown section', { narrative: { 'X.9': 'a' } }, '#/narrative/X.9', 'X.9'],
    [
      'window the wrong way round',
      { window: { from: '2025-04-14', to: '2025-03-15' } },
      '#/window',
      '14/4/2025',
    ],
  ])('%s', async (_what, over, pointer, words) => {
    const response = await put(over)
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([422, 'invalid-figures'])
    expect(refused.errors?.map(error => error.pointer)).toEqual([pointer])
    expect(refused.errors?.[0]?.detail).toContain(words)
    const { results } = await db.prepare('SELECT id FROM submission').all()
    expect(results).toEqual([])
  })

  test('all places are named at once', async () => {
    const figures = { apologies: -1, no_such: 1, on_time_rate: 50 }
    const refused = await problem(await put({ figures, narrative: { 'X.9': 'a' } }))
    expect(refused.errors).toHaveLength(4)
    expect(refused.detail).toContain('4 chỗ')
  })

  test.each([
    ['no indicator', 1],
    ['no number', 'hai'],
  ])('of 1000 faults the first hundred are named and all are counted: %s', async (_, value) => {
    const figures = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x_${i}`, value]))
    const refused = await problem(await put({ figures }))
    expect(refused.type).toBe('invalid-figures')
    expect(refused.errors).toHaveLength(100)
    expect(refused.errors?.[0]?.pointer).toBe('#/figures/x_0')
    expect(refused.detail).toContain('1000 chỗ')
  })

  test('keys that mean something to the language mean nothing here', async () => {
    const figures = { constructor: 1, toString: 2 }
    const raw = JSON.stringify({ ...tradeReport(), figures })
    const response = await trade.send('PUT', filing('thuong_mai', 1), { raw })
    expect(response.status).toBe(422)
    expect((await problem(response)).errors).toHaveLength(2)
  })

  test('a name that copying would drop is refused by name, not dropped', async () => {
    const raw = JSON.stringify({ ...tradeReport(), figures: { x: 1 } }).replace(
      '"x"',
      '"__proto__"',
    )
    const refused = await trade.send('PUT', filing('thuong_mai', 1), { raw })
    expect(refused.status).toBe(400)
    expect((await problem(refused)).detail).toContain('__proto__')
  })

  test('a submission that reports nothing is not one', async () => {
    const response = await put({ figures: {}, tables: {}, narrative: {} })
    expect(response.status).toBe(422)
    expect((await problem(response)).errors?.[0]?.detail).toContain('Không phát sinh')
  })

  test.each(['', '   '])(
    '“không áp dụng” without a reason (%j) is refused at its place',
    async why => {
      const response = await put({
        figures: { articles_own_site: { state: 'not-applicable', why } },
      })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect((await problem(response)).errors?.[0]?.pointer).toContain(
        '#/figures/articles_own_site',
      )
    },
  )
})

describe('happy', () => {
  test('every state, a choice, words, a list row and a figure of another owner are admitted', async () => {
    const base = tradeReport()
    const response = await put({
      figures: {
        ...base.figures,
        apologies: { state: 'none' },
        dossiers_fee: { state: 'not-applicable', why: 'Không thu phí' },
        // the office's: admitted, and the consolidation reports the conflict
        dialogue: 1,
      },
      tables: {
        ...base.tables,
        PLAN: {
          '1.1': { status: 'in-progress', evidence: '=HYPERLINK("x")', done_date: '14/4/2025' },
        },
        'TTHC-DS': {
          '2.000033': { procedure_name: 'Thông báo khuyến mại', procedure_dossiers: 10 },
        },
      },
    })
    expect([response.status, response.ok ? '' : await response.text()]).toEqual([201, ''])
  })
})

describe('security', () => {
  test('a refusal never repeats a value', async () => {
    const refused = await problem(await put(figure('apologies', 'bí mật 4711')))
    expect(JSON.stringify(refused)).not.toContain('4711')
  })
})
