/** A report's text held against itself: 60,000 characters of made and published reports, cold in a process of its own, and warm. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkProse } from '../../shared/prose.ts'
import { median } from './table.ts'

export type ProseChecked = {
  readonly characters: number
  readonly findings: number
  /** ms: the first text of a fresh process, median of several processes; then the median and the worst of one process */
  readonly cold: number
  readonly median: number
  readonly worst: number
}

const length = 60_000
const folders = ['reports', 'made-reports'].map(
  name => new URL(`../fixtures/${name}/`, import.meta.url),
)

function longText(): string {
  const texts = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(new URL(name, folder), 'utf8')),
  )
  const all = texts.join('\n').normalize('NFC')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}

const timed = (text: string): number => {
  const start = performance.now()
  checkProse(text)
  return performance.now() - start
}

export function proseChecked(repetitions = 40, processes = 7): ProseChecked {
  const text = longText()
  const colds = Array.from({ length: processes }, () => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)])
    return Number(String(stdout))
  })
  const [, ...warm] = Array.from({ length: repetitions + 1 }, () => timed(text))
  return {
    characters: text.length,
    findings: checkProse(text).length,
    cold: median(colds),
    median: median(warm),
    worst: Math.max(...warm),
  }
}

// as a program: one text, in a process that has read none
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(timed(longText()))
