/**
 * One cold process under GNU time, if that is installed: wall, CPU and peak memory as the kernel counts them, and what
 * the process printed as JSON.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export type Run = {
  /** seconds, with the process's own start */
  readonly wall: number
  readonly cpu: number
  /** MB */
  readonly memory: number
  readonly printed: unknown
}

const gnuTime = '/usr/bin/time'
export const canMeasure = existsSync(gnuTime)

/** @throws Error with what it complained of when it did not end well */
export function measured(command: string, options: readonly string[]): Run {
  const timed = ['-f', '%e %U %S %M', command, ...options]
  const { status, stdout, stderr } = spawnSync(gnuTime, timed, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const lines = stderr.trim().split('\n')
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = (lines.at(-1) ?? '')
    .split(' ')
    .map(Number)
  if (status !== 0) throw new Error(`${command} ${options[0]}: ${stderr.slice(-2000)}`)
  return { wall, cpu: user + system, memory: kilobytes / 1024, printed: JSON.parse(stdout) }
}
