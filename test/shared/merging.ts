/** An office and two divisions on the real catalogue, with any contents they may submit, for tests of merging. */
import fc from 'fast-check'
import type { Agency } from '../../shared/agency.ts'
import { isInput } from '../../shared/catalogue/catalogue.ts'
import { type Adjustment, consolidate, type Submitted } from '../../shared/consolidate.ts'
import { contentFromWire, contentToWire, type WireContent } from '../../shared/content.ts'
import { toWire, type WireFigure } from '../../shared/figure.ts'
import { index } from '../fixtures/bac-giang.ts'

export const agency: Agency = {
  key: 'so-thu',
  name: 'Sở thử',
  superior: 'UBND tỉnh',
  place: 'Tỉnh',
  units: ['vp', 'p1', 'p2'].map((key, i) => ({
    key,
    name: `Phòng ${key}`,
    short: key,
    kind: 'division',
    fields: [[], ['F1', 'F2'], ['F2']][i] ?? [],
  })),
  roles: {
    office: ['vp'],
    legal: ['vp'],
    service_centre: ['p2'],
    control: ['vp'],
    dossiers: ['p1', 'p2'],
    all: ['vp', 'p1', 'p2'],
  },
  fields: ['F1', 'F2'].map(code => ({ code, name: code, procedures: 3 })),
  tasks: [
    {
      code: '1.1',
      name: 'Việc',
      deliverable: '',
      lead: 'p2',
      supporting: ['p1'],
      timeline: '',
      recurring: false,
    },
  ],
}

export const none: WireFigure = { state: 'none' }
const empty: WireContent = { figures: {}, tables: {}, narrative: {} }
export const submitted = (unit: string, content: Partial<WireContent>): Submitted => ({
  unit,
  revision: 1,
  content: contentFromWire({ ...empty, ...content }),
})
export const merge = (...submissions: Submitted[]) => consolidate({ index, agency, submissions })
export const mergeAdjusted = (
  submissions: readonly Submitted[],
  adjustments: readonly Adjustment[],
) => consolidate({ index, agency, submissions, adjustments })
export const value = (merged: ReturnType<typeof merge>, key: string) =>
  toWire(merged.values.figure(key)) ?? null

export const inputs = [...index.indicators.values()].flatMap(({ row, form }) =>
  form.layout === 'indicators' && 'parent' in row && isInput(row) ? [row] : [],
)
export const anyWireFigure = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }),
  fc.constant(none),
  fc.constant<WireFigure>({ state: 'not-applicable', why: 'không được giao' }),
)
export const anyContent = (unit: string): fc.Arbitrary<Submitted> =>
  fc
    .record({
      figures: fc.dictionary(fc.constantFrom(...inputs.map(row => row.key)), anyWireFigure, {
        maxKeys: 40,
      }),
      online: fc.option(anyWireFigure, { nil: undefined }),
      codes: fc.uniqueArray(fc.constantFrom('1.000001', '1.000002', '1.000003', '1.000004')),
      words: fc.string(),
    })
    .map(({ figures, online, codes, words }) =>
      submitted(unit, {
        figures,
        tables: {
          'KSTT-06a': { F2: online === undefined ? {} : { received_online: online } },
          'TTHC-DS': Object.fromEntries(codes.map(code => [code, {}])),
        },
        narrative: { I: words },
      }),
    )

/** Everything a merge says, for comparing two of them. */
export const image = (merged: ReturnType<typeof merge>) => {
  const { values, figures, tables, narrative, conflicts, lapsed } = merged
  return {
    content: contentToWire(values.content),
    figures,
    tables,
    narrative,
    conflicts,
    lapsed,
  }
}
