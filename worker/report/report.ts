/**
 * Writes a consolidation as the Word report people sign. Built of plain paragraphs with real headings, so that the clerk
 * goes on editing it; what needs a look stands in comments, which are not printed.
 */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { checkCode } from '../../shared/check-code.ts'
import { periodName } from '../../shared/period.ts'
import type { Consolidation, Remark, SectionEdit } from '../../shared/protocol.ts'
import { comesWithAnnex } from '../../shared/report/outline.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { sentencesIn } from '../../shared/report/wording.ts'
import { awaited, leftOut } from '../annex/units.ts'
import { codeWords } from '../annex/words-code.ts'
import { plainText } from '../paper/text.ts'
import { bytesOf } from './file.ts'
import { letterhead, numbered, signature } from './letterhead.ts'
import { type Chapter, chaptersOf, type Edit, paragraphsOf } from './passages.ts'
import { page, size, styles } from './style.ts'
import { reportWords } from './words.ts'

export type ReportInput = {
  readonly index: Index
  readonly agency: Agency
  readonly consolidation: Consolidation
  /** the office's own words, at most one a section */
  readonly edits?: readonly Edit[]
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** The bytes of the .docx; equal input gives equal bytes. */
export async function wordReport(input: ReportInput): Promise<Uint8Array<ArrayBuffer>> {
  const { index, agency, consolidation } = input
  const { period, window, state, asOf, digest, units } = consolidation
  const name = periodName(period)
  const left = leftOut(awaited(index, agency, units))
  const issuer = shortName(agency)
  const { opening, closing, remarks, properties } = reportWords
  const comments: string[] = []
  const begin = opening(papersOf(agency).basis, issuer, name)
  const body = [
    new Paragraph({
      style: 'body',
      children: [words(begin.before), new FootnoteReferenceRun(1), words(begin.after)],
    }),
    ...chaptersOf(index, agency, consolidation, input.edits).flatMap((chapter, i, all) =>
      chapterOf(chapter, isParent(all, i), i === all.length - 1, comments),
    ),
    new Paragraph({
      style: 'body',
      keepNext: true,
      spacing: { before: 120, after: 240 },
      children: [words(closing(issuer, name, comesWithAnnex(period)))],
    }),
  ]
  const provisional = state === 'provisional' ? reportWords.provisional(left) : undefined
  const document = new Document({
    styles,
    footnotes: {
      1: {
        children: [
          new Paragraph({
            children: [
              words(
                ` ${reportWords.window(window, state === 'final' ? left : undefined)}.`,
                size.note,
              ),
            ],
          }),
        ],
      },
    },
    comments: {
      children: comments.map((text, id) => ({
        id,
        author: remarks.author,
        initials: remarks.initials,
        date: new Date(asOf),
        children: [new Paragraph({ children: [words(text, size.note)] })],
      })),
    },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: numbered() },
        footers: { first: coded(digest), default: coded(digest) },
        children: [...letterhead(agency, name, provisional), ...body, signature(agency)],
      },
    ],
  })
  return bytesOf(document, {
    title: properties.title(name),
    creator: agency.name,
    description: properties.digest(checkCode(digest), state),
    instant: asOf,
  })
}

/** What a signed copy can be held against, below every page. */
const coded = (digest: string) =>
  new Footer({
    children: [new Paragraph({ children: [words(codeWords.code(checkCode(digest)), size.note)] })],
  })

/** A stretch of a paragraph, with what is to be said of it. */
type Run = { readonly text: string; readonly remarks: readonly string[] }

function chapterOf(
  { heading, merged, edit }: Chapter,
  isParent: boolean,
  isLast: boolean,
  comments: string[],
): Paragraph[] {
  const level = levels[heading.depth] ?? HeadingLevel.HEADING_3
  const paragraphs = edit
    ? paragraphsOf(edit.text).map(text => sentencesMarked(text, edit))
    : merged
        .filter(({ text }) => text !== '')
        .map(({ text, remarks }) => [{ text, remarks: lookedAt(remarks) }])
  // what is said of no paragraph is said of the heading
  const remarks = edit ? [] : merged.flatMap(one => (one.text === '' ? lookedAt(one.remarks) : []))
  return [
    new Paragraph({ heading: level, children: runs({ text: heading.title, remarks }, comments) }),
    ...paragraphs.map(
      (parts, i) =>
        new Paragraph({
          style: 'body',
          // a signature never stands on a page of its own
          keepNext: isLast && i === paragraphs.length - 1,
          children: parts.flatMap(part => runs(part, comments)),
        }),
    ),
    ...(paragraphs.length === 0 && !isParent
      ? [
          new Paragraph({
            style: 'body',
            keepNext: isLast,
            children: [new TextRun({ text: reportWords.unwritten, italics: true })],
          }),
        ]
      : []),
  ]
}

/** Information would hide the comment that matters. */
const lookedAt = (remarks: readonly Remark[]): string[] =>
  remarks.filter(({ needsLook }) => needsLook).map(({ message }) => message)

const isSameSentence = (one: string, other: string): boolean =>
  one.includes(other) || other.includes(one)

/** A paragraph of the office's in stretches, so that a comment stands at its sentence. */
function sentencesMarked(
  text: string,
  { outdated, remarks: found }: Pick<SectionEdit, 'outdated' | 'remarks'>,
): Run[] {
  const runs: Run[] = []
  let rest = text
  for (const sentence of sentencesIn(text)) {
    const at = rest.indexOf(sentence)
    const remarks = [
      ...outdated
        .filter(one => one.sentence === sentence)
        .map(({ figure, now }) => reportWords.remarks.outdated(figure.name, figure.printed, now)),
      // the two readers of texts may cut sentences a little differently
      ...found
        .filter(one => one.needsLook && isSameSentence(one.sentence, sentence))
        .map(({ message }) => message),
    ]
    if (remarks.length === 0) continue
    runs.push({ text: rest.slice(0, at), remarks: [] }, { text: sentence, remarks })
    rest = rest.slice(at + sentence.length)
  }
  return [...runs, { text: rest, remarks: [] }].filter(run => run.text !== '')
}

/** A heading right above deeper ones needs no text of its own. */
function isParent(chapters: readonly Chapter[], at: number): boolean {
  const [here, next] = chapters.slice(at, at + 2)
  return here && next ? next.heading.numbered && next.heading.depth > here.heading.depth : false
}

function runs({ text, remarks }: Run, comments: string[]): ParagraphChild[] {
  const ids = remarks.map(remark => comments.push(remark) - 1)
  return [
    ...ids.map(id => new CommentRangeStart(id)),
    words(text),
    ...ids.flatMap(id => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ]),
  ]
}

const words = (text: string, points?: number) =>
  new TextRun({ text: plainText(text), ...(points ? { size: points } : {}) })
