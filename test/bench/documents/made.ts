/** Every document the demo agency gets from the API: annex, report and the plain workbook of each unit, as bytes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Progress, Session } from '../../../shared/protocol.ts'
import { loadDemoAgency } from '../../../worker/demo/load.ts'
import type { Env } from '../../../worker/env.ts'
import { app } from '../../../worker/index.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'

const period = '2025-M04'
/** The day after the due date, 9:00 in Vietnam. */
const morning = Date.parse('2025-04-16T02:00:00.000Z')

export type Document = { readonly name: string; readonly bytes: Uint8Array }

export async function documents(): Promise<Document[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-documents-'))
  const db = openSqlite(join(folder, 'demo.db'))
  try {
    await db.migrate()
    const codes = await loadDemoAgency(db)
    const bindings: Env = {
      DB: db,
      clock: () => morning,
      log: () => undefined,
      PUBLIC_ORIGIN: 'https://bieumau.example.gov.vn',
    }
    const code = codes.find(({ role }) => role === 'clerk')?.code
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(`/api/v1${path}`, init, bindings)
    const entered = await ask('/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const { token } = (await entered.json()) as Session
    const headers = { Authorization: `Bearer ${token}` }
    const taken = async (path: string): Promise<Response> => {
      const response = await ask(`/periods/${period}/${path}`, { headers })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return response
    }
    const { units } = (await (await taken('progress')).json()) as Progress
    const wanted = [
      ['annex.xlsx', 'annex.xlsx'],
      ['report.docx', 'report.docx'],
      ...units.map(({ unit }) => [`sheet-${unit}.xlsx`, `units/${unit}/sheet.xlsx`]),
    ] as const
    const made: Document[] = []
    for (const [name = '', path = ''] of wanted)
      made.push({ name, bytes: new Uint8Array(await (await taken(path)).arrayBuffer()) })
    return made
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
