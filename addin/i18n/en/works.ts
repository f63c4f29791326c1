/** What the views of the work beside the period say, in English. */
import type { WorksWords } from '../works.ts'
import { inspection } from './inspection.ts'
import { plan } from './plan.ts'
import { retrospective } from './retrospective.ts'
import { rules } from './rules.ts'
import { webhooks } from './webhooks.ts'

export const works: WorksWords = { plan, inspection, retrospective, rules, webhooks }
