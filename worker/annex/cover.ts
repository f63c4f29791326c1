/**
 * The cover (Bìa): whose figures these are, for which period, from which units, how complete, and the code that ties
 * the paper to the consolidation. Heading by Nghị định 30/2020/NĐ-CP, Phụ lục I, phần V.
 */
import { rangeAddress } from '../../shared/layout/address.ts'
import { periodName, printDate, printInstant } from '../../shared/period.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { codeBlock } from './code-block.ts'
import { signatureBelow } from './signature.ts'
import { type Awaited, leftOut, type Standing } from './units.ts'
import { annexWords } from './words.ts'

const width = 12
const widths = Array(width).fill(8.2)
/** the agency stands over the first five columns, the nation over the rest */
const [left, right] = [5, 6]

export type Listed = { readonly sheet: string; readonly title: string }

export function cover(
  { agency, period, window, state, digest, origin, asOf, auditHead, windows = [] }: AnnexInput,
  units: readonly Awaited[],
  listed: readonly Listed[],
): PaperSheet {
  const rows: PaperCell[][] = []
  const merges: string[] = []
  /** a row of cells that each reach to the column before the next */
  const put = (cells: readonly (readonly [from: number, to: number, cell: PaperCell])[]): void => {
    const filled = cells.flatMap(([from, to, cell]) =>
      Array.from({ length: to - from + 1 }, (_, i): [number, PaperCell] => [
        from + i,
        i === 0 ? cell : { value: null, style: cell.style },
      ]),
    )
    rows.push(paperRow(width, Object.fromEntries(filled)))
    for (const [from, to] of cells)
      if (to > from) merges.push(rangeAddress(rows.length, from, rows.length, to))
  }
  const line = (cell: PaperCell) => put([[1, width, cell]])
  const gap = () => put([])
  const table = (cells: readonly PaperCell[], edges: readonly number[]) =>
    put(cells.map((cell, i) => [(edges[i - 1] ?? 0) + 1, edges[i] ?? width, cell] as const))

  const issuer = shortName(agency)
  put([
    [1, left, words(upper(agency.superior), 'superior')],
    [right, width, words(annexWords.nation, 'nation')],
  ])
  put([
    [1, left, words(upper(issuer), 'issuer')],
    [right, width, words(annexWords.motto, 'motto')],
  ])
  put([[3, 3, { value: null, style: 'stroke' }]])
  gap()
  line(words(annexWords.title, 'coverTitle'))
  line(words(annexWords.subject, 'coverSubject'))
  line(words(annexWords.attachedTo(papersOf(agency).symbol, agency.name), 'coverNote'))
  gap()
  line(
    words(
      annexWords.period(periodName(period), printDate(window.from), printDate(window.to)),
      'coverLine',
    ),
  )
  if (windows.length > 0) line(words(annexWords.otherWindows(windows.length), 'coverLine'))
  line(words(annexWords.state[state](leftOut(units)), 'coverSubject'))
  line(words(annexWords.consolidatedAt(printInstant(asOf)), 'coverLine'))
  if (auditHead)
    line(words(annexWords.auditHead(auditHead.seq, hashCode(auditHead.hash)), 'coverSmall'))
  gap()

  const { units: head, contentsHead } = annexWords
  const received = units.filter(({ revision }) => revision !== null).length
  line(words(annexWords.received(received, units.length), 'section'))
  const unitEdges = [1, 7, 8, width]
  table(
    [head.ordinal, head.unit, head.revision, head.state].map(text => words(text, 'header')),
    unitEdges,
  )
  units.forEach((unit, i) => {
    table(
      [
        ordinal(i),
        words(unit.name, 'label'),
        unit.revision === null ? words('', 'label') : centred({ number: unit.revision }),
        centred({ text: stateOf(unit) }),
      ],
      unitEdges,
    )
  })
  gap()
  line(words(annexWords.contents, 'section'))
  const contentEdges = [1, 4, width]
  table(
    [contentsHead.ordinal, contentsHead.sheet, contentsHead.title].map(text =>
      words(text, 'header'),
    ),
    contentEdges,
  )
  listed.forEach(({ sheet, title }, i) => {
    const link: PaperCell = { ...words(sheet, 'label'), leadsTo: sheet }
    table([ordinal(i), link, words(title, 'label')], contentEdges)
  })
  gap()
  const code = codeBlock(digest, origin, rows.length + 1, width)
  rows.push(...code.rows)
  merges.push(...code.merges)
  const signed = signatureBelow(agency, rows.length, width, { left, right })
  rows.push(...signed.rows)
  merges.push(...signed.merges)
  return {
    sheet: annexWords.sheets.cover,
    landscape: false,
    widths,
    rows,
    merges,
    pictures: [code.picture],
    keptTogether: code.picture.row,
    room: signed.room,
    frozenRows: 0,
    headerTop: 1,
  }
}

/** The office's word about the unit, and what is counted when that is not the newest revision. */
export function stateOf({ state, revision, counted }: Standing): string {
  const { states, uncounted, countedBy } = annexWords.units
  if (revision === counted) return states[state]
  return `${states[state]} – ${counted === null ? uncounted : countedBy(counted)}`
}

const centred = (value: NonNullable<PaperCell['value']>): PaperCell => ({
  value,
  style: 'label',
  align: 'center',
})
const ordinal = (i: number): PaperCell => centred({ number: i + 1 })
const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** The first sixteen signs of an entry's hash, in groups of four to be read aloud. */
const hashCode = (hash: string): string =>
  (
    hash
      .replace(/[^0-9a-z]/giu, '')
      .slice(0, 16)
      .match(/.{1,4}/gu) ?? []
  )
    .join('-')
    .toUpperCase()
