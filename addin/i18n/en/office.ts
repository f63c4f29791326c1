/** What the office's views say, in English. */
import type { OfficeWords } from '../office.ts'
import { adjustments } from './adjustments.ts'
import { board } from './board.ts'
import { narrative } from './narrative.ts'
import { periods } from './periods-office.ts'
import { pull } from './pull.ts'
import { reminder } from './reminder.ts'
import { review } from './review.ts'
import { officeWork as work } from './work.ts'

export const office: OfficeWords = {
  board,
  reminder,
  review,
  pull,
  narrative,
  adjustments,
  periods,
  work,
}
