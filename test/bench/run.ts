/**
 * `npm run bench`: prints what was measured beside what was to be reached; it judges nothing. Also
 * written as .bench/bench.json. Parts by name: `npm run bench -- submissions rows unchanged check pane bundle prose trends country annex documents`; `--quick`
 * measures a fifth as long. Linux only (/proc).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { annexes } from './annex/annex.ts'
import { printAnnexes } from './annex/print.ts'
import { built, bundleIn } from './bundle.ts'
import { checked } from './check.ts'
import { seed, valuesEach } from './corpus.ts'
import { documents } from './costs.ts'
import { measuredCountry } from './country/country.ts'
import { printCountry } from './country/print.ts'
import { checkedInPane } from './pane.ts'
import {
  printBundle,
  printChecked,
  printDocuments,
  printPane,
  printProse,
  printRows,
  printSubmitted,
  printTrends,
  printUnchanged,
} from './print.ts'
import { proseChecked } from './prose.ts'
import { rowsRead } from './rows-read.ts'
import { onNode, onWorkerd } from './runtimes.ts'
import { submissions } from './submissions.ts'
import { trends } from './trends.ts'
import { unchanged } from './unchanged.ts'

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const scale = values.quick ? 0.2 : 1

// workerd's local D1 is an emulation; a fifth of the requests says as much about it
const parts = {
  bundle: async () => printing(built(bundleIn), printBundle),
  check: async () => printing(checked(), printChecked),
  pane: async () => printing(await checkedInPane(), printPane),
  unchanged: async () =>
    printing([await unchanged(onNode), await unchanged(onWorkerd)], printUnchanged),
  submissions: async () => [
    ...(await printing(await submissions(onNode, scale), printSubmitted)),
    ...(await printing(await submissions(onWorkerd, scale / 5), printSubmitted)),
  ],
  rows: async () => printing(await rowsRead(), printRows),
  prose: async () => printing([proseChecked()], printProse),
  trends: async () => printing(trends(scale), printTrends),
  country: async () => printing(await measuredCountry(scale), printCountry),
  annex: async () => printing(await annexes(scale), printAnnexes),
  documents: async () => [
    ...(await printing(await documents(onNode, 150), printDocuments)),
    ...(await printing(await documents(onWorkerd, 150), printDocuments)),
  ],
}
type Part = keyof typeof parts
const isPart = (name: string): name is Part => name in parts
const asked =
  positionals.length > 0 ? positionals.filter(isPart) : Object.keys(parts).filter(isPart)

function printing<T>(result: T, print: (result: T) => string): T {
  console.log(`${print(result)}\n`)
  return result
}

const machine = () => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: cpus().map(({ model }) => model),
  memoryGB: Math.round(totalmem() / 2 ** 30),
  load: loadavg().map(load => Number(load.toFixed(2))),
})
const before = machine()
console.log(
  `${before.processors.length} × ${before.processors[0]}, ${before.memoryGB} GB, Node ${before.node}, load before ${before.load.join(' ')}`,
)
console.log(`${valuesEach} values per submission, seed ${seed}\n`)

const results: Partial<Record<Part, unknown>> = {}
for (const part of asked) results[part] = await parts[part]()

const folder = fileURLToPath(new URL('../../.bench', import.meta.url))
mkdirSync(folder, { recursive: true })
const written = { at: new Date().toISOString(), before, after: machine(), seed, results }
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(written, null, 2)}\n`)
console.log('also in .bench/bench.json')
process.exit(0)
