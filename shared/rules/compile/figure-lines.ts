/** Single lines of the hidden sheet of figures: what its cells say of one place, and how that is written as formulas. */
import type { Entry } from '../../catalogue/catalogue.ts'
import { onSheet } from '../../layout/address.ts'
import { type Place, placeText } from '../../place.ts'
import { isListed, none, noneWords, readProblem, readValue, trimmed } from './reading.ts'
import { quoted, spoken } from './text.ts'

/** The hidden sheet and its columns; row 1 has headings. */
export const figuresSheet = 'SoLieu'
/** where the words for none stand on it */
export const noneList = `$H$2:$H$${noneWords.length + 1}`

export type FigureLine = {
  readonly place: string
  /** trimmed words of the cell */
  readonly words?: string
  /** formula, or a constant of the day the workbook was made */
  readonly value: { readonly formula: string } | { readonly constant: number | string }
  /** the number the cell shows before what it should be, and the other way round */
  readonly printed?: string
  readonly reported?: string
  readonly problem?: string
  readonly spoken: string
}

/** One place that can be judged, with the cells that say what it holds. */
export type FigureCells = {
  readonly place: Place
  readonly entry?: Entry
  readonly row: number
  /** sheet and cell people see */
  readonly shown: { readonly sheet: string; readonly cell: string } | undefined
  readonly typed: boolean
}

/** A cell of the hidden sheet as other sheets name it. */
export const at = (column: 'B' | 'C' | 'D' | 'E' | 'F' | 'G', { row }: FigureCells): string =>
  `${figuresSheet}!${column}${row}`

/** A line that is computed. */
export const formulaLine =
  (place: Place, formula: string) =>
  ({ row, shown }: FigureCells): FigureLine => {
    const cell = shown && onSheet(shown.sheet, shown.cell)
    return {
      place: placeText(place),
      value: { formula },
      ...(cell
        ? {
            printed: `IF(ISNUMBER(${cell}),${cell},C${row})`,
            reported: `IF(AND(C${row}="",ISNUMBER(${cell})),${cell},C${row})`,
          }
        : { printed: `C${row}`, reported: `C${row}` }),
      spoken: spoken(`E${row}`),
    }
  }

/** A line that is typed. @param usable whether the line of the sheet it stands in can be told from others */
export const typedLine =
  (place: Place, entry: Entry, usable?: string) =>
  ({ row, shown }: FigureCells): FigureLine => {
    const cell = shown ? onSheet(shown.sheet, shown.cell) : '""'
    const gated = (formula: string) => (usable ? `IF(${usable},${formula},"")` : formula)
    const coded = codedChoices(entry)
    const value = coded ? '""' : gated(readValue(cell, `B${row}`, noneList))
    const problem = coded
      ? unlistedProblem(cell, `B${row}`, coded)
      : gated(readProblem(cell, `B${row}`, `C${row}`))
    return {
      place: placeText(place),
      words: trimmed(cell),
      value: { formula: value },
      problem,
      spoken: spoken(`C${row}`),
    }
  }

/** Adds as `sum` does. */
export const sumFormula = (range: string): string =>
  `IF(COUNT(${range})>0,SUM(${range}),IF(COUNTIF(${range},"Không phát*")>0,${none},IF(COUNTIF(${range},"Không*")>0,INDEX(${range},MATCH("Không*",${range},0)),"")))`

/** Choices of a table column that are words: label and code of each. */
function codedChoices({ form, row }: Entry): string[] | undefined {
  if (form.layout !== 'table' || !row.choices) return undefined
  return row.choices.flatMap(({ code, label }) => [label, String(code)])
}
const unlistedProblem = (cell: string, words: string, choices: readonly string[]): string =>
  `IF(OR(${words}="",ISNUMBER(${cell}),${isListed(words, noneList)},${choices.map(choice => `${words}=${quoted(choice)}`).join(',')}),"","u")`
