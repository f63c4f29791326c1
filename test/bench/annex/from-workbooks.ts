/**
 * `node from-workbooks.ts <data folder> <out.xlsx> <times> <lean|plain> <number> <folder of the workbooks>`: the annex of
 * what units uploaded, read as the upload reads it; the last period comes from the store. Prints the times in seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { consolidate } from '../../../shared/consolidate.ts'
import { contentFromWire } from '../../../shared/content.ts'
import { statutoryWindow } from '../../../shared/period.ts'
import { figuresSheet } from '../../../shared/rules/compile.ts'
import { check } from '../../../shared/rules/engine.ts'
import type { Verdict } from '../../../shared/rules/subject.ts'
import { namingOf } from '../../../worker/agency.ts'
import { annexWorkbook } from '../../../worker/annex/annex.ts'
import { consolidationOf } from '../../../worker/consolidated.ts'
import { databaseFile } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { plainWords } from '../../../worker/plain/words.ts'
import { sourcesOf } from '../../../worker/sources.ts'
import { openWorkbook } from '../../../worker/upload/open.ts'
import { readWorkbook } from '../../../worker/upload/read.ts'
import { agencyDocument, before, period } from './corpus.ts'
import { timed } from './timed.ts'

const [data = '', out = '', times = '1', kind = 'lean', count = '0', folder = ''] =
  process.argv.slice(2)
const db = openSqlite(databaseFile(data))
const window = statutoryWindow(period)
const asOf = '2025-04-15T08:00:00Z'

async function annex(): Promise<Uint8Array> {
  const { key } = agencyDocument(1)
  const sources = await sourcesOf(db, key, before)
  const { index, agency, merged: earlier } = await consolidationOf(db, key, sources)
  const submissions = []
  for (let i = 0; i < Number(count); i++) {
    const bytes = new Uint8Array(readFileSync(join(folder, `${kind}-${i}.xlsx`)))
    const book = await openWorkbook(bytes, [plainWords.sheets.rules, figuresSheet])
    const unit = `don_vi_${i + 1}`
    const open = { agency, unit, period, catalogue: index.catalogue.id }
    const { content } = readWorkbook(book, { index, open, window, newest: undefined })
    submissions.push({ unit, revision: 1, content: contentFromWire(content) })
  }
  const merged = consolidate({ index, agency, submissions, previous: earlier.values })
  const judged = new Map<string, readonly Verdict[]>()
  const { values, conflicts } = merged
  const { results } = check(
    index,
    { level: 'agency', period, values, window, conflicts },
    { naming: namingOf(agency), reasons: [], trace: (rule, found) => judged.set(rule.id, found) },
  )
  const state = 'submitted'
  return annexWorkbook({
    ...{ index, agency, period, window, merged, judged, asOf },
    previous: earlier.values,
    units: submissions.map(({ unit }) => ({ unit, state, revision: 1, counted: 1 })),
    revisions: submissions.map(({ unit }) => ({
      ...{ unit, revision: 1, receivedAt: asOf },
      ...{ preparedBy: 'Nguyễn Thị Lan', approvedBy: 'Trần Văn Bình' },
    })),
    reasons: [],
    findings: results,
    state: 'provisional',
    digest: sources.digest,
  })
}

const [taken, bytes] = await timed(Number(times), annex)
writeFileSync(out, bytes)
db.close()
console.log(JSON.stringify({ taken }))
