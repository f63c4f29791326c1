/** What the chain binds of a webhook: the part that never changes. */
import { canonicalJson, sha256 } from '../digest.ts'
import type { WebhookRow } from '../store/webhooks.ts'

export const registrationDigest = ({
  id,
  url,
  events,
  addedAt,
}: Pick<WebhookRow, 'id' | 'url' | 'events' | 'addedAt'>): string =>
  sha256(canonicalJson({ id, url, events, addedAt }))
