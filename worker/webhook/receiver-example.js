// A receiver in Node: WEBHOOK_SECRET=whsec_… node receiver-example.js. Behind https; answers 204 once it has what it was told.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

/** Whether the request is ours and of the last five minutes; `body` as it came, before anything parses it. */
export function isGenuine(headers, body, secret, now = Date.now()) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signed = '' } = headers
  if (!(Math.abs(now / 1000 - Number(at)) <= 300)) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const ours = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest()
  return signed.split(' ').some(one => {
    const theirs = Buffer.from(one.replace(/^v1,/, ''), 'base64')
    return theirs.length === ours.length && timingSafeEqual(theirs, ours)
  })
}

const seen = new Set() // keep it in your database: the same webhook-id may come again
const receive = async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString()
  const id = request.headers['webhook-id']
  if (!isGenuine(request.headers, body, process.env.WEBHOOK_SECRET))
    return response.writeHead(401).end()
  if (!seen.has(id)) console.log(JSON.parse(body)) // {"kind":"locked","period":"2025-M04",…}: now read the figures
  seen.add(id)
  response.writeHead(204).end()
}
if (process.env.WEBHOOK_SECRET) createServer(receive).listen(8090)
