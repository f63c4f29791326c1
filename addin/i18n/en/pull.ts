/** Taking the annex and the report, and what changed since. */
import type { OfficeWords } from '../office.ts'

export const pull: OfficeWords['pull'] = {
  title: 'Consolidated annex',
  workbook: 'Open annex in Excel',
  annex: 'Download annex (.xlsx)',
  report: 'Download report (.docx)',
  fetching: 'Consolidating…',
  opening: 'Opening a new workbook…',
  opened: 'The annex is open as a new workbook. Save it where it is to be kept.',
  saved: name => `Saved ${name} in the Downloads folder.`,
  code: code => `Its check code: ${code}.`,
  provisional: missing => `Provisional annex: ${missing} units missing.`,
  since: at => `Since the pull of ${at}`,
  between: at => `This pull differs from that of ${at}`,
  count: n => (n === 0 ? 'No figure changed.' : `${n} figures changed`),
  unchanged: at => `Nothing has changed since the pull of ${at}.`,
  never:
    'Nothing of this period was pulled on this machine; after the first pull changes show here.',
  checking: 'Comparing with the last pull…',
  hands: (who, at) => `${who}, ${at}`,
  why: reason => `Reason: ${reason}`,
  moved: n => `${n} sums and ratios that followed`,
  locked: 'The period was locked: provisional figures became final.',
  reopened: 'The period was reopened: final figures became provisional.',
}
