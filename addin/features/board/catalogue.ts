/** The catalogue of a period for the clerk's views: fetched and indexed once per version, because versions never change. */
import { type Index, indexCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Api } from '../../api.ts'

const known = new WeakMap<Api, Map<string, Promise<Index>>>()

/** @throws Refused, Unreachable; asked again, it tries again */
export function catalogueFor(
  api: Api,
  { period, catalogue }: { readonly period: string; readonly catalogue: string },
): Promise<Index> {
  const versions = known.get(api) ?? new Map<string, Promise<Index>>()
  known.set(api, versions)
  const found = versions.get(catalogue)
  if (found) return found
  const asked = api.catalogue(period).then(indexCatalogue)
  versions.set(catalogue, asked)
  asked.catch(() => versions.delete(catalogue))
  return asked
}
