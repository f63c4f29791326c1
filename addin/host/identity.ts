/**
 * What the workbook is, in a custom XML part: written with the sheets and when they come to stand on another revision,
 * no oftener, because such a write ends undo (office-js 4484), and never used for drafts.
 */
import type { Identity } from './port.ts'
import type { Queue } from './run.ts'

const namespace = 'urn:cchc-bieu-mau:identity'
const keys = ['agency', 'unit', 'period', 'catalogue'] as const

export const identityParts = (context: Excel.RequestContext) =>
  context.workbook.customXmlParts.getByNamespace(namespace)

/** @param parts loaded with `items/id`; two people may have laid out at once, one part stays */
export function writeIdentity(
  context: Excel.RequestContext,
  parts: readonly Excel.CustomXmlPart[],
  identity: Identity,
): void {
  const [kept, ...surplus] = parts
  if (kept) kept.setXml(xmlOf(identity))
  else context.workbook.customXmlParts.add(xmlOf(identity))
  for (const part of surplus) part.delete()
}

export const identify = (queue: Queue): Promise<Identity | null> =>
  queue.run(
    async (context, sync) => {
      const parts = identityParts(context)
      parts.load('items/id')
      await sync()
      const [first] = parts.items
      if (!first) return null
      const xml = first.getXml()
      await sync()
      return identityOf(xml.value)
    },
    { name: 'identify' },
  )

export const rebase = (queue: Queue, identity: Identity): Promise<void> =>
  // raises no change of a cell, so nobody's changes need be told from it
  queue.run(
    async (context, sync) => {
      const parts = identityParts(context)
      parts.load('items/id')
      await sync()
      if (parts.items.length === 0) return
      writeIdentity(context, parts.items, identity)
      await sync()
    },
    { name: 'rebase' },
  )

const marks: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}
const signs = Object.fromEntries(Object.entries(marks).map(([sign, name]) => [name, sign]))

function xmlOf(identity: Identity): string {
  const escaped = (text: string) => text.replace(/[&<>"']/gu, sign => `&${marks[sign]};`)
  const attributes = keys.map(key => ` ${key}="${escaped(identity[key])}"`).join('')
  const revision = identity.revision ? ` revision="${identity.revision}"` : ''
  const workbook = identity.workbook ? ` workbook="${escaped(identity.workbook)}"` : ''
  return `<identity xmlns="${namespace}"${attributes}${revision}${workbook}/>`
}

/** Null when the part is not as we wrote it: then the workbook is not known to be ours. */
function identityOf(xml: string): Identity | null {
  const read = (key: string) => {
    const written = new RegExp(String.raw`\s${key}\s*=\s*(["'])(.*?)\1`, 'su').exec(xml)?.[2]
    return written?.replace(/&(amp|lt|gt|quot|apos);/gu, (all, name) => signs[name] ?? all)
  }
  const [agency, unit, period, catalogue] = keys.map(read)
  if (agency === undefined || unit === undefined || period === undefined || catalogue === undefined)
    return null
  // workbooks laid out before revisions were noted do not say
  const revision = Number(read('revision'))
  const workbook = read('workbook')
  return {
    ...{ agency, unit, period, catalogue, revision: revision > 0 ? revision : null },
    ...(workbook ? { workbook } : {}),
  }
}
