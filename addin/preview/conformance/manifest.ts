// Prints the manifest that sideloads the conformance page instead of the pane, beside the add-in
// itself: `node addin/preview/conformance/manifest.ts https://localhost:8787 > conformance.xml`.
import { readFileSync } from 'node:fs'

const developed = 'https://localhost:8787'
const [origin = developed] = process.argv.slice(2)

const changes: readonly (readonly [RegExp, string])[] = [
  // an id of its own, so that both can be installed
  [/<Id>[^<]*<\/Id>/, '<Id>5f0d5a4e-6f43-4c0b-9a57-0a6f2f5d7c11</Id>'],
  [/(<DisplayName DefaultValue=")[^"]*/, '$1Kiểm tra Excel'],
  [/taskpane\.html/g, 'conformance.html'],
  [new RegExp(developed, 'g'), new URL(origin).origin],
]

const manifest = readFileSync(new URL('../../../manifest.xml', import.meta.url), 'utf8')
process.stdout.write(
  changes.reduce((text, [found, replacement]) => text.replace(found, replacement), manifest),
)
