/** What the pane takes from its surroundings besides the workbook: light or dark, and the storage prefix of the frame. */

/** The host's theme; alone in a browser the system's. */
export function isDark(): boolean {
  const theme = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme
  if (!theme) return matchMedia('(prefers-color-scheme: dark)').matches
  return theme.isDarkTheme ?? isDarkInk(theme.bodyBackgroundColor)
}

/** Older hosts only tell their colours ("#262626"). */
function isDarkInk(background: string | undefined): boolean {
  const parts = background?.match(/[0-9a-f]{2}/giu)?.map(part => Number.parseInt(part, 16))
  const [red = 255, green = 255, blue = 255] = parts ?? []
  return red * 0.3 + green * 0.6 + blue * 0.1 < 110
}

/** Storage of the web host is shared by everything in the same frame origin unless names carry this key. */
export const partition = (): string =>
  (typeof Office === 'undefined' ? undefined : Office.context?.partitionKey) ?? ''

/** The host has no event for a changed theme; coming back to the pane is the moment to look again. */
export function onReturn(look: () => void): () => void {
  const events = ['focus', 'pageshow'] as const
  for (const event of events) addEventListener(event, look)
  document.addEventListener('visibilitychange', look)
  return () => {
    for (const event of events) removeEventListener(event, look)
    document.removeEventListener('visibilitychange', look)
  }
}
