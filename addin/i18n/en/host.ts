/** What stands between the pane and Excel, and what the person can do about it. */
import type { Words } from '../words.ts'

export const host: Words['host'] = {
  opening: 'Connecting to Excel…',
  cellEdited: 'Press Enter to finish the cell being edited; the work goes on by itself.',
  alone: {
    title: 'No Excel beside this page',
    text: 'To fill the forms in Excel, use the Home tab, button “Biểu mẫu CCHC”. Here the forms are downloaded, filled in any other program, then uploaded to be checked and submitted.',
  },
  unreachable: {
    title: 'Excel cannot be reached',
    text: 'Microsoft’s component could not be loaded on this computer. Check the network and try again; the workbook is not affected.',
  },
  retry: 'Try again',
  troubles: {
    'cell-being-edited': 'A cell is still being edited. Press Enter in it, then choose Try again.',
    protected:
      'The sheet is protected with a password of its own. Unprotect it (Review tab), then try again.',
    blocked:
      'Excel does not let this pane look at the workbook: a virus scanner or a policy of this computer may forbid it. Close and open Excel again; if it goes on, tell the IT desk and give them the diagnostics.',
    'sheets-damaged':
      'The forms in the workbook are no longer as they were opened, so figures cannot be read. What was typed is still on the sheets; choose Rebuild forms to see and keep it.',
    'other-workbook': 'Another workbook is in front. Click the one with the forms, then try again.',
    'too-old':
      'This Excel lacks something that is needed. Update Office, or ask the office for the forms as a file.',
    'too-large':
      'A form is too large for one message of Excel (5 MB on the web). Shorten the longest text and try again, or open this workbook in desktop Excel.',
    'edited-elsewhere':
      'Somebody else just changed the same place in the shared workbook; nothing was written over. Look at the new figures and try again.',
    'session-lost':
      'Excel on the web has lost its session. Reload the page of Excel and open this pane again; what was typed is kept.',
    unknown:
      'Excel could not do it. The figures in the workbook are intact. With several workbooks open, click the one with the forms, then try again.',
  },
}
