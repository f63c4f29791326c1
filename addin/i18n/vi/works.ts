/** What the views of the work beside the period say, in Vietnamese. */
import { inspection } from './inspection.ts'
import { plan } from './plan.ts'
import { retrospective } from './retrospective.ts'
import { rules } from './rules.ts'
import { webhooks } from './webhooks.ts'

export const works = { plan, inspection, retrospective, rules, webhooks }
