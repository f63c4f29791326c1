/** The least Excel we work in, slow, narrow and dark, in forced colours and without motion: every command says what it does. */
import { test } from 'vitest'
import { walk } from './walk.ts'

test('a report is made, sent back, mended and pulled with ExcelApi 1.9 and 200 ms for each answer', async () => {
  await walk({
    query: '?api=1.9&latency=200&dark=1&width=320',
    crashes: false,
    media: { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
    looks: { dark: [320], forced: [320] },
  })
}, 180_000)
