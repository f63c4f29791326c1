// What a person does at the grid: types, pastes, erases.
// Never used for the add-in's or a co-author's changes; those write to the sheet directly.
import { type Area, cellArea, checkedArea } from './address.ts'
import type { Calculation } from './calculation.ts'
import { copiedTo, type Source } from './copied.ts'
import { readEntry } from './entry.ts'
import type { Content } from './events.ts'
import { FormulaError, isBlock, single, toNumber, toText } from './formula/result.ts'
import type { History, Step } from './history.ts'
import { WorkbookProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import { type ErrorAlert, obeys, type RuleFormulas } from './validation.ts'

/** Typing refused by a rule of style Stop; the alert holds the words to show. */
export class TypingRefused extends WorkbookProblem {
  readonly alert: ErrorAlert

  constructor(alert: ErrorAlert) {
    super('not-valid', alert.message)
    this.alert = alert
  }
}

export interface PastedLook {
  /** false pastes values only */
  formats?: boolean
  /** cells that were text where they come from, numbers stored as text among them */
  isText?: (down: number, right: number) => boolean
}

export class Editing {
  readonly #calculation: Calculation
  readonly #history: History

  constructor(calculation: Calculation, history: History) {
    this.#calculation = calculation
    this.#history = history
  }

  /**
   * Enters text as typed into one cell.
   * @returns the alert to show when a Warning or Information rule is not obeyed
   * @throws WorkbookProblem `locked`, `formula`; TypingRefused
   */
  type(sheet: Sheet, row: number, column: number, text: string): ErrorAlert | undefined {
    const merge = sheet.merges.at(row, column)
    const area = cellArea(merge?.row ?? row, merge?.column ?? column)
    sheet.guard.demandUnlocked(area)
    const { numberFormat } = sheet.format(area.row, area.column)
    const entry = readEntry(text, numberFormat, 'vi-VN')
    const alert = this.#alertFor(sheet, area, entry.formula ?? '', entry.content)
    if (alert?.style === 'Stop') throw new TypingRefused(alert)
    this.#remember(sheet, area)
    sheet.enter(area, [{ row: area.row, column: area.column, entry }])
    return alert
  }

  /**
   * Pastes tab-separated text. With `formats` the cells get the Normal style, locked as it is, and
   * lose validation and conditional formats, as a plain paste does in Excel; rules are not checked.
   * @throws WorkbookProblem `locked` when any target cell is locked, `address` beyond the grid
   */
  paste(sheet: Sheet, row: number, column: number, tsv: string, look: PastedLook): Area {
    const { formats = true, isText = () => false } = look
    const lines = readTsv(tsv)
    const columns = Math.max(...lines.map(line => line.length))
    const area = checkedArea({ row, column, rows: lines.length, columns })
    sheet.guard.demandUnlocked(area)
    const read = lines.flatMap((line, down) =>
      line.map((text, right) => {
        const at = { row: row + down, column: column + right }
        const asText = formats && isText(down, right)
        const plain = asText ? '@' : 'General'
        const { numberFormat } = formats ? { numberFormat: plain } : sheet.format(at.row, at.column)
        return { ...at, asText, entry: readEntry(text, numberFormat, 'vi-VN') }
      }),
    )
    this.#remember(sheet, area)
    if (formats) {
      undress(sheet, area)
      for (const { row, column, asText } of read) {
        if (asText) sheet.grid.paint(cellArea(row, column), { numberFormat: '@' })
      }
      sheet.appearanceChanged(area)
    }
    sheet.enter(area, read)
    return area
  }

  /**
   * Pastes cells of this workbook with all they have; rules are not checked.
   * @throws WorkbookProblem `locked` when any target cell is locked, `address` beyond the grid
   */
  pasteCells(from: Source, sheet: Sheet, row: number, column: number): Area {
    const { rows, columns } = from.area
    const area = checkedArea({ row, column, rows, columns })
    sheet.guard.demandUnlocked(area)
    const { entries, dress } = copiedTo(from, sheet, row, column)
    this.#remember(sheet, area)
    undress(sheet, area)
    dress()
    sheet.appearanceChanged(area)
    sheet.enter(area, entries)
    return area
  }

  /** The Delete key. @throws WorkbookProblem `locked` */
  erase(sheet: Sheet, area: Area): void {
    sheet.guard.demandUnlocked(area)
    this.#remember(sheet, area)
    sheet.clearContents(area)
  }

  #remember(sheet: Sheet, area: Area): void {
    this.#history.remember(stepBack(sheet, area))
  }

  #alertFor(sheet: Sheet, area: Area, formula: string, written: Content): ErrorAlert | undefined {
    const validation = sheet.validations.at(area.row, area.column)
    if (!validation?.alert.showAlert) return undefined
    let content = written
    if (formula !== '') {
      const value = single(this.#calculation.result(sheet, formula))
      content = value instanceof FormulaError ? value.code : (value ?? 0)
    }
    const offset = {
      down: area.row - validation.origin.row,
      right: area.column - validation.origin.column,
    }
    const result = (text: string) => this.#calculation.result(sheet, text, offset)
    const formulas: RuleFormulas = {
      number: bound => {
        if (typeof bound === 'number') return bound
        const value = toNumber(bound.startsWith('=') ? single(result(bound)) : bound)
        return value instanceof FormulaError ? undefined : value
      },
      items: source => {
        if (!source.startsWith('=')) return source.split(',').map(item => item.trim())
        const found = result(source)
        const values = isBlock(found) ? found.filled : [found]
        return values.map(value => String(toText(value)))
      },
      holds: text =>
        // the entry is not in the cell yet, and custom rules look at the cell
        this.#tried(sheet, area, content, () => this.#calculation.holds(sheet, text, offset)),
    }
    return obeys(content, validation, formulas) ? undefined : validation.alert
  }

  #tried<Answer>(sheet: Sheet, area: Area, content: Content, look: () => Answer): Answer {
    const kept = sheet.grid.cell(area.row, area.column)
    const copy = kept && { ...kept, format: { ...kept.format } }
    sheet.grid.enter(area.row, area.column, content, '')
    this.#calculation.recalculate()
    try {
      return look()
    } finally {
      sheet.grid.put(area.row, area.column, copy)
      this.#calculation.recalculate()
    }
  }
}

/** The Normal style, without rules. */
function undress(sheet: Sheet, area: Area): void {
  sheet.grid.resetFormat(area)
  sheet.validations.cut(area)
  sheet.conditionalFormats.cut(area)
}

/** The way back to what the area, and the sheet's rules, are now. */
function stepBack(sheet: Sheet, area: Area): Step {
  const cells = [...sheet.grid.occupied(area)].map(cell => ({
    ...cell,
    format: { ...cell.format },
  }))
  const validations = [...sheet.validations.all]
  const conditionalFormats = [...sheet.conditionalFormats.all]
  return () => {
    const forwards = stepBack(sheet, area)
    const before = sheet.content(area.row, area.column)
    for (const { row, column } of [...sheet.grid.occupied(area)]) {
      sheet.grid.put(row, column, undefined)
    }
    for (const { row, column, ...cell } of cells) sheet.grid.put(row, column, cell)
    sheet.validations.replaceAll(validations)
    sheet.conditionalFormats.replaceAll(conditionalFormats)
    sheet.appearanceChanged(area)
    sheet.changed(area, before, [])
    return forwards
  }
}

/** Rows and cells of clipboard text; a quoted cell may hold tabs, line ends and doubled quotes. */
function readTsv(tsv: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y
  for (let at = 0; ; ) {
    cell.lastIndex = at
    const match = cell.exec(tsv)
    lines.at(-1)?.push(match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '')
    at += match?.[0].length ?? 0
    const end = /\t|\r?\n|\r/y
    end.lastIndex = at
    const stop = end.exec(tsv)?.[0]
    if (stop === undefined) break
    at += stop.length
    // Excel ends the last line too
    if (stop !== '\t' && at === tsv.length) break
    if (stop !== '\t') lines.push([])
  }
  return lines
}
