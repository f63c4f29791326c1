/**
 * What no schema says of a package and Excel still offers to repair: parts nobody leads to or that lead nowhere, cells out
 * of order, merged areas that overlap, links to sheets that are not there, texts and formulas beyond the limits.
 */
import { posix } from 'node:path'
import { parseArea } from '../../../addin/preview/workbook/address.ts'
import { filesIn, readXlsx } from '../../annex/read-xlsx.ts'

/** Excel specifications and limits, support.microsoft.com. */
const longest = { text: 32_767, formula: 8_192, sheet: 31, listOfValidation: 255 }

const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map(([, found = '']) => found)

/** Of any package: every part has a type, every relationship its part, every part but the first a relationship. */
export function packageFaults(bytes: Uint8Array): string[] {
  const files = filesIn(bytes)
  const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
  const types = text('[Content_Types].xml')
  const byEnding = new Set(all(types, /<Default [^>]*Extension="([^"]+)"/gu))
  const byName = new Set(all(types, /<Override [^>]*PartName="\/([^"]+)"/gu))
  const faults = [...byName]
    .filter(name => !files.has(name))
    .map(name => `[Content_Types].xml: ${name} is not there`)
  const led = new Set<string>()
  for (const name of files.keys()) {
    if (name === '[Content_Types].xml') continue
    if (!byName.has(name) && !byEnding.has(name.split('.').at(-1) ?? ''))
      faults.push(`${name}: no content type`)
    if (!name.endsWith('.rels')) continue
    const ids = all(text(name), /<Relationship [^>]*?\bId="([^"]*)"/gu)
    if (new Set(ids).size < ids.length) faults.push(`${name}: an id stands twice`)
    const from = posix.dirname(posix.dirname(name))
    for (const [relationship] of text(name).matchAll(/<Relationship [^>]*>/gu)) {
      if (relationship.includes('TargetMode="External"')) continue
      const target = /Target="([^"]*)"/u.exec(relationship)?.[1] ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join(from, target)
      led.add(path)
      if (!files.has(path)) faults.push(`${name}: ${target} is not there`)
    }
  }
  const orphans = [...files.keys()].filter(
    name => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !led.has(name),
  )
  return [...faults, ...orphans.map(name => `${name}: nothing leads to it`)]
}

/** Of a workbook: what its sheets may not say. */
export function workbookFaults(bytes: Uint8Array): string[] {
  const { sheets } = readXlsx(bytes)
  const names = new Set(sheets.map(({ name }) => name))
  return sheets.flatMap(({ name, xml, cells, merges }) => {
    const faults: string[] = []
    const say = (what: string) => faults.push(`${name}: ${what}`)
    if (name.length > longest.sheet) say('name too long')
    let before = { row: -1, column: -1 }
    for (const [at, { value, formula }] of cells) {
      const { row, column } = parseArea(at)
      if (row < before.row || (row === before.row && column <= before.column))
        say(`${at} is out of order`)
      before = { row, column }
      if (typeof value === 'string' && value.length > longest.text) say(`${at} has too long a text`)
      if (formula && formula.length > longest.formula) say(`${at} has too long a formula`)
    }
    const covered = new Set<string>()
    for (const merge of merges) {
      const { row, column, rows, columns } = parseArea(merge)
      for (let i = 0; i < rows * columns; i += 1) {
        const at = `${row + Math.floor(i / columns)},${column + (i % columns)}`
        if (covered.has(at)) say(`${merge} overlaps another merged area`)
        covered.add(at)
      }
    }
    for (const location of all(xml, /<hyperlink [^>]*location="([^"]*)"/gu)) {
      const sheet = /^'?(.*?)'?!/u.exec(location.replaceAll('&apos;', "'"))?.[1] ?? ''
      if (!names.has(sheet.replaceAll("''", "'"))) say(`a link leads to ${location}`)
    }
    for (const list of all(xml, /<formula1>"([^<]*)"<\/formula1>/gu))
      if (list.length > longest.listOfValidation) say(`too long a list of choices: ${list}`)
    return faults
  })
}
