/**
 * The only place that calls `Excel.run`. Operations run one after another: Office keeps at most 50 waiting batches, and
 * interleaved runs are the usual cause of event loops (docs "correlated objects pattern"). Never runs two at a time.
 */
import { hostError, mayPass } from './office-errors.ts'

/** Sends what is queued and waits for the answer; use this one, not the context's own. */
export type Sync = () => Promise<void>
export type Work<T> = (context: Excel.RequestContext, sync: Sync) => Promise<T>

export type Turn = {
  /** the operation changes the workbook, so that its echoes can be told from people's changes */
  readonly writes?: boolean
  /** handlers are removed in the context they were added in */
  readonly context?: OfficeExtension.ClientRequestContext
}

export type Queue = {
  /** Runs the work when its turn comes; it may run twice, so it keeps no state outside. @throws HostError */
  run<T>(work: Work<T>, turn?: Turn): Promise<T>
  /** a writing operation runs, or ended so recently that its events may still arrive */
  readonly isWriting: () => boolean
}

/** Told `true` when Excel keeps us waiting for a cell being edited, `false` when it goes on. */
export type CellEditHint = (waiting: boolean) => void

export type Delays = {
  readonly hint: number
  readonly retry: number
  /** how long after a write its events may arrive */
  readonly echo: number
}
const usual: Delays = { hint: 400, retry: 300, echo: 500 }

export function createQueue(onCellEdit: CellEditHint, delays: Delays = usual): Queue {
  let last: Promise<unknown> = Promise.resolve()
  let writers = 0

  const attempt = async <T>(work: Work<T>, context: Turn['context']): Promise<T> => {
    let hinted = false
    const timer = setTimeout(() => {
      hinted = true
      onCellEdit(true)
    }, delays.hint)
    const answered = () => {
      clearTimeout(timer)
      if (hinted) onCellEdit(false)
      hinted = false
    }
    // clicking the pane does not end editing; Excel holds the batch back until Enter (office-js 3388, docs "delay in cell edit")
    const options = { delayForCellEdit: true, ...(context ? { previousObjects: context } : {}) }
    try {
      return await Excel.run(options, running =>
        work(running, async () => {
          await running.sync()
          answered()
        }),
      )
    } catch (error) {
      throw hostError(error)
    } finally {
      answered()
    }
  }

  const turnOf = async <T>(work: Work<T>, { writes, context }: Turn): Promise<T> => {
    if (writes) writers += 1
    try {
      return await attempt(work, context)
    } catch (error) {
      const failed = hostError(error)
      if (!mayPass(failed)) throw failed
      await new Promise(resolve => setTimeout(resolve, delays.retry))
      return await attempt(work, context)
    } finally {
      if (writes) setTimeout(() => (writers -= 1), delays.echo)
    }
  }

  return {
    run: (work, turn = {}) => {
      const mine = last.then(() => turnOf(work, turn))
      last = mine.catch(() => undefined)
      return mine
    },
    isWriting: () => writers > 0,
  }
}
