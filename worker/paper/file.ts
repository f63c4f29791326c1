/** Sheets as the bytes of a workbook that depend on nothing but what is in it: its date is that of what it tells. */
import { type WriteOptions, writeXlsx } from 'hucre/xlsx'
import type { Agency } from '../../shared/agency.ts'
import { drawing } from './drawing.ts'
import { printTitles } from './page.ts'
import type { PaperSheet } from './sheet.ts'
import { standardFont } from './styles.ts'
import { plainText } from './text.ts'

/** What a workbook is known by outside its sheets. */
export type Imprint = {
  readonly title: string
  /** UTC instant that stands for both creation and change */
  readonly instant: string
  /** texts by name, for programs */
  readonly custom?: Readonly<Record<string, string>>
}

/** A workbook to sign. @param paper what it is, after the agency's name at the foot of every page */
export const signedWorkbook = (
  agency: Agency,
  paper: string,
  imprint: Imprint,
  sheets: readonly PaperSheet[],
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(drawing(`${agency.name} – ${paper}`)),
    namedRanges: sheets.flatMap(printTitles),
    ...imprinted(agency, imprint),
  })

/** Font and properties, the same of a workbook to sign and of one to fill. */
export function imprinted(
  agency: Agency,
  { title, instant, custom }: Imprint,
): Pick<WriteOptions, 'defaultFont' | 'properties'> {
  const written = new Date(instant)
  return {
    defaultFont: standardFont,
    properties: {
      title: plainText(title),
      creator: plainText(agency.name),
      company: plainText(agency.name),
      created: written,
      modified: written,
      ...(custom ? { custom } : {}),
    },
  }
}
