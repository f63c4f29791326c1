/**
 * Projects that mirror the house: the subject, the pane and the annex in Node; the worker in workerd on a real D1, and what a
 * runtime or a database can do differently once more on plain Node and SQLite; the whole product in a browser, after
 * everything else.
 */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { catalogueFiles } from '../worker/catalogue-files.ts'

/** A file that takes as long as ten others comes first, so that no processor waits for it at the end. */
const longest = ['e2e/start', 'e2e/walk-slow', 'e2e/walk', 'e2e/narrative', 'server/fuzz']
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex(name => moduleId.endsWith(`${name}.test.ts`))
  return at < 0 ? longest.length : at
}
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const root = fromRoot('.')
const setupFiles = [fromRoot('test/seed.ts')]
/** Nothing here judges speed; a machine with much else to do must not fail a test. */
const testTimeout = 20_000

/** The contract tests of the worker find the runtime they run on behind one name. */
const runtime = (name: string) => ({
  alias: { '#runtime': fromRoot(`test/worker/runtime/${name}.ts`) },
})

/**
 * What another runtime or database can do differently: bodies and streams, batches and races, triggers, sessions, limits.
 * The rest is the same code over the same statements; the fuzzer sends every writing route to SQLite besides.
 */
const ofTheRuntime = [
  ...['audit', 'clock', 'concurrency', 'consolidations', 'database', 'databases', 'edge'],
  ...['hostile-files'],
  ...['lock', 'logs', 'plan', 'rate-limit', 'reading', 'revisions', 'sessions', 'sign-on'],
  ...['since', 'snapshot', 'storage', 'submissions', 'tenancy'],
].map(name => `test/worker/${name}.test.ts`)

/** Nothing in these files outlives its test, so they may share a process; starting one for each took half the time. */
const inNode = (name: string) => ({
  test: {
    name,
    root,
    isolate: false,
    setupFiles,
    testTimeout,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
  },
})

export default defineConfig(async () => ({
  test: {
    root,
    reporters: ['default', fromRoot('test/reporter.ts')],
    // by itself vitest leaves one processor to whoever watches, which on two is half of the machine
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      inNode('shared'),
      inNode('addin'),
      inNode('annex'),
      {
        resolve: runtime('workerd'),
        plugins: [
          cloudflareTest({
            wrangler: { configPath: fromRoot('worker/wrangler.jsonc') },
            miniflare: {
              // workerd has no files, so what tests need from the repository comes as bindings
              // beside the one of the worker's own configuration
              d1Databases: { SECOND: 'second' },
              bindings: {
                migrations: await readD1Migrations(fromRoot('worker/migrations')),
                catalogue: JSON.stringify(catalogueFiles('sct-2025.1')),
              },
            },
          }),
        ],
        // every test empties the database itself, so files may share one isolate
        test: {
          name: 'worker',
          root,
          isolate: false,
          setupFiles,
          testTimeout,
          include: ['test/worker/**/*.test.ts'],
        },
      },
      {
        resolve: runtime('node'),
        test: {
          name: 'server',
          root,
          isolate: false,
          setupFiles,
          testTimeout,
          include: [...ofTheRuntime, 'test/server/**/*.test.ts'],
          globalSetup: fromRoot('test/worker/runtime/folder.ts'),
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: fromRoot('test/e2e/once.ts'),
          // much of a browser test is waiting
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
