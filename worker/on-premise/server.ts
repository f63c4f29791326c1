/**
 * The app on a server of the department's own: plain Node, SQLite in one folder, the pane's pages beside the API. What
 * Cloudflare provides there is provided here, and nothing is written outside the folder. Node only.
 */
import { createServer, type Server } from 'node:http'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { bindingOf, mainKey } from '../databases.ts'
import type { Env } from '../env.ts'
import { app } from '../index.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { type Behind, behind } from './behind.ts'
import { startClock } from './clock.ts'
import { compressed } from './compress.ts'
import { archiveIn, databaseFile, furtherFiles, hold, makeDataDir, reasonOf } from './data-dir.ts'
import { log } from './log.ts'
import { pagesIn } from './pages.ts'
import { rateLimit } from './rate-limit.ts'
import type { Settings } from './settings.ts'
import { openSqlite, type SqliteDatabase } from './sqlite-database.ts'
import { webhookKeyIn } from './webhook-key.ts'
import { Refusal, words } from './words.ts'

export type Running = {
  readonly url: string
  readonly env: Env
  /** Finishes what was begun, gathers the database into its file and lets go of the folder. */
  stop(): Promise<void>
}

/** Milliseconds that requests under way get to finish. */
const grace = 10_000

/**
 * @param prepare what is done to the folder once it is held and before its database is opened
 * @throws Refusal when the folder, the database or the port cannot be had
 */
export async function startServer(
  settings: Settings,
  prepare: (dataDir: string) => Promise<void> = async () => {},
): Promise<Running> {
  makeDataDir(settings.dataDir)
  const release = hold(settings.dataDir)
  const opened: SqliteDatabase[] = []
  const closeAll = () => {
    for (const db of opened) db.close()
  }
  try {
    await prepare(settings.dataDir)
    const { dataDir, databases } = settings
    const unnamed = furtherFiles(dataDir).filter(key => !databases.includes(key))
    if (unnamed.length > 0) throw new Refusal(words.unnamedDatabase(dataDir, unnamed))
    for (const key of [mainKey, ...databases])
      opened.push(await openDatabase(databaseFile(dataDir, key)))
    const afterAnswers = behind()
    const env = environment(settings, opened, afterAnswers)
    const server = await listening(settings, answering(settings, env, afterAnswers))
    const stopClock = startClock(env)
    const stop = async () => {
      const answered = ended(server)
      await Promise.all([afterAnswers.end(grace), answered, stopClock()])
      closeAll()
      release()
    }
    return { url: urlOf(server), env, stop }
  } catch (error) {
    closeAll()
    release()
    throw error
  }
}

async function openDatabase(file: string): Promise<SqliteDatabase> {
  let db: SqliteDatabase | undefined
  try {
    db = openSqlite(file)
    await db.migrate()
    const known = new Set(migrationNames())
    const newer = (await seenMigrations(db)).filter(name => !known.has(name))
    if (newer.length > 0) throw new Refusal(words.newerDatabase(file, newer.join(', ')))
    return db
  } catch (error) {
    db?.close()
    if (error instanceof Refusal) throw error
    throw new Refusal(words.brokenDatabase(file, reasonOf(error)))
  }
}

/** @param opened the first database, then the further ones in the order of the settings */
function environment(
  settings: Settings,
  opened: readonly SqliteDatabase[],
  { ending }: Behind,
): Env {
  const [db, ...others] = opened
  if (!db) throw new Error('the first database is open')
  const keys = settings.databases
  const further = Object.fromEntries(keys.map((key, i) => [bindingOf(key), others[i]]))
  const signIns = rateLimit(settings.signInsPerMinute)
  const writes = rateLimit(settings.writesPerMinute)
  return {
    ...further,
    ...(keys.length > 0 && { DATABASES: keys.join(', ') }),
    DB: db,
    log,
    ARCHIVE: archiveIn(settings.dataDir),
    WEBHOOK_KEY: () => webhookKeyIn(settings.dataDir),
    ending,
    ...(signIns && { SIGN_IN_LIMIT: signIns }),
    ...(writes && { WRITE_LIMIT: writes }),
    ...settings.signOn,
    ...(settings.publicOrigin && { PUBLIC_ORIGIN: settings.publicOrigin }),
    CORS_ORIGINS: settings.corsOrigins.join(),
  }
}

type Bindings = HttpBindings | Http2Bindings
type Answering = (request: Request, bindings: Bindings) => Response | Promise<Response>

/** The API first, then pages; what is neither gets the app's own 404, as on Cloudflare. */
function answering({ trustProxy, pages }: Settings, env: Env, { context }: Behind): Answering {
  const page = pagesIn(pages)
  return async (request, { incoming }) => {
    const found = incoming.url?.startsWith('/api/') ? undefined : page(request)
    if (found) return found
    const clientAddress = addressOf(incoming, trustProxy)
    return compressed(request, await app.fetch(request, { ...env, clientAddress }, context))
  }
}

/** Only the last hop of the header was written by the proxy in front; the others could be anything. */
function addressOf({ headers, socket }: Bindings['incoming'], trustProxy: boolean): string {
  const hops = trustProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  return hops.split(',').at(-1)?.trim() || (socket.remoteAddress ?? '')
}

async function listening({ host, port }: Settings, answer: Answering): Promise<Server> {
  // longer than a proxy keeps its own side open (nginx: 60 s), or it would send into a closed connection
  const server = createServer({ keepAliveTimeout: 65_000 }, getRequestListener(answer))
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => {
      const why = reasonOf(error)
      const said = why === 'EADDRINUSE' ? words.portInUse(host, port) : undefined
      reject(new Refusal(said ?? words.cannotListen(host, port, why)))
    })
    server.listen(port, host, resolve)
  })
  return server
}

const urlOf = (server: Server): string => {
  const at = server.address()
  if (at === null || typeof at === 'string') return String(at)
  return `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`
}

async function ended(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  // a connection falls idle when its last answer is out, and would stay open for the next request
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
