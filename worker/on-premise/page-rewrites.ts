/**
 * Reads addin/public/_redirects, the part of Cloudflare's format that we use: `/address /file 200`, a page answered under
 * another address without sending the browser there.
 */

/** @throws Error naming the line that cannot be read; an address must not be lost without a word */
export function rewritesIn(text: string): { readonly address: string; readonly file: string }[] {
  return text.split(/\r?\n/u).flatMap((line, i) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return []
    const [, address, file] = /^(\/\S+)\s+(\/\S+)\s+200$/u.exec(line.trim()) ?? []
    if (!address || !file) throw new Error(`_redirects, line ${i + 1} cannot be read: ${line}`)
    return [{ address, file }]
  })
}
