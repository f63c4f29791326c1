/** The unit's forms as a workbook that needs no add-in. */
import type { Words } from '../words.ts'

export const plain: Words['plain'] = {
  title: 'Fill in a plain Excel file',
  text: 'The file has all forms of the unit for the period, the figures of the period before, and a column “Kiểm tra” that says which line is wrong. It opens in Excel 2010 and later, LibreOffice and WPS. When it is filled, upload it below.',
  upload: 'Upload filled forms…',
  import: 'Import from the one-stop software…',
  fromFiles: 'Figures from a file',
  loading: 'Opening…',
  take: 'Download the forms (.xlsx)',
  taking: 'Downloading the forms…',
  saved: name => `${name} is in the Downloads folder.`,
}
