// The manifest as we allow it, element by element, in the order Office enforces (add-in-only XML
// 1.1 with VersionOverrides 1.0, [MS-OWEMXML] Appendix A). Narrower than the schema on purpose: one
// host, one tab, one button, no Runtimes, no ExtendedOverrides. What is not here is reported.

import type { ValueKind } from './values.ts'

/** A kind of value, or the only values allowed. */
export type Rule = ValueKind | readonly string[]

export type ResourceList = 'bt:Images' | 'bt:Urls' | 'bt:ShortStrings' | 'bt:LongStrings'

/** How often a child stands in its parent. */
export type Occurs = 'once' | 'optional' | 'many' | 'any'

export interface Shape {
  readonly attributes?: Readonly<Record<string, Rule>>
  readonly optionalAttributes?: Readonly<Record<string, Rule>>
  readonly text?: Rule
  readonly children?: readonly (readonly [name: string, shape: Shape, occurs: Occurs])[]
  /** the list its `resid` must name an entry of */
  readonly refersTo?: ResourceList
  /** Vietnamese by default, so an English override must stand inside */
  readonly bilingual?: true
  /** side in pixels of the square picture it names */
  readonly pixels?: number
}

/** The id of the manifest in the repository; a deployment that keeps it would be taken for it. */
export const developmentId = '0732f987-8731-44eb-a82a-42699002ad6a'

export const locales = { standard: 'vi-VN', second: 'en-US' } as const

/** Without these three Office draws no button (docs/manifest/icon.md). */
export const mandatoryIcons = [16, 32, 80] as const

/** The sizes of the icon guidelines (docs/design/add-in-icons.md). */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 96] as const

const text = (rule: Rule): Shape => ({ text: rule })
const refer = (refersTo: ResourceList): Shape => ({ attributes: { resid: 'reference' }, refersTo })
const override = (value: ValueKind): Shape => ({ attributes: { Locale: 'locale', Value: value } })
const setting = (value: ValueKind): Shape => ({
  attributes: { DefaultValue: value },
  children: [['Override', override(value), 'any']],
})
const resource = (value: ValueKind): Shape => ({
  attributes: { id: 'reference', DefaultValue: value },
  children: [['bt:Override', override(value), 'any']],
})

const icon: Shape = {
  children: [
    [
      'bt:Image',
      { attributes: { size: iconSizes.map(String), resid: 'reference' }, refersTo: 'bt:Images' },
      'many',
    ],
  ],
}

const button: Shape = {
  attributes: { 'xsi:type': ['Button'], id: 'short' },
  children: [
    ['Label', refer('bt:ShortStrings'), 'once'],
    [
      'Supertip',
      {
        children: [
          ['Title', refer('bt:ShortStrings'), 'once'],
          ['Description', refer('bt:LongStrings'), 'once'],
        ],
      },
      'once',
    ],
    ['Icon', icon, 'once'],
    [
      'Action',
      {
        attributes: { 'xsi:type': ['ShowTaskpane'] },
        children: [
          // the one id that lets a workbook open the pane with itself
          ['TaskpaneId', text(['Office.AutoShowTaskpaneWithDocument']), 'once'],
          ['SourceLocation', refer('bt:Urls'), 'once'],
          ['Title', refer('bt:ShortStrings'), 'optional'],
        ],
      },
      'once',
    ],
  ],
}

const ribbonGroup: Shape = {
  attributes: { id: 'short' },
  children: [
    ['Label', refer('bt:ShortStrings'), 'once'],
    ['Icon', icon, 'once'],
    ['Control', button, 'once'],
  ],
}

const tab: Shape = { attributes: { id: ['TabHome'] }, children: [['Group', ribbonGroup, 'once']] }

const desktop: Shape = {
  children: [
    [
      'GetStarted',
      {
        children: [
          ['Title', refer('bt:ShortStrings'), 'once'],
          ['Description', refer('bt:LongStrings'), 'once'],
          ['LearnMoreUrl', refer('bt:Urls'), 'once'],
        ],
      },
      'once',
    ],
    [
      'ExtensionPoint',
      {
        attributes: { 'xsi:type': ['PrimaryCommandSurface'] },
        children: [['OfficeTab', tab, 'once']],
      },
      'once',
    ],
  ],
}

const resources: Shape = {
  children: [
    ['bt:Images', { children: [['bt:Image', resource('icon'), 'many']] }, 'once'],
    ['bt:Urls', { children: [['bt:Url', resource('https'), 'many']] }, 'once'],
    [
      'bt:ShortStrings',
      { children: [['bt:String', { ...resource('short'), bilingual: true }, 'many']] },
      'once',
    ],
    [
      'bt:LongStrings',
      { children: [['bt:String', { ...resource('long'), bilingual: true }, 'many']] },
      'once',
    ],
  ],
}

const versionOverrides: Shape = {
  attributes: {
    xmlns: ['http://schemas.microsoft.com/office/taskpaneappversionoverrides'],
    'xsi:type': ['VersionOverridesV1_0'],
  },
  children: [
    [
      'Hosts',
      {
        children: [
          [
            'Host',
            {
              attributes: { 'xsi:type': ['Workbook'] },
              children: [['DesktopFormFactor', desktop, 'once']],
            },
            'once',
          ],
        ],
      },
      'once',
    ],
    ['Resources', resources, 'once'],
  ],
}

const requirements: Shape = {
  children: [
    [
      'Sets',
      {
        attributes: { DefaultMinVersion: 'floor' },
        children: [
          [
            'Set',
            { attributes: { Name: ['ExcelApi'] }, optionalAttributes: { MinVersion: 'floor' } },
            'once',
          ],
        ],
      },
      'once',
    ],
  ],
}

export const officeApp: Shape = {
  attributes: {
    xmlns: ['http://schemas.microsoft.com/office/appforoffice/1.1'],
    'xmlns:xsi': ['http://www.w3.org/2001/XMLSchema-instance'],
    'xmlns:bt': ['http://schemas.microsoft.com/office/officeappbasictypes/1.0'],
    'xsi:type': ['TaskPaneApp'],
  },
  children: [
    ['Id', text('guid'), 'once'],
    ['Version', text('version'), 'once'],
    ['ProviderName', text('short'), 'once'],
    ['DefaultLocale', text([locales.standard]), 'once'],
    ['DisplayName', { ...setting('short'), bilingual: true }, 'once'],
    ['Description', { ...setting('long'), bilingual: true }, 'once'],
    ['IconUrl', { ...setting('icon'), pixels: 32 }, 'once'],
    ['HighResolutionIconUrl', { ...setting('icon'), pixels: 64 }, 'once'],
    ['SupportUrl', { ...setting('https'), bilingual: true }, 'once'],
    ['AppDomains', { children: [['AppDomain', text('https'), 'many']] }, 'optional'],
    ['Hosts', { children: [['Host', { attributes: { Name: ['Workbook'] } }, 'once']] }, 'once'],
    ['Requirements', requirements, 'once'],
    ['DefaultSettings', { children: [['SourceLocation', setting('https'), 'once']] }, 'once'],
    // changing it later makes every administrator consent again
    ['Permissions', text(['ReadWriteDocument']), 'once'],
    ['VersionOverrides', versionOverrides, 'once'],
  ],
}
