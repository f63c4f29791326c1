/** Addresses of other systems that are told when figures were accepted, sent back or locked, and how the telling goes. */
import * as z from 'zod'
import { changeKindSchema, changeSchema } from './changes.ts'
import { instantSchema } from './figure.ts'

/** Body of every delivery: what the change feed says of one entry, and of which agency. */
export const webhookPayloadSchema = changeSchema.extend({ agency: z.string() })
export type WebhookPayload = z.infer<typeof webhookPayloadSchema>

export const deliverySchema = z.strictObject({
  seq: z.number().int().nonnegative(),
  kind: changeKindSchema,
  at: instantSchema,
  /** 1 for the first try */
  attempt: z.number().int().positive(),
  /** HTTP status of the receiver; null when none came */
  status: z.number().int().nullable(),
  /** how long it took, milliseconds */
  ms: z.number().int().nonnegative(),
  outcome: z.enum(['delivered', 'failed']),
  /** in words, when it failed */
  why: z.string().nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const webhookSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(changeKindSchema),
  /** `paused` by the office, `stopped` after days without success; both go on where they left off */
  state: z.enum(['active', 'paused', 'stopped']),
  addedAt: instantSchema,
  /** entries it has not been told of yet, of its events; 100 stands for that many or more */
  waiting: z.number().int().nonnegative(),
  /** tries of the oldest of these that failed */
  failures: z.number().int().nonnegative(),
  /** of the first of these */
  failingSince: instantSchema.nullable(),
  /** null: nothing failed and what is waiting is told at once, or it does not go on by itself */
  nextTryAt: instantSchema.nullable(),
  /** the newest tries, newest first */
  deliveries: z.array(deliverySchema),
})
export type Webhook = z.infer<typeof webhookSchema>

/** GET /webhooks: clerk, admin. */
export const webhooksSchema = z.strictObject({
  /** without a key to sign with the server tells nobody, whatever is listed */
  on: z.boolean(),
  webhooks: z.array(webhookSchema),
})
export type Webhooks = z.infer<typeof webhooksSchema>

/** Body of PATCH /webhooks/:id: pause, or go on where it stood. POST /webhooks/:id/try tells the oldest waiting now. */
export const changeWebhookSchema = z.strictObject({ state: z.enum(['active', 'paused']) })
export type WebhookChange = z.infer<typeof changeWebhookSchema>
