/** One operation as a command for a shell: `$MAY_CHU` is the address of the server, `$PHIEN` the token of the session. */
import { type Description, firstValue, type Placed } from './description.ts'

/** A single quote cannot stand within single quotes (POSIX 2.2.2). */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const needed = (one: { readonly in: string; readonly required?: boolean }): boolean =>
  one.in === 'query' && one.required === true

export function curlOf(description: Description, { method, path, operation }: Placed): string {
  const { parameters = [], requestBody, security, responses } = operation
  const inPath = (name: string): string =>
    String(parameters.find(one => one.in === 'path' && one.name === name)?.example ?? name)
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => inPath(name))
  const query = parameters
    .filter(needed)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example ?? ''))}`)
    .join('&')
  const address = `"$MAY_CHU${filled}${query && '?'}${query}"`
  const [type = ''] = Object.keys(requestBody?.content ?? {})
  // the example of a file only says where to get one
  const sendsFile = type.includes('officedocument')
  const body = requestBody && !sendsFile && firstValue(description, requestBody.content)
  const answered = Object.values(responses).flatMap(({ content }) => Object.keys(content ?? {}))
  const isFile = answered.some(one => one.includes('officedocument'))
  const lines = [
    `curl -sS${method === 'GET' ? '' : ` -X ${method}`} ${address}`,
    security.length > 0 ? '-H "Authorization: Bearer $PHIEN"' : '',
    type ? `-H 'Content-Type: ${type}'` : '',
    body ? `-d ${quoted(JSON.stringify(body))}` : '',
    sendsFile ? `--data-binary @${type.includes('word') ? 'tep.docx' : 'tep.xlsx'}` : '',
    isFile ? `-o ${filled.slice(filled.lastIndexOf('/') + 1)}` : '',
  ]
  return lines.filter(line => line !== '').join(' \\\n  ')
}
