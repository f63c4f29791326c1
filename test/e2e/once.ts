/** Makes what the browser tests share, once per run, and takes it away afterwards: see `prepare.ts`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** where `prepare.ts` put pages and database */
    prepared: string
  }
}

const program = fileURLToPath(new URL('prepare.ts', import.meta.url))

export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-e2e-'))
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stderr } = spawnSync(process.execPath, [program, folder], { env })
  if (status !== 0) throw new Error(`nothing to test in a browser: ${stderr}`)
  project.provide('prepared', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
