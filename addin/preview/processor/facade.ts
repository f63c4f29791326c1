// The shape of one object as the client library sees it: a table of its members over the
// workbook, named as the add-in's author names them (`values`, `getRange`).
// Never holds state of its own; whatever an add-in changes lands in the workbook.
import type { Area, Sheet } from '../workbook/workbook.ts'
import type { Json } from './protocol.ts'
import { invalid } from './refusal.ts'

/** An argument: a plain value, another object, or a value with objects inside. */
export type Argument =
  | null
  | boolean
  | number
  | string
  | Argument[]
  | { [key: string]: Argument }
  | Facade

/** `null` is the null object that `…OrNullObject` members answer. */
export type Found = Facade | null

export class Facade {
  readonly type: string
  readonly members: Members

  constructor(type: string, members: Members) {
    this.type = type
    this.members = members
  }
}

export interface Members {
  /** What identifies the object in answers: `Id`, `_Id`. */
  identity?: () => Record<string, Json>
  /** Set for ranges, so that they can be arguments. */
  range?: { sheet: Sheet; area: Area }
  get?: Record<string, () => Json>
  set?: Record<string, (value: Argument) => void>
  /** Methods answering a value. */
  call?: Record<string, (...args: Argument[]) => Json>
  /** Methods that only do something. */
  act?: Record<string, (...args: Argument[]) => void>
  /** Methods answering an object. */
  give?: Record<string, (...args: Argument[]) => Found>
  /** Navigation properties. */
  part?: Record<string, () => Found>
  /** `getItem`. */
  item?: (key: Argument) => Facade
  /** The objects of a collection. */
  items?: () => Facade[]
}

/** Own members only, so that no name reaches an object's prototype. */
export function member<Member>(
  table: Record<string, Member> | undefined,
  name: string,
): Member | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined
}

export function text(value: Argument | undefined): string {
  if (typeof value !== 'string') throw invalid(`text expected, not ${JSON.stringify(value)}`)
  return value
}

export function number(value: Argument | undefined): number {
  if (typeof value !== 'number') throw invalid(`number expected, not ${JSON.stringify(value)}`)
  return value
}

export function whole(value: Argument | undefined): number {
  const found = number(value)
  if (!Number.isInteger(found)) throw invalid(`whole number expected, not ${found}`)
  return found
}

export function truth(value: Argument | undefined): boolean {
  if (typeof value !== 'boolean') throw invalid(`true or false expected, not ${String(value)}`)
  return value
}

/** One of a fixed list of words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  value: Argument | undefined,
): Word {
  const found = words.find(word => word === value)
  if (found === undefined) throw invalid(`${JSON.stringify(value)} is none of ${words.join(', ')}`)
  return found
}

/** A plain object; its fields may hold objects of the workbook. */
export function fields(value: Argument | undefined): Record<string, Argument> {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!plain || value instanceof Facade) throw invalid('an object expected')
  return value
}

/** `#RRGGBB` in capitals. */
export function color(value: Argument | undefined): string {
  const found = text(value)
  const named: Record<string, string> = {
    black: '#000000',
    white: '#FFFFFF',
    red: '#FF0000',
    green: '#008000',
    blue: '#0000FF',
    yellow: '#FFFF00',
    orange: '#FFA500',
    gray: '#808080',
  }
  const hex = member(named, found.toLowerCase()) ?? (found.startsWith('#') ? found : `#${found}`)
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw invalid(`${found} is no colour`)
  return hex.toUpperCase()
}
