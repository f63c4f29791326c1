/** What is said of files that are taken in. */
import type { FilesWords } from '../files.ts'
import { oneStop } from './one-stop.ts'
import { upload } from './upload.ts'

export const files: FilesWords = {
  chosen: {
    choose: 'Choose a file…',
    drop: 'or drop it here',
    dropNow: 'Drop it to send it',
    oneOnly: 'One file at a time. Drop a single file.',
    tooLarge: megabytes =>
      `The file is larger than ${megabytes} MB and was not sent; filled forms take about 0,1 MB. Remove pictures and other sheets, save it and choose it again.`,
    unreadable:
      'The file could not be read on this machine. If it is open in Excel, save and close it, then choose it again.',
  },
  upload,
  oneStop,
}
