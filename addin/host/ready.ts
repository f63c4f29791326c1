/**
 * Where the pane runs. Office.js can come late or not at all (CDN outages, office-js 3418, 6946), and the pane must say
 * so instead of waiting for ever; when it comes after all, that is told too. Never throws.
 */
import { tierOf } from './capabilities.ts'

export type Surroundings =
  | 'excel'
  /** Excel answers, but lacks what the pane cannot do without */
  | 'too-old'
  /** a plain browser: everything that needs no workbook */
  | 'browser'
  /** opened by Excel, but Office.js has not answered yet */
  | 'unreachable'

/**
 * @param tell called once, or twice when Excel answers after we have given it up
 * @param patience milliseconds until it is given up
 */
export async function surroundings(
  tell: (found: Surroundings) => void,
  patience = 8000,
): Promise<void> {
  const giveUp = setTimeout(() => tell(openedByOffice() ? 'unreachable' : 'browser'), patience)
  const host = (await arrived()) ? await hostName() : ''
  clearTimeout(giveUp)
  tell(host !== 'Excel' ? 'browser' : tierOf() === 'below' ? 'too-old' : 'excel')
}

/** Waits for the library as long as it takes; false in a plain browser that has finished loading without it. */
async function arrived(): Promise<boolean> {
  while (typeof Office === 'undefined' || !Office.onReady) {
    if (!openedByOffice() && document.readyState === 'complete') return false
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return true
}

/** Outside Office the library answers with no host. */
const hostName = (): Promise<string> =>
  new Promise(resolve => {
    // a library that fails to start is one that does not answer
    Office.onReady().then(
      answer => resolve(String(answer.host)),
      () => undefined,
    )
  })

/** Excel names itself in the pane's address, and the library keeps that for reloads. */
function openedByOffice(): boolean {
  if (/[?&]_host_info=/iu.test(location.search)) return true
  try {
    return sessionStorage.getItem('hostInfoValue') !== null
  } catch {
    // storage may be forbidden in a frame; then only the address tells
    return false
  }
}
