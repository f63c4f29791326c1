/** Protects our sheets that somebody opened, as they were laid out: without a password, what is protected left alone. */
import type { SheetLayout } from '../../shared/layout.ts'
import { demand } from './capabilities.ts'
import type { Queue } from './run.ts'
import { standings } from './standing.ts'

/** People may widen columns and unfold rows; without a password, so that nobody is ever locked out. */
export const asLaidOut: Excel.WorksheetProtectionOptions = {
  allowFormatColumns: true,
  allowFormatRows: true,
}

export const protectSheets = (queue: Queue, sheets: readonly SheetLayout[]): Promise<void> =>
  queue.run(
    async (context, sync) => {
      demand('names')
      // Excel refuses to protect twice (office-js 6784)
      for (const { worksheet } of await standings(context, sync, sheets))
        if (worksheet && !worksheet.protection.protected) worksheet.protection.protect(asLaidOut)
      await sync()
    },
    { name: 'protect', writes: true },
  )
