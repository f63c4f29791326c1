/**
 * Looks at what a person just pasted, once, after the burst. One cell typed by hand brings no message; one that was pasted
 * and came locked does. Reads only.
 */
import { rangeAddress } from '../../../shared/layout/address.ts'
import type { Area, Change, Stop, Workbook } from '../../host/port.ts'
import { hostCode, isOurs } from '../fill/opening.ts'
import type { Store } from '../store.ts'
import { lookAgain } from './mending.ts'
import { isClean, pastedIn } from './pasted.ts'
import { diagnoseNow } from './rebuilding.ts'

/** The check begins before, so that this look waits behind its reading and delays nothing. */
const pause = 700
/** More separate areas than this are one person's whole afternoon, not a paste. */
const mostAreas = 6

/** @returns stops watching, also when it had not begun yet */
export function watchPastes(store: Store, workbook: Workbook): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: { sheet: string; change: Change }[] = []
  let stop: Stop | undefined
  let over = false
  const noticed = () => {
    const burst = seen
    seen = []
    void lookAt(store, burst)
  }
  const begin = async () => {
    try {
      stop = await workbook.watchChanges((sheet, change) => {
        seen.push({ sheet, change })
        clearTimeout(timer)
        timer = setTimeout(noticed, pause)
      })
      if (over) await stop()
    } catch {
      // an Excel too old to tell of changes is spoken of by whoever attends to it
    }
  }
  void begin()
  return () => {
    over = true
    clearTimeout(timer)
    void stop?.()
  }
}

/** Reports the last sheet of a burst as one thing. */
export async function lookAt(
  store: Store,
  burst: readonly { readonly sheet: string; readonly change: Change }[],
): Promise<void> {
  const { book, laid } = store.state().fill
  const last = burst.at(-1)
  const workbook = store.workbook()
  if (!workbook || !book || !last || !isOurs(store.state())) return
  if (burst.some(({ change }) => change.structure)) {
    await diagnoseNow(store)
    return
  }
  const layout = laid.find(({ sheet }) => sheet === last.sheet)
  const changes = burst.filter(({ sheet }) => sheet === last.sheet).map(({ change }) => change)
  if (!layout) return
  const areas = distinct(changes.flatMap(change => change.areas)).flatMap(
    area => within(area, layout.rows.length, layout.widths.length) ?? [],
  )
  if (areas.length === 0 || areas.length > mostAreas) return
  try {
    const looked = []
    for (const area of areas) looked.push(await workbook.look(layout, area))
    const remote = changes.some(change => change.remote)
    const where = areas.map(addressOf).join(', ')
    const pasted = pastedIn(book, layout, looked, where, remote)
    const many = changes.some(change => change.areas.some(area => sizeOf(area) > 1))
    const empty = looked.every(({ cells }) => cells.flat().every(({ value }) => value === ''))
    // deleting is no news, typing neither; what a co-author does is
    const news = remote || (many && !empty) || !isClean(pasted)
    if (pasted.count > 0 && news) {
      store.dispatch({ type: 'pasted', pasted })
      return
    }
    const before = store.state().repair.pasted
    // somebody mended by hand what the last report named
    if (before?.sheet === layout.sheet && !isClean(before)) {
      const after = await lookAgain(workbook, book, layout, before)
      store.dispatch({ type: 'pasted', pasted: isClean(after) ? null : after })
    }
  } catch (error) {
    // looking is a courtesy: what stands in its way is said when the person does something
    hostCode(error)
  }
}

const addressOf = ({ top, left, bottom, right }: Area): string =>
  rangeAddress(top, left, bottom, right)
const sizeOf = ({ top, left, bottom, right }: Area): number =>
  (bottom - top + 1) * (right - left + 1)
const distinct = (areas: readonly Area[]): Area[] => [
  ...new Map(areas.map(area => [addressOf(area), area])).values(),
]

/** The part of an area that lies on the form. */
function within(area: Area, rows: number, columns: number): Area | undefined {
  const part = {
    ...area,
    bottom: Math.min(area.bottom, rows),
    right: Math.min(area.right, columns),
  }
  return part.top <= part.bottom && part.left <= part.right ? part : undefined
}
