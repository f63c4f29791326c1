/** What the parts of the reading of an uploaded workbook hand each other. */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { printCell } from '../../shared/cell-words.ts'
import type { WireContent } from '../../shared/content.ts'
import type { SheetLayout, View } from '../../shared/layout.ts'
import type { Window } from '../../shared/period.ts'
import { type Place, placeText } from '../../shared/place.ts'
import type { Repair } from '../../shared/protocol.ts'
import type { SheetReading } from '../../shared/reading.ts'
import type { Input } from '../../shared/salvage/inputs.ts'
import type { Salvage } from '../../shared/salvage.ts'
import type { Open } from './identity.ts'
import type { OpenedSheet } from './open.ts'

export type Upload = {
  readonly index: Index
  readonly open: Open
  readonly window: Window
  /** the unit's newest revision in the period */
  readonly newest: { revision: number; receivedAt: string; preparedBy: string } | undefined
}

export type Read = {
  readonly content: WireContent
  readonly basedOn: number | null
  readonly repairs: readonly Repair[]
}

/** A form as it was found in the file. */
export type FoundForm = {
  readonly layout: SheetLayout
  readonly tab: OpenedSheet | undefined
  readonly inputs: readonly Input[]
}

/** What every part of the reading looks at. */
export type Reading = {
  readonly index: Index
  readonly view: View
  readonly forms: readonly FoundForm[]
  readonly found: Salvage
  readonly reading: SheetReading
  readonly where: (place: Place) => string
}

/** Where a place of the reading stands in the file. */
export function standing(
  { forms, index }: Reading,
  place: Place,
): { sheet: string | null; cell: string | null } {
  const form = forms.find(one => one.layout.form === place.form)
  const text = placeText(place)
  const cell = form?.inputs.find(input => placeText(input.place) === text)?.cell ?? null
  return { sheet: form?.tab?.name ?? index.forms.get(place.form)?.sheet ?? null, cell }
}

/** "1.322", "Không phát sinh": a computed value as a sentence quotes it. */
export const printed = ({ index, view }: Reading, place: Place): string =>
  printCell(
    index,
    place,
    place.column === undefined
      ? view.values.figure(place.row)
      : place.row === ''
        ? view.values.total(place.form, place.column)
        : view.values.cell(place.form, place.row, place.column),
  )
