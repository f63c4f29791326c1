// Protection of one worksheet. Never lenient: Excel refuses protecting twice and unprotecting
// what is open (office-js issue 6784).
import {
  type Permission,
  permissions,
  type SelectionMode,
  selectionModes,
} from '../workbook/page.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { type Argument, Facade, fields, oneOf, text, truth } from './facade.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { invalid } from './refusal.ts'

function readOptions(value: Argument | undefined): {
  allowed: Permission[]
  selectionMode: SelectionMode
} {
  const given = (value ?? null) === null ? {} : fields(value)
  const known: readonly string[] = [...permissions, 'selectionMode']
  const unknown = Object.keys(given).find(option => !known.includes(option))
  if (unknown) throw invalid(`protection option ${unknown}`)
  return {
    allowed: permissions.filter(permission => truth(given[permission] ?? false)),
    selectionMode: oneOf(selectionModes, given.selectionMode ?? 'Normal'),
  }
}

function password(value: Argument | undefined): string {
  return (value ?? null) === null ? '' : text(value)
}

export function protection({ workbook }: HostState, sheet: Sheet): Facade {
  return new Facade('WorksheetProtection', {
    get: {
      protected: () => sheet.guard.isProtected,
      options: () => {
        const options: Record<string, Json> = { selectionMode: sheet.guard.selectionMode }
        for (const permission of permissions) {
          options[permission] = sheet.guard.isProtected && sheet.guard.allows(permission)
        }
        return options
      },
    },
    act: {
      protect: (options, secret) => {
        const { allowed, selectionMode } = readOptions(options)
        workbook.protect(sheet, allowed, selectionMode, password(secret))
      },
      unprotect: secret => workbook.unprotect(sheet, password(secret)),
    },
  })
}
