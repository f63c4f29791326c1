/** What goes on behind an answer, as Cloudflare's `waitUntil` has it there. Node only. */
import { setTimeout as pause } from 'node:timers/promises'

export type Behind = {
  /** what a request is given */
  readonly context: ExecutionContextOfNode
  /** says that the server ends */
  readonly ending: AbortSignal
  /** Begins nothing more and waits for what is under way, `grace` milliseconds at most. */
  end(grace: number): Promise<void>
}
type ExecutionContextOfNode = {
  waitUntil(work: Promise<unknown>): void
  passThroughOnException(): void
  readonly props: object
}

export function behind(): Behind {
  const underWay = new Set<Promise<unknown>>()
  const controller = new AbortController()
  return {
    context: {
      waitUntil(work) {
        const done = work.catch(() => {}).finally(() => underWay.delete(done))
        underWay.add(done)
      },
      passThroughOnException() {},
      props: {},
    },
    ending: controller.signal,
    async end(grace) {
      controller.abort()
      const late = new AbortController()
      const enough = pause(grace, undefined, { signal: late.signal }).catch(() => {})
      await Promise.race([Promise.all(underWay), enough])
      late.abort()
    },
  }
}
