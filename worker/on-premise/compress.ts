/**
 * Answers travel compressed (RFC 9110 §8.4), as Cloudflare sends them by itself: br or gzip, text only, what is worth it. All
 * of it happens on zlib's own threads, so a large answer keeps nobody waiting. Node only.
 */
import { pipeline, Readable, type Transform } from 'node:stream'
import { promisify } from 'node:util'
import {
  type BrotliOptions,
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
} from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

/** Smaller answers fit one packet either way. */
const worthIt = 1024

/** Smaller than gzip at its usual level and no slower; the next levels take five times as long for a fortieth less. */
const quick: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const [brotliOf, gzipOf] = [promisify(brotliCompress), promisify(gzip)]

type Encoder = {
  readonly whole: (bytes: Uint8Array) => Promise<Uint8Array>
  readonly stream: () => Transform
}
/** The first of those an asker likes equally. */
const encoders: ReadonlyMap<string, Encoder> = new Map([
  ['br', { whole: bytes => brotliOf(bytes, quick), stream: () => createBrotliCompress(quick) }],
  ['gzip', { whole: bytes => gzipOf(bytes), stream: () => createGzip() }],
])

/** Compresses an answer where the request takes it and the answer gains by it; otherwise hands it on as it is. */
export async function compressed(request: Request, answer: Response): Promise<Response> {
  if (!mayBe(answer)) return answer
  const encoding = encodingFor(request.headers.get('Accept-Encoding') ?? '')
  const encoder = encoders.get(encoding ?? '')
  if (!encoding || !encoder) return answered(answer, answer.body)
  // HEAD and 304 say what is true of the answer that would have had a body
  if (!answer.body) return weakened(answered(answer, null))
  const reader = answer.body.getReader()
  const begun = await beginning(reader)
  if (begun.ended && begun.bytes.byteLength < worthIt) return answered(answer, begun.bytes)
  const body = begun.ended
    ? Uint8Array.from(await encoder.whole(begun.bytes))
    : streamed(begun.bytes, reader, encoder.stream())
  const small = weakened(answered(answer, body))
  small.headers.set('Content-Encoding', encoding)
  small.headers.delete('Content-Length')
  return small
}

/** Text that nobody has compressed or forbidden to change; a stream of events must not wait for more of them. */
function mayBe({ status, headers }: Response): boolean {
  const type = headers.get('Content-Type') ?? ''
  const isText = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?json\b)/iu.test(type)
  const mayChange = !/(?:^|,)\s*no-transform\s*(?:,|$)/iu.test(headers.get('Cache-Control') ?? '')
  return (
    (isText || status === 304) && status !== 206 && !headers.has('Content-Encoding') && mayChange
  )
}

/** The encoding of ours with the highest weight, if any has one (RFC 9110 §12.5.3). */
function encodingFor(header: string): string | undefined {
  const accepted = parseAccept(header)
  const weightOf = (name: string): number =>
    (
      accepted.find(({ type }) => type.toLowerCase() === name) ??
      accepted.find(({ type }) => type === '*')
    )?.q ?? 0
  return [...encoders.keys()]
    .map(name => ({ name, weight: weightOf(name) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.name
}

function answered(answer: Response, body: BodyInit | null): Response {
  const { status, headers } = answer
  const same = new Response(body, { status, headers })
  same.headers.append('Vary', 'Accept-Encoding')
  return same
}

/** Two encodings are not the same bytes, so they may only share a weak tag (RFC 9110 §8.8.3.3); `etag.ts` compares weakly. */
function weakened(answer: Response): Response {
  const tag = answer.headers.get('ETag')
  if (tag?.startsWith('"')) answer.headers.set('ETag', `W/${tag}`)
  return answer
}

type Bytes = Uint8Array<ArrayBuffer>
type Reader = ReadableStreamDefaultReader<Bytes>

/** The first piece, and whether it was all: an answer made in one piece is compressed in one. */
async function beginning(reader: Reader): Promise<{ bytes: Bytes; ended: boolean }> {
  const pieces: Bytes[] = []
  for (let length = 0; ; ) {
    const { done, value } = await reader.read()
    if (!done) pieces.push(value)
    length += value?.byteLength ?? 0
    if (!done && pieces.length === 1) continue
    if (done || length >= worthIt) return { bytes: joined(pieces, length), ended: done }
  }
}

function joined(pieces: readonly Bytes[], length: number): Bytes {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.byteLength
  }
  return all
}

function streamed(begun: Bytes, reader: Reader, encoder: Transform): ReadableStream {
  async function* all() {
    try {
      yield begun
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        yield value
      }
    } finally {
      await reader.cancel()
    }
  }
  // an answer that breaks off breaks off the compressed one too, so that nobody takes it for whole
  pipeline(Readable.from(all()), encoder, () => {})
  return Readable.toWeb(encoder) as ReadableStream
}
