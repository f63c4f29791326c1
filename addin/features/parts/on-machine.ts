/** What a machine remembers beyond its window: a choice, the digest of a pull. Never a token, a code or a figure. */
import { partition } from '../../host/appearance.ts'
import { type Kept, keptIn, permitted } from '../kept.ts'

export const onThisMachine = (): Kept =>
  keptIn(
    permitted(() => localStorage),
    partition,
  )
