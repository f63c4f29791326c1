/** The names of who prepared and approved, so that a unit's next period does not ask for them anew. */
import type { Store } from '../store.ts'
import type { Names, Pending } from './submission.ts'

type Signed = { readonly of: string; readonly names: Names }

const box = 'names'

export async function rememberNames(store: Store, { agency, unit, body }: Pending): Promise<void> {
  const { preparedBy, approvedBy } = body
  const of = `${agency}/${unit}`
  await store.shelf.write(box, of, { of, names: { preparedBy, approvedBy } } satisfies Signed)
}

export async function rememberedNames(
  store: Store,
  { agency, unit }: { readonly agency: string; readonly unit: string },
): Promise<Names | null> {
  const all = await store.shelf.all<Signed>(box)
  return all.find(({ of }) => of === `${agency}/${unit}`)?.names ?? null
}
