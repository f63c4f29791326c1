/**
 * Every part of a document against the schema of its root (ECMA-376 part 4, transitional; part 2 for the package), by
 * xmllint. The schemas are not ours to copy: they lie in a folder named by whoever runs this.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzip } from '../../annex/read-xlsx.ts'

const office = 'http://schemas.openxmlformats.org'
/** Namespace of a part's root, and the file that describes it. */
const schemas: Readonly<Record<string, string>> = {
  [`${office}/spreadsheetml/2006/main`]: 'sml.xsd',
  [`${office}/wordprocessingml/2006/main`]: 'wml.xsd',
  [`${office}/drawingml/2006/main`]: 'dml-main.xsd',
  [`${office}/drawingml/2006/chart`]: 'dml-chart.xsd',
  [`${office}/drawingml/2006/spreadsheetDrawing`]: 'dml-spreadsheetDrawing.xsd',
  [`${office}/officeDocument/2006/extended-properties`]: 'shared-documentPropertiesExtended.xsd',
  [`${office}/officeDocument/2006/custom-properties`]: 'shared-documentPropertiesCustom.xsd',
  [`${office}/officeDocument/2006/bibliography`]: 'shared-bibliography.xsd',
  [`${office}/package/2006/content-types`]: 'opc-xsd/opc-contentTypes.xsd',
  [`${office}/package/2006/relationships`]: 'opc-xsd/opc-relationships.xsd',
  [`${office}/package/2006/metadata/core-properties`]: 'opc-xsd/opc-coreProperties.xsd',
}

/** Schemas the others refer to without saying where they are; as much of each as documents use. */
const referred: Readonly<Record<string, readonly [namespace: string, body: string]>> = {
  'xml.xsd': [
    'http://www.w3.org/XML/1998/namespace',
    `<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/>
      <xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="lang" type="xs:language"/>`,
  ],
  'dc.xsd': [
    'http://purl.org/dc/elements/1.1/',
    `<xs:complexType name="SimpleLiteral" mixed="true"><xs:complexContent mixed="true"><xs:extension base="xs:anyType"/>
      </xs:complexContent></xs:complexType>
    <xs:element name="any" type="t:SimpleLiteral" abstract="true"/>
    ${['creator', 'description', 'identifier', 'language', 'subject', 'title']
      .map(name => `<xs:element name="${name}" type="xs:string"/>`)
      .join('')}`,
  ],
  'dcterms.xsd': [
    'http://purl.org/dc/terms/',
    `<xs:complexType name="W3CDTF"><xs:simpleContent><xs:extension base="xs:dateTime"/></xs:simpleContent></xs:complexType>
    <xs:element name="created" type="xs:anyType"/><xs:element name="modified" type="xs:anyType"/>`,
  ],
}

/** The namespace of `xml:` has its prefix by itself and may have no other. */
function schema(target: string, body: string): string {
  const prefix = body.includes('"t:') ? ` xmlns:t="${target}"` : ''
  const own = target && ` targetNamespace="${target}"`
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${prefix}${own}>${body}</xs:schema>`
}

/** What could not be checked is named too: silence would pass for validity. */
export type Validity = {
  readonly parts: number
  readonly faults: readonly string[]
  readonly unchecked: readonly string[]
}

export const canValidate = (xsd: string): boolean =>
  existsSync(join(xsd, 'sml.xsd')) && spawnSync('xmllint', ['--version']).status === 0

/** @param xsd folder with the schemas @param work empty folder for what xmllint reads */
export function validity(bytes: Uint8Array, xsd: string, work: string): Validity {
  mkdirSync(work, { recursive: true })
  for (const [file, [namespace, body]] of Object.entries(referred))
    writeFileSync(join(work, file), schema(namespace, body))
  const faults: string[] = []
  const unchecked: string[] = []
  const parts = [...unzip(bytes)]
  for (const [part, xml] of parts) {
    const file = schemas[rootNamespace(xml)]
    if (file === undefined) unchecked.push(part)
    else faults.push(...faultsOf(part, xml, join(xsd, file), rootNamespace(xml), work))
  }
  return { parts: parts.length - unchecked.length, faults, unchecked }
}

/** The root's own, whether it is the default one or has a prefix. */
function rootNamespace(xml: string): string {
  const root = /<([A-Za-z][\w.-]*)(?::[\w.-]+)?[\s>][^>]*>?/u.exec(xml.replace(/<\?.*?\?>/gsu, ''))
  const prefixed = /<([\w.-]+):[\w.-]+/u.exec(root?.[0] ?? '')?.[1]
  const name = prefixed ? `xmlns:${prefixed}` : 'xmlns'
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(root?.[0] ?? '')?.[1] ?? ''
}

/** Schemas that others need go first, so that their imports without an address are found. */
function faultsOf(part: string, xml: string, file: string, namespace: string, work: string) {
  const imported = (target: string, path: string) =>
    `<xs:import namespace="${target}" schemaLocation="${pathToFileURL(path)}"/>`
  const before = Object.entries(referred).map(([name, [target]]) =>
    imported(target, join(work, name)),
  )
  const entry = join(work, 'entry.xsd')
  writeFileSync(entry, schema('', [...before, imported(namespace, file)].join('')))
  const plain = join(work, 'part.xml')
  writeFileSync(plain, ignoring(xml))
  // on lines of its own each element has a number to be found by
  const lines = spawnSync('xmllint', ['--format', '--output', plain, plain], { encoding: 'utf8' })
  const { status, stderr } = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--schema', entry, plain],
    { encoding: 'utf8' },
  )
  if (status === 0 && lines.status === 0) return []
  return `${lines.stderr}${stderr}`
    .split('\n')
    .filter(line => /error/iu.test(line))
    .map(line => line.replace(plain, part))
}

/**
 * Without what a reader of this edition is told to ignore (ECMA-376 part 3, mc:Ignorable), and without `xml:space` on the
 * texts of a workbook: Excel itself writes it there, only the schema does not know it.
 */
function ignoring(xml: string): string {
  const prefixes = /\smc:Ignorable="([^"]*)"/u.exec(xml)?.[1]?.split(/\s+/u) ?? []
  return prefixes.reduce(
    (text, prefix) => text.replaceAll(new RegExp(`\\s${prefix}:[\\w.-]+="[^"]*"`, 'gu'), ''),
    xml.replace(/\smc:Ignorable="[^"]*"/u, '').replaceAll('<t xml:space="preserve"', '<t'),
  )
}
