/**
 * Whose workbook it is: by its properties and its hidden page, and where a re-save lost both, by the headings of its forms.
 * Another unit's, period's, agency's or catalogue's is refused by name; figures are never carried over between them.
 */
import type { Agency } from '../../shared/agency.ts'
import { isPeriodKey, periodName } from '../../shared/period.ts'
import { textOf } from '../../shared/salvage/lines.ts'
import { plainWords } from '../plain/words.ts'
import { Problem } from '../problem.ts'
import type { OpenedSheet, OpenedWorkbook } from './open.ts'
import { type Belonging, repairWords } from './repair-words.ts'

/** What is open: the file must be of the same. */
export type Open = {
  readonly agency: Agency
  readonly unit: string
  readonly period: string
  readonly catalogue: string
}

export type Identity = {
  /** the revision it was filled with; null for none, undefined when nothing says it */
  readonly basedOn: number | null | undefined
  /** of the two places an identity stands in, how many are left */
  readonly left: 0 | 1 | 2
}

type Said = Partial<Record<keyof typeof plainWords.identity, string>>

/** @throws Problem other-sheet, catalogue-outdated */
export function identityOf({ properties, sheets }: OpenedWorkbook, open: Open): Identity {
  const page = sheets.find(({ name }) => textOf(name) === textOf(plainWords.sheets.identity))
  const fromPage = new Map(page?.rows.map(([key, value]) => [String(key), String(value ?? '')]))
  const sources = [
    saidBy(label => (Object.hasOwn(properties, label) ? properties[label] : undefined)),
    saidBy(label => fromPage.get(label)),
  ].filter(said => said.unit !== undefined && said.period !== undefined)
  for (const said of sources) refuseAnother(said, open)
  const revision = sources.map(said => said.revision).find(text => /^\d{1,9}$/u.test(text ?? ''))
  return {
    basedOn: revision === undefined ? undefined : Number(revision) || null,
    left: sources.length === 2 ? 2 : sources.length === 1 ? 1 : 0,
  }
}

function saidBy(read: (label: string) => string | undefined): Said {
  const { agency, unit, period, catalogue, revision } = plainWords.identity
  return Object.fromEntries(
    Object.entries({ agency, unit, period, catalogue, revision }).flatMap(([key, label]) => {
      const text = read(label)?.trim()
      return text ? [[key, text]] : []
    }),
  )
}

function refuseAnother(said: Said, open: Open): void {
  const { agency } = open
  if (said.agency !== undefined && said.agency !== agency.key)
    throw new Problem('other-sheet', repairWords.anotherAgency(said.agency, agency.name))
  if (said.unit !== open.unit || said.period !== open.period) {
    const period = said.period ?? ''
    const theirs = {
      unit: unitName(agency, said.unit ?? ''),
      period: isPeriodKey(period) ? periodName(period) : period.slice(0, 40),
    }
    throw new Problem('other-sheet', repairWords.another(theirs, belonging(open)))
  }
  if (said.catalogue !== undefined && said.catalogue !== open.catalogue) {
    const detail = repairWords.anotherCatalogue(
      said.catalogue.slice(0, 60),
      open.catalogue,
      periodName(open.period),
    )
    throw new Problem('catalogue-outdated', detail, { catalogue: open.catalogue })
  }
}

const unitName = (agency: Agency, key: string): string =>
  agency.units.find(unit => unit.key === key)?.name ?? key.slice(0, 60)

export const belonging = ({ agency, unit, period }: Open): Belonging => ({
  unit: unitName(agency, unit),
  period: periodName(period),
})

/** Rows above the headings of every form hold whose it is and of which period. */
const headingRows = 12
const periodLine = /^kỳ báo cáo:\s*([^()]*)/u

/** What the heading of a form says that is not what is open; undefined when it agrees or says nothing. */
export function foreignHeading({ rows }: OpenedSheet, open: Open): string | undefined {
  const texts = rows
    .slice(0, headingRows)
    .flat()
    .filter(cell => typeof cell === 'string')
  const own = textOf(unitName(open.agency, open.unit))
  const units = new Set(open.agency.units.map(({ name }) => textOf(name)))
  const unit = texts.find(text => textOf(text) !== own && units.has(textOf(text)))
  if (unit !== undefined && !texts.some(text => textOf(text) === own)) return unit
  const wanted = textOf(periodName(open.period))
  return texts.find(text => {
    const said = periodLine.exec(textOf(text))?.[1]?.trim()
    return said !== undefined && said !== wanted
  })
}
