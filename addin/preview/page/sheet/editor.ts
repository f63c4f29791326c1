// Editing one cell: the field over the cell and the formula bar show the same text; entering gives
// it to the workbook, which may refuse. Never writes a cell itself.
import {
  cellArea,
  columnLetters,
  type Sheet,
  TypingRefused,
  type Workbook,
  WorkbookProblem,
} from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { refusals, words } from '../words.ts'
import { editText } from './edit-text.ts'
import { fontOf } from './look.ts'
import type { Notice } from './notice.ts'
import type { Cell } from './selection.ts'

/** Enter: begun by typing, arrows enter and move on. Edit: begun by F2, arrows move the caret. */
export type Mode = 'ready' | 'enter' | 'edit'

export class Editor {
  readonly field = element('textarea', { class: 'editor', rows: 1, spellcheck: 'false' })
  /** the formula bar's field */
  readonly bar = element('input', {
    class: 'formula',
    'aria-label': words.sheet.formula,
    spellcheck: 'false',
    autocomplete: 'off',
  })
  onMode: (mode: Mode) => void = () => undefined
  /** Puts the focus back on the sheet. */
  onClosed: () => void = () => undefined
  /** of the sheet in view */
  zoom = 1
  #mode: Mode = 'ready'
  #at: { sheet: Sheet; cell: Cell } | undefined
  readonly #workbook: Workbook
  readonly #notice: Notice

  constructor(workbook: Workbook, notice: Notice) {
    this.#workbook = workbook
    this.#notice = notice
    this.field.hidden = true
    this.field.addEventListener('input', () => {
      this.bar.value = this.field.value
      this.#grow()
    })
    this.bar.addEventListener('input', () => {
      this.field.value = this.bar.value
      this.#grow()
    })
  }

  get mode(): Mode {
    return this.#mode
  }

  get cell(): Cell | undefined {
    return this.#at?.cell
  }

  /** Says so and answers false when the cell is locked. */
  mayEdit(sheet: Sheet, { row, column }: Cell): boolean {
    try {
      sheet.guard.demandUnlocked(cellArea(row, column))
      return true
    } catch {
      this.#notice.show('', refusals.locked)
      return false
    }
  }

  /** Begins; in mode `enter` with nothing, so that the pressed key becomes the first letter. */
  open(sheet: Sheet, cell: Cell, mode: 'enter' | 'edit', inBar = false): boolean {
    if (!this.mayEdit(sheet, cell)) return false
    this.#notice.hide()
    this.#at = { sheet, cell }
    this.field.value = mode === 'edit' ? editText(sheet, cell.row, cell.column) : ''
    this.bar.value = this.field.value
    const address = `${columnLetters(cell.column)}${cell.row + 1}`
    this.field.setAttribute('aria-label', words.sheet.editor(address))
    this.field.style.font = fontOf(sheet.format(cell.row, cell.column), this.zoom)
    this.field.hidden = false
    this.#change(mode)
    if (!inBar) {
      this.field.focus({ preventScroll: true })
      this.field.setSelectionRange(this.field.value.length, this.field.value.length)
    }
    return true
  }

  /** F2 while editing turns one mode into the other. */
  toggleMode(): void {
    this.#change(this.#mode === 'enter' ? 'edit' : 'enter')
  }

  /** A line break at the caret, as Alt+Enter gives. */
  breakLine(): void {
    const { selectionStart, selectionEnd } = this.field
    this.field.setRangeText('\n', selectionStart, selectionEnd, 'end')
    this.field.dispatchEvent(new Event('input'))
  }

  /** Places the field over the cell. */
  cover(region: HTMLElement, left: number, top: number, width: number, height: number): void {
    if (this.field.parentElement !== region) region.append(this.field)
    this.field.style.left = `${left}px`
    this.field.style.top = `${top}px`
    this.field.style.minWidth = `${width}px`
    this.field.style.minHeight = `${height}px`
    this.#grow()
  }

  cancel(): void {
    this.#close()
  }

  /** Gives the text to the workbook; false when it was refused and editing goes on. */
  commit(): boolean {
    const at = this.#at
    if (!at) return true
    const { sheet, cell } = at
    try {
      const alert = this.#workbook.type(sheet, cell.row, cell.column, this.field.value)
      this.#close()
      if (alert) {
        const correct = () => void this.open(sheet, cell, 'edit')
        this.#notice.show(alert.title, alert.message || words.notice.invalid, [
          { text: words.notice.keep, act: () => undefined },
          { text: words.notice.correct, act: correct },
        ])
      }
      return true
    } catch (problem) {
      if (!(problem instanceof WorkbookProblem)) throw problem
      this.#refuse(problem)
      return false
    }
  }

  #refuse(problem: WorkbookProblem): void {
    const alert = problem instanceof TypingRefused ? problem.alert : undefined
    const retry = () => {
      this.field.focus()
      this.field.select()
    }
    this.#notice.show(alert?.title ?? '', alert?.message || refusals[problem.reason], [
      { text: words.notice.retry, act: retry },
      { text: words.notice.cancel, act: () => this.cancel() },
    ])
    retry()
  }

  #close(): void {
    const hadFocus = document.activeElement === this.field || document.activeElement === this.bar
    this.#at = undefined
    this.field.hidden = true
    this.#notice.hide()
    this.#change('ready')
    if (hadFocus || document.activeElement === document.body) this.onClosed()
  }

  #change(mode: Mode): void {
    this.#mode = mode
    this.onMode(mode)
  }

  #grow(): void {
    this.field.style.width = '0'
    this.field.style.height = '0'
    this.field.style.width = `${this.field.scrollWidth + 4}px`
    this.field.style.height = `${this.field.scrollHeight}px`
  }
}
