/**
 * Projects that mirror the house: the subject, the pane and the annex in Node; the worker in workerd on a real D1, and the
 * same tests once more on plain Node and SQLite; the whole product in a browser, two files at a time, after everything else.
 */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { catalogueFiles } from '../worker/catalogue-files.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const root = fromRoot('.')
const setupFiles = [fromRoot('test/seed.ts')]

/** The contract tests of the worker find the runtime they run on behind one name. */
const runtime = (name: string) => ({
  alias: { '#runtime': fromRoot(`test/worker/runtime/${name}.ts`) },
})

/** Nothing in these files outlives its test, so they may share a process; starting one for each took half the time. */
const inNode = (name: string) => ({
  test: { name, root, isolate: false, setupFiles, include: [`test/${name}/**/*.test.{ts,tsx}`] },
})

export default defineConfig(async () => ({
  test: {
    root,
    reporters: ['default', fromRoot('test/reporter.ts')],
    // by itself vitest leaves one processor to whoever watches, which on two is half of the machine
    maxWorkers: 2,
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
          include: ['test/worker/**/*.test.ts', 'test/server/**/*.test.ts'],
          // rows read are counted by D1 only
          exclude: ['test/worker/history.test.ts'],
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
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
