/** A schema in words and nested lists; what has a name of its own is a link. */
import { docs as words } from '../../i18n/vi/docs.ts'
import { type Description, nameIn, type Schema } from './description.ts'
import { html, type Markup } from './markup.ts'

const { types } = words
const known: Readonly<Record<string, string>> = {
  ...{ string: types.string, number: types.number, integer: types.integer },
  ...{ boolean: types.boolean, null: types.null, object: types.object },
  ...{ date: types.date, 'date-time': types['date-time'], uuid: types.uuid },
}

export const linkTo = (name: string): Markup => html`<a href="#schema-${name}">${name}</a>`

const inner = ({ items }: Schema): Schema | undefined =>
  typeof items === 'object' ? items : undefined
const valued = ({ additionalProperties }: Schema): Schema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined

const joined = (parts: readonly Markup[]): Markup =>
  html`${parts.map((part, i) => (i === 0 ? part : html`${types.or}${part}`))}`

/** In a few words: "danh sách Period", "chuỗi hoặc null". */
export function typeOf(schema: Schema): Markup {
  if (schema.$ref) return linkTo(nameIn(schema.$ref))
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (values) return joined(values.map(value => html`<code>${JSON.stringify(value)}</code>`))
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (several) return joined(several.map(typeOf))
  const type = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'any']
  if (type.length > 1) return joined(type.map(one => typeOf({ ...schema, type: String(one) })))
  const [only = 'any'] = type
  // the words stand before what is listed
  if (only === 'array') return html`${types.list('')}${typeOf(inner(schema) ?? {})}`
  const value = only === 'object' ? valued(schema) : undefined
  if (value && !schema.properties) return html`${types.map('')}${typeOf(value)}`
  return html`${known[schema.format ?? ''] ?? known[only] ?? types.any}`
}

/** Members of an object, and of what lies in it without a name. */
function membersOf(schema: Schema): Markup {
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  const within = [...(schema.prefixItems ?? []), inner(schema), valued(schema), ...several]
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => html`<li><code>${name}</code> <span class="type">${typeOf(member)}</span>
${!schema.required?.includes(name) && html`<span class="note">${words.optional}</span>`}${
  member.$ref ? '' : membersOf(member)
}</li>`,
  )
  const below = within.map(one => one && !one.$ref && membersOf(one))
  return html`${members.length > 0 && html`<ul class="members">${members}</ul>`}${below}`
}

/** Every schema that has a name, folded. */
export const schemasOf = ({ components }: Description): Markup =>
  html`${Object.entries(components.schemas)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, schema]) => html`<details class="schema" id="schema-${name}"><summary><h3>${name}</h3>
<span class="does">${schema.description ?? ''}</span></summary>
<div class="inside"><p class="type">${typeOf(schema)}</p>${membersOf(schema)}</div></details>`,
    )}`
