// Command line of the manifest check: `node addin/manifest/run.ts [manifest.xml]`. Prints one line
// a problem and exits 1 on any; a deployment runs it again on the manifest it has written.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkManifest } from './check.ts'
import { publicFiles } from './files.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const [given] = process.argv.slice(2)
const name = given ?? 'manifest.xml'
const problems = checkManifest(
  readFileSync(given ?? fromRoot(name), 'utf8'),
  publicFiles(fromRoot('addin/public')),
)

for (const { where, what } of problems) console.error(`${name}: ${where}: ${what}`)
if (problems.length === 0) console.log(`${name}: no problems`)
else console.error(`${name}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`)
process.exitCode = problems.length === 0 ? 0 : 1
