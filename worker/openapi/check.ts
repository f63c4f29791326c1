// Command line of the description's check: `node worker/openapi/check.ts`. A public linter reads it as any client's
// tools will; prints one line a problem and exits 1 on any. Node only.

import { createConfig, lintFromString } from '@redocly/openapi-core'
import { openapi } from './document.ts'

// health and the description itself have nothing to refuse
const rules = { 'operation-4xx-response': 'off' } as const
const config = await createConfig({ extends: ['recommended'], rules })
const problems = await lintFromString({
  source: JSON.stringify(openapi(), null, 2),
  absoluteRef: 'openapi.json',
  config,
})
for (const { severity, ruleId, message, location } of problems)
  console.error(`openapi.json: ${severity} ${ruleId} ${location[0]?.pointer ?? ''}: ${message}`)
if (problems.length === 0) console.log('openapi.json: no problems')
else console.error(`openapi.json: ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
