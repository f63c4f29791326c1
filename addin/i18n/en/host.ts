/** What stands between the pane and Excel, and what the person can do about it. */
import type { Words } from '../words.ts'

export const host: Words['host'] = {
  opening: 'Connecting to Excel…',
  cellEdited: 'Press Enter to finish the cell being edited; the work goes on by itself.',
  alone: {
    title: 'No Excel beside this page',
    text: 'Forms are filled, checked and submitted in Excel: Home tab, button “Biểu mẫu CCHC”. Who has submitted and the receipts can be seen here too.',
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
    'sheets-damaged':
      'Not all forms are in this workbook: a sheet was deleted or renamed. Choose Open forms again to make them anew.',
    'other-workbook': 'Another workbook is in front. Click the one with the forms, then try again.',
    'too-old':
      'This Excel lacks something that is needed. Update Office, or ask the office for the forms as a file.',
    unknown:
      'Excel could not do it. The figures in the workbook are intact; try again in a moment.',
  },
}
