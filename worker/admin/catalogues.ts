/** Catalogue versions: loaded once from their folder of JSON files, never changed. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CatalogueError, readCatalogue } from '../../shared/catalogue/read.ts'
import { storing } from '../catalogue.ts'
import { catalogueFiles, catalogueIn } from '../catalogue-files.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { ask } from '../store/ask.ts'
import { catalogueVersion } from '../store/catalogues.ts'
import { catalogueSummaries } from '../store/register.ts'
import type { Asked, Command } from './command.ts'
import { words } from './words.ts'

export const catalogueCommands: readonly Command[] = [
  { name: 'catalogue load', takes: [1, 1], needs: 'any-database', run: load },
  { name: 'catalogue list', takes: [0, 0], needs: 'database', run: list },
]

async function load({ given, place: { db }, say }: Asked): Promise<void> {
  const [name = ''] = given
  const catalogue = read(name)
  const [[held]] = await ask(db, catalogueVersion(db, catalogue.id))
  if (held) {
    if (held.digest !== sha256(canonicalJson(catalogue)))
      throw new Refusal(words.catalogueDiffers(catalogue.id))
    return say(words.catalogueSame(catalogue.id))
  }
  await storing(db, catalogue).run()
  say(words.catalogueLoaded(catalogue.id, catalogue.forms.length, catalogue.rules.length))
}

/** A folder holds catalogue.json and the forms, and the rules in a folder `rules` below it. */
function read(name: string) {
  const folder = resolve(name)
  try {
    const files = existsSync(join(folder, 'catalogue.json'))
      ? catalogueIn(pathToFileURL(`${folder}/`), pathToFileURL(`${join(folder, 'rules')}/`))
      : catalogueFiles(name)
    return readCatalogue(files).catalogue
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(words.notJson(name, error.message))
    if (!(error instanceof CatalogueError))
      throw new Refusal(
        reasonOf(error) === 'ENOENT'
          ? words.noCatalogueFolder(name)
          : words.noFile(name, reasonOf(error)),
      )
    const lines = error.faults.map(({ path, reason }) => `  ${path}: ${reason}`)
    throw new Refusal([words.catalogueFaults(name, lines.length), ...lines].join('\n'))
  }
}

async function list({ place: { db }, say }: Asked): Promise<void> {
  const [rows] = await ask(db, catalogueSummaries(db))
  if (rows.length === 0) say(words.noCatalogues())
  for (const { version, effectiveFrom, effectiveTo, periods } of rows)
    say(words.catalogueLine(version, effectiveFrom, effectiveTo, periods))
}
