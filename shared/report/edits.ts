/** The figures an office's own text tells, and the sentences whose figure is another one by now. */
import type { Index } from '../catalogue/catalogue.ts'
import type { SectionEdit, ToldFigure } from '../protocol.ts'
import { agrees, mentionsIn, readingOf } from './mentions.ts'
import { numbersIn, type TextNumber } from './numbers.ts'
import { type Figures, figureAt, type Statement, type Told } from './prose.ts'
import { sentencesIn, shareOf, wordsIn } from './wording.ts'

/** So great a number is hardly there by chance; a smaller one needs the words of its figure. */
const great = 10
/** A figure that no standard sentence tells has to be named in so many words at least. */
const named = 4

/**
 * The figures a text of a section tells, each as it is printed there: those of the section's own sentences whose value
 * stands in it, and others only where all of their words do.
 */
export function toldIn(
  text: string,
  section: string,
  statements: readonly Statement[],
  index: Index,
  figures: Figures,
): ToldFigure[] {
  const found = new Map<string, ToldFigure>()
  const taken = new Set<number>()
  const add = ({ at, name }: Told, { printed, from }: TextNumber) => {
    if (!found.has(at)) found.set(at, { at, name, printed })
    taken.add(from)
  }
  const reading = readingOf(text)
  const own = statements.filter(one => one.section === section)
  for (const { subject, told } of own)
    for (const mention of mentionsIn(reading, subject, told))
      if (mention.agrees) add(mention.told, mention.number)
  const free = reading.contexts
    .map(({ number }) => number)
    .filter(({ from, value }) => !taken.has(from) && value >= great)
  for (const told of own.flatMap(one => one.told)) {
    const number = found.has(told.at) ? undefined : free.find(one => agrees(told, one))
    if (number) add(told, number)
  }
  for (const told of [...statements.flatMap(one => one.told), ...everyFigure(index, figures)])
    if (!found.has(told.at))
      for (const { number, agrees: same, isNamed } of mentionsIn(reading, '', [told]))
        if (same && isNamed && number.value >= great && !taken.has(number.from)) add(told, number)
  return [...found.values()]
}

/** Every indicator by the name it has in its form. */
const everyFigure = (index: Index, figures: Figures): Told[] =>
  [...index.indicators.values()].flatMap(({ row: { key, name } }) =>
    wordsIn(name).size < named ? [] : (figureAt(index, figures, key, name) ?? []),
  )

/** @param told as they were when the text was saved */
export function outdatedIn(
  text: string,
  told: readonly ToldFigure[],
  index: Index,
  figures: Figures,
): SectionEdit['outdated'] {
  const sentences = sentencesIn(text)
  return told.flatMap(figure => {
    const [was] = numbersIn(figure.printed)
    const now = figureAt(index, figures, figure.at, figure.name)
    if (!was || (now && agrees(now, was))) return []
    const holding = sentences.filter(sentence =>
      numbersIn(sentence).some(one => one.value === was.value && one.percent === was.percent),
    )
    const nearness = (sentence: string) => shareOf(wordsIn(figure.name), wordsIn(sentence))
    const nearest = Math.max(...holding.map(nearness))
    return holding
      .filter(sentence => nearness(sentence) === nearest)
      .map(sentence => ({ sentence, figure, now: now?.printed ?? 'chưa báo cáo' }))
  })
}
