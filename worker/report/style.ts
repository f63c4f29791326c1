/** Measures of Nghị định 30/2020/NĐ-CP, Phụ lục I (domain §6.2), in the units of Word: twips, half points. */
import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'

/** Rounded, because the library cuts off and A4 would lose a twip. */
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** A4 portrait; left 30 mm, right 15 mm, top and bottom 20 mm. */
export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: {
    top: mm(20),
    bottom: mm(20),
    left: mm(30),
    right: mm(15),
    header: mm(10),
    footer: mm(10),
  },
} as const
export const textWidth = page.size.width - page.margin.left - page.margin.right

/** Font sizes in half points. */
export const size = {
  head: 26,
  body: 26,
  title: 28,
  note: 20,
  recipients: 22,
  recipientsLabel: 24,
} as const

/** Line spacing in 240ths of a line; without the rule LibreOffice takes it for single. */
export const lines = (spacing: number) =>
  ({ line: Math.round(spacing * 240), lineRule: LineRuleType.AUTO }) as const

const black = '000000'
const run = { font: 'Times New Roman', size: size.body, color: black } as const
const firstLine = mm(12.7)
const heading = (bold: boolean) =>
  ({
    run: { ...run, bold, italics: false },
    paragraph: {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine },
      spacing: { before: 120, after: 120, ...lines(1) },
      keepNext: true,
      keepLines: true,
    },
  }) as const

export const styles: IStylesOptions = {
  default: {
    document: { run: { ...run, language: { value: 'vi-VN' } } },
    heading1: heading(true),
    heading2: heading(true),
    heading3: heading(false),
    footnoteText: { run: { ...run, size: size.note }, paragraph: { spacing: { after: 0 } } },
  },
  paragraphStyles: [
    {
      id: 'body',
      name: 'Body Text',
      basedOn: 'Normal',
      run,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine },
        spacing: { after: 120, ...lines(1) },
      },
    },
  ],
}
