/** One workbook as several programs read it: our tests' own reader, hucre, openpyxl, LibreOffice after working it out anew. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readXlsx as readByHucre } from 'hucre/xlsx'
import { cellAddress } from '../../../shared/layout/address.ts'
import { readXlsx, unzip } from '../../annex/read-xlsx.ts'

/** "Biểu 3!E34" to what stands there; cells with nothing to see are left out. */
export type Read = {
  readonly values: ReadonlyMap<string, string | number>
  readonly formulas: ReadonlyMap<string, string>
}

/** @returns undefined where the program is not installed */
export type Reader = (file: string, work: string) => Promise<Read | undefined>

/** Debian's, which has the package; another one may be first on the path. */
const python = '/usr/bin/python3'
const script = fileURLToPath(new URL('openpyxl-values.py', import.meta.url))

const seen = (entries: Iterable<readonly [string, unknown]>): Read['values'] =>
  new Map(
    [...entries].flatMap(([at, value]) => {
      if (value === null || value === undefined || value === '') return []
      if (typeof value === 'boolean') return [[at, Number(value)]]
      return [[at, typeof value === 'number' ? value : String(value).replaceAll('\r\n', '\n')]]
    }),
  )

function byUs(file: string): Read {
  const { sheets } = readXlsx(readFileSync(file))
  const cells = sheets.flatMap(({ name, cells }) =>
    [...cells].map(([at, cell]) => [`${name}!${at}`, cell] as const),
  )
  return {
    values: seen(cells.map(([at, { value }]) => [at, value])),
    formulas: new Map(
      cells.flatMap(([at, { formula }]) => (formula ? [[at, plain(formula)]] : [])),
    ),
  }
}
/** Without what XML writes for the signs it needs itself. */
const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

export const readers: Readonly<Record<string, Reader>> = {
  ours: async file => byUs(file),

  hucre: async file => {
    const { sheets } = await readByHucre(readFileSync(file))
    const values = sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, r) =>
        row.map((value, c) => [`${name}!${cellAddress(r + 1, c + 1)}`, value] as const),
      ),
    )
    return { values: seen(values), formulas: byUs(file).formulas }
  },

  openpyxl: async file => {
    if (spawnSync(python, ['-c', 'import openpyxl']).status !== 0) return undefined
    const { status, stdout, stderr } = spawnSync(python, [script, file], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    if (status !== 0) throw new Error(`openpyxl: ${stderr.trim().split('\n').at(-1)}`)
    const { values, formulas } = JSON.parse(stdout)
    return { values: seen(Object.entries(values)), formulas: new Map(Object.entries(formulas)) }
  },

  LibreOffice: async (file, work) => {
    const again = throughLibreOffice(file, work, 'xlsx')
    return again === undefined ? undefined : byUs(again)
  },
}

/** LibreOffice trusts the results a file brings, unless it is told to work out every formula when it opens one. */
function profile(work: string): string {
  const folder = join(work, 'profile')
  mkdirSync(join(folder, 'user'), { recursive: true })
  writeFileSync(
    join(folder, 'user/registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  )
  return pathToFileURL(folder).href
}

/**
 * The paragraphs of a report that say something, in order: as written, and as LibreOffice writes them after reading.
 * undefined where it is not installed.
 */
export function paragraphs(
  file: string,
  work: string,
): Record<'ours' | 'LibreOffice', string[]> | undefined {
  const again = throughLibreOffice(file, work, 'docx')
  if (again === undefined) return undefined
  return { ours: paragraphsOf(file), LibreOffice: paragraphsOf(again) }
}

function paragraphsOf(file: string): string[] {
  const xml = unzip(readFileSync(file)).get('word/document.xml') ?? ''
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].flatMap(([paragraph]) => {
    const texts = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    const text = plain(texts.map(([, run]) => run).join('')).trim()
    return text === '' ? [] : [text]
  })
}

/** The path of what it made; undefined where it is not installed. */
function throughLibreOffice(file: string, work: string, to: 'xlsx' | 'docx'): string | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return undefined
  const out = join(work, 'out')
  const where = `-env:UserInstallation=${profile(work)}`
  const { status, stderr } = spawnSync(
    'soffice',
    ['--headless', where, '--convert-to', to, '--outdir', out, file],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`LibreOffice: ${stderr}`)
  return join(out, basename(file))
}

/** Formulas whose result the file leaves to whoever opens it. */
export const unresolved = ({ values, formulas }: Read): Set<string> =>
  new Set([...formulas.keys()].filter(at => !values.has(at)))

/** Cells that are not the same, "Biểu 3!E34: 20 / 21"; numbers may differ in their last digits. */
export function differences(
  one: Read['values'],
  other: Read['values'],
  except: ReadonlySet<string> = new Set(),
): string[] {
  const places = new Set([...one.keys(), ...other.keys()])
  return [...places].flatMap(at => {
    if (except.has(at)) return []
    const [a, b] = [one.get(at), other.get(at)]
    const near =
      typeof a === 'number' &&
      typeof b === 'number' &&
      Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
    return a === b || near ? [] : [`${at}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`]
  })
}
