/**
 * From an opened workbook to what the unit reports: forms by what stands on their tabs, lines by their codes, columns by their
 * headings. Everything that was put right on the way is told, and nothing typed is left out in silence.
 */
import { playsRole } from '../../shared/catalogue/catalogue.ts'
import { rowFacts, rowNames } from '../../shared/consolidate.ts'
import {
  type Content,
  contentToWire,
  emptyContent,
  valuesOf,
  type WireContent,
} from '../../shared/content.ts'
import { layOutWorkbook, type View } from '../../shared/layout.ts'
import { type Place, placeName, placeText } from '../../shared/place.ts'
import { contentSchema, type Repair } from '../../shared/protocol.ts'
import { readBlocks } from '../../shared/reading.ts'
import { inputsIn, withNumbers } from '../../shared/salvage/inputs.ts'
import { recognise } from '../../shared/salvage/tabs.ts'
import { salvage } from '../../shared/salvage.ts'
import { Problem } from '../problem.ts'
import { cellRepairs } from './cells.ts'
import { type FoundForm, type Read, type Reading, standing, type Upload } from './found.ts'
import { belonging, foreignHeading, identityOf } from './identity.ts'
import type { OpenedWorkbook } from './open.ts'
import { repairWords } from './repair-words.ts'
import { lineRepairs, tabRepairs } from './structure.ts'

/** @throws Problem other-sheet, catalogue-outdated, not-a-workbook when none of its tabs is a form of the unit */
export function readWorkbook(workbook: OpenedWorkbook, upload: Upload): Read {
  const { index, open, window, newest } = upload
  const { agency, unit, period } = open
  const identity = identityOf(workbook, open)
  const blank: View = {
    ...{ agency, unit, period, window },
    values: valuesOf(index, emptyContent, undefined, rowFacts(agency)),
  }
  const layouts = layOutWorkbook(index, blank)
  const tabs = recognise(layouts, workbook.sheets)
  if (tabs.of.size === 0)
    throw new Problem('not-a-workbook', repairWords.notOurs(belonging(open).unit))
  const foreign = [...tabs.of.values()].flatMap(tab => {
    const says = foreignHeading(tab, open)
    return says === undefined ? [] : [{ tab: tab.name, says }]
  })
  const [first] = foreign
  if (identity.left === 0 && first)
    throw new Problem(
      'other-sheet',
      repairWords.anotherByHeading(first.tab, first.says, belonging(open)),
    )

  const scanned = [...tabs.of].map(([form, { name, rows }]) => ({ form, tab: name, rows }))
  const found = salvage(layouts, scanned)
  const forms = layouts.map((layout): FoundForm => {
    const tab = tabs.of.get(layout.form)
    return { layout, tab, inputs: inputsIn(index, blank, layout, found) }
  })
  const blocks = new Map(
    forms.map(({ layout: { form }, inputs }) => [
      form,
      withNumbers(found.blocks.get(form) ?? [], inputs),
    ]),
  )
  const reading = readBlocks(index, blank, blocks)
  const values = valuesOf(index, reading.content, undefined, rowFacts(agency))
  const view: View = { ...blank, values, openRows: reading.openRows }
  const names = rowNames(agency)
  const where = (place: Place): string => placeName(index, place, names)
  const all: Reading = { index, view, forms, found, reading, where }

  const kept = ownSections(all)
  const { content, cut } = onTheWire(kept.content, all)
  const basedOn = identity.basedOn ?? null
  const repairs = [
    ...(identity.left === 2
      ? []
      : [whole(identity.left === 1 ? repairWords.identityHalf() : repairWords.identityLost(), identity.left === 0)]), // biome-ignore format: one thought
    ...(identity.left === 0
      ? []
      : foreign.map(({ tab, says }) => ({
          ...whole(repairWords.headingDiffers(tab, says), true),
          sheet: tab,
        }))),
    ...outrun(basedOn, identity.basedOn !== undefined, newest),
    ...tabRepairs(all, tabs, workbook),
    ...lineRepairs(all),
    ...cellRepairs(all),
    ...kept.repairs,
    ...cut,
  ]
  return { content, basedOn, repairs }
}

const whole = (message: string, needsLook: boolean, kind: Repair['kind'] = 'identity'): Repair => ({
  ...{ kind, at: null, sheet: null, cell: null },
  message,
  needsLook,
})

/** Somebody filed while the file was being filled, or the file says it comes from a revision there is not. */
function outrun(basedOn: number | null, isKnown: boolean, newest: Upload['newest']): Repair[] {
  if (!isKnown || (newest?.revision ?? null) === basedOn) return []
  if (newest && (basedOn ?? 0) < newest.revision)
    return [whole(repairWords.outrun(basedOn, newest), true, 'outdated')]
  return [whole(repairWords.revisionUnknown(basedOn ?? 0), true, 'outdated')]
}

/** Sections of the narrative that are another unit's to write; the submission would be refused for them. */
function ownSections(all: Reading): { content: Content; repairs: Repair[] } {
  const { index, view, reading, where } = all
  const { agency, unit } = view
  const narrative = new Map(reading.content.narrative)
  const repairs = [...narrative.keys()].flatMap((code): Repair[] => {
    const section = index.sections.get(code)
    if (section && unit !== null && playsRole(agency, section.contributors, unit)) return []
    narrative.delete(code)
    const form = index.narratives.find(({ sections }) => sections.some(one => one.code === code))
    const place = { form: form?.id ?? '', row: code }
    const message = repairWords.notYourSection(where(place))
    return [{ kind: 'line-strange', at: placeText(place), ...standing(all, place), message, needsLook: true }] // biome-ignore format: one repair
  })
  return { content: { ...reading.content, narrative }, repairs }
}

/** As it would be sent; words too long for the wire are left out and told. */
function onTheWire(content: Content, all: Reading): { content: WireContent; cut: Repair[] } {
  const wire = contentToWire(content)
  const result = contentSchema.safeParse(wire)
  if (result.success) return { content: result.data, cut: [] }
  const cut = result.error.issues.map(({ path }): Repair => {
    const [part, a = '', b = '', c = ''] = path.map(String)
    const narrative = all.index.narratives.find(one => one.sections.some(({ code }) => code === a))
    const place: Place =
      part === 'tables'
        ? { form: a, row: b, column: c }
        : { form: narrative?.id ?? all.index.indicators.get(a)?.form.id ?? '', row: a }
    if (part === 'tables') delete wire.tables[a]?.[b]?.[c]
    else if (part === 'narrative') delete wire.narrative[a]
    else delete wire.figures[a]
    const message = repairWords.tooLong(all.where(place))
    return { kind: 'unread', at: placeText(place), ...standing(all, place), message, needsLook: true } // biome-ignore format: one repair
  })
  return { content: contentSchema.parse(wire), cut }
}
