// Runs one batch: actions in queue order, each path resolved when its turn comes.
// Never rolls back: what ran before a failing action stays, and what follows does not run.
import { type Argument, type Facade, type Found, member } from './facade.ts'
import type { HostState } from './host-state.ts'
import {
  type Action,
  type Answer,
  type ArgumentInfo,
  actionTypes,
  type Failure,
  type Json,
  type ObjectPath,
  pathTypes,
  type Request,
} from './protocol.ts'
import { loaded } from './query.ts'
import { invalid, notImplemented, Refusal, refusalOf } from './refusal.ts'
import { workbookRoot } from './workbook-root.ts'

/** The protocol's `GetRange` as the add-in's author writes it. */
function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** They fail while another workbook's window is in front (docs "Excel add-ins troubleshooting"). */
const needFocus: readonly string[] = [
  'Range.select',
  'Worksheet.activate',
  'WorksheetCollection.add',
]

class Batch {
  readonly #state: HostState
  readonly #paths: Record<string, ObjectPath>
  readonly #found = new Map<number, Found>()
  /** paths whose range is kept, and its reference id */
  readonly #kept = new Map<number, string>()
  /** `Type.member` being worked on, for the answer of a failure */
  location = ''

  constructor(state: HostState, request: Request) {
    this.#state = state
    this.#paths = request.message.body.ObjectPaths
  }

  run(action: Action): Json {
    const { ActionType, ObjectPathId } = action
    const name = camel(action.Name)
    const target = this.#object(ObjectPathId)
    switch (ActionType) {
      case actionTypes.instantiate:
        return target && this.#identity(target, ObjectPathId)
      case actionTypes.query:
        return (
          target && loaded(target, action.QueryInfo ?? {}, (type, member) => this.#at(type, member))
        )
      case actionTypes.setProperty:
        // a null object takes everything and does nothing
        if (target) this.#set(target, name, this.#arguments(action.ArgumentInfo)[0] ?? null)
        return null
      case actionTypes.method:
        return target && this.#call(target, ObjectPathId, name, action.ArgumentInfo)
      default:
        throw notImplemented(`action type ${ActionType}`)
    }
  }

  #at(type: string, name: string): string {
    this.location = `${type}.${name}`
    if (this.#state.focusElsewhere && needFocus.includes(this.location)) {
      throw new Refusal('InactiveWorkbook', 'another workbook is in front')
    }
    return this.location
  }

  #identity(target: Facade, pathId: number): Json {
    const referenceId = this.#kept.get(pathId)
    const kept = referenceId === undefined ? {} : { _ReferenceId: referenceId }
    return { ...target.members.identity?.(), ...kept }
  }

  #set(target: Facade, name: string, value: Argument): void {
    const at = this.#at(target.type, name)
    const change = member(target.members.set, name)
    if (!change) throw notImplemented(at)
    change(value)
  }

  #call(target: Facade, pathId: number, name: string, info: ArgumentInfo | undefined): Json {
    const at = this.#at(target.type, name)
    if (name === '_KeepReference' && target.members.range) {
      this.#keep(target, pathId)
      return null
    }
    const answer = member(target.members.call, name)
    if (answer) return answer(...this.#arguments(info))
    const act = member(target.members.act, name)
    if (!act) throw notImplemented(at)
    act(...this.#arguments(info))
    return null
  }

  #keep(target: Facade, pathId: number): void {
    const referenceId = this.#state.workbook.newId()
    this.#state.references.set(referenceId, target)
    this.#kept.set(pathId, referenceId)
  }

  #object(pathId: number): Found {
    const known = this.#found.get(pathId)
    if (known !== undefined) return known
    const path = this.#paths[pathId]
    if (!path) throw new Refusal('GeneralException', `no object path ${pathId}`)
    const found = this.#resolve(path)
    this.#found.set(pathId, found)
    return found
  }

  #resolve(path: ObjectPath): Found {
    const { ObjectPathType, ParentObjectPathId, ArgumentInfo } = path
    if (ObjectPathType === pathTypes.root) return workbookRoot(this.#state)
    if (ObjectPathType === pathTypes.null) return null
    if (ObjectPathType === pathTypes.reference) return this.#reference(path.Name)
    const name = camel(path.Name)
    const parent = this.#object(ParentObjectPathId ?? 0)
    // whatever hangs on a null object is a null object
    if (!parent) return null
    if (ObjectPathType === pathTypes.property) {
      const at = this.#at(parent.type, name)
      const part = member(parent.members.part, name)
      if (!part) throw notImplemented(at)
      return part()
    }
    if (ObjectPathType === pathTypes.indexer) {
      const at = this.#at(parent.type, 'getItem')
      if (!parent.members.item) throw notImplemented(at)
      return parent.members.item(this.#arguments(ArgumentInfo)[0] ?? null)
    }
    const at = this.#at(parent.type, name)
    const give = ObjectPathType === pathTypes.method ? member(parent.members.give, name) : undefined
    if (!give) throw notImplemented(at)
    return give(...this.#arguments(ArgumentInfo))
  }

  #reference(id: string): Facade {
    const kept = this.#state.references.get(id)
    const sheet = kept?.members.range?.sheet
    if (!kept || !sheet || !this.#state.workbook.sheets.includes(sheet)) {
      throw new Refusal('InvalidReference', 'the range is gone')
    }
    return kept
  }

  #arguments(info: ArgumentInfo | undefined): Argument[] {
    const at = this.location
    const values = (info?.Arguments ?? []).map((value, index) => {
      const pathId = info?.ReferencedObjectPathIds?.[index] ?? 0
      return pathId > 0 ? this.#argument(pathId) : this.#plain(value)
    })
    this.location = at
    return values
  }

  #argument(pathId: number): Facade {
    const found = this.#object(pathId)
    if (!found) throw invalid('a null object as argument')
    return found
  }

  #plain(value: Json): Argument {
    if (Array.isArray(value)) return value.map(one => this.#plain(one))
    if (typeof value !== 'object' || value === null) return value
    const pathId = value._ObjectPathId
    if (typeof pathId === 'number') return this.#argument(pathId)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#plain(one)]))
  }
}

export function runBatch(state: HostState, request: Request): Answer {
  const answer: Answer = { Results: [], TraceIds: [] }
  const batch = new Batch(state, request)
  const { Actions } = request.message.body
  const failed = state.workbook.acting('api', () => {
    for (const [index, action] of Actions.entries()) {
      const failure = step(batch, action, answer)
      if (failure) return { ...failure, ActionIndex: index }
    }
    return undefined
  })
  return failed ? { ...answer, Error: failed } : answer
}

function step(batch: Batch, action: Action, answer: Answer): Failure | undefined {
  // a handler is registered only when its trace is both answered and listed
  if (action.ActionType === actionTypes.trace) {
    answer.TraceIds.push(action.Id)
    answer.Results.push({ ActionId: action.Id, Value: null })
    return undefined
  }
  try {
    answer.Results.push({ ActionId: action.Id, Value: batch.run(action) })
    return undefined
  } catch (error) {
    const { code, message } = refusalOf(error)
    return { Code: code, Message: message, Location: batch.location }
  }
}
