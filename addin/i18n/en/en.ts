/** Every word the pane says, in English; the words of the forms and of findings stay as the decrees have them. */
import type { Words } from '../words.ts'
import { board } from './board.ts'
import { check } from './check.ts'
import { fill } from './fill.ts'
import { host } from './host.ts'
import { outdated } from './outdated.ts'
import { period } from './period.ts'
import { place } from './place.ts'
import { receipt } from './receipt.ts'
import { signIn } from './sign-in.ts'
import { status } from './status.ts'
import { submit } from './submit.ts'
import { tabs } from './tabs.ts'
import { trouble } from './trouble.ts'

export const en: Words = {
  product: 'CCHC forms',
  place,
  host,
  trouble,
  signIn,
  period,
  status,
  tabs,
  fill,
  check,
  submit,
  outdated,
  receipt,
  board,
}
