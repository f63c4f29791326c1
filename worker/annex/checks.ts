/**
 * "Kiểm tra": every rule that ran over the merged figures. What it found comes first, with the cell, the arithmetic and
 * the reason; then the rules that hold, then those that had nothing to look at.
 */

import type { Finding } from '../../shared/rules/engine.ts'
import type { Rule } from '../../shared/rules/schema.ts'
import { ruleInShort } from '../../shared/rules/touching.ts'
import type { PaperCell, PaperSheet } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import type { Find } from './places.ts'
import { centred, counted, lineRows, list, said } from './sheet-rows.ts'
import { annexWords } from './words.ts'
import { checkWords } from './words-checks.ts'

const widths = [5, 15, 38, 12, 22, 7, 13, 42, 26]
/** The rule's name stands in every row of it, so that filters keep it together. */
const repeated = [1]

export function checks(input: AnnexInput, find: Find): PaperSheet {
  const { index, findings, judged } = input
  const { rules } = index.catalogue
  const looks = new Map(rules.map(rule => [rule.id, lookOf(input, rule)]))
  const looked = ({ id }: Rule) => (looks.get(id)?.places ?? 0) > 0
  const found = new Set(findings.map(({ rule }) => rule))
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const told = new Set<string>()
  const lines = [
    ...findings.map(finding => {
      const rule = byId.get(finding.rule)
      // how many places were looked at is said once for a rule
      const first = !told.has(finding.rule)
      told.add(finding.rule)
      const at = find(finding.at)
      const where = at ? checkWords.at(at.sheet, at.cell) : (looks.get(finding.rule)?.where ?? '')
      return [
        said(finding.rule),
        said(rule ? ruleInShort(index, rule, finding.at) : ''),
        said(checkWords.severity[finding.severity]),
        at ? { ...said(where), leadsTo: at } : said(where),
        first ? counted(looks.get(finding.rule)?.places ?? 0) : said(''),
        said(
          finding.outcome === 'accepted'
            ? checkWords.accepted
            : checkWords.severity[finding.severity],
        ),
        said(placed(finding, at?.cell)),
        said(finding.justification ?? ''),
      ]
    }),
    ...[true, false].flatMap(has =>
      rules
        .filter(rule => !found.has(rule.id) && looked(rule) === has)
        .map(rule => {
          const [verdict] = judged.get(rule.id) ?? []
          const look = looks.get(rule.id)
          return [
            said(rule.id),
            said(verdict ? ruleInShort(index, rule, verdict.place) : rule.title),
            said(checkWords.severity[rule.severity]),
            said(look?.where ?? ''),
            counted(look?.places ?? 0),
            said(has ? checkWords.passing : checkWords.unlooked),
            said(''),
            said(''),
          ]
        }),
    ),
  ]
  const unjudged = rules.filter(rule => !found.has(rule.id) && !looked(rule)).length
  return list({
    sheet: annexWords.sheets.checks,
    widths,
    title: checkWords.title,
    says: [
      summary(rules.length - unjudged, findings),
      ...(unjudged > 0 ? [checkWords.unjudged(unjudged)] : []),
    ],
    head: checkWords.head,
    rows: lines.flatMap((cells, i): PaperCell[][] =>
      lineRows([centred(String(i + 1)), ...cells], widths, repeated),
    ),
  })
}

/** How many places a rule could judge, and in which forms they are. */
function lookOf({ index, judged }: AnnexInput, rule: Rule): { places: number; where: string } {
  const verdicts = (judged.get(rule.id) ?? []).filter(({ outcome }) => outcome !== 'na')
  const forms = new Set((judged.get(rule.id) ?? []).map(({ place }) => place.form))
  const short = index.catalogue.forms.filter(({ id }) => forms.has(id)).map(form => form.short)
  const where = rule.check === 'window' ? checkWords.window : short.join(', ')
  return { places: verdicts.length, where }
}

/** The message names the cell of the live sheet; the annex may print the same place elsewhere. */
const placed = ({ message, at }: Finding, cell: string | undefined): string =>
  at.cell && cell ? message.replace(`(ô ${at.cell})`, `(ô ${cell})`) : message

function summary(rules: number, findings: readonly Finding[]): string {
  if (findings.length === 0) return checkWords.passed(rules)
  const outstanding = findings.filter(({ outcome }) => outcome === 'fail')
  const counts = {
    error: outstanding.filter(({ severity }) => severity === 'error').length,
    warning: outstanding.filter(({ severity }) => severity === 'warning').length,
    info: outstanding.filter(({ severity }) => severity === 'info').length,
    accepted: findings.length - outstanding.length,
  }
  const kinds = ['error', 'warning', 'info', 'accepted'] as const
  const parts = kinds
    .filter(kind => counts[kind] > 0)
    .map(kind => checkWords.counted[kind](counts[kind]))
  return checkWords.summary(rules, parts)
}
