/** Writes how many tests passed and failed as the very last line, for people and machines that read only that. */
import type { Reporter, TestModule, Vitest } from 'vitest/node'

export default class Tally implements Reporter {
  onInit(_vitest: Vitest): void {
    this.counts = { passed: 0, failed: 0, skipped: 0 }
  }

  private counts = { passed: 0, failed: 0, skipped: 0 }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    for (const module of modules) {
      // a file that could not be loaded has no tests to count, and is a failure all the same
      if (module.state() === 'failed' && module.errors().length > 0) this.counts.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed' || state === 'skipped') this.counts[state] += 1
      }
    }
    this.counts.failed += unhandled.length
    const { passed, failed, skipped } = this.counts
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    // other reporters still write after this hook
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}
