/** The notice of an inspection's results as Word, headed and signed as the agency's other papers are. */
import { Document, Header, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { Agency } from '../../shared/agency.ts'
import { symbolFor } from '../../shared/report/settings.ts'
import { namingOf } from '../agency.ts'
import { plainText } from '../paper/text.ts'
import { bytesOf } from '../report/file.ts'
import { numbered, paperHead, signature } from '../report/letterhead.ts'
import { page, styles } from '../report/style.ts'
import { noticeText, type Passage } from './notice-text.ts'
import type { Inspection } from './standing.ts'
import { inspectionPaperWords as words } from './words.ts'

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

/** The bytes of the .docx; equal input gives equal bytes. @param at instant of the newest edition */
export async function noticeDocument(
  agency: Agency,
  inspection: Inspection,
  at: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { round } = inspection
  const passages = noticeText(agency, inspection)
  const head = paperHead(agency, {
    symbol: symbolFor(agency, 'TB'),
    kind: words.kind,
    subject: words.subject(round.title),
    draft: draftOf(agency, inspection),
  })
  const last = passages.length - 1
  const document = new Document({
    styles,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: numbered() },
        children: [
          ...head,
          // a signature never stands on a page of its own
          ...passages.map((passage, i) => paragraph(passage, i === last)),
          signature(agency),
        ],
      },
    ],
  })
  const title = words.properties(round.title)
  return bytesOf(document, { title, creator: agency.name, description: round.basis, instant: at })
}

function paragraph({ as, text }: Passage, isLast: boolean): Paragraph {
  const plain = plainText(text)
  if (typeof as === 'number')
    return new Paragraph({ heading: levels[as], children: [new TextRun(plain)] })
  return new Paragraph({
    style: 'body',
    keepNext: isLast || as === 'part',
    ...(isLast ? { spacing: { before: 120, after: 240 } } : {}),
    children: [new TextRun({ text: plain, italics: as !== 'text' })],
  })
}

/** What keeps it from being final; undefined when nothing does. */
function draftOf(agency: Agency, { round, statements }: Inspection): string | undefined {
  const { unitName } = namingOf(agency)
  const missing = round.units
    .filter(({ unit }) => !statements.some(one => one.unit === unit))
    .map(({ unit }) => unitName(unit))
  const isOpen = round.state !== 'concluded'
  return isOpen || missing.length > 0 ? words.draft(isOpen, missing) : undefined
}
