/** Every word the pane says, in English; the words of the forms and of findings stay as the decrees have them. */
import type { CheckCodeWords } from '../check-code.ts'
import type { FilesWords } from '../files.ts'
import type { OfficeWords } from '../office.ts'
import type { Words } from '../words.ts'
import type { WorksWords } from '../works.ts'
import { check } from './check.ts'
import { checkCode } from './check-code.ts'
import { decision } from './decision.ts'
import { diagnostics } from './diagnostics.ts'
import { drafts } from './drafts.ts'
import { files } from './files.ts'
import { fill } from './fill.ts'
import { host } from './host.ts'
import { office } from './office.ts'
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
import { works } from './works.ts'

export const en: Words & {
  readonly office: OfficeWords
  readonly checkCode: CheckCodeWords
  readonly files: FilesWords
  readonly works: WorksWords
} = {
  product: 'CCHC forms',
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
  office,
  checkCode,
  files,
  works,
}
