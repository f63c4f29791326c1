/**
 * One wrong cell, one message. Findings that would all be mended by one and the same typed figure are folded under the
 * one nearest to it, and that cell is named; nothing is hidden, and no figure is proposed.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Content, valuesOf } from '../content.ts'
import { type Figure, notReported, numberFigure } from '../figure.ts'
import { type Place, placeOf, placeText } from '../place.ts'
import { type Finding, judge } from './engine.ts'
import { type Slopes, slopesOf } from './slopes.ts'
import { alike, type Subject } from './subject.ts'

export type Traced = {
  readonly findings: readonly Finding[]
  /** place of a root finding → the typed figures of which any one, put right, mends it and all that follow from it */
  readonly suspects: ReadonlyMap<string, readonly Place[]>
}

type Judged = { readonly finding: Finding; readonly slopes: Slopes; readonly gap: number }
type Guess = { readonly place: string; readonly change: number; readonly mended: readonly Judged[] }

/** Naming more cells than this helps nobody. */
const fewSuspects = 3
/** Cells tried one by one; the sums of a whole column have too many to try. */
const mostTried = 6
/** A sheet this wrong is mended line by line; looking for one cause would keep the person waiting. */
const mostTraced = 40

/** @param findings of the engine or of the server's report, about this content */
export function traced(
  index: Index,
  subject: Pick<Subject, 'level' | 'period' | 'values'>,
  findings: readonly Finding[],
): Traced {
  const { content } = subject.values
  const causes = new Map<Finding, string>()
  const suspects = new Map<string, readonly Place[]>()
  const judged = findings.flatMap((finding): Judged[] => {
    if (finding.causedBy !== undefined) return []
    const slopes = slopesOf(index, content, finding)
    return slopes.size > 0 ? [{ finding, slopes, gap: finding.difference ?? Number.NaN }] : []
  })

  // a cell that is wrong by itself has to be mended first; what is added up from it follows
  const broken = findings.filter(isBrokenCell)
  for (const { finding, slopes } of judged) {
    const cause = broken.find(({ at }) => touches(slopes, at))
    if (cause) causes.set(finding, cause.at.place)
  }

  let open = judged.filter(({ finding }) => !causes.has(finding))
  const before = open.length > 1 ? failures(index, subject, content) : 0
  const breaksNothing = ({ place, change, mended }: Guess): boolean =>
    failures(index, subject, changed(index, content, place, change)) <=
    before - mended.filter(({ finding }) => finding.severity === 'error').length
  while (open.length > 1 && open.length <= mostTraced) {
    const sound = alternatives(bestGuesses(index, content, open))
      .map(guesses => (guesses.length > mostTried ? guesses : guesses.filter(breaksNothing)))
      .find(guesses => guesses.length > 0)
    if (!sound) break
    const [first] = sound
    const places = sound.flatMap(({ place }) => placeOf(index, place) ?? [])
    const root = first && nearest(first.mended, places)
    if (!root) break
    const { mended } = first
    for (const { finding } of mended) if (finding !== root) causes.set(finding, root.at.place)
    if (places.length <= fewSuspects) suspects.set(root.at.place, places)
    open = open.filter(one => !mended.includes(one))
  }
  return {
    findings: findings.map(finding => {
      const causedBy = causes.get(finding)
      return causedBy === undefined ? finding : { ...finding, causedBy }
    }),
    suspects,
  }
}

const brokenCell = new Set(['NONNEG', 'NONNEG-INT', 'RATE-RANGE', 'ZERO-WORDS'])
const isBrokenCell = ({ rule, severity }: Finding): boolean =>
  severity === 'error' && brokenCell.has(rule)

/** A total is also made of a cell that could not be read, though its row may hold nothing else. */
const touches = (slopes: Slopes, { place, form, column }: Finding['at']): boolean =>
  slopes.has(place) || (column !== undefined && slopes.has(placeText({ form, row: '', column })))

/** For every typed figure: which findings are mended when the figure is put right for one of them. */
function bestGuesses(index: Index, content: Content, open: readonly Judged[]): Guess[] {
  let best: Guess[] = []
  const tried = new Set<string>()
  for (const { slopes, gap } of open) {
    for (const [place, slope] of slopes) {
      const change = -gap / slope
      if (!Number.isFinite(change) || tried.has(`${place} ${change}`)) continue
      tried.add(`${place} ${change}`)
      const value = numberAt(index, content, place)
      if (value + change < 0) continue
      const mended = open.filter(one => holdsAfter(one, place, change))
      if (!mended.some(({ finding: { severity } }) => severity === 'error')) continue
      const most = best[0]?.mended.length ?? 2
      if (mended.length < most) continue
      if (mended.length > most) best = []
      // the same figure cannot be put right in two ways
      if (!best.some(guess => guess.place === place)) best.push({ place, change, mended })
    }
  }
  return best
}

/** Guesses that mend the very same findings say the same about them. */
function alternatives(guesses: readonly Guess[]): Guess[][] {
  const sets: Guess[][] = []
  for (const guess of guesses) {
    const same = sets.find(([first]) => first?.mended.every(one => guess.mended.includes(one)))
    if (same) same.push(guess)
    else sets.push([guess])
  }
  return sets
}

function holdsAfter({ finding, slopes, gap }: Judged, place: string, change: number): boolean {
  const slope = slopes.get(place)
  if (slope === undefined) return false
  const left = gap + slope * change
  const operator = finding.expected?.operator
  return alike(left, 0) || (operator === '<=' && left < 0) || (operator === '>=' && left > 0)
}

/** Where a person would look first: at the cell itself, in its row, on its sheet. */
function nearest(mended: readonly Judged[], places: readonly Place[]): Finding | undefined {
  const errors = mended.flatMap(({ finding }) => (finding.severity === 'error' ? [finding] : []))
  const near = (test: (at: Place, place: Place) => boolean) =>
    errors.find(({ at }) => places.some(place => test(at, place)))
  return (
    near(
      (at, place) => at.form === place.form && at.row === place.row && at.column === place.column,
    ) ??
    near((at, place) => at.form === place.form && at.row === place.row) ??
    near((at, place) => at.form === place.form) ??
    errors[0]
  )
}

// ---------------------------------------------------------------- what if

function figureAt(content: Content, { form, row, column }: Place): Figure {
  if (column === undefined) return content.figures.get(row) ?? notReported
  const cell = content.tables.get(form)?.get(row)?.get(column)
  return cell === undefined || cell.state === 'text' ? notReported : cell
}

function numberAt(index: Index, content: Content, text: string): number {
  const place = placeOf(index, text)
  const figure = place ? figureAt(content, place) : notReported
  return figure.state === 'number' ? figure.value : 0
}

function changed(index: Index, content: Content, text: string, change: number): Content {
  const place = placeOf(index, text)
  if (!place) return content
  const { form, row, column } = place
  const figure = numberFigure(numberAt(index, content, text) + change)
  if (column === undefined)
    return { ...content, figures: new Map(content.figures).set(row, figure) }
  const rows = content.tables.get(form)
  const cells = new Map(rows?.get(row)).set(column, figure)
  return { ...content, tables: new Map(content.tables).set(form, new Map(rows).set(row, cells)) }
}

/** How many comparisons fail; figures of other periods and the agency's facts play no part in errors. */
function failures(
  index: Index,
  { level, period }: Pick<Subject, 'level' | 'period'>,
  content: Content,
): number {
  const subject: Subject = { level, period, values: valuesOf(index, content) }
  return index.rules
    .filter(
      ({ check, severity }) => severity === 'error' && (check === 'compare' || check === 'within'),
    )
    .flatMap(rule => judge(index, rule, subject))
    .filter(({ outcome }) => outcome === 'fail').length
}
