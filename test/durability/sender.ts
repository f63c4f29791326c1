/**
 * Sends a request until it is answered, as the pane does: under the same id, with the same content, however often the
 * server dies in between.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Killable } from './server.ts'

export type Sent = {
  readonly method: 'PUT' | 'POST' | 'GET'
  /** below /api/v1 */
  readonly path: string
  readonly token?: string
  readonly body?: string
}
export type Answered = {
  readonly status: number
  readonly text: string
  /** how often the server died after it had the request and before it answered */
  readonly cut: number
  /** whether the client hung up on the first answer */
  readonly hungUp: boolean
}

/** Milliseconds before the next try at a server that is busy or just gone. */
const soon = 5

/** @param patience milliseconds after which the client hangs up, once */
export async function untilAnswered(
  server: Killable,
  { method, path, token, body }: Sent,
  patience?: number,
): Promise<Answered> {
  const init = {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body }),
  }
  let cut = 0
  let hungUp = false
  for (;;) {
    const url = await server.address()
    const signal = patience === undefined || hungUp ? null : AbortSignal.timeout(patience)
    try {
      const response = await fetch(`${url}/api/v1${path}`, { ...init, signal })
      const text = await response.text()
      if (response.status !== 503) return { status: response.status, text, cut, hungUp }
    } catch (error) {
      if (signal?.aborted) hungUp = true
      else if (!isRefused(error)) cut += 1
    }
    await pause(soon)
  }
}

/** Nobody was there, so nothing was sent. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'ECONNREFUSED'
