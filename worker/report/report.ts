/**
 * Writes a consolidation as the Word report people sign. Built of plain paragraphs with real headings, so that the clerk
 * goes on editing it; what needs a look stands in comments, which are not printed.
 */
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { periodName } from '../../shared/period.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import { comesWithAnnex } from '../../shared/report/outline.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { digestCode } from '../annex/cover.ts'
import { awaited, leftOut } from '../annex/units.ts'
import { plainText } from '../paper/text.ts'
import { bytesOf } from './file.ts'
import { letterhead, signature } from './letterhead.ts'
import { type Chapter, chaptersOf, type Passage } from './passages.ts'
import { page, size, styles } from './style.ts'
import { reportWords } from './words.ts'

export type ReportInput = {
  readonly index: Index
  readonly agency: Agency
  readonly consolidation: Consolidation
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
    ...chaptersOf(index, agency, consolidation).flatMap((chapter, i, all) =>
      chapterOf(chapter, isParent(all, i), comments),
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
        children: [...letterhead(agency, name, provisional), ...body, signature(agency)],
      },
    ],
  })
  return bytesOf(document, {
    title: properties.title(name),
    creator: agency.name,
    description: properties.digest(digestCode(digest), state),
    instant: asOf,
  })
}

/** Page number at the top in the middle; not on the first page. */
const numbered = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size.head })],
      }),
    ],
  })

function chapterOf(
  { heading, passages }: Chapter,
  isParent: boolean,
  comments: string[],
): Paragraph[] {
  const level = levels[heading.depth] ?? HeadingLevel.HEADING_3
  return [
    new Paragraph({ heading: level, children: [words(heading.title)] }),
    ...passages.map(passage => paragraphOf(passage, comments)),
    ...(passages.length === 0 && !isParent
      ? [
          new Paragraph({
            style: 'body',
            children: [new TextRun({ text: reportWords.unwritten, italics: true })],
          }),
        ]
      : []),
  ]
}

/** A heading right above deeper ones needs no text of its own. */
function isParent(chapters: readonly Chapter[], at: number): boolean {
  const [here, next] = chapters.slice(at, at + 2)
  return here && next ? next.heading.numbered && next.heading.depth > here.heading.depth : false
}

function paragraphOf({ text, remarks }: Passage, comments: string[]): Paragraph {
  const ids = remarks.map(remark => comments.push(remark) - 1)
  const children: ParagraphChild[] = [
    ...ids.map(id => new CommentRangeStart(id)),
    words(text),
    ...ids.flatMap(id => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ]),
  ]
  return new Paragraph({ style: 'body', children })
}

const words = (text: string, points?: number) =>
  new TextRun({ text: plainText(text), ...(points ? { size: points } : {}) })
