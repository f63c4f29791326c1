/** One folder of the machine for the SQLite files of a run, gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    folder: string
  }
}

export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-contract-'))
  project.provide('folder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
