// What the checker may know of `addin/public`: which files are there and how large a PNG says it is.

import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { PublicFiles } from './check.ts'

/** The PNG signature and the start of the header chunk that must follow it (RFC 2083, 3.1 and 4.1.1). */
const start = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1')

export function publicFiles(folder: string): PublicFiles {
  return {
    has: path => existsSync(join(folder, path)),
    pngSize: path => {
      const head = Buffer.alloc(start.length + 8)
      const file = openSync(join(folder, path), 'r')
      try {
        readSync(file, head)
      } finally {
        closeSync(file)
      }
      if (!head.subarray(0, start.length).equals(start)) return null
      const width = head.readUInt32BE(start.length)
      const height = head.readUInt32BE(start.length + 4)
      return { width, height }
    },
  }
}
