/**
 * The outline of the report by period (domain §6.1): the sections of the catalogue, how their headings are numbered,
 * and what longer periods add.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Period, type PeriodKind, parsePeriod } from '../period.ts'

export type Heading = {
  readonly code: string
  /** 0: I, II …; 1: 1, 2 …; 2: a, b … */
  readonly depth: number
  /** with its number: "a) Công tác rà soát …" */
  readonly title: string
  /** false for a part of the section before, "* Nguyên nhân" */
  readonly numbered: boolean
  /** how people refer to it: "II.6.g" */
  readonly label: string
}

/** Headings that are part of the one before and carry no number: "* Nguyên nhân". */
const unnumbered = new Set(['III.2.1'])

/** The letters of published reports, and those of Nghị định 30/2020/NĐ-CP, which has đ and no f, j, w, z. */
const letters = {
  latin: [...'abcdefghijklmnopqrstuvwxyz'],
  vietnamese: [...'abcdđeghiklmnopqrstuvxy'],
} as const
export type Lettering = keyof typeof letters

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The number of a heading by depth, and what follows it; `at` counts from 0. */
const numbers: readonly {
  readonly of: (at: number, lettering: Lettering) => string
  readonly mark: string
}[] = [
  { of: at => roman[at] ?? `${at + 1}`, mark: '.' },
  { of: at => `${at + 1}`, mark: '.' },
  { of: (at, lettering) => letters[lettering][at] ?? `${at + 1}`, mark: ')' },
]

type Addition = { readonly after: string; readonly code: string; readonly name: string }
type Shape = {
  /** said after the title of the section on directions */
  readonly ahead: string
  /** the annex goes with it and the closing line says so */
  readonly withAnnex: boolean
  readonly additions: readonly Addition[]
}

const ahead = 'IV'
const shapes: Record<PeriodKind, (period: Period) => Shape> = {
  M: () => ({ ahead: '', withAnnex: false, additions: [] }),
  Q: ({ ordinal, year }) => ({
    ahead: ordinal < 4 ? ` QUÝ ${roman[ordinal]}/${year}` : ` NĂM ${year + 1}`,
    withAnnex: true,
    additions: [],
  }),
  '6M': ({ year }) => ({
    ahead: ` 6 THÁNG CUỐI NĂM ${year}`,
    withAnnex: true,
    additions: [],
  }),
  '9M': ({ year }) => ({ ahead: ` QUÝ IV/${year}`, withAnnex: true, additions: [] }),
  Y: ({ year }) => ({
    ahead: ` NĂM ${year + 1}`,
    withAnnex: true,
    additions: [
      {
        after: 'III.3',
        code: 'III.4',
        name: `Tự đánh giá kết quả thực hiện Kế hoạch CCHC năm ${year}`,
      },
    ],
  }),
}

const shapeOf = (key: string): Shape => {
  const period = parsePeriod(key)
  return shapes[period.kind](period)
}

/** Whether a report of this period goes out together with its annex. */
export const comesWithAnnex = (period: string): boolean => shapeOf(period).withAnnex

/** The headings of a report in order, numbered by where they stand. */
export function outlineOf(index: Index, period: string, lettering: Lettering): Heading[] {
  const shape = shapeOf(period)
  const sections = index.narratives
    .flatMap(form => form.sections)
    .flatMap(({ code, name }) => [
      { code, name: code === ahead ? name + shape.ahead : name },
      ...shape.additions.filter(addition => addition.after === code),
    ])
  const counted = new Map<string, number>()
  const labels = new Map<string, string>()
  return sections.map(({ code, name }) => {
    const path = code.split('.')
    const depth = path.length - 1
    const parent = path.slice(0, -1).join('.')
    const above = labels.get(parent) ?? ''
    const number = numbers[depth]
    if (!number || unnumbered.has(code))
      return { code, depth, numbered: false, title: `* ${name}`, label: above }
    const at = counted.get(parent) ?? 0
    counted.set(parent, at + 1)
    const own = number.of(at, lettering)
    const label = above === '' ? own : `${above}.${own}`
    labels.set(code, label)
    return { code, depth, numbered: true, title: `${own}${number.mark} ${name}`, label }
  })
}
