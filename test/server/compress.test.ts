/** What a server of the department's own compresses, as Cloudflare would in front of the worker, and what it leaves alone. */
import { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isCurrent } from '../../worker/etag.ts'
import { compressed } from '../../worker/on-premise/compress.ts'

const text = JSON.stringify({ words: 'Biểu mẫu '.repeat(400) })
const type = 'application/json'
const answered = (
  headers: Record<string, string> = {},
  body: BodyInit | null = text,
  status = 200,
) => new Response(body, { status, headers: { 'Content-Type': type, ...headers } })
const ask = (encodings: string | null, answer = answered()) => {
  const headers = encodings === null ? {} : { 'Accept-Encoding': encodings }
  return compressed(new Request('http://localhost/', { headers }), answer)
}
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const decoders = { br: brotliDecompressSync, gzip: gunzipSync }

describe('happy', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['identity, gzip;q=0.001', 'gzip'],
  ] as const)('Accept-Encoding "%s" gets %s', async (encodings, encoding) => {
    const answer = await ask(encodings, answered({ ETag: '"x"', Vary: 'Authorization' }))
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
    expect(answer.headers.get('Vary')).toBe('Authorization, Accept-Encoding')
    const bytes = await bytesOf(answer)
    expect(bytes.length).toBeLessThan(text.length / 10)
    expect(decoders[encoding](bytes).toString()).toBe(text)
    // RFC 9110 §8.8.3.3: other bytes, so the tag is weak; it still matches
    expect(answer.headers.get('ETag')).toBe('W/"x"')
    expect(isCurrent('W/"x"', 'x')).toBe(true)
  })

  test('a stream is compressed as it comes, and cut off where it breaks off', async () => {
    const pieces = (broken: boolean) =>
      Readable.toWeb(
        Readable.from(
          (async function* () {
            for (const one of ['a', 'b', 'c']) yield new TextEncoder().encode(one.repeat(2000))
            if (broken) throw new Error('broken')
          })(),
        ),
      ) as ReadableStream
    const whole = await ask('gzip', answered({ 'Content-Length': '6000' }, pieces(false)))
    expect(whole.headers.get('Content-Length')).toBeNull()
    expect(gunzipSync(await bytesOf(whole))).toHaveLength(6000)
    const broken = await ask('br', answered({}, pieces(true)))
    await expect(broken.arrayBuffer()).rejects.toThrow()
  })

  test('HEAD and 304 tell of the answer with a body: what it hangs on, and the tag it has', async () => {
    const { headers } = await ask('gzip', answered({ ETag: '"x"' }, null))
    expect([headers.get('Vary'), headers.get('ETag')]).toEqual(['Accept-Encoding', 'W/"x"'])
    const same = new Response(null, { status: 304, headers: { ETag: '"x"', Vary: 'Origin' } })
    const answer = await ask('br', same)
    expect([answer.status, answer.headers.get('ETag')]).toEqual([304, 'W/"x"'])
    expect(answer.headers.get('Vary')).toBe('Origin, Accept-Encoding')
  })
})

describe('left alone', () => {
  test.each([null, '', 'identity', 'br;q=0, gzip;q=0', 'deflate', '*;q=0'])(
    'when Accept-Encoding is %s',
    async encodings => {
      const answer = await ask(encodings, answered({ ETag: '"x"' }))
      const { headers } = answer
      expect([headers.get('Content-Encoding'), headers.get('ETag')]).toEqual([null, '"x"'])
      expect(headers.get('Vary')).toBe('Accept-Encoding')
      expect(await answer.text()).toBe(text)
    },
  )

  test.each([
    ['a workbook', answered({ 'Content-Type': 'application/vnd.openxmlformats' })],
    ['what is compressed', answered({ 'Content-Encoding': 'gzip' })],
    ['what nobody may change', answered({ 'Cache-Control': 'private, no-transform' })],
    ['a part', answered({}, text, 206)],
    ['events', answered({ 'Content-Type': 'text/event-stream' })],
  ])('%s', async (_, answer) => {
    const before = answer.headers.get('Content-Encoding')
    const after = await ask('br, gzip', answer)
    expect([after.headers.get('Content-Encoding'), await after.text()]).toEqual([before, text])
  })

  test('what is small', async () => {
    const small = 'x'.repeat(1023)
    const answer = await ask('br', answered({ ETag: '"x"' }, small))
    expect([answer.headers.get('Content-Encoding'), await answer.text()]).toEqual([null, small])
    expect(answer.headers.get('ETag')).toBe('"x"')
  })
})
