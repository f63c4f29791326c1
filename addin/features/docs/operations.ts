/** The operations of the description as folded parts of the page, by subject. */
import { docs as words } from '../../i18n/vi/docs.ts'
import { curlOf } from './curl.ts'
import {
  type Content,
  type Description,
  exampleAt,
  nameIn,
  operationsOf,
  type Parameter,
  type Placed,
} from './description.ts'
import { html, type Markup } from './markup.ts'
import { linkTo, typeOf } from './schema.ts'

const place = ({ in: where, required }: Parameter): string =>
  where === 'path'
    ? words.inPath
    : where === 'header'
      ? words.inHeader
      : required
        ? words.inQueryNeeded
        : words.inQuery

const parametersOf = (parameters: readonly Parameter[]): Markup => html`<h5>${words.parameters}</h5>
<dl>${parameters.map(
  one => html`<div><dt><code>${one.name}</code> <span class="note">${place(one)}</span></dt>
<dd>${one.description ?? ''}${
    one.example !== undefined &&
    html` <span class="note">${words.example}: <code>${String(one.example)}</code></span>`
  }</dd></div>`,
)}</dl>`

/** Media type, schema and examples of what is sent or answered. */
function contentOf(description: Description, content: Content): Markup {
  return html`${Object.entries(content).map(([type, { schema, example, examples = {} }]) => {
    const shown = Object.values(examples).map(one => exampleAt(description, one))
    if (example !== undefined) shown.push({ summary: type, value: example })
    return html`<p class="media"><code>${type}</code>${
      schema?.$ref && html` · ${words.schema} ${linkTo(nameIn(schema.$ref))}`
    }${schema?.type === 'array' && html` · ${words.schema} ${typeOf(schema)}`}</p>${shown
      .filter(({ value }) => value !== undefined)
      .map(
        ({
          summary = '',
          value,
        }) => html`<details class="example"><summary>${words.exampleOf(summary)}</summary>
<pre>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre></details>`,
      )}`
  })}`
}

/** Refusals all have one shape, so of their examples only title and sentence are shown. */
const sentencesOf = (description: Description, content: Content): Markup[] =>
  Object.values(content).flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([slug, one]) => {
      const { summary = '', value } = exampleAt(description, one)
      return html`<li><code>${slug}</code> ${summary}: “${detailIn(value)}”</li>`
    }),
  )

const detailIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'detail' in value ? String(value.detail) : ''

function answersOf(description: Description, { operation }: Placed): Markup {
  const all = Object.entries(operation.responses)
  const answers = all.filter(([status]) => Number(status) < 400)
  const refusals = all.filter(([status]) => Number(status) >= 400)
  return html`<h5>${words.answers}</h5>
<ul class="answers">${answers.map(
    ([status, { description: says, headers, content = {} }]) =>
      html`<li><b>${status}</b> ${says}${headers && html` <span class="note">${words.tagged}</span>`}${contentOf(description, content)}</li>`,
  )}</ul>
<details class="refusals"><summary>${words.refusals}</summary>
<ul class="answers">${refusals.map(([status, { description: says, content = {} }]) => {
    const sentences = sentencesOf(description, content)
    return html`<li><b>${status}</b> ${
      sentences.length > 0 ? html`<ul>${sentences}</ul>` : says
    }</li>`
  })}</ul></details>`
}

/** `{` and `}` may be where a long address is broken. */
const breakable = (path: string): Markup =>
  html`${path.split('/').map((part, i) => (i === 0 ? part : html`<wbr />/${part}`))}`

function operationAt(description: Description, placed: Placed): Markup {
  const { method, path, operation } = placed
  const { operationId, summary, parameters = [], requestBody } = operation
  return html`<details class="operation" id="op-${operationId}" data-says="${`${method} ${path} ${operationId} ${summary}`}">
<summary><h4><span class="method ${method.toLowerCase()}">${method}</span> <code>${breakable(path)}</code></h4>
<span class="does">${summary}</span></summary>
<div class="inside"><p>${operation.description}</p>
${parameters.length > 0 && parametersOf(parameters)}
${
  requestBody &&
  html`<h5>${words.body}</h5>${requestBody.description && html`<p>${requestBody.description}</p>`}${contentOf(description, requestBody.content)}`
}
<h5>${words.curl}</h5>
<pre data-copy="${words.copyWhat(`${method} ${path}`)}">${curlOf(description, placed)}</pre>
${answersOf(description, placed)}</div></details>`
}

const of = (description: Description, tag: string): Placed[] =>
  operationsOf(description).filter(({ operation }) => operation.tags.includes(tag))

/** The lines of the table of contents, one for each subject, its operations below. */
export const contentsOf = (description: Description): Markup =>
  html`${description.tags.map(
    ({ name, description: says }) => html`<li><a href="#tag-${name}">${says}</a>
<ul>${of(description, name).map(
      ({ method, path, operation }) =>
        html`<li><a href="#op-${operation.operationId}"><span class="method ${method.toLowerCase()}">${method}</span> ${breakable(path.replace('/api/v1', ''))}</a></li>`,
    )}</ul></li>`,
  )}`

export const sectionsOf = (description: Description): Markup =>
  html`${description.tags.map(
    ({
      name,
      description: says,
    }) => html`<section class="subject"><h3 id="tag-${name}" class="subject-name">${says}</h3>
${of(description, name).map(placed => operationAt(description, placed))}</section>`,
  )}`
