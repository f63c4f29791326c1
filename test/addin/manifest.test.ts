// The manifest that ships passes; every way we know of to spoil it is named, at its place.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkManifest, type PublicFiles } from '../../addin/manifest/check.ts'
import { publicFiles } from '../../addin/manifest/files.ts'
import { DeploymentError, productionManifest } from '../../addin/manifest/production.ts'
import { developmentId, iconSizes } from '../../addin/manifest/shapes.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const manifest = readFileSync(fromRoot('manifest.xml'), 'utf8')
const files = publicFiles(fromRoot('addin/public'))
const command = fromRoot('addin/manifest/run.ts')

/** The manifest with one thing changed; a change that finds nothing to change is a broken test. */
function spoilt(from: string | RegExp, to: string): string {
  const xml = manifest.replace(from, to)
  expect(xml, `"${from}" is not in the manifest`).not.toBe(manifest)
  return xml
}

const lineOf = (xml: string, text: string) => xml.slice(0, xml.indexOf(text)).split('\n').length

test('the manifest in the repository has no problems', () => {
  expect(checkManifest(manifest, files)).toEqual([])
})

test('every size of the icon guidelines is on disk and on the button', () => {
  for (const size of iconSizes) {
    expect(files.pngSize(`icons/icon-${size}.png`)).toEqual({ width: size, height: size })
    expect(manifest.split(`<bt:Image size="${size}" resid="Icon.${size}"/>`)).toHaveLength(3)
  }
})

const pane = 'https://localhost:8787/taskpane.html'
const long = (count: number) => 'ế'.repeat(count)

// [what is spoilt, this text, becomes this, the place ends with, the problem says]
// biome-ignore format: one case a line
const spoils: readonly (readonly [string, string | RegExp, string, string, string])[] = [
  ['http address', `Url.Pane" DefaultValue="${pane}`, `Url.Pane" DefaultValue="http://localhost/a`, 'bt:Urls > bt:Url', 'DefaultValue "http://localhost/a" is not https'],
  ['no address', `<SourceLocation DefaultValue="${pane}`, '<SourceLocation DefaultValue="taskpane.html', 'DefaultSettings > SourceLocation', 'DefaultValue "taskpane.html" is not a web address'],
  ['icon format', 'icon-32.png', 'icon-32.ico', 'IconUrl', 'is not a .png file'],
  ['missing icon', 'icon-64.png', 'icon-65.png', 'HighResolutionIconUrl', 'the file icons/icon-65.png does not exist'],
  ['wrong size', 'icon-32.png', 'icon-40.png', 'IconUrl', 'the file icons/icon-40.png is 40 × 40 pixels, not 32 × 32'],
  ['required attribute', '"Icon.80" Def', '"Icon.80" D_', 'bt:Images > bt:Image', 'DefaultValue is missing'],
  ['wrong size on the button', 'size="16" resid="Icon.16"', 'size="16" resid="Icon.20"', 'Group > Icon > bt:Image', 'the file icons/icon-20.png is 20 × 20 pixels, not 16 × 16'],
  ['mandatory size', '<bt:Image size="80" resid="Icon.80"/>', '', 'Group > Icon', 'size 80 is missing'],
  ['size twice', 'size="20" resid="Icon.20"', 'size="16" resid="Icon.16"', 'Group > Icon', 'size 16 appears twice'],
  ['unknown size', 'size="96"', 'size="128"', 'Group > Icon > bt:Image', 'size is "128"; allowed: 16, 20, 24, 32, 40, 48, 64, 80, 96'],
  ['override of an icon', '/icons/icon-32.png"/>', '/icons/icon-32.png"><Override Locale="en-US" Value="https://localhost:8787/en.png"/></IconUrl>', 'IconUrl', 'the file en.png does not exist'],
  ['resid too long', /Start\.Title/g, 'Start.TitleOfTheCalloutAfterInstall', 'GetStarted > Title', 'resid is 35 characters long; 32 are allowed'],
  ['unknown resid', 'resid="Pane.Tip"', 'resid="Pane.Tips"', 'Supertip > Description', 'resid "Pane.Tips" names no resource'],
  ['resid of the wrong list', 'resid="Pane.Tip"', 'resid="Pane.Label"', 'Supertip > Description', 'resid "Pane.Label" is in bt:ShortStrings, not in bt:LongStrings'],
  ['id twice', 'bt:String id="Start.Title"', 'bt:String id="Pane.Label"', 'bt:ShortStrings > bt:String', 'id "Pane.Label" is used twice'],
  ['no English name', /<Override Locale="en-US" Value="CCHC reports"\/>/, '', 'OfficeApp > DisplayName', 'there is no en-US override'],
  ['no English string', 'bt:Override Locale="en-US" Value="CCHC reports"', 'bt:Override Locale="en-GB" Value="CCHC reports"', 'bt:ShortStrings > bt:String', 'there is no en-US override'],
  ['language twice', '<Override Locale="en-US" Value="CCHC reports"/>', '<Override Locale="en-US" Value="A"/><Override Locale="en-US" Value="B"/>', 'OfficeApp > DisplayName', 'en-US appears twice'],
  ['bad locale', 'Locale="en-US"', 'Locale="English"', 'DisplayName > Override', '"English" is not a locale such as en-US'],
  ['English by default', '<DefaultLocale>vi-VN', '<DefaultLocale>en-US', 'OfficeApp > DefaultLocale', 'the text is "en-US"; allowed: vi-VN'],
  ['order swapped', /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1', 'OfficeApp > Version', 'Version must come before ProviderName'],
  ['order inside the button', /(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/, '$2$1', 'Control > Supertip', 'Supertip must come before Icon'],
  ['required element', /<SupportUrl[\s\S]*<\/SupportUrl>/, '', 'OfficeApp', 'SupportUrl is missing'],
  ['required deep element', /<LearnMoreUrl.*\/>/, '', 'DesktopFormFactor > GetStarted', 'LearnMoreUrl is missing'],
  ['element twice', '<Host Name="Workbook"/>', '<Host Name="Workbook"/><Host Name="Workbook"/>', 'OfficeApp > Hosts', 'Host appears 2 times'],
  ['element of a later version', '<Resources>', '<Runtimes/><Resources>', 'VersionOverrides > Runtimes', 'Runtimes is not allowed here'],
  ['stray attribute', '<Hosts>', '<Hosts id="all">', 'OfficeApp > Hosts', 'id is not an attribute of this element'],
  ['stray text', '<Hosts>', '<Hosts>Excel', 'OfficeApp > Hosts', 'the text does not belong here'],
  ['another host', 'Host Name="Workbook"', 'Host Name="Document"', 'Hosts > Host', 'Name is "Document"; allowed: Workbook'],
  ['name too long', 'DisplayName DefaultValue="Biểu mẫu CCHC"', `DisplayName DefaultValue="${long(126)}"`, 'OfficeApp > DisplayName', 'DefaultValue is 126 characters long; 125 are allowed'],
  ['description too long', /Value="Fill in [^"]*"/, `Value="${long(251)}"`, 'Description > Override', 'Value is 251 characters long; 250 are allowed'],
  ['empty name', 'Value="CCHC reports"', 'Value=" "', 'DisplayName > Override', 'Value is empty'],
  ['version of three numbers', '0.1.0.0', '0.1.0', 'OfficeApp > Version', 'is not four numbers of at most five digits'],
  ['no GUID', /<Id>.*<\/Id>/, '<Id>bao-cao-cchc</Id>', 'OfficeApp > Id', '"bao-cao-cchc" is not a GUID'],
  ['empty GUID', /<Id>.*<\/Id>/, '<Id>00000000-0000-0000-0000-000000000000</Id>', 'OfficeApp > Id', 'is the empty GUID'],
  ['floor above 1.1', ' MinVersion="1.1"', ' MinVersion="1.10"', 'Sets > Set', 'MinVersion asks for 1.10; 1.1 is the highest floor allowed'],
  ['another requirement set', 'Set Name="ExcelApi"', 'Set Name="SharedRuntime"', 'Sets > Set', 'Name is "SharedRuntime"; allowed: ExcelApi'],
  ['permissions', 'ReadWriteDocument', 'ReadDocument', 'OfficeApp > Permissions', 'the text is "ReadDocument"; allowed: ReadWriteDocument'],
  ['pane id', 'Office.AutoShowTaskpaneWithDocument', 'Pane1', 'Action > TaskpaneId', 'allowed: Office.AutoShowTaskpaneWithDocument'],
  ['namespace', 'appforoffice/1.1', 'appforoffice/1.0', 'OfficeApp', 'xmlns is "http://schemas.microsoft.com/office/appforoffice/1.0"'],
  ['half a deployment', `Url.Pane" DefaultValue="${pane}`, 'Url.Pane" DefaultValue="https://cchc.example.vn/taskpane.html', 'OfficeApp > IconUrl', 'a localhost address is left among others'],
]

describe('a spoilt manifest', () => {
  test.each(spoils)('%s', (_name, from, to, place, says) => {
    const problems = checkManifest(spoilt(from, to), files)
    const found = problems.find(({ where, what }) => where.endsWith(place) && what.includes(says))
    expect(found, JSON.stringify(problems, null, 2)).toBeDefined()
  })

  test('gives the line and the path of the element', () => {
    const xml = spoilt('"Pane.Tip"/>', '"Pane.Tips"/>')
    expect(checkManifest(xml, files)[0]?.where).toBe(
      `line ${lineOf(xml, 'Pane.Tips')}, OfficeApp > VersionOverrides > Hosts > Host > ` +
        'DesktopFormFactor > ExtensionPoint > OfficeTab > Group > Control > Supertip > Description',
    )
  })

  test('a file that is no picture is told from one that is missing', () => {
    const broken: PublicFiles = { has: () => true, pngSize: () => null }
    expect(checkManifest(manifest, broken)).toContainEqual({
      where: `line ${lineOf(manifest, '<IconUrl')}, OfficeApp > IconUrl`,
      what: 'the file icons/icon-32.png is not a PNG picture',
    })
    expect(files.pngSize('icons/icon.svg')).toBeNull()
  })

  test('a complete change of origin is no problem', () => {
    const deployed = manifest.replaceAll('https://localhost:8787', 'https://cchc.example.vn')
    expect(checkManifest(deployed, files)).toEqual([])
  })
})

// [what is wrong, this text, becomes this, the problem says]; nothing else is reported then
// biome-ignore format: one case a line
const unreadable: readonly (readonly [string, string | RegExp, string, string])[] = [
  ['DOCTYPE', '<OfficeApp', '<!DOCTYPE OfficeApp SYSTEM "https://example.vn/office.dtd">\n<OfficeApp', 'a DOCTYPE is not allowed'],
  ['entity of a DOCTYPE', 'Sở Công Thương', '&so;', 'an "&" that starts no known character'],
  ['bare ampersand', 'CCHC reports is', 'CCHC & reports', 'an "&" that starts no known character'],
  ['CDATA', '<Id>', '<Id><![CDATA[x]]>', 'a CDATA section is not allowed'],
  ['processing instruction', '<Id>', '<?xml-stylesheet href="a"?><Id>', 'a processing instruction is not allowed'],
  ['wrong closing tag', '</Version>', '</Id>', '</Id> where </Version> is expected'],
  ['element never closed', '</OfficeApp>', '', '<OfficeApp> is never closed'],
  ['attribute twice', 'Host Name="Workbook"', 'Host Name="Workbook" Name="Document"', 'attribute Name appears twice'],
  ['attribute without quotes', 'Name="ExcelApi"', 'Name=ExcelApi', 'cannot be read as XML: <Set Name=ExcelApi'],
  ['second root', '</OfficeApp>', '</OfficeApp><OfficeApp/>', 'a second root element'],
  ['comment never closed', '-->', '', 'a comment'],
  ['another root', /OfficeApp/g, 'Manifest', 'the root is Manifest, not OfficeApp'],
  ['empty file', /[\s\S]*/, '', 'the file holds no element'],
]

test.each(unreadable)('%s makes the file unreadable', (_name, from, to, says) => {
  const problems = checkManifest(spoilt(from, to), files)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.where).toMatch(/^line \d+$/)
  expect(problems[0]?.what).toContain(says)
})

test('characters may be written as entities', () => {
  const xml = spoilt('Value="CCHC reports"', 'Value="C&#67;&#x48;C &amp; &quot;reports&quot;"')
  expect(checkManifest(xml, files)).toEqual([])
})

const deployment = {
  origin: 'https://cchc.example.gov.vn',
  id: '5F0C7C1E-3b7a-4f0e-9d55-2f1f6a1e8c01',
  version: '1.2.3-rc.1',
}

describe('the manifest of a deployment', () => {
  test('has its own origin, id, version and name, passes, and says nothing of this machine', () => {
    const xml = productionManifest(manifest, { ...deployment, name: 'Biểu & mẫu "BG"' })
    expect(checkManifest(xml, files, 'production')).toEqual([])
    expect(xml).not.toMatch(/localhost|8787|development/i)
    expect(xml).toContain('<Id>5f0c7c1e-3b7a-4f0e-9d55-2f1f6a1e8c01</Id>')
    expect(xml).toContain('<Version>1.2.3.0</Version>')
    expect(xml).toContain('<DisplayName DefaultValue="Biểu &amp; mẫu &quot;BG&quot;">')
    expect(xml.match(/https:\/\/cchc\.example\.gov\.vn\//g)).toHaveLength(
      manifest.match(/https:\/\/localhost:8787\//g)?.length ?? 0,
    )
  })

  test.each([
    ['http', { origin: 'http://cchc.example.gov.vn' }, 'is not https'],
    ['this machine', { origin: 'https://localhost:8787' }, 'is this machine'],
    ['this machine by number', { origin: 'https://127.0.0.1' }, 'is this machine'],
    ['this machine by long number', { origin: 'https://[::1]' }, 'is this machine'],
    ['a path', { origin: 'https://cchc.example.gov.vn/pane' }, 'has more than an origin'],
    ['no address', { origin: 'cchc.example.gov.vn' }, 'is not a web address'],
    ['no GUID', { id: 'bac-giang' }, '--id "bac-giang" is not a GUID'],
    ['the development id', { id: developmentId.toUpperCase() }, 'development manifest’s own'],
    ['an empty name', { name: ' ' }, '--name is empty'],
    ['a name too long', { name: long(126) }, '--name is 126 characters long'],
    ['a version of two numbers', { version: '1.2' }, 'is not three numbers'],
  ])('refuses %s', (_name, wrong, says) => {
    const make = () => productionManifest(manifest, { ...deployment, ...wrong })
    expect(make).toThrow(DeploymentError)
    expect(make).toThrow(says)
  })

  test.each([
    [
      'an address of this machine',
      /https:\/\/cchc[^"]*icon-80\.png/,
      'https://127.0.0.1/icons/icon-80.png',
      'https://127.0.0.1 is this machine',
    ],
    [
      'a second origin',
      /https:\/\/cchc[^"]*taskpane\.html/,
      'https://other.example/taskpane.html',
      'the addresses are of 2 origins',
    ],
    [
      'the development id',
      /<Id>.*<\/Id>/,
      `<Id>${developmentId}</Id>`,
      'the id of the development manifest',
    ],
  ])('spoilt by %s is found out', (_name, from, to, says) => {
    const xml = productionManifest(manifest, deployment)
    const spoiltXml = xml.replace(from, to)
    expect(spoiltXml).not.toBe(xml)
    expect(checkManifest(spoiltXml, files, 'production').map(({ what }) => what)).toContainEqual(
      expect.stringContaining(says),
    )
  })

  test('the development manifest carries the development id, and is none for people’s Excel', () => {
    expect(manifest).toContain(`<Id>${developmentId}</Id>`)
    expect(checkManifest(manifest, files, 'production').length).toBeGreaterThan(10)
  })

  test('the command writes it, and without an id offers one instead of writing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
    const make = (...given: string[]) =>
      spawnSync(process.execPath, [fromRoot('addin/manifest/make.ts'), ...given], {
        encoding: 'utf8',
      })
    try {
      const out = join(folder, 'new/manifest.xml')
      const without = make(deployment.origin, '--out', out)
      expect([without.status, existsSync(out)]).toEqual([1, false])
      expect(without.stderr).toMatch(/--id is missing\. A new one: [0-9a-f-]{36};/)
      expect(make(deployment.origin, '--id', deployment.id, '--out', out).status).toBe(0)
      expect(checkManifest(readFileSync(out, 'utf8'), files, 'production')).toEqual([])
      expect(make(deployment.origin, '--port', '1').stderr).toContain("'--port'")
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the command', () => {
  test('says that there are no problems', () => {
    expect(execFileSync(process.execPath, [command], { encoding: 'utf8' })).toBe(
      'manifest.xml: no problems\nmanifest.xml as deployed: no problems\n',
    )
  })

  test('prints each problem with its place and exits 1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
    try {
      const path = join(folder, 'other.xml')
      writeFileSync(path, spoilt('ReadWriteDocument', 'Restricted'))
      const { status, stderr } = spawnSync(process.execPath, [command, path], { encoding: 'utf8' })
      expect(status).toBe(1)
      expect(stderr).toContain(
        `${path}: line ${lineOf(manifest, '<Permissions>')}, OfficeApp > Permissions: the text is "Restricted"`,
      )
      expect(stderr).toContain('1 problem\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
