/**
 * The upper part of the first page and the signature: agency and nation side by side, number and date left to the
 * e-office, title; at the end Nơi nhận and the signer (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
import {
  AlignmentType,
  BorderStyle,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Agency } from '../../shared/agency.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { plainText } from '../paper/text.ts'
import { mm, size, textWidth } from './style.ts'
import { reportWords } from './words.ts'

/** The nation's line in 13 bold needs 9.6 cm; the agency gets what is left. */
const right = mm(100)
const left = textWidth - right

const line = (text: string, run: IRunOptions, options: IParagraphOptions = {}) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...options,
    children: [new TextRun({ ...run, text: plainText(text) })],
  })

/** A stroke of this length in the middle of `width`, drawn as the upper border of a very low paragraph. */
const stroke = (length: number, width: number, after = 0) =>
  new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: (width - length) / 2, right: (width - length) / 2 },
    spacing: { before: 60, after, line: 60, lineRule: LineRuleType.EXACT },
    children: [],
  })

/** Two cells side by side, without lines. */
const sideBySide = (
  columns: readonly [number, number],
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns[0] + columns[1], type: WidthType.DXA },
    columnWidths: [...columns],
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: columns[i] ?? 0, type: WidthType.DXA },
                children,
              }),
          ),
        }),
    ),
  })

/** What differs from paper to paper. */
export type Paper = {
  /** after the number: "BC-SCT" */
  readonly symbol: string
  /** "BÁO CÁO" */
  readonly kind: string
  readonly subject: string
  /** said below the subject of what is not final yet */
  readonly draft?: string | undefined
}

export const letterhead = (agency: Agency, period: string, provisional: string | undefined) =>
  paperHead(agency, {
    symbol: papersOf(agency).symbol,
    kind: reportWords.kind,
    subject: reportWords.subject(period),
    draft: provisional,
  })

export function paperHead(agency: Agency, { symbol, kind, subject, draft }: Paper) {
  const { nation, motto, number, dated } = reportWords
  const head = { size: size.head }
  const bold = { ...head, bold: true }
  const title = { size: size.title, bold: true }
  return [
    sideBySide(
      [left, right],
      [
        [
          [
            line(agency.superior.toUpperCase(), head),
            line(shortName(agency).toUpperCase(), bold),
            stroke(left * 0.3, left),
          ],
          [line(nation, bold), line(motto, bold), stroke(right * 0.6, right)],
        ],
        [
          [line(number(symbol), head, { spacing: { before: 80 } })],
          [
            line(
              dated(agency.place),
              { size: size.body, italics: true },
              { spacing: { before: 80 } },
            ),
          ],
        ],
      ],
    ),
    line(kind, title, { spacing: { before: 320 }, keepNext: true }),
    line(subject, title, { keepNext: true }),
    stroke(textWidth * 0.25, textWidth, 200),
    ...(draft === undefined
      ? []
      : [line(draft, { size: size.head, bold: true, italics: true }, { spacing: { after: 160 } })]),
  ]
}

/** Page number at the top in the middle; not on the first page, so the section has a title page. */
export const numbered = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size.head })],
      }),
    ],
  })

export function signature(agency: Agency) {
  const { recipients, signer } = papersOf(agency)
  const half = Math.round(textWidth / 2)
  const last = recipients.length - 1
  const small = { alignment: AlignmentType.LEFT, keepNext: true } as const
  return sideBySide(
    [half, textWidth - half],
    [
      [
        [
          line(
            reportWords.recipients,
            { size: size.recipientsLabel, bold: true, italics: true },
            small,
          ),
          ...recipients.map((name, i) =>
            line(`- ${name}${i === last ? '.' : ';'}`, { size: size.recipients }, small),
          ),
        ],
        [
          ...signer.titles.map(title =>
            line(title.toUpperCase(), { size: size.body, bold: true }, { keepNext: true }),
          ),
          // room for the signature and the seal
          line(signer.name, { size: size.body, bold: true }, { spacing: { before: 1400 } }),
        ],
      ],
    ],
  )
}
