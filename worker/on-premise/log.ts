/**
 * The log of a server that is one process: the lines of one turn of the event loop are written together, because each
 * write stops everything else. What is left is written when the process ends. Node only.
 */

/** @param write what is called with whole lines, and must be done when it returns */
export function gathered(write: (lines: string) => void): (line: string) => void {
  let lines = ''
  const flush = (): void => {
    const text = lines
    lines = ''
    if (text !== '') write(text)
  }
  process.once('exit', flush)
  return line => {
    if (lines === '') setImmediate(flush)
    lines += `${line}\n`
  }
}

export const log = gathered(lines => process.stdout.write(lines))
