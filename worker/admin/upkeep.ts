/** What keeps a server going: backup, restore, the hourly work on demand. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printNumber } from '../../shared/figure.ts'
import { administrator } from '../admit.ts'
import { record } from '../audit.ts'
import { onTheHour } from '../clock.ts'
import { mainKey } from '../databases.ts'
import { backUp, restore } from '../on-premise/backup.ts'
import { archiveIn } from '../on-premise/data-dir.ts'
import { agenciesAtWork, allAgencies } from '../store/agencies.ts'
import { ask } from '../store/ask.ts'
import { verifyAll } from './audits.ts'
import type { Asked, AskedOfFolder, Command } from './command.ts'
import { openPlace } from './place.ts'
import { words } from './words.ts'

export const upkeepCommands: readonly Command[] = [
  { name: 'backup', takes: [1, 1], needs: 'folder', run: toBackup },
  { name: 'restore', takes: [1, 1], needs: 'folder', run: fromBackup },
  { name: 'clock', takes: [0, 0], needs: 'database', run: strike },
]

async function toBackup({ given, dataDir, say }: AskedOfFolder): Promise<void> {
  for (const file of await backUp(dataDir, resolve(given[0] ?? '')))
    say(words.backedUp(file, printNumber(Math.ceil(statSync(file).size / 1024))))
}

/** A backup is only as good as the chain in it; that it was put back is an entry of its own. */
async function fromBackup(asked: AskedOfFolder): Promise<void> {
  const { given, dataDir, say } = asked
  const file = resolve(given[0] ?? '')
  say(words.restoring(file))
  const configured = await restore(file, dataDir)
  say(words.restored(dataDir))
  for (const database of [mainKey, ...configured]) {
    const place = await openPlace({ dataDir, database, configured }, 'database', say)
    try {
      await tellOfRestoring({ ...asked, place })
    } finally {
      await place.close()
    }
  }
  if (configured.length > 0) say(words.restoredKeys(configured))
}

async function tellOfRestoring(asked: Asked): Promise<void> {
  const { db } = asked.place
  const [rows, working] = await ask(db, allAgencies(db), agenciesAtWork(db))
  await verifyAll(
    asked,
    rows.map(({ agency }) => ({ agency, copies: [] })),
  )
  for (const { agency } of working)
    await record(db, agency, ({ seq, hash }) => ({
      entry: {
        action: 'backup.restored',
        at: asked.at,
        by: administrator,
        detail: { seq, hash },
      },
      statements: [],
    }))
}

async function strike({ place: { db, key, dataDir }, say, at }: Asked): Promise<void> {
  const archive = dataDir === undefined ? {} : { ARCHIVE: archiveIn(dataDir) }
  const clock = () => Date.parse(at)
  await onTheHour({ DB: db, databaseKey: key, log: say, clock, ...archive })
  say(words.clockDone())
}
