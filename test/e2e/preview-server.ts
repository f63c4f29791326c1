// A server for the preview page alone, with a small pane in place of the real one, and a form in small
// to work on.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { inject } from 'vitest'
import { withStandIn } from '../../addin/preview/vite-plugin.ts'
import { Workbook, type WorkbookState } from '../../addin/preview/workbook/workbook.ts'
import { pagesIn } from '../../worker/on-premise/pages.ts'

const smallPane = fileURLToPath(new URL('fixtures/pane.html', import.meta.url))

export const demoCodes = {
  agency: 'sct-bac-giang',
  codes: [
    { role: 'clerk', unit: null, name: 'Văn phòng', code: 'AAAA-BBBB-CCCC' },
    { role: 'unit', unit: 'qltm', name: 'Phòng Quản lý Thương mại', code: '7F3K-Q2M9-XW8D' },
  ],
}

export async function servePreview(): Promise<{ address: string; close(): Promise<void> }> {
  const built = pagesIn(join(inject('prepared'), 'pages'))
  const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
  const own: Readonly<Record<string, () => Response>> = {
    '/preview/access.json': () => Response.json(demoCodes),
    '/taskpane.html': () => new Response(withStandIn(readFileSync(smallPane, 'utf8')), html),
  }
  const answer = (request: Request): Response =>
    own[new URL(request.url).pathname]?.() ?? built(request) ?? new Response(null, { status: 404 })
  const server = createServer(getRequestListener(answer))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the server has no address')
  return {
    address: `http://127.0.0.1:${at.port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** A form in small: labels, a locked total, validated inputs, a folded group, two sheets. */
export function smallForm(): WorkbookState {
  const workbook = new Workbook('Biểu 1')
  const [sheet] = workbook.sheets
  if (!sheet) throw new Error('a new workbook has a sheet')
  const area = (row: number, column: number, rows = 1, columns = 1) => ({
    row,
    column,
    rows,
    columns,
  })
  sheet.write(area(0, 0), [['Biểu của đơn vị có tên dài chạy qua ô bên cạnh']])
  sheet.write(area(1, 0, 5, 3), [
    ['STT', 'Chỉ tiêu', 'Kỳ này'],
    [1, 'Hồ sơ tiếp nhận', 300],
    [2, 'Hồ sơ của đơn vị khác', 5],
    [3, 'Tình trạng', 'Đạt'],
    ['', 'Tổng số', '=SUM(C3:C4)'],
  ])
  sheet.paint(area(2, 2, 3), { locked: false, numberFormat: '#,##0.##' })
  sheet.validations.set({
    area: area(2, 2),
    origin: { row: 2, column: 2 },
    rule: { decimal: { operator: 'GreaterThanOrEqualTo', formula1: 0 } },
    prompt: { title: 'Cách điền', message: 'Số không âm.', showPrompt: true },
    alert: { title: 'Kỳ này', message: 'Phải là số không âm.', style: 'Stop', showAlert: true },
    ignoreBlanks: true,
  })
  sheet.validations.set({
    area: area(4, 2),
    origin: { row: 4, column: 2 },
    rule: { list: { source: 'Đạt,Chưa đạt', inCellDropDown: true } },
    prompt: { title: '', message: '', showPrompt: false },
    alert: { title: '', message: '', style: 'Stop', showAlert: true },
    ignoreBlanks: true,
  })
  sheet.rows.group(3, 1)
  sheet.rows.fold(3, 1, true)
  sheet.frozen = { rows: 2, columns: 0 }
  workbook.protect(sheet, [], 'Normal', '')
  workbook.addSheet('Biểu 2')
  return workbook.toJSON()
}
