/**
 * The whole report, as it would be printed, held against its own figures and the merged ones: what contradicts something is
 * said beside the paragraph, or beside the sentence where the office has written.
 */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { keptOf } from '../../shared/prose/kept.ts'
import { checkProse, type Finding } from '../../shared/prose.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import type { Chapter } from './passages.ts'
import { reportWords } from './words.ts'

/** A line of the printed report, and where what is said of it goes. */
type Line = { readonly text: string; readonly chapter: number; readonly passage: number | null }

export function withContradictions(
  index: Index,
  consolidation: Consolidation,
  chapters: readonly Chapter[],
): Chapter[] {
  const lines = linesOf(chapters)
  const text = lines.map(line => line.text).join('\n')
  const starts: number[] = []
  let start = 0
  for (const line of lines) {
    starts.push(start)
    start += line.text.length + 1
  }
  const lineAt = (offset: number): Line | undefined =>
    lines[starts.findLastIndex(from => from <= offset)]
  const found = checkProse(text, keptOf(index, consolidation)).flatMap(finding =>
    finding.places.slice(0, 1).flatMap(place => {
      const line = lineAt(place.from)
      return line ? [{ finding, line, sentence: place.quote }] : []
    }),
  )
  return chapters.map((chapter, nth) => {
    const mine = found.filter(({ line }) => line.chapter === nth)
    return {
      ...chapter,
      merged: chapter.merged.map((passage, at) => {
        const about = mine.filter(({ line }) => line.passage === at)
        // a number that differs from the merged figure is said by the passage itself, in its own words
        const said = passage.remarks.some(({ needsLook }) => needsLook)
        const remarks = about
          .filter(({ finding }) => !(said && finding.rule === 'X-08'))
          .map(({ finding }) => remarkOf(finding))
        return { ...passage, remarks: [...passage.remarks, ...remarks] }
      }),
      edit: chapter.edit && {
        ...chapter.edit,
        remarks: mine
          .filter(({ line }) => line.passage === null)
          .map(({ finding, sentence }) => ({ sentence, ...remarkOf(finding) })),
      },
    }
  })
}

const remarkOf = ({ message, arithmetic, verdict }: Finding) => ({
  message: reportWords.remarks.contradiction(message, arithmetic),
  needsLook: verdict !== 'note',
})

/** Headings too: they say what the lines under them speak of. */
const linesOf = (chapters: readonly Chapter[]): Line[] =>
  chapters.flatMap(({ heading, merged, edit }, chapter) => [
    { text: heading.title, chapter, passage: null },
    ...(edit
      ? edit.text.split('\n').map(text => ({ text, chapter, passage: null }))
      : merged.flatMap(({ text }, passage) =>
          text === '' ? [] : text.split('\n').map(line => ({ text: line, chapter, passage })),
        )),
  ])
