/** The demo agency's people and the API, without a browser: their codes, signing in, reading. */
import { readFileSync } from 'node:fs'
import type { Session } from '../../shared/protocol.ts'

export type Code = { role: string; unit: string | null; code: string }

/** @param base of the server; known once it has started */
export function askingAt(base: () => string, accessFile: string) {
  const codes = (): Code[] => JSON.parse(readFileSync(accessFile, 'utf8')).codes
  const enter = (code: string | undefined): Promise<Response> =>
    fetch(`${base()}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
  return {
    codes,
    enter,
    /** The code of a unit or of a role. @throws Error when the demo has none */
    codeOf(who: string): string {
      const found = codes().find(one => one.unit === who || one.role === who)
      if (!found) throw new Error(`no code for ${who}`)
      return found.code
    },
    /** Reads as the holder of a code. */
    async get<T>(code: string, path: string): Promise<T> {
      const { token } = (await (await enter(code)).json()) as Session
      const headers = { Authorization: `Bearer ${token}` }
      return (await (await fetch(`${base()}/api/v1${path}`, { headers })).json()) as T
    },
  }
}
