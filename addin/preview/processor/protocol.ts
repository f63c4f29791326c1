// The JSON that the client library and a host exchange, as observed: names, shapes, and the one
// place where text becomes typed. Never decides what a request means.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface ArgumentInfo {
  Arguments?: Json[]
  /** per argument: the path it stands for, 0 for a plain value */
  ReferencedObjectPathIds?: number[]
}

/** 1 the workbook, 3 result of a method, 4 property, 5 indexer, 6 kept reference, 7 null object */
export const pathTypes = {
  root: 1,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const

export interface ObjectPath {
  Id: number
  ObjectPathType: number
  Name: string
  ParentObjectPathId?: number
  ArgumentInfo?: ArgumentInfo
}

/** 1 instantiate a path, 2 load, 3 call a method, 4 set a property, 5 trace */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const

export interface Action {
  Id: number
  ActionType: number
  Name: string
  ObjectPathId: number
  ArgumentInfo?: ArgumentInfo
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number }
}

/** Bits of a request's flags that a host acts on. */
export const requestFlags = { writes: 1, delayForCellEdit: 64 } as const

export interface Request {
  id: number
  type: number
  flags: number
  message: {
    url: string
    body: { Actions: Action[]; ObjectPaths: Record<string, ObjectPath> }
  }
}

export interface Failure {
  Code: string
  Message: string
  /** `Type.member`, as in `Range.values` */
  Location: string
  ActionIndex?: number
}

export interface Answer {
  Results: { ActionId: number; Value: Json }[]
  TraceIds: number[]
  Error?: Failure
}

/** The named boundary: everything after it trusts the shapes above. */
export function readRequest(text: string): Request {
  return JSON.parse(text) as Request
}

export function answerText(request: Request, answer: Answer): string {
  return JSON.stringify({
    id: request.id,
    type: 2,
    message: { statusCode: 200, headers: {}, body: JSON.stringify(answer) },
  })
}

export interface EventEntry {
  messageCategory: 65536
  messageType: number
  targetId: string
  message: string
  id: number
  isRemoteOverride?: true
}

export function eventText(entries: EventEntry[]): string {
  return JSON.stringify({ type: 3, message: { entries } })
}

/** Whether a request only gives kept references back, which no caller's `sync` asked for. */
export function isCleanup(request: Request): boolean {
  const { Actions } = request.message.body
  return (
    Actions.some(action => action.Name === '_RemoveReference') &&
    Actions.every(
      action => action.Name === '_RemoveReference' || action.ActionType === actionTypes.instantiate,
    )
  )
}
