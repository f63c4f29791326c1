/**
 * Answers of the server by path: asked once, asked again by their tag, and kept on the screen when no newer one comes. What
 * is shown always says from when it is.
 */
import { Refused } from '../api.ts'
import type { Fetched } from './asking.ts'

export type Trouble =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly status: number; readonly says: string }

export type Answer<T> = {
  readonly value?: T
  /** when the server last said that this is so; milliseconds since 1970 */
  readonly at?: number
  /** why there is no newer one */
  readonly trouble?: Trouble
  readonly asking: boolean
}

/** A path with the type of its answer, which the worker's schemas hold it to. */
export type Asked<T> = {
  readonly path: string
  /** of a period that is past: not asked again every minute */
  readonly steady?: boolean
  readonly answers?: T
}

type Kept = Answer<unknown> & { readonly tag: string | null }
type Ask = (path: string, tag: string | null) => Promise<Fetched | null>

const nothing: Kept = { asking: false, tag: null }
/** Milliseconds; what was confirmed that recently need not be asked for when it comes back to the screen. */
const fresh = 30_000

export type Answers = ReturnType<typeof answersBy>

/**
 * @param expired called when the server no longer knows the session
 * @param now milliseconds since 1970
 */
export function answersBy(ask: Ask, expired: () => void, now: () => number = Date.now) {
  const kept = new Map<string, Kept>()
  const wanted = new Map<string, { asked: Asked<unknown>; times: number }>()
  const listeners = new Set<() => void>()
  const put = (path: string, answer: Kept) => {
    kept.set(path, answer)
    for (const listener of listeners) listener()
  }

  async function load(path: string): Promise<void> {
    const before = kept.get(path) ?? nothing
    if (before.asking) return
    put(path, { ...before, asking: true })
    try {
      const answer = await ask(path, before.tag)
      const at = now()
      if (answer) put(path, { value: answer.value, tag: answer.tag, at, asking: false })
      else put(path, { value: before.value, tag: before.tag, at, asking: false })
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) expired()
      put(path, { ...before, asking: false, trouble: troubleOf(error) })
    }
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    at: (path: string): Answer<unknown> => kept.get(path) ?? nothing,
    /** Somebody looks at it. @returns that nobody does any more */
    want(asked: Asked<unknown>): () => void {
      const { path } = asked
      wanted.set(path, { asked, times: (wanted.get(path)?.times ?? 0) + 1 })
      const known = kept.get(path)
      if (known?.at === undefined || (!asked.steady && now() - known.at > fresh)) void load(path)
      return () => {
        const times = (wanted.get(path)?.times ?? 1) - 1
        if (times > 0) wanted.set(path, { asked, times })
        else wanted.delete(path)
      }
    },
    /** Asks again for everything that is looked at and may have changed, or did not come. */
    async refresh(): Promise<void> {
      const due = [...wanted.values()].filter(
        ({ asked }) => !asked.steady || kept.get(asked.path)?.trouble,
      )
      await Promise.all(due.map(({ asked }) => load(asked.path)))
    },
    /** Of all that is looked at: what is under way, the oldest confirmation, whether the server could not be reached. */
    standing(): { asking: number; oldest: number | undefined; unreachable: boolean } {
      const looked = [...wanted.keys()].map(path => kept.get(path) ?? nothing)
      const times = [...wanted.values()].flatMap(({ asked }) =>
        asked.steady ? [] : (kept.get(asked.path)?.at ?? []),
      )
      return {
        asking: looked.filter(({ asking, value }) => asking && value === undefined).length,
        oldest: times.length > 0 ? Math.min(...times) : undefined,
        unreachable: looked.some(({ trouble }) => trouble?.kind === 'unreachable'),
      }
    },
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Refused)) return { kind: 'unreachable' }
  const { status, title, detail } = error.problem
  return { kind: 'refused', status, says: detail ?? title }
}
