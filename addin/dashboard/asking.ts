/** The only place of this page that fetches: the public JSON, signing in and out, and the same answers as files. */

import type { ProblemDocument, Session } from '../../shared/protocol.ts'
import { fileName, Refused, Unreachable } from '../api.ts'

const root = '/api/v1'
/** Milliseconds; a request that takes longer has met a dead network. */
const patience = 30_000

export type Fetched = { readonly value: unknown; readonly tag: string | null }

/**
 * @param tag of the answer that is already here
 * @returns null when that one is still current
 * @throws Refused, Unreachable
 */
export async function fetched(
  path: string,
  token: string,
  tag: string | null,
): Promise<Fetched | null> {
  const known = tag === null ? {} : { 'If-None-Match': tag }
  const response = await ask('GET', path, token, { Accept: 'application/json', ...known })
  if (response.status === 304) return null
  return { value: await whole(response.json()), tag: response.headers.get('ETag') }
}

/** @throws Refused, Unreachable */
export async function signIn(code: string): Promise<Session> {
  const body = JSON.stringify({ code })
  const response = await ask(
    'POST',
    '/sessions',
    null,
    { 'Content-Type': 'application/json' },
    body,
  )
  // the worker parses with the schema this type comes from
  return (await whole(response.json())) as Session
}

/** The server forgets too when it can be reached; nobody waits for it. */
export function signOut(token: string): void {
  ask('DELETE', '/sessions/current', token, {}).catch(() => undefined)
}

/** The same figures as a file of comma separated values. @throws Refused, Unreachable */
export async function asCsv(path: string, token: string): Promise<{ name: string; content: Blob }> {
  const asked = `${path}${path.includes('?') ? '&' : '?'}format=csv`
  const response = await ask('GET', asked, token, { Accept: 'text/csv' })
  const disposition = response.headers.get('Content-Disposition')
  const name = disposition
    ? fileName(disposition)
    : `${path.slice(1).replace(/[^\w-]+/gu, '-')}.csv`
  return { name, content: await whole(response.blob()) }
}

async function ask(
  method: string,
  path: string,
  token: string | null,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Response> {
  const bearer = token === null ? {} : { Authorization: `Bearer ${token}` }
  const response = await fetch(`${root}${path}`, {
    ...{ method, headers: { ...headers, ...bearer }, signal: AbortSignal.timeout(patience) },
    ...(body === undefined ? {} : { body }),
  }).catch(cause => {
    throw new Unreachable(path, { cause })
  })
  if (!response.ok && response.status !== 304) throw new Refused(await problemOf(response))
  return response
}

/** An answer that broke off has not come. */
const whole = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch(cause => {
    throw new Unreachable('answer', { cause })
  })

async function problemOf(response: Response): Promise<ProblemDocument> {
  const unknown: ProblemDocument = { type: 'about:blank', title: '', status: response.status }
  const body: unknown = await response.json().catch(() => null)
  return body !== null && typeof body === 'object' ? { ...unknown, ...body } : unknown
}
