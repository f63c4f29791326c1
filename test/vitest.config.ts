/**
 * Projects that mirror the house: the subject, the pane and the annex in Node, the worker in workerd on a real D1, and the
 * whole product in a browser, one file at a time and after everything else.
 */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { catalogueFiles } from '../worker/catalogue-files.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const root = fromRoot('.')

const inNode = (name: string) => ({
  test: { name, root, include: [`test/${name}/**/*.test.{ts,tsx}`] },
})

export default defineConfig(async () => ({
  test: {
    root,
    reporters: ['default', fromRoot('test/reporter.ts')],
    projects: [
      inNode('shared'),
      inNode('addin'),
      inNode('annex'),
      {
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
        test: { name: 'worker', root, isolate: false, include: ['test/worker/**/*.test.ts'] },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
