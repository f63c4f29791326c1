/**
 * Which format an answer goes out in (RFC 9110 §12.5.1): what the address says, else the one Accept likes best, else JSON.
 * Each is a representation of its own, so each has its own tag and answers 304 by itself.
 */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { attachment } from '../attachment.ts'
import type { App } from '../env.ts'
import { cached, isCurrent } from '../etag.ts'
import { nearest } from '../nearest.ts'
import { Problem } from '../problem.ts'
import { csvOf, type HeaderLanguage, headerLanguages } from './csv.ts'
import { type Format, formatNames, formats, isFormat } from './format.ts'
import { jsonStatOf } from './json-stat.ts'
import type { Observed } from './observation.ts'
import { formatWords } from './words.ts'

/** What somebody asked for: a format, and for CSV the language of its header. */
type Wanted = { readonly format: Format; readonly language: HeaderLanguage }

/**
 * Asked before anything is read from the database.
 * @throws Problem malformed naming what there is, not-acceptable naming the media types
 */
export function formatFor(c: Context<App>): Wanted {
  const language = c.req.query('headers') ?? 'en'
  if (!isLanguage(language)) {
    const valid = nearest(language, headerLanguages, { least: 0 })
    throw new Problem('malformed', formatWords.unknownHeaders(language, valid))
  }
  return { format: namedFormat(c) ?? likedFormat(c), language }
}

const isLanguage = (name: string): name is HeaderLanguage =>
  headerLanguages.some(one => one === name)

function namedFormat(c: Context<App>): Format | undefined {
  const named = c.req.query('format')
  if (named === undefined || isFormat(named)) return named
  const valid = nearest(named, formatNames, { least: 0 })
  throw new Problem('malformed', formatWords.unknownFormat(named, valid))
}

function likedFormat(c: Context<App>): Format {
  const accept = c.req.header('Accept')
  if (!accept?.trim()) return 'json'
  const supports = [...formatNames]
  const liked = accepts(c, { header: 'Accept', supports, default: '', match: best })
  if (isFormat(liked)) return liked
  throw new Problem('not-acceptable', formatWords.notAcceptable(accept))
}

/** The most specific range that names a type weighs it; of equals the first in our table. */
function best(ranges: readonly { type: string; q: number }[]): string {
  const weighed = formatNames.map(name => {
    const type: string = formats[name].type
    const nearing = [type, `${type.split('/')[0]}/*`, '*/*']
    const range = nearing
      .map(one => ranges.find(({ type }) => type.toLowerCase() === one))
      .find(one => one !== undefined)
    return { name, q: range?.q ?? 0 }
  })
  const most = Math.max(...weighed.map(({ q }) => q))
  return most > 0 ? (weighed.find(({ q }) => q === most)?.name ?? '') : ''
}

const varying = 'Authorization, Accept'

/** The headers of a conditional answer in this format, and whether the asker has it already. */
export function tagIn(c: Context<App>, { format }: Wanted, digest: string) {
  const tag = format === 'json' ? digest : `${digest}-${format}`
  const headers = cached(tag, varying)
  return { headers, current: isCurrent(c.req.header('If-None-Match'), tag) }
}

/**
 * The last line of a handler.
 * @param observed made only where the format is written from it
 * @param headers of a conditional answer, from `tagIn`
 */
export function inFormat(
  c: Context<App>,
  { format, language }: Wanted,
  answer: object,
  observed: () => Observed,
  headers: Readonly<Record<string, string>> = { Vary: varying },
): Response {
  if (format === 'json') return c.json(answer, 200, headers)
  const found = observed()
  if (format === 'csv') {
    const file = attachment('csv', `${found.file}.csv`)
    return c.body(csvOf(found, language), 200, { ...headers, ...file })
  }
  const text = JSON.stringify(jsonStatOf(found))
  return c.body(text, 200, { ...headers, 'Content-Type': formats[format].type })
}
