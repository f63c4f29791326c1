// Checks the manifest without the network, because Microsoft's validator needs it: the shape first
// (`shapes.ts`), then what one element says about another: resids, icon files, languages, origin.
// Pure: it is told about files, it never opens any.

import { developmentProblems, productionProblems } from './origins.ts'
import {
  iconSizes,
  locales,
  mandatoryIcons,
  type Occurs,
  officeApp,
  type Rule,
  type Shape,
} from './shapes.ts'
import { type Flaw, values } from './values.ts'
import { parseXml, type XmlElement, XmlError } from './xml.ts'

export interface Problem {
  /** line and path, such as `line 12, OfficeApp > DisplayName` */
  readonly where: string
  /** one plain English sentence */
  readonly what: string
}

/** The static files the manifest's addresses lead to; paths such as `icons/icon-32.png`. */
export interface PublicFiles {
  has(path: string): boolean
  /** null when the file is no PNG */
  pngSize(path: string): { width: number; height: number } | null
}

/** An element that has a shape, and where it stands. */
export interface Place {
  readonly element: XmlElement
  readonly shape: Shape
  readonly path: readonly string[]
  readonly where: string
}

const spot = (element: XmlElement, path: readonly string[]) =>
  `line ${element.line}, ${path.join(' > ')}`

/** What the manifest is for: trying on this machine, or people's Excel. */
export type Purpose = 'development' | 'production'

/** Problems in the order of the file, then across the file; an empty list means it may ship. */
export function checkManifest(
  xml: string,
  files: PublicFiles,
  purpose: Purpose = 'development',
): Problem[] {
  let root: XmlElement
  try {
    root = parseXml(xml)
  } catch (error) {
    if (error instanceof XmlError) return [{ where: `line ${error.line}`, what: error.message }]
    throw error
  }
  if (root.name !== 'OfficeApp') {
    return [{ where: `line ${root.line}`, what: `the root is ${root.name}, not OfficeApp` }]
  }
  const places = placesIn(root, officeApp, [])
  return [
    ...places.flatMap(place => [
      ...valueProblems(place),
      ...childProblems(place),
      ...languageProblems(place),
    ]),
    ...resourceProblems(places),
    ...iconProblems(places, files),
    ...(purpose === 'production' ? productionProblems(places) : developmentProblems(places)),
  ]
}

function placesIn(element: XmlElement, shape: Shape, above: readonly string[]): Place[] {
  const path = [...above, element.name]
  const below = element.children.flatMap(child => {
    const slot = shape.children?.find(([name]) => name === child.name)
    return slot ? placesIn(child, slot[1], path) : []
  })
  return [{ element, shape, path, where: spot(element, path) }, ...below]
}

function valueProblems({ element, shape, where }: Place): Problem[] {
  const { attributes = {}, optionalAttributes = {}, text } = shape
  const known: Record<string, Rule> = { ...attributes, ...optionalAttributes }
  const problems: Problem[] = []
  for (const name of Object.keys(attributes)) {
    if (!element.attributes.has(name)) problems.push({ where, what: `${name} is missing` })
  }
  for (const [name, value] of element.attributes) {
    const rule = Object.hasOwn(known, name) ? known[name] : undefined
    const flaw = rule ? flawOf(value, rule) : 'is not an attribute of this element'
    if (flaw) problems.push({ where, what: `${name} ${flaw}` })
  }
  const flaw = text ? flawOf(element.text, text) : element.text && 'does not belong here'
  if (flaw) problems.push({ where, what: `the text ${flaw}` })
  return problems
}

function flawOf(value: string, rule: Rule): Flaw {
  if (typeof rule === 'string') return values[rule](value)
  return rule.includes(value) ? undefined : `is "${value}"; allowed: ${rule.join(', ')}`
}

const bounds: Record<Occurs, readonly [least: number, most: number]> = {
  once: [1, 1],
  optional: [0, 1],
  many: [1, Number.POSITIVE_INFINITY],
  any: [0, Number.POSITIVE_INFINITY],
}

function childProblems({ element, shape, path, where }: Place): Problem[] {
  const slots = shape.children ?? []
  const problems: Problem[] = []
  let furthest = 0
  for (const child of element.children) {
    const slot = slots.findIndex(([name]) => name === child.name)
    const before = slots[furthest]?.[0]
    const at = spot(child, [...path, child.name])
    if (slot < 0) problems.push({ where: at, what: `${child.name} is not allowed here` })
    else if (slot < furthest) {
      problems.push({ where: at, what: `${child.name} must come before ${before}` })
    } else furthest = slot
  }
  for (const [name, , occurs] of slots) {
    const [least, most] = bounds[occurs]
    const count = element.children.filter(child => child.name === name).length
    if (count < least) problems.push({ where, what: `${name} is missing` })
    if (count > most) problems.push({ where, what: `${name} appears ${count} times` })
  }
  return problems
}

function languageProblems({ element, shape, where }: Place): Problem[] {
  const overrides = element.children.map(child => child.attributes.get('Locale') ?? '')
  const problems = twice(overrides).map(locale => ({ where, what: `${locale} appears twice` }))
  if (shape.bilingual && !overrides.includes(locales.second)) {
    problems.push({ where, what: `there is no ${locales.second} override` })
  }
  return problems
}

function resourceProblems(places: readonly Place[]): Problem[] {
  const problems: Problem[] = []
  const lists = new Map<string, string>()
  for (const { element } of places) {
    if (!element.name.startsWith('bt:')) continue
    for (const entry of element.children) {
      const id = entry.attributes.get('id')
      if (id !== undefined) lists.set(id, element.name)
    }
  }
  for (const { element, shape, where } of places) {
    const resid = element.attributes.get('resid')
    if (!shape.refersTo || resid === undefined) continue
    const list = lists.get(resid)
    if (!list) problems.push({ where, what: `resid "${resid}" names no resource` })
    else if (list !== shape.refersTo) {
      problems.push({ where, what: `resid "${resid}" is in ${list}, not in ${shape.refersTo}` })
    }
  }
  const named = places.filter(({ element }) => element.attributes.has('id'))
  for (const id of twice(named.map(({ element }) => element.attributes.get('id') ?? ''))) {
    const last = named.findLast(({ element }) => element.attributes.get('id') === id)
    if (last) problems.push({ where: last.where, what: `id "${id}" is used twice` })
  }
  return problems
}

function iconProblems(places: readonly Place[], files: PublicFiles): Problem[] {
  const images = places.filter(({ element }) => element.attributes.has('DefaultValue'))
  const problems: Problem[] = []
  for (const { element, shape, where } of places) {
    if (element.name === 'Icon') {
      const sizes = element.children.map(child => child.attributes.get('size') ?? '')
      for (const size of mandatoryIcons) {
        if (!sizes.includes(String(size))) problems.push({ where, what: `size ${size} is missing` })
      }
      problems.push(...twice(sizes).map(size => ({ where, what: `size ${size} appears twice` })))
    }
    const drawn = shape.refersTo === 'bt:Images'
    const pixels = drawn ? Number(element.attributes.get('size')) : shape.pixels
    if (!pixels || (drawn && !iconSizes.some(size => size === pixels))) continue
    const source = drawn
      ? images.find(image => image.element.attributes.get('id') === element.attributes.get('resid'))
      : { element }
    if (!source) continue // an unknown resid, already reported
    for (const address of addressesOf(source.element)) {
      const what = pictureFlaw(address, pixels, files)
      if (what) problems.push({ where, what })
    }
  }
  return problems
}

/** The standard address and those of the overrides; what is no address is reported by its value. */
function addressesOf(setting: XmlElement): URL[] {
  const overrides = setting.children.map(child => child.attributes.get('Value'))
  return [setting.attributes.get('DefaultValue'), ...overrides].flatMap(
    value => URL.parse(value ?? '') ?? [],
  )
}

function pictureFlaw(address: URL, pixels: number, files: PublicFiles): Flaw {
  const path = address.pathname.slice(1)
  if (!files.has(path)) return `the file ${path} does not exist`
  const size = files.pngSize(path)
  if (!size) return `the file ${path} is not a PNG picture`
  if (size.width === pixels && size.height === pixels) return undefined
  return `the file ${path} is ${size.width} × ${size.height} pixels, not ${pixels} × ${pixels}`
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => name && names.indexOf(name) !== index))]
}
