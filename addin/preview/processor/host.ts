// The host side of the client library's bridge over an in-memory workbook, with the switches by
// which tests and the preview make it behave like an Excel on a bad day.
// Never touches a page or a process: text in, text out.
import type { Workbook } from '../workbook/workbook.ts'
import { runBatch } from './batch.ts'
import { entriesFor } from './events.ts'
import type { HostState } from './host-state.ts'
import {
  type Answer,
  answerText,
  eventText,
  isCleanup,
  type Request,
  readRequest,
  requestFlags,
} from './protocol.ts'
import { moveReferences } from './references.ts'

/** Excel on the web refuses larger requests and answers; elsewhere there is no such limit. */
export const webPayloadLimit = 5 * 1024 * 1024

export interface HostOptions {
  /** milliseconds each answer takes; 0 answers in the next microtask */
  latency?: number
  /** bytes of one request or answer; without it what the platform has */
  payloadLimit?: number
  /** highest ExcelApi version, such as `1.14` */
  apiLevel?: string
  platform?: 'PC' | 'Mac' | 'OfficeOnline'
}

export interface Host {
  readonly workbook: Workbook
  latency: number
  payloadLimit: number | undefined
  apiLevel: string
  platform: 'PC' | 'Mac' | 'OfficeOnline'
  /** A cell is being edited: requests fail, or wait when they asked for it. */
  editMode: boolean
  /** Another workbook is in front: what shows or adds a sheet fails. */
  focusElsewhere: boolean
  /** Workbooks the add-in had opened, as base64; `''` for an empty one. */
  readonly opened: readonly string[]
  /** Events get lost. */
  dropEvents: boolean
  /** The next request that is no clean-up fails with this code and does nothing. */
  failNext: string | undefined
  /** Receives a request; `reply` gets its answer. */
  sendMessageToHost(text: string, reply: (text: string) => void): void
  /** Where events go, until the returned function is called. */
  listen(receive: (text: string) => void): () => void
  /** The add-in's page is gone: hears nothing any more. */
  disconnect(): void
  /** What `Office.context.requirements.isSetSupported` answers. */
  isSetSupported(name: string, version?: string | number): boolean
  /** Messages a caller's `sync` sent since the last call: clean-up of references is not counted. */
  takeSyncs(): number
}

const otherSets: readonly string[] = ['delayforcelledit', 'customxmlparts', 'sharedruntime']

function isWithin(version: string, level: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [topMajor = 0, topMinor = 0] = level.split('.').map(Number)
  return major < topMajor || (major === topMajor && minor <= topMinor)
}

function byteLength(text: string, limit: number): number {
  // three bytes is the most one UTF-16 unit takes
  return text.length * 3 <= limit ? text.length : new TextEncoder().encode(text).length
}

function failure(code: string, message: string): Answer {
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: '' } }
}

function payloadLimit({ payloadLimit, platform }: Host): number {
  return payloadLimit ?? (platform === 'OfficeOnline' ? webPayloadLimit : Number.POSITIVE_INFINITY)
}

/** Connects a workbook; the library's bridge passes its messages to `sendMessageToHost`. */
export function createHost(workbook: Workbook, options: HostOptions = {}): Host {
  const state: HostState = {
    workbook,
    has: version => isWithin(version, host.apiLevel),
    focusElsewhere: false,
    opened: [],
    eventsEnabled: true,
    listeners: new Map(),
    references: new Map(),
  }
  const receivers = new Set<(text: string) => void>()
  let syncs = 0
  let editing = false
  let waiting: (() => void)[] = []

  const later = (work: () => void) => {
    if (host.latency > 0) setTimeout(work, host.latency)
    else queueMicrotask(work)
  }

  const process = (request: Request, text: string): string => {
    const cleanup = isCleanup(request)
    const code = cleanup ? undefined : host.failNext
    if (code !== undefined) {
      host.failNext = undefined
      return answerText(request, failure(code, 'made to fail'))
    }
    const limit = payloadLimit(host)
    if (byteLength(text, limit) > limit) {
      return answerText(
        request,
        failure('RequestPayloadSizeLimitExceeded', 'the request is too large'),
      )
    }
    const answer = answerText(request, runBatch(state, request))
    if (byteLength(answer, limit) <= limit) return answer
    return answerText(
      request,
      failure('ResponsePayloadSizeLimitExceeded', 'the answer is too large'),
    )
  }

  const host: Host = {
    workbook,
    latency: options.latency ?? 0,
    payloadLimit: options.payloadLimit,
    apiLevel: options.apiLevel ?? '1.14',
    platform: options.platform ?? 'PC',
    dropEvents: false,
    failNext: undefined,
    opened: state.opened,
    get focusElsewhere() {
      return state.focusElsewhere
    },
    set focusElsewhere(elsewhere: boolean) {
      state.focusElsewhere = elsewhere
    },
    get editMode() {
      return editing
    },
    set editMode(on: boolean) {
      editing = on
      if (on) return
      const ready = waiting
      waiting = []
      for (const resume of ready) resume()
    },
    sendMessageToHost(text, reply) {
      const request = readRequest(text)
      if (!isCleanup(request)) syncs += 1
      const answer = () => later(() => reply(process(request, text)))
      if (!editing) answer()
      else if (request.flags & requestFlags.delayForCellEdit) waiting.push(answer)
      else {
        const refused = failure('InvalidOperationInCellEditMode', 'a cell is being edited')
        later(() => reply(answerText(request, refused)))
      }
    },
    listen(receive) {
      receivers.add(receive)
      return () => void receivers.delete(receive)
    },
    disconnect() {
      receivers.clear()
      unobserve()
    },
    isSetSupported(name, version = '1.1') {
      if (name.toLowerCase() === 'excelapi') return isWithin(String(version), host.apiLevel)
      return otherSets.includes(name.toLowerCase())
    },
    takeSyncs() {
      const taken = syncs
      syncs = 0
      return taken
    },
  }

  const unobserve = workbook.onChange(event => {
    moveReferences(state, event)
    const entries = host.dropEvents ? [] : entriesFor(event, state)
    if (entries.length === 0) return
    // after the answer of the batch that caused it, as the real host delivers
    later(() => {
      for (const receive of receivers) receive(eventText(entries))
    })
  })
  return host
}
