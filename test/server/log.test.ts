/** The lines of the server's log: written together, in order, and none is lost when the process ends in good order. */
import { spawnSync } from 'node:child_process'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gathered } from '../../worker/on-premise/log.ts'

test('the lines of one turn are one write, and the next turn writes its own', async () => {
  const writes: string[] = []
  const log = gathered(lines => writes.push(lines))
  log('{"id":1}')
  log('{"id":2}')
  expect(writes).toEqual([])
  await nextTurn()
  log('{"id":3}')
  await nextTurn()
  expect(writes).toEqual(['{"id":1}\n{"id":2}\n', '{"id":3}\n'])
})

test('what was said in the last turn is written when the process ends', () => {
  const module = new URL('../../worker/on-premise/log.ts', import.meta.url)
  const program = `import { log } from ${JSON.stringify(module.href)}; log('one'); log('two'); process.exit(0)`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program])
  expect(`${stdout}`).toBe('one\ntwo\n')
})
