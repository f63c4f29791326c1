/** `npm run admin -- <command>`: the administrator's command line. What there is to do is in `admin/`. Node only. */
import { administer } from './admin/run.ts'

// codes and databases are for the account that runs this
process.umask(0o077)
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
process.env.WRANGLER_SEND_METRICS = 'false'
process.exitCode = await administer(process.argv.slice(2), {
  say: console.log,
  warn: console.error,
  variables: process.env,
  clock: Date.now,
})
