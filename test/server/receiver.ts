/** Another system's end of a webhook, over real HTTP on this machine: it does what it is told to, however wrong. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Got = {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly payload: { readonly seq: number; readonly kind: string; readonly unit: string | null }
}
/** A status, or a fault: the connection ends without an answer, or no answer ever comes, or one that never ends, … */
export type Behaviour = number | 'drop' | 'hang' | 'endless' | 'redirect' | 'babble' | 'busy'

export async function openReceiver() {
  const got: Got[] = []
  /** what it does next; 204 when nothing is left */
  const script: Behaviour[] = []
  let meanwhile: () => Promise<unknown> = async () => {}
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    got.push({ headers: request.headers, body, payload: JSON.parse(body) })
    await meanwhile()
    behave(script.shift() ?? 204, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/cchc?noi=mat`,
    got,
    script,
    /** happens after a request was read and before it is answered */
    before: (work: () => Promise<unknown>) => {
      meanwhile = work
    },
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(resolve))
    },
  }
}

function behave(how: Behaviour, response: ServerResponse): void {
  if (typeof how === 'number') response.writeHead(how).end('x'.repeat(100))
  else if (how === 'drop') response.socket?.destroy()
  else if (how === 'redirect') response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()
  else if (how === 'babble') response.socket?.end('KHÔNG PHẢI HTTP\r\n\r\n')
  else if (how === 'busy') response.writeHead(503, { 'Retry-After': '3600' }).end()
  else if (how === 'endless') {
    response.writeHead(200)
    response.write('x'.repeat(65_536))
  }
}
