/**
 * What this machine has seen of a period: the digest of the last look, by agency and period, so that the next visit can be
 * told what changed since. A visit is the life of the tab; reloading it does not lose what it is compared with.
 */
import { type Kept, keptIn, permitted } from '../features/kept.ts'

export type Look = { readonly digest: string; readonly at: string }

const lasting = (): Kept =>
  keptIn(
    permitted(() => localStorage),
    () => 'dashboard.',
  )
const visit = (): Kept =>
  keptIn(
    permitted(() => sessionStorage),
    () => 'dashboard.',
  )

type Boxes = { readonly lasting: Kept; readonly visit: Kept }
const here = (): Boxes => ({ lasting: lasting(), visit: visit() })

const place = (agency: string, period: string) => `seen.${agency}.${period}`

/** What this visit is compared with; null when the period was never looked at before. */
export function lookBefore(agency: string, period: string, boxes: Boxes = here()): Look | null {
  const name = place(agency, period)
  const begun = boxes.visit.read<{ look: Look | null }>(name)
  if (begun) return begun.look
  const look = boxes.lasting.read<Look>(name)
  boxes.visit.write(name, { look })
  return look
}

/** Kept for the next visit; the first look of all is what the rest of this visit is compared with. */
export function looked(agency: string, period: string, look: Look, boxes: Boxes = here()): void {
  const name = place(agency, period)
  boxes.lasting.write(name, look)
  if (!boxes.visit.read<{ look: Look | null }>(name)?.look) boxes.visit.write(name, { look })
}
