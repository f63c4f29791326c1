/**
 * Every word the pane says, in Vietnamese, one file per thing a person does; sentences with figures are functions.
 * Findings have their own dictionary in `shared/rules/messages.ts`, refusals of the server arrive as sentences.
 */

import { check } from './check.ts'
import { decision } from './decision.ts'
import { diagnostics } from './diagnostics.ts'
import { drafts } from './drafts.ts'
import { fill } from './fill.ts'
import { host } from './host.ts'
import { offline } from './offline.ts'
import { outdated } from './outdated.ts'
import { period } from './period.ts'
import { place } from './place.ts'
import { plain } from './plain.ts'
import { receipt } from './receipt.ts'
import { repair } from './repair.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { status } from './status.ts'
import { submit } from './submit.ts'
import { tabs } from './tabs.ts'
import { trouble } from './trouble.ts'
import { work } from './work.ts'

export const vi = {
  product: 'Biểu mẫu CCHC',
  place,
  plain,
  host,
  trouble,
  shell,
  diagnostics,
  signIn,
  period,
  status,
  tabs,
  drafts,
  offline,
  fill,
  check,
  submit,
  decision,
  outdated,
  repair,
  receipt,
  work,
}
