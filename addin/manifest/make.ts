// Writes the manifest of a deployment and checks it:
// `npm run manifest -- https://cchc.example.gov.vn --id <uuid> [--name "…"] [--out dist/manifest.xml]`.

import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkManifest } from './check.ts'
import { publicFiles } from './files.ts'
import { DeploymentError, productionManifest } from './production.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

function made(): string {
  const { values, positionals } = parseArgs({
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      out: { type: 'string', default: fromRoot('dist/manifest.xml') },
    },
    allowPositionals: true,
  })
  const [origin] = positionals
  if (!origin || positionals.length > 1)
    throw new DeploymentError(
      'give one origin: npm run manifest -- https://cchc.example.gov.vn --id <uuid>',
    )
  if (!values.id)
    throw new DeploymentError(
      `--id is missing. A new one: ${randomUUID()}; keep it, later versions of this deployment need the same`,
    )
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'))
  const { id, name, out } = values
  const deployment = { origin, id, version, ...(name === undefined ? {} : { name }) }
  const xml = productionManifest(readFileSync(fromRoot('manifest.xml'), 'utf8'), deployment)
  const [problem] = checkManifest(xml, publicFiles(fromRoot('addin/public')), 'production')
  if (problem) throw new DeploymentError(`${problem.where}: ${problem.what}`)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, xml)
  return out
}

try {
  console.log(`written: ${made()}`)
} catch (error) {
  // options parseArgs does not know are a person's slip too
  const isSlip = error instanceof DeploymentError || error instanceof TypeError
  if (!isSlip) throw error
  console.error(error.message)
  process.exitCode = 1
}
