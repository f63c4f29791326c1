/** "Kiểm tra": what the rules found in the merged figures, or that they found nothing. */
import { rangeAddress } from '../../shared/layout/address.ts'
import type { Finding } from '../../shared/rules/engine.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import type { Find } from './lineage.ts'
import { annexWords } from './words.ts'

const widths = [5, 12, 52, 18, 12, 28]
const said = annexWords.checks

export function checks({ index, findings }: AnnexInput, find: Find): PaperSheet {
  const rules = index.catalogue.rules.length
  const head: PaperCell[][] = [
    across(widths.length, words(said.title, 'title')),
    across(widths.length, words(summary(rules, findings), 'coverNote')),
  ]
  const merges = head.map((_, i) => rangeAddress(i + 1, 1, i + 1, widths.length))
  const lines = findings.map((finding, i): PaperCell[] => {
    const at = find(finding.at)
    return [
      { value: { number: i + 1 }, style: 'label', align: 'center' },
      words(
        finding.outcome === 'accepted' ? said.accepted : said.severity[finding.severity],
        'label',
      ),
      words(placed(finding, at?.cell), 'label'),
      words(at ? said.at(at.sheet, at.cell) : '', 'label'),
      words(finding.rule, 'label'),
      words(finding.justification ?? '', 'label'),
    ]
  })
  const table = lines.length > 0 ? [said.head.map(title => words(title, 'header')), ...lines] : []
  return {
    sheet: annexWords.sheets.checks,
    landscape: true,
    widths,
    rows: [...head, ...table],
    merges,
    frozenRows: table.length > 0 ? head.length + 1 : 0,
    headerTop: head.length + 1,
  }
}

/** The message names the cell of the live sheet; the annex may print the same place elsewhere. */
const placed = ({ message, at }: Finding, cell: string | undefined): string =>
  at.cell && cell ? message.replace(`(ô ${at.cell})`, `(ô ${cell})`) : message

function summary(rules: number, findings: readonly Finding[]): string {
  if (findings.length === 0) return said.passed(rules)
  const outstanding = findings.filter(({ outcome }) => outcome === 'fail')
  const counts = {
    error: outstanding.filter(({ severity }) => severity === 'error').length,
    warning: outstanding.filter(({ severity }) => severity === 'warning').length,
    info: outstanding.filter(({ severity }) => severity === 'info').length,
    accepted: findings.length - outstanding.length,
  }
  const kinds = ['error', 'warning', 'info', 'accepted'] as const
  const parts = kinds.filter(kind => counts[kind] > 0).map(kind => said.counted[kind](counts[kind]))
  return said.summary(rules, parts)
}
