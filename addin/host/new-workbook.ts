/** Opens a file as a new workbook in a window of its own; the pane and its workbook stay where they are. */
import { demand } from './capabilities.ts'
import type { Queue } from './run.ts'

/**
 * @param base64 an .xlsx
 * @throws HostError `too-old` before ExcelApi 1.8
 */
export const openInNewWorkbook = (queue: Queue, base64: string): Promise<void> =>
  queue.run(
    async () => {
      demand('newWorkbook')
      // waits for a cell being edited by itself
      await Excel.createWorkbook(base64)
    },
    { name: 'openInNewWorkbook' },
  )
