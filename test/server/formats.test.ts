/**
 * JSON-stat and CSV as people's tools read them: JSON-stat's own toolkit and a CSV parser find every value and every status
 * of the JSON answer to the same request, and no text in it can make a spreadsheet calculate.
 */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import JSONstat from 'jsonstat-toolkit'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WireFigure } from '../../shared/figure.ts'
import type {
  Consolidation,
  Progress,
  ProvinceConsolidation,
  SeriesAnswer,
} from '../../shared/protocol.ts'
import { figureStatuses } from '../../shared/protocol.ts'
import { widenAccess } from '../../worker/admit.ts'
import { codeHash } from '../../worker/code.ts'
import { csvOf, plainNumber } from '../../worker/formats/csv.ts'
import { jsonStatOf } from '../../worker/formats/json-stat.ts'
import { ofSeries } from '../../worker/formats/of-series.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  industryReport,
  openHouse,
  tradeReport,
} from '../worker/house.ts'
import {
  type AllTold,
  inConsolidation,
  inCsv,
  inJsonStat,
  inProvince,
  inSeries,
  placed,
} from './figures-told.ts'

// ---------------------------------------------------------------- the answers of a house

let province: Caller
const hostile = '=HYPERLINK("http://x.example";"Bấm")'
let clerk: Caller
beforeAll(async () => {
  const house = await openHouse()
  clerk = house.clerk
  const figures = { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 5 }
  const why = { articles_province_site: { state: 'not-applicable', why: hostile } as const }
  const trade = await house.signIn('thuong_mai')
  const industry = await house.signIn('cong_nghiep')
  for (const sent of [
    await trade.put(filing('thuong_mai', 1), tradeReport({ figures: { ...figures, ...why } })),
    await industry.put(filing('cong_nghiep', 2), industryReport()),
  ])
    expect(sent.status, await sent.clone().text()).toBe(201)
  await (await house.signIn('clerk', 'sct-khac')).send('POST', '/periods', {
    body: { period: april },
  })
  const other = await house.signIn('cong_nghiep', 'sct-khac')
  expect((await other.put(filing('cong_nghiep', 3), industryReport())).status).toBe(201)
  const hash = codeHash(house.codeOf('dashboard'))
  await widenAccess(db, 'sct-thu', hash, ['sct-khac'], '2025-04-14T03:00:00.000Z')
  province = await house.signIn('dashboard')
})
const textOf = async (path: string, who = clerk) => {
  const response = await who.get(path)
  expect(response.status, await response.clone().text()).toBe(200)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}
const read = async (path: string, who = clerk) => {
  const mark = path.includes('?') ? '&' : '?'
  const json = await answer<unknown>(await who.get(path))
  const csv = inCsv(await textOf(`${path}${mark}format=csv`, who))
  const cube = inJsonStat(await textOf(`${path}${mark}format=json-stat`, who))
  return { json, csv, cube }
}

describe('happy', () => {
  test('a consolidation: every figure, every total, every cell, and what each unit gave', async () => {
    const { json, csv, cube } = await read(`/periods/${april}/consolidation`)
    const expected = inConsolidation(json as Consolidation)
    expect(cube).toEqual(expected)
    expect(unguarded(csv)).toEqual(expected)
    const states = new Set(Object.values(cube).map(({ state }) => state))
    expect([...states].sort()).toEqual(['none', 'not-applicable', 'not-reported', 'number'])
  })

  test('a series, page by page', async () => {
    const asked = 'indicators=articles_own_site,articles_province_site&units=*&limit=4'
    const path = `/series?${asked}&from=2025-M03&to=2025-M05`
    const { json, csv, cube } = await read(path)
    const expected = inSeries(json as SeriesAnswer)
    expect(Object.keys(expected)).toHaveLength(12)
    expect(cube).toEqual(expected)
    expect(unguarded(csv)).toEqual(expected)
    const response = await clerk.get(`${path}&format=csv`)
    expect(response.headers.get('Link')).toMatch(/after=4.*rel="next"/u)
  })

  test('several agencies: their total and what each gave, in a period and over periods', async () => {
    const { json, csv, cube } = await read(`/province/periods/${april}`, province)
    const expected = inProvince(json as ProvinceConsolidation)
    expect(Object.keys(expected).length).toBeGreaterThan(100)
    expect(cube).toEqual(expected)
    expect(unguarded(csv)).toEqual(expected)
    const asked = 'indicators=dossiers_resolved&from=2025-M03&to=2025-M04'
    const over = await read(`/province/series?${asked}`, province)
    const lines = inSeries(over.json as SeriesAnswer)
    expect(Object.keys(lines)).toHaveLength(6)
    expect([over.cube, over.csv]).toEqual([lines, lines])
  })

  test('the progress: units add up to the agency', async () => {
    const { json, csv, cube } = await read(`/periods/${april}/progress`)
    const { submitted, expected, missing } = json as Progress
    expect(csv).toEqual(cube)
    const sum = (count: string) =>
      Object.entries(cube)
        .filter(([place]) => place.startsWith('unit:') && place.includes(` ${count} `))
        .reduce((all, [, { value }]) => all + (value ?? Number.NaN), 0)
    const own = (count: string) => cube[placed('agency:sct-thu', count, april)]?.value
    expect([sum('submitted'), sum('expected'), sum('missing')]).toEqual([2, 3, 0])
    expect([own('submitted'), own('expected'), own('missing')]).toEqual([
      submitted,
      expected,
      missing,
    ])
    expect(cube[placed('unit:van_phong', 'submitted', april)]?.status).toBe('incomplete')
  })

  test('JSON-stat names its dimensions, units of measure and who answers for it', async () => {
    const text = await textOf(`/periods/${april}/consolidation?format=json-stat`)
    const cube = JSONstat(JSON.parse(text))
    expect([cube.class, cube.id]).toEqual(['dataset', ['of', 'indicator', 'period']])
    expect([cube.source, cube.updated]).toEqual([
      'Sở Công Thương Thử',
      expect.stringMatching(/^2025-04-14T/u),
    ])
    expect(cube.Dimension('period').role).toBe('time')
    expect(cube.Dimension('indicator').role).toBe('metric')
    const dossiers = cube.Dimension('indicator').Category('dossiers_resolved')
    expect(dossiers.unit?.label).toBe('Hồ sơ')
    expect(cube.Dimension('of').Category('unit:thuong_mai').label).toBe('Phòng Thương mại')
  })

  test('CSV has a BOM, lines that end with CRLF, and a Vietnamese header where asked', async () => {
    const path = `/periods/${april}/progress?format=csv`
    const [english, vietnamese] = [await textOf(path), await textOf(`${path}&headers=vi`)]
    expect(english.startsWith('\uFEFFperiod,of_kind,of,')).toBe(true)
    expect(vietnamese.startsWith('\uFEFFKỳ báo cáo,Cấp số liệu,')).toBe(true)
    expect(english.match(/\r\n/gu)).toHaveLength(1 + 4 * 6)
    expect(english.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    const { headers } = await clerk.get(path)
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('Content-Disposition')).toContain('filename="Tien-do-CCHC-2025-M04.csv"')
  })
})

// ---------------------------------------------------------------- security: text is text

/** The apostrophe that keeps text from being a formula is the only thing added, white space the only thing lost. */
const unguarded = (all: AllTold): AllTold =>
  Object.fromEntries(
    Object.entries(all).map(([place, one]) => [place, { ...one, reason: bare(one.reason) }]),
  )
const bare = (reason: string) => reason.replace(/^'|(?<=;)'/gu, '')
const formula = /^["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u

describe('security', () => {
  test('a reason that is a formula stands as text, in a Vietnamese spreadsheet too', async () => {
    const text = await textOf(`/periods/${april}/consolidation?format=csv`)
    const reasons = Object.values(inCsv(text)).map(({ reason }) => reason)
    expect(reasons).toContain(`'${hostile}`)
  })

  const words = fc.string({ unit: 'grapheme', maxLength: 12 })
  const nasty = fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '\r\n', '\u200b', '"', ';', 'x;', 'x; ', "'"),
      fc.constantFrom('=', '+', '-', '@', '＝', '－1', '=1+1', '@SUM(A1)', 'x'),
      words,
    )
    .map(parts => parts.join(''))
  const key = fc.stringMatching(/^[a-z][a-z0-9_.]{0,6}$/u)
  const figure: fc.Arbitrary<WireFigure | null> = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -9999, max: 9999 }),
    fc.constant({ state: 'none' as const }),
    nasty.map(why => ({ state: 'not-applicable' as const, why })),
    fc.constant(null),
  )
  const said = fc.record({
    value: figure,
    status: fc.option(fc.constantFrom(...figureStatuses)),
    coverage: fc.option(fc.record({ expected: fc.nat(20), reported: fc.nat(20) })),
  })
  const series: fc.Arbitrary<SeriesAnswer> = fc.integer({ min: 1, max: 3 }).chain(months =>
    fc
      .uniqueArray(
        fc.record({
          indicator: key,
          name: nasty,
          unit: fc.option(nasty),
          of: fc.record({
            kind: fc.constantFrom('province' as const, 'agency' as const, 'unit' as const),
            key,
            name: nasty,
          }),
          all: fc.array(said, { minLength: months, maxLength: months }),
        }),
        { selector: ({ indicator, of }) => `${indicator} ${of.kind} ${of.key}`, maxLength: 6 },
      )
      .map(lines => ({
        ...{ agency: null, from: '2025-M01', to: `2025-M0${months}` },
        periods: Array.from({ length: months }, (_, i) => ({
          period: `2025-M0${i + 1}`,
          state: 'provisional' as const,
          missing: [],
        })),
        series: lines.map(({ all, ...line }) => ({
          ...line,
          values: all.map(one => one.value),
          statuses: all.map(one => one.status),
          coverage: all.map(one => one.coverage),
        })),
        page: { lines: lines.length, before: 0, next: null },
      })),
  )

  test('whatever names, reasons and figures are: both tell what the JSON tells, and nothing calculates', () => {
    fc.assert(
      fc.property(series, answered => {
        const observed = ofSeries(answered, 'Sở')
        const expected = inSeries(JSON.parse(JSON.stringify(answered)))
        expect(inJsonStat(JSON.stringify(jsonStatOf(observed)))).toEqual(expected)
        const csv = csvOf(observed, 'en')
        const found = inCsv(csv)
        const spaced = (all: AllTold) =>
          Object.entries(all).map(([place, { reason, ...one }]) => [
            ...[place, one],
            reason.replace(/[\s\p{Cc}']+/gu, ''),
          ])
        expect(spaced(found)).toEqual(spaced(expected))
        // by commas as the file is meant, and by semicolons as a Vietnamese spreadsheet takes it
        const cells = parse(csv, { bom: true }).flatMap((line: string[]) =>
          line.filter((_, column) => column !== 7),
        )
        for (const cell of [...cells, ...csv.split(/[\r\n;\t]+/u)])
          expect(formula.test(cell), cell).toBe(false)
      }),
    )
  })

  test('a number has all its digits and no exponent', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(1e21, -1.5e-7, 5e-324, Number.MAX_VALUE, -0),
    )
    fc.assert(
      fc.property(number, value => {
        expect(plainNumber(value)).toMatch(/^-?\d+(?:\.\d+)?$/u)
        expect(Number(plainNumber(value)) + 0).toBe(value + 0)
      }),
    )
  })
})
