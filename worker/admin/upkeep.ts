/** What keeps a server going: backup, restore, the hourly work on demand. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printNumber } from '../../shared/figure.ts'
import { administrator } from '../admit.ts'
import { record } from '../audit.ts'
import { onTheHour } from '../clock.ts'
import { backUp, restore } from '../on-premise/backup.ts'
import { archiveIn } from '../on-premise/data-dir.ts'
import { allAgencies } from '../store/agencies.ts'
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
  const file = resolve(given[0] ?? '')
  await backUp(dataDir, file)
  say(words.backedUp(file, printNumber(Math.ceil(statSync(file).size / 1024))))
}

/** A backup is only as good as the chain in it; that it was put back is an entry of its own. */
async function fromBackup(asked: AskedOfFolder): Promise<void> {
  const { given, dataDir, say, at } = asked
  const file = resolve(given[0] ?? '')
  say(words.restoring(file))
  await restore(file, dataDir)
  say(words.restored(dataDir))
  const place = await openPlace({ dataDir }, 'database', say)
  try {
    const { db } = place
    const [rows] = await ask(db, allAgencies(db))
    await verifyAll(
      { ...asked, place },
      rows.map(({ agency }) => ({ agency, copies: [] })),
    )
    for (const { agency } of rows)
      await record(db, agency, ({ seq, hash }) => ({
        entry: { action: 'backup.restored', at, by: administrator, detail: { seq, hash } },
        statements: [],
      }))
  } finally {
    await place.close()
  }
}

async function strike({ place: { db, dataDir }, say, at }: Asked): Promise<void> {
  const archive = dataDir === undefined ? {} : { ARCHIVE: archiveIn(dataDir) }
  await onTheHour({ DB: db, log: say, clock: () => Date.parse(at), ...archive })
  say(words.clockDone())
}
