/** A cell as a sentence quotes it: the number in Vietnamese style, the label of a choice, the state in words. */
import type { Index } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Cell } from './content.ts'
import { printFigure, printNumber, roundHalfUp } from './figure.ts'
import type { Place } from './place.ts'

const blank = 'chưa báo cáo'

/** "1.322" · "98,1%" · "Không phát sinh" · "Không áp dụng: …" · "Hoàn thành" · "chưa báo cáo" */
export function printCell(index: Index, place: Place, cell: Cell): string {
  const entry =
    place.column === undefined
      ? index.indicators.get(place.row)
      : index.columns.get(`${place.form}.${place.column}`)
  const chosen =
    cell.state === 'text' ? cell.text.trim() : cell.state === 'number' ? cell.value : undefined
  const choice = entry?.row.choices?.find(({ code }) => code === chosen)
  if (choice) return choice.label
  if (cell.state === 'not-reported' || chosen === '') return blank
  if (cell.state === 'text') return cell.text.trim()
  if (cell.state !== 'number') return printFigure(cell)
  // a ratio is as long as its division; what was typed stays as typed
  const decimals = entry?.expression ? kinds[entry.row.kind].decimals : undefined
  const value = decimals === undefined ? cell.value : roundHalfUp(cell.value, decimals)
  return `${printNumber(value)}${entry?.row.kind === 'percent' ? '%' : ''}`
}
