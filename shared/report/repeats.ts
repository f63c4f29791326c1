/**
 * Standard sentences beside what the units wrote: a figure a unit tells already, with the same value, is not told twice;
 * one it tells otherwise stays in both, for a person to decide. No unit's words are ever left out.
 */
import { type Mention, mentionsIn, readingOf } from './mentions.ts'
import { restOf, type Statement, type Told } from './prose.ts'
import { affirms, saysNone, shareOf, wordsIn } from './wording.ts'

export type Written = { readonly unit: string; readonly text: string }
export type Combined =
  | {
      readonly unit: null
      readonly text: string
      readonly told: readonly Told[]
      readonly missing: readonly string[]
    }
  | {
      readonly unit: string
      readonly text: string
      /** figures it tells in place of a standard sentence */
      readonly instead: readonly Mention[]
      /** what the sentence is about that is left out because this paragraph says it */
      readonly says: readonly string[]
      readonly differing: readonly Mention[]
    }

/** A number of a time before, or of one unit, is no figure of the agency for this period. */
const elsewhere =
  /cùng kỳ|so với|(?:tháng|quý|năm|kỳ) trước(?! chuyển)|lũy kế|dự kiến|phấn đấu|chỉ tiêu giao|mục tiêu/iu
/** Told by values below this, a paragraph has to be about the same thing as well. */
const chance = 10

/**
 * One section: its standard sentences and its paragraphs, both in order.
 * @param others sentences of other sections, which a paragraph here may contradict as well
 */
export function combined(
  statements: readonly Statement[],
  paragraphs: readonly Written[],
  others: readonly Statement[] = [],
): Combined[] {
  const found = paragraphs.map(paragraph => {
    const reading = readingOf(paragraph.text)
    const mentions = [...statements, ...others].map(
      one => [one, mentionsIn(reading, one.subject, one.parts.length > 0 ? one.told : [])] as const,
    )
    return { ...paragraph, mentions: new Map(mentions) }
  })
  const tellers = new Map(statements.map(one => [one, tellerOf(one, found)] as const))
  const sentence = ({ text, told, missing }: Omit<Extract<Combined, { unit: null }>, 'unit'>) =>
    text === '' && missing.length === 0 ? [] : [{ unit: null, text, told, missing }]
  return [
    ...statements.flatMap(one => (tellers.get(one) ? [] : sentence(one))),
    ...found.flatMap(paragraph => {
      const here = statements.filter(one => tellers.get(one)?.paragraph === paragraph)
      const rest = here.map(one => ({ ...restOf(one, tellers.get(one)?.told ?? new Set()), one }))
      const isLeft = new Set(rest.flatMap(({ told }) => told))
      return [
        {
          unit: paragraph.unit,
          text: paragraph.text,
          instead: here
            .flatMap(one => paragraph.mentions.get(one) ?? [])
            .filter(({ told }) => !isLeft.has(told))
            .sort((a, b) => a.number.from - b.number.from),
          says: rest.flatMap(({ text, one }) => (text === '' ? [one.subject] : [])),
          differing: differingIn(paragraph, [...statements, ...others]),
        },
        ...rest.flatMap(({ text, told, one }) => sentence({ text, told, missing: one.missing })),
      ]
    }),
  ]
}

type Found = Written & { readonly mentions: ReadonlyMap<Statement, readonly Mention[]> }
type Teller = { readonly paragraph: Found; readonly told: ReadonlySet<Told> }

/** The paragraph that tells this sentence, or clauses of it, with the same values; none that says anything otherwise. */
function tellerOf(statement: Statement, paragraphs: readonly Found[]): Teller | undefined {
  const { subject, told, parts, text } = statement
  if (text === '') return undefined
  if (parts.length === 0) {
    const isAffirmed = told.every(({ merged }) => typeof merged.value === 'number')
    const paragraph = paragraphs.find(one => (isAffirmed ? affirms : saysNone)(one.text, subject))
    const isDenied = isAffirmed && told.some(({ merged }) => merged.value === 0)
    return paragraph && !isDenied ? { paragraph, told: new Set(told) } : undefined
  }
  const telling = paragraphs.flatMap(paragraph => {
    const mentions = paragraph.mentions.get(statement) ?? []
    if (mentions.some(({ agrees }) => !agrees)) return []
    const all = new Set(mentions.map(one => one.told))
    const isWhole = parts.some(part => part.told.every(one => all.has(one)))
    const about = shareOf(wordsIn(subject), wordsIn(paragraph.text))
    const isSure = about >= 0.8 || mentions.some(({ number }) => number.value >= chance)
    return isWhole && isSure ? [{ paragraph, told: all, about }] : []
  })
  return telling.sort((a, b) => b.told.size - a.told.size || b.about - a.about)[0]
}

/** What a paragraph says otherwise than the sentence it resembles most, unless it may speak of something else. */
function differingIn({ text, unit, mentions }: Found, statements: readonly Statement[]): Mention[] {
  const all = [...mentions.values()].flat()
  const agreed = new Set(all.flatMap(({ agrees, number }) => (agrees ? [number.from] : [])))
  const claimed = new Map<number, { mention: Mention; fit: number }>()
  for (const statement of statements)
    for (const mention of mentions.get(statement) ?? []) {
      const { from, to, value } = mention.number
      if (mention.agrees || agreed.has(from) || isOwn(mention, unit, value)) continue
      if (elsewhere.test(sentenceAround(text, from, to))) continue
      const subject = wordsIn(statement.subject)
      const fit = subject.size * (2 * shareOf(subject, wordsIn(text)) - 1)
      if (fit > (claimed.get(from)?.fit ?? -Infinity)) claimed.set(from, { mention, fit })
    }
  return isOfOneUnit.test(text) ? [] : [...claimed.values()].map(({ mention }) => mention)
}

/** "Phòng Quản lý Công nghiệp: …", "Phòng đã tiếp nhận …" */
const isOfOneUnit = /^[\s-]*(?:phòng|trung tâm|chi cục|đội|ban|văn phòng|thanh tra)\s/iu

const isOwn = ({ told }: Mention, unit: string, value: number): boolean =>
  told.merged.contributions.filter(part => part.unit !== null).length > 1 &&
  told.merged.contributions.some(part => part.unit === unit && part.value === value)

const sentenceAround = (text: string, from: number, to: number): string =>
  (text
    .slice(0, from)
    .split(/[;\n]|\.\s/u)
    .at(-1) ?? '') + (text.slice(to).split(/[;\n]|\.\s/u)[0] ?? '')
