// What an add-in stores in the workbook: custom XML parts and settings.
// Never mixes the two: settings belong to this add-in, XML parts to the file.
import { rootNamespace, type XmlPart } from '../workbook/xml-parts.ts'
import { type Argument, Facade, text } from './facade.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { invalid, notFound, Refusal } from './refusal.ts'

function part(state: HostState, xmlPart: XmlPart): Facade {
  return new Facade('CustomXmlPart', {
    identity: () => ({ Id: xmlPart.id }),
    get: { id: () => xmlPart.id, namespaceUri: () => rootNamespace(xmlPart.xml) },
    call: { getXml: () => xmlPart.xml },
    act: {
      setXml: xml => {
        rootNamespace(text(xml))
        xmlPart.xml = text(xml)
      },
      delete: () => state.workbook.removeXmlPart(xmlPart),
    },
  })
}

function partsWhere(state: HostState, fits: (part: XmlPart) => boolean) {
  const all = () => state.workbook.xmlParts.filter(fits)
  const find = (id: Argument | undefined) => all().find(one => one.id === id)
  return {
    all,
    members: {
      items: () => all().map(one => part(state, one)),
      item: (id: Argument) => {
        const found = find(id)
        if (!found) throw notFound(`custom XML part ${String(id)}`)
        return part(state, found)
      },
      call: { getCount: () => all().length },
      give: {
        getItemOrNullObject: (id: Argument | undefined) => {
          const found = find(id)
          return found ? part(state, found) : null
        },
      },
    },
  }
}

export function customXmlParts(state: HostState): Facade {
  const { members } = partsWhere(state, () => true)
  return new Facade('CustomXmlPartCollection', {
    ...members,
    give: {
      ...members.give,
      add: xml => part(state, state.workbook.addXmlPart(text(xml))),
      getByNamespace: namespace => {
        const wanted = text(namespace)
        const scoped = partsWhere(state, one => rootNamespace(one.xml) === wanted)
        const only = () => (scoped.all().length === 1 ? scoped.all()[0] : undefined)
        return new Facade('CustomXmlPartScopedCollection', {
          ...scoped.members,
          give: {
            ...scoped.members.give,
            getOnlyItem: () => {
              const found = only()
              if (!found)
                throw new Refusal('GeneralException', `parts of ${wanted}: not exactly one`)
              return part(state, found)
            },
            getOnlyItemOrNullObject: () => {
              const found = only()
              return found ? part(state, found) : null
            },
          },
        })
      },
    },
  })
}

// plain JSON, checked because a setting can hold no object of the workbook
function plain(value: Argument | undefined): Json {
  if (value instanceof Facade) throw invalid('a setting holds plain values only')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}

function setting(state: HostState, key: string): Facade {
  const { settings } = state.workbook
  return new Facade('Setting', {
    identity: () => ({ _Id: key }),
    get: {
      _Id: () => key,
      key: () => key,
      value: () => settings.get(key) ?? null,
    },
    set: { value: value => void settings.set(key, plain(value)) },
    act: { delete: () => void settings.delete(key) },
  })
}

export function settings(state: HostState): Facade {
  const stored = state.workbook.settings
  return new Facade('SettingCollection', {
    items: () => [...stored.keys()].map(key => setting(state, key)),
    item: key => {
      if (!stored.has(text(key))) throw notFound(`setting ${text(key)}`)
      return setting(state, text(key))
    },
    call: { getCount: () => stored.size },
    give: {
      // adding a key again replaces its value
      add: (key, value) => {
        stored.set(text(key), plain(value))
        return setting(state, text(key))
      },
      getItemOrNullObject: key => (stored.has(text(key)) ? setting(state, text(key)) : null),
    },
  })
}
