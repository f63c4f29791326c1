/**
 * Where our sheets stand in the workbook now: one message, whatever people did to tabs, names and protection. The block's
 * name says which sheet is ours; a lost name falls back to the sheet of our title.
 */
import type { SheetLayout } from '../../shared/layout.ts'
import type { Area, Mark } from './port.ts'
import type { Sync } from './run.ts'

export type Standing = {
  readonly layout: SheetLayout
  /** undefined: no sheet has the block or our title */
  readonly worksheet: Excel.Worksheet | undefined
  /** where the name says the block is; undefined without a name that leads to the sheet */
  readonly area: Area | undefined
  readonly marks: readonly Mark[]
  /** sheets Excel named as copies of this one, "Biểu 3 (2)" */
  readonly copies: readonly Excel.Worksheet[]
}

export async function standings(
  context: Excel.RequestContext,
  sync: Sync,
  sheets: readonly SheetLayout[],
): Promise<Standing[]> {
  const { names, worksheets } = context.workbook
  names.load('items/name,items/formula')
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected')
  await sync()
  const named = new Map(names.items.map(item => [item.name.toLowerCase(), String(item.formula)]))
  const titled = new Map(worksheets.items.map(item => [item.name.toLowerCase(), item]))
  return sheets.map(layout => {
    const title = layout.sheet.toLowerCase()
    const reference = referenceIn(named.get(layout.block.name.toLowerCase()))
    const byName = titled.get(reference?.sheet.toLowerCase() ?? '')
    const worksheet = byName ?? titled.get(title)
    const copies = worksheets.items.filter(
      item => item !== worksheet && isCopy(item.name.toLowerCase(), title),
    )
    return {
      layout,
      worksheet,
      area: byName ? reference?.area : undefined,
      copies,
      marks: worksheet ? marksOf(layout, worksheet, byName !== undefined, copies.length > 0) : [],
    }
  })
}

function marksOf(
  { sheet }: SheetLayout,
  worksheet: Excel.Worksheet,
  hasName: boolean,
  isCopied: boolean,
): Mark[] {
  const said: Record<Mark, boolean> = {
    renamed: worksheet.name.toLowerCase() !== sheet.toLowerCase(),
    'name-lost': !hasName,
    unprotected: !worksheet.protection.protected,
    copied: isCopied,
    hidden: worksheet.visibility !== 'Visible',
  }
  // the keys are the table's own
  return (Object.keys(said) as Mark[]).filter(mark => said[mark])
}

const isCopy = (name: string, title: string): boolean =>
  name.startsWith(`${title} (`) && /^\(\d+\)$/u.test(name.slice(title.length + 1))

/** Sheet and rectangle of "='Biểu 3'!$E$9:$E$40"; undefined for "=#REF!" and whatever else a name may say. */
function referenceIn(
  formula: string | undefined,
): { readonly sheet: string; readonly area: Area } | undefined {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u.exec(formula ?? '')
  const area = areaOf(match?.[3] ?? '')
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2]
  return sheet !== undefined && area ? { sheet, area } : undefined
}

/** "$E$9:$E$40" or "E9"; undefined for whole rows and columns, several areas, or no address. */
export function areaOf(address: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(address)
  if (!match) return undefined
  const [, left = '', top = '', right = left, bottom = top] = match
  return {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
