// The words of a formula, and rewritings that only need words: the user's locale, moved cells.
// Never knows what a function does.
import {
  columnLetters,
  columnLimit,
  columnNumber,
  rowLimit,
  splitSheetName,
  withSheetName,
} from '../address.ts'
import { WorkbookProblem } from '../problem.ts'

export interface Token {
  kind: 'number' | 'text' | 'error' | 'reference' | 'word' | 'sign' | 'space'
  text: string
}

const sheetPart = String.raw`(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?`
const cellPart = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`
const areaPart = String.raw`(?:${cellPart}(?::${cellPart})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})`

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['text', /"(?:[^"]|"")*"/uy],
  ['reference', new RegExp(String.raw`${sheetPart}${areaPart}(?![\p{L}\p{N}_.(!])`, 'uy')],
  [
    'error',
    new RegExp(String.raw`${sheetPart}#(?:DIV\/0!|REF!|NAME\?|VALUE!|N\/A|NUM!|NULL!)`, 'iuy'),
  ],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['word', /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy],
  ['sign', /<>|<=|>=|[-+*/^&=<>%(),]/uy],
]

/** @throws WorkbookProblem `formula` at a character no word begins with */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (let at = 0; at < text.length; ) {
    let token: Token | undefined
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match) {
        token = { kind, text: match[0] }
        break
      }
    }
    if (!token) throw new WorkbookProblem('formula', text)
    found.push(token)
    at += token.text.length
  }
  return found
}

function outsideQuotes(text: string, replace: (part: string) => string): string {
  return text
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? replace(part) : part))
    .join('')
}

/** vi-VN notation (`;` between arguments, decimal comma) to en-US. */
export function fromLocalFormula(text: string): string {
  return outsideQuotes(text, part => part.replaceAll(',', '.').replaceAll(';', ','))
}

/** en-US notation to vi-VN, for the formula bar. */
export function toLocalFormula(text: string): string {
  return outsideQuotes(text, part =>
    part
      .replaceAll(',', ';')
      .replace(/(\d)\.(\d)/g, '$1,$2')
      .replace(/(^|[^\w])\.(\d)/g, '$1,$2'),
  )
}

function movedCorner(text: string, down: number, right: number): string {
  const corner = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)
  if (!corner) return text
  const [, dollarColumn = '', letters = '', dollarRow = '', digits = ''] = corner
  // `$5` in a rows-only reference: the dollar was read as the column's
  const rowIsFixed = dollarRow === '$' || (letters === '' && dollarColumn === '$')
  const column = letters === '' || dollarColumn ? letters : shifted(letters, right)
  const row = digits === '' || rowIsFixed ? Number(digits) : Number(digits) + down
  if (column === undefined || (digits !== '' && (row < 1 || row > rowLimit))) return '#REF!'
  return `${dollarColumn}${column}${dollarRow}${digits === '' ? '' : row}`
}

function shifted(letters: string, right: number): string | undefined {
  const column = columnNumber(letters) + right
  return column >= 0 && column < columnLimit ? columnLetters(column) : undefined
}

/** The formula as it reads when filled `down` rows and `right` columns away. */
export function movedFormula(text: string, down: number, right: number): string {
  return tokens(text)
    .map(token => {
      if (token.kind !== 'reference') return token.text
      const cut = token.text.lastIndexOf('!') + 1
      const corners = token.text.slice(cut).split(':')
      const moved = corners.map(corner => movedCorner(corner, down, right))
      return moved.includes('#REF!') ? '#REF!' : token.text.slice(0, cut) + moved.join(':')
    })
    .join('')
}

/** The formula after a sheet got another name, or (`after` undefined) was deleted. */
export function renamedFormula(text: string, before: string, after: string | undefined): string {
  return tokens(text)
    .map(token => {
      if (token.kind !== 'reference') return token.text
      const { sheetName, rest } = splitSheetName(token.text)
      if (sheetName?.toLowerCase() !== before.toLowerCase()) return token.text
      return after === undefined ? '#REF!' : withSheetName(after, rest)
    })
    .join('')
}
