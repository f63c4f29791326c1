/**
 * The app on a server of the department's own: plain Node, SQLite in one folder, the pane's pages beside the API. What
 * Cloudflare provides there is provided here, and nothing is written outside the folder. Node only.
 */
import { createServer, type Server } from 'node:http'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Env } from '../env.ts'
import { app } from '../index.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { startClock } from './clock.ts'
import { archiveIn, databaseFile, hold, makeDataDir, reasonOf } from './data-dir.ts'
import { log } from './log.ts'
import { pagesIn } from './pages.ts'
import { rateLimit } from './rate-limit.ts'
import type { Settings } from './settings.ts'
import { openSqlite, type SqliteDatabase } from './sqlite-database.ts'
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
  let db: SqliteDatabase | undefined
  try {
    await prepare(settings.dataDir)
    const opened = await openDatabase(databaseFile(settings.dataDir))
    db = opened
    const env = environment(settings, opened)
    const server = await listening(settings, answering(settings, env))
    const stopClock = startClock(env)
    const stop = async () => {
      await Promise.all([ended(server), stopClock()])
      opened.close()
      release()
    }
    return { url: urlOf(server), env, stop }
  } catch (error) {
    db?.close()
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

function environment(settings: Settings, db: SqliteDatabase): Env {
  const signIns = rateLimit(settings.signInsPerMinute)
  const writes = rateLimit(settings.writesPerMinute)
  return {
    DB: db,
    log,
    ARCHIVE: archiveIn(settings.dataDir),
    ...(signIns && { SIGN_IN_LIMIT: signIns }),
    ...(writes && { WRITE_LIMIT: writes }),
    ...settings.signOn,
    ...(settings.publicOrigin && { PUBLIC_ORIGIN: settings.publicOrigin }),
  }
}

type Bindings = HttpBindings | Http2Bindings
type Answering = (request: Request, bindings: Bindings) => Response | Promise<Response>

/** The API first, then pages; what is neither gets the app's own 404, as on Cloudflare. */
function answering({ trustProxy, pages }: Settings, env: Env): Answering {
  const page = pagesIn(pages)
  return (request, { incoming }) => {
    const found = incoming.url?.startsWith('/api/') ? undefined : page(request)
    return found ?? app.fetch(request, { ...env, clientAddress: addressOf(incoming, trustProxy) })
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
