/** An everyday Excel that crashes in the middle of every step: nothing is lost, nothing goes out twice. */
import { test } from 'vitest'
import { walk } from './walk.ts'

test('a report is made, sent back, mended and pulled over crashes in every step', async () => {
  await walk({
    query: '',
    crashes: true,
    media: { colorScheme: 'light' },
    looks: { light: [350, 320] },
  })
}, 180_000)
