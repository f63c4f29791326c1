/**
 * Every word the pane says, in Vietnamese, one file per thing a person does; sentences with figures are functions.
 * Findings have their own dictionary in `shared/rules/messages.ts`, refusals of the server arrive as sentences.
 */

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

export const vi = {
  product: 'Biểu mẫu CCHC',
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
