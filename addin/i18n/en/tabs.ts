/** The three steps. */
import type { Words } from '../words.ts'

export const tabs: Words['tabs'] = {
  label: 'Steps',
  fill: 'Fill',
  check: 'Check',
  submit: 'Submit',
}
