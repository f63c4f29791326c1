/** The same work several times in one process: the first compiles what the others only run. */

/** What a process of the product prints, for `measured.ts`. */
export type Taken = readonly { readonly seconds: number; readonly cpu: number }[]

/** @returns how long each time took, and what the last one made */
export async function timed<T>(times: number, work: () => Promise<T>): Promise<[Taken, T]> {
  const taken: { seconds: number; cpu: number }[] = []
  for (let i = 1; ; i++) {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const made = await work()
    const { user, system } = process.cpuUsage(cpu)
    taken.push({ seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 })
    if (i >= times) return [taken, made]
  }
}
