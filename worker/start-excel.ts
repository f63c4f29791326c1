/**
 * `npm run start:excel`: the same as `npm start` over https with a certificate of this machine, and the add-in beside a
 * new workbook in the Excel installed here. Windows and Mac; elsewhere the manifest goes into Excel on the web by hand.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// Microsoft's own tools, fetched when somebody asks for them: their trees do not install everywhere
const tools = {
  certificate: 'office-addin-dev-certs@3.0.0',
  sideload: 'office-addin-debugging@7.0.0',
}
/** Where the first of them keeps what it makes. */
const folder = join(homedir(), '.office-addin-dev-certs')
const certificate = { cert: join(folder, 'localhost.crt'), key: join(folder, 'localhost.key') }
// npx is a script on Windows, so it needs a shell there; nothing of what is passed comes from outside
const shell = process.platform === 'win32'
const npx = (...command: string[]) => ['npx', ['--yes', ...command]] as const

if (process.env.PORT && process.env.PORT !== '8787')
  throw new Error('manifest.xml names port 8787; start:excel needs that one')

const [program, install] = npx(tools.certificate, 'install', '--days', '365')
const made = spawnSync(program, install, { cwd: root, shell, stdio: 'inherit' })
if (made.status !== 0 || !existsSync(certificate.cert) || !existsSync(certificate.key)) {
  console.error(`No certificate in ${folder}: Excel loads panes over https only.`)
  process.exit(1)
}
process.env.HTTPS_CERT = certificate.cert
process.env.HTTPS_KEY = certificate.key
await import('./start.ts')

if (process.platform === 'win32' || process.platform === 'darwin') {
  const [starter, sideload] = npx(
    tools.sideload,
    'start',
    'manifest.xml',
    'desktop',
    '--app',
    'excel',
  )
  spawn(starter, sideload, { cwd: root, shell, stdio: 'inherit' })
} else
  console.log('Excel on the web: Home > Add-ins > More settings > Upload My Add-in > manifest.xml')
