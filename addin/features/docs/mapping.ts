/** The packets of QCVN 125:2021/BTTTT beside our addresses and members, out of the table of `worker/qcvn-125.md`. */
import { docs as words } from '../../i18n/vi/docs.ts'
import { html, type Markup } from './markup.ts'

/** What stands in backquotes is ours and the same in every language; the sentences around it are for developers. */
const codesIn = (cell: string): Markup[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => html`<code>${code}</code> `)

/**
 * @param document Markdown with one table: packet, what for, our address, our fields, verified
 * @throws Error when there is no such table any more
 */
export function mappingOf(document: string): Markup {
  const rows = document
    .split('\n')
    .filter(line => line.startsWith('| ') && line.includes('`'))
    .map(line => line.split(/(?<!\\)\|/u).map(cell => cell.trim()))
  if (rows.length === 0) throw new Error('the mapping has no table')
  return html`<dl>${rows.map(
    ([, packet = '', , address = '', fields = '']) =>
      html`<div><dt>${packet}</dt><dd>${words.address}: ${codesIn(address)}</dd><dd>${words.members}: ${codesIn(fields)}</dd></div>`,
  )}</dl>`
}
