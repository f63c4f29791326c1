// Command line of the manifest check: `node addin/manifest/run.ts` looks at the manifest of the
// repository and at the one a deployment would get from it; with a file and `--production` at that
// file as people's Excel would get it. Prints one line a problem and exits 1 on any.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkManifest, type Purpose } from './check.ts'
import { publicFiles } from './files.ts'
import { productionManifest } from './production.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const { values, positionals } = parseArgs({
  options: { production: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [given] = positionals

function report(name: string, xml: string, purpose: Purpose): void {
  const problems = checkManifest(xml, publicFiles(fromRoot('addin/public')), purpose)
  for (const { where, what } of problems) console.error(`${name}: ${where}: ${what}`)
  if (problems.length === 0) console.log(`${name}: no problems`)
  else console.error(`${name}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`)
  if (problems.length > 0) process.exitCode = 1
}

if (given)
  report(given, readFileSync(given, 'utf8'), values.production ? 'production' : 'development')
else {
  const development = readFileSync(fromRoot('manifest.xml'), 'utf8')
  report('manifest.xml', development, 'development')
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'))
  // any id and origin will do here; neither is written anywhere
  const id = '5f0c7c1e-3b7a-4f0e-9d55-2f1f6a1e8c01'
  const deployed = productionManifest(development, { origin: 'https://cchc.example', id, version })
  report('manifest.xml as deployed', deployed, 'production')
}
