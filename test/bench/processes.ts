/** Processes as the kernel counts them (proc(5)): CPU time and peak memory of one and all it started. Linux only. */
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of a second in /proc, the same on every Linux that Node runs on (sysconf(3) _SC_CLK_TCK). */
const ticks = 100

/** Fields of /proc/<pid>/stat after the name, which may itself hold blanks: 0 is the state, 1 the parent. */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/u.test(name))
    .flatMap(name => {
      try {
        return [{ child: Number(name), parent: Number(statOf(Number(name))[1]) }]
      } catch {
        // it ended while we looked
        return []
      }
    })
  const children = parents.filter(({ parent }) => parent === pid).map(({ child }) => child)
  return [pid, ...children.flatMap(familyOf)]
}

/** User and system CPU in milliseconds so far, of the process and all it started. */
export const cpuOf = (pid: number): number =>
  familyOf(pid)
    .map(statOf)
    .reduce((sum, stat) => sum + ((Number(stat[11]) + Number(stat[12])) * 1000) / ticks, 0)

/** CPU in milliseconds that all processes of this machine have taken so far (first line of /proc/stat, idle apart). */
export function cpuOfAll(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1)
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .split(/\s+/u)
    .slice(1)
    .map(Number)
  return ((user + nice + system + irq + softirq) * 1000) / ticks
}

/** Highest resident memory so far in MB, summed over the process and all it started. */
export const peakOf = (pid: number): number =>
  familyOf(pid)
    .map(one => /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1])
    .reduce((sum, kilobytes) => sum + Number(kilobytes ?? 0) / 1024, 0)
