/** Files an administrator brings: read whole, refused with the path and the reason. */
import { readFileSync } from 'node:fs'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { words } from './words.ts'

/** @throws Refusal when it is not there or no JSON */
export function jsonFile(path: string): unknown {
  let content: string
  try {
    // editors on Windows begin a file with a mark that JSON does not know
    content = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')
  } catch (error) {
    throw new Refusal(words.noFile(path, reasonOf(error)))
  }
  try {
    return JSON.parse(content)
  } catch (error) {
    throw new Refusal(words.notJson(path, reasonOf(error)))
  }
}
