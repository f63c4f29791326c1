/**
 * Reads a catalogue version from its folder of JSON files, on Node only: the catalogue is data that is loaded into the
 * database, so the worker and the pane never bundle it. A form is one file; nothing lists the files but the folder.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { CatalogueFiles } from '../shared/catalogue/read.ts'

const json = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))
const jsonFiles = (folder: URL): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()

/** @param version folder name under shared/catalogue and shared/rules, e.g. "sct-2025.1" */
export const catalogueFiles = (version: string): CatalogueFiles =>
  catalogueIn(
    new URL(`../shared/catalogue/${version}/`, import.meta.url),
    new URL(`../shared/rules/${version}/`, import.meta.url),
  )

/** @param forms folder of catalogue.json and the forms, @param rules folder of the rules; both end in a slash */
export function catalogueIn(forms: URL, rules: URL): CatalogueFiles {
  return {
    head: json(new URL('catalogue.json', forms)),
    forms: jsonFiles(forms)
      .filter(name => name !== 'catalogue.json')
      .map(name => json(new URL(name, forms))),
    rules: jsonFiles(rules).flatMap(name => json(new URL(name, rules)) as unknown[]),
  }
}
