/**
 * The summary report of several years as Word: sentences out of the figures under each area, and marked places for what
 * only a person can say. Number and date are left to the e-office (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
import { Document, Header, HeadingLevel, Paragraph, TextRun } from 'docx'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { type Chapter, chaptersOf } from '../../shared/retrospective/outline.ts'
import { plainText } from '../paper/text.ts'
import { bytesOf } from '../report/file.ts'
import { numbered, paperHead, signature } from '../report/letterhead.ts'
import { page, styles } from '../report/style.ts'
import { reportWords } from '../report/words.ts'
import type { Review } from '../retrospective.ts'
import { retrospectiveWords } from './words.ts'

const said = retrospectiveWords.report
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The bytes of the .docx; equal input gives equal bytes. */
export async function retrospectiveReport({
  index,
  agency,
  review,
  missed,
  asOf,
}: Review): Promise<Uint8Array<ArrayBuffer>> {
  const issuer = shortName(agency)
  const { basis, symbol } = papersOf(agency)
  const chapters = chaptersOf(index, review, missed)
  const parts = [
    ...chapters.map(chapter => ({ name: chapter.name, body: chapterOf(chapter, review.base) })),
    { name: said.ahead, body: [place(said.aheadPlace)] },
    { name: said.proposals, body: [place(said.proposalsPlace)] },
  ]
  const children = [
    ...paperHead(agency, {
      symbol,
      kind: reportWords.kind,
      subject: said.subject(review),
    }),
    body(said.opening(basis, issuer, review)),
    body(said.sources(review.years)),
    ...parts.flatMap(({ name, body: below }, i) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [words(`${roman[i] ?? i + 1}. ${name.toLocaleUpperCase('vi')}`)],
      }),
      ...below,
    ]),
    new Paragraph({
      style: 'body',
      keepNext: true,
      spacing: { before: 120, after: 240 },
      children: [words(said.closing(issuer, review))],
    }),
    signature(agency),
  ]
  const document = new Document({
    styles,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: numbered() },
        children,
      },
    ],
  })
  return bytesOf(document, {
    title: said.subject(review),
    creator: agency.name,
    description: said.subject(review),
    instant: asOf,
  })
}

function chapterOf({ results, limits, missed, unknown }: Chapter, base: number): Paragraph[] {
  const heading = (text: string) =>
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [words(text)] })
  const list = (lead: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [body(lead), ...texts.map(text => body(`- ${text}`))]
  const isFree = limits.length + missed.length === 0
  return [
    heading(said.results),
    ...(unknown
      ? [body(said.nothingKnown)]
      : results.length === 0
        ? [place(said.noResult)]
        : results.map(text => body(`- ${text}`))),
    heading(said.limits),
    ...(isFree && !unknown ? [body(said.noneFell(base))] : []),
    ...list(said.fell(base), limits),
    ...list(said.missed, missed),
    place(said.causes),
  ]
}

const words = (text: string) => new TextRun({ text: plainText(text) })
const body = (text: string) => new Paragraph({ style: 'body', children: [words(text)] })
/** Where a person writes: it must catch the eye, and not be signed as it is. */
const place = (text: string) =>
  new Paragraph({
    style: 'body',
    children: [new TextRun({ text: plainText(text), italics: true, highlight: 'yellow' })],
  })
