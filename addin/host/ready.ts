/**
 * Where the pane runs. Office.js can come late or not at all (CDN outages, office-js 3418, 6946), and the pane must say
 * so instead of waiting for ever. Never throws.
 */
export type Surroundings =
  | 'excel'
  /** a plain browser: everything that needs no workbook */
  | 'browser'
  /** opened by Excel, but Office.js does not answer */
  | 'unreachable'

export async function surroundings(patience = 8000): Promise<Surroundings> {
  const deadline = Date.now() + patience
  while (typeof Office === 'undefined' || !Office.onReady) {
    if (!openedByOffice() && document.readyState === 'complete') return 'browser'
    if (Date.now() >= deadline) return 'unreachable'
    await pause(100)
  }
  const answer = await Promise.race([Office.onReady(), pause(deadline - Date.now())])
  if (!answer) return openedByOffice() ? 'unreachable' : 'browser'
  // outside Office the library answers with no host
  return String(answer.host) === 'Excel' ? 'excel' : 'browser'
}

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

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise(resolve => setTimeout(() => resolve(undefined), milliseconds))
