/** The pane itself, whatever is in it. */
import type { Words } from '../words.ts'

export const shell: Words['shell'] = {
  skip: 'Skip to content',
  help: 'Help',
  checkCode: 'Check code',
  plain: 'Fill in a plain Excel file',
  withoutExcel: 'Go on without Excel',
  tooOld: {
    title: 'This Excel is too old',
    text: 'Forms are opened and checked in Microsoft 365, Office 2021 or later, or Excel on the web. Update Office (File → Account → Update Options), or fill in a plain Excel file. Who has submitted and the receipts can be seen here too.',
  },
}
