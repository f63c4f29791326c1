/**
 * The cover (Bìa): whose figures these are, for which period, from which units, how complete, and the code that ties
 * the paper to the consolidation.
 */
import { periodName, printDate, printInstant } from '../../shared/period.ts'
import { type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { codeBlock } from './code-block.ts'
import { coverHalves, coverHead, coverWidth as width } from './cover-head.ts'
import { signatureBelow } from './signature.ts'
import { type Awaited, leftOut, type Standing } from './units.ts'
import { annexWords } from './words.ts'

export type Listed = { readonly sheet: string; readonly title: string }

export function cover(
  { agency, period, window, state, digest, origin, asOf, auditHead, windows = [] }: AnnexInput,
  units: readonly Awaited[],
  listed: readonly Listed[],
): PaperSheet {
  const { rows, merges, line, table, gap } = coverHead(agency, annexWords.subject)
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
  const signed = signatureBelow(agency, rows.length, width, coverHalves)
  rows.push(...signed.rows)
  merges.push(...signed.merges)
  return {
    sheet: annexWords.sheets.cover,
    landscape: false,
    widths: Array(width).fill(8.2),
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
