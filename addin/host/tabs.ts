/**
 * Which worksheet, by its lasting id, is which of our sheets: people rename tabs, and events and selection must still
 * find their sheet. Filled by `layOut` and `read`; a worksheet not in here is not ours.
 */
export type Tabs = {
  learn(id: string, sheet: string): void
  /** our name of the sheet, whatever its tab says now */
  sheetOf(id: string): string | undefined
  /** what `worksheets.getItem` finds it by */
  keyOf(sheet: string): string
}

export function createTabs(): Tabs {
  const sheets = new Map<string, string>()
  return {
    learn: (id, sheet) => {
      for (const [known, name] of sheets) if (name === sheet) sheets.delete(known)
      sheets.set(id, sheet)
    },
    sheetOf: id => sheets.get(id),
    keyOf: sheet => [...sheets].find(([, name]) => name === sheet)?.[0] ?? sheet,
  }
}
