/**
 * The typed client of the wire: one function per request the pane makes. It knows two ways to fail: the server refused
 * and said why, or no answer came at all.
 */
import type {
  CatalogueAnswer,
  PeriodSummary,
  ProblemDocument,
  Progress,
  Receipt,
  Session,
  SheetAnswer,
  Submission,
} from '../shared/protocol.ts'

/** The server answered and refused; `problem.title` is a Vietnamese sentence. */
export class Refused extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(`${problem.status} ${problem.type}`)
    this.problem = problem
  }
}

/** No answer: whether the request arrived is not known. */
export class Unreachable extends Error {}

export type Download = { readonly name: string; readonly content: Blob }
export type Api = ReturnType<typeof connect>

const root = '/api/v1'
/** A request that takes longer has met a dead network. */
const patience = 30_000

/** @param token the bearer token of the moment, null before sign-in */
export function connect(token: () => string | null) {
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const bearer = token()
    const headers = {
      Accept: 'application/json',
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    }
    const response = await fetch(`${root}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(cause => {
      throw new Unreachable(path, { cause })
    })
    if (!response.ok) throw new Refused(await problemOf(response))
    return response
  }
  // the worker parses with the schemas these types come from
  const answer = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await ask(method, path, body)
    const text = await response.text().catch(cause => {
      throw new Unreachable(path, { cause })
    })
    return JSON.parse(text) as T
  }
  const get = <T>(path: string) => answer<T>('GET', path)

  return {
    signIn: (code: string) => answer<Session>('POST', '/sessions', { code }),
    signOut: () => ask('DELETE', '/sessions/current'),
    periods: () => get<PeriodSummary[]>('/periods'),
    catalogue: (period: string) => get<CatalogueAnswer>(`/catalogue?period=${period}`),
    sheet: (period: string) => get<SheetAnswer>(`/periods/${period}/sheet`),
    progress: (period: string) => get<Progress>(`/periods/${period}/progress`),
    submit: (period: string, unit: string, id: string, body: Submission) =>
      answer<Receipt>('PUT', `/periods/${period}/units/${unit}/submissions/${id}`, body),
    annex: async (period: string): Promise<Download> => {
      const response = await ask('GET', `/periods/${period}/annex.xlsx`)
      const content = await response.blob().catch(cause => {
        throw new Unreachable(period, { cause })
      })
      return { content, name: fileName(response.headers.get('Content-Disposition')) }
    },
  }
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const unknown: ProblemDocument = { type: 'about:blank', title: '', status: response.status }
  const body: unknown = await response.json().catch(() => null)
  // anything in between (a proxy, a captive portal) may answer with something else
  return body !== null && typeof body === 'object' ? { ...unknown, ...body } : unknown
}

/** The name in Content-Disposition; the encoded form (RFC 8187) first. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1]
  const plain = /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (plain ?? 'phu-luc.xlsx')
}
