/** Attends to the workbook while the unit's forms are open: where the person is, and what has changed. */
import type { Stop, Workbook } from '../../host/port.ts'
import { checkNow } from '../check/checking.ts'
import type { Store } from '../store.ts'
import { hostCode, isOurs } from './opening.ts'

/** Typing comes in bursts; one reading after the burst is enough. */
const pause = 600
/** So does moving about with the arrow keys; the card follows when the person stops. */
const rest = 150

/** @returns stops attending, also when it had not begun yet */
export function attend(store: Store, workbook: Workbook): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let follow: ReturnType<typeof setTimeout> | undefined
  let over = false
  const stops: Stop[] = []
  const keep = (stop: Stop) => {
    if (over) void stop()
    else stops.push(stop)
  }
  const begin = async () => {
    try {
      keep(
        await workbook.followSelection(selection => {
          clearTimeout(follow)
          // the event says where; nothing is asked of the workbook
          follow = setTimeout(() => store.dispatch({ type: 'selected', selection }), rest)
        }),
      )
      keep(
        await workbook.watchChanges(() => {
          clearTimeout(timer)
          timer = setTimeout(() => {
            if (isOurs(store.state())) void checkNow(store)
          }, pause)
        }),
      )
    } catch (error) {
      store.dispatch({ type: 'host-failed', code: hostCode(error) })
    }
  }
  void begin()
  return () => {
    over = true
    clearTimeout(timer)
    clearTimeout(follow)
    for (const stop of stops) void stop()
  }
}
