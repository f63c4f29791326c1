/**
 * The only place that calls `Excel.run`. Operations run one after another: Office keeps at most 50 waiting batches, and
 * interleaved runs are the usual cause of event loops (docs "correlated objects pattern"). Never runs two at a time.
 */
import { can } from './capabilities.ts'
import { hostError, mayPass, type Task } from './office-errors.ts'
import { noteOperation, type Operation } from './recent-operations.ts'

export { recentOperations } from './recent-operations.ts'

/** Sends what is queued and waits for the answer; use this one, not the context's own. */
export type Sync = () => Promise<void>
export type Work<T> = (context: Excel.RequestContext, sync: Sync) => Promise<T>

export type Turn = Task & {
  /** what it is called among the recent operations */
  readonly name?: string
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

  const attempt = async <T>(work: Work<T>, turn: Turn, syncs: () => void): Promise<T> => {
    const { context, writes } = turn
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
    const options = {
      delayForCellEdit: true,
      ...(context ? { previousObjects: context } : {}),
      // one command is one step for Ctrl+Z
      ...(writes && can('oneUndoStep') ? { mergeUndoGroup: true } : {}),
    }
    try {
      return await Excel.run(options, running =>
        work(running, async () => {
          syncs()
          await running.sync()
          answered()
        }),
      )
    } catch (error) {
      throw hostError(error, turn)
    } finally {
      answered()
    }
  }

  const turnOf = async <T>(work: Work<T>, turn: Turn, syncs: () => void): Promise<T> => {
    if (turn.writes) writers += 1
    try {
      return await attempt(work, turn, syncs)
    } catch (error) {
      const failed = hostError(error)
      if (!mayPass(failed)) throw failed
      await new Promise(resolve => setTimeout(resolve, delays.retry))
      return await attempt(work, turn, syncs)
    } finally {
      if (turn.writes) setTimeout(() => (writers -= 1), delays.echo)
    }
  }

  /** Notes how it went, for the help desk; never what it was about. */
  const noted = async <T>(work: Work<T>, turn: Turn): Promise<T> => {
    const start = Date.now()
    let syncs = 0
    const note = (outcome: Operation['outcome'], officeCode?: string) =>
      noteOperation({
        name: turn.name ?? 'other',
        start: new Date(start).toISOString(),
        milliseconds: Date.now() - start,
        syncs,
        outcome,
        ...(officeCode === undefined ? {} : { officeCode }),
      })
    try {
      const answer = await turnOf(work, turn, () => {
        syncs += 1
      })
      note('done')
      return answer
    } catch (error) {
      const { code, officeCode } = hostError(error)
      note(code, officeCode)
      throw error
    }
  }

  return {
    run: (work, turn = {}) => {
      const mine = last.then(() => noted(work, turn))
      last = mine.catch(() => undefined)
      return mine
    },
    isWriting: () => writers > 0,
  }
}
