// The scrolling sheet on the screen: letters on top, numbers at the left, frozen rows, and only
// those other rows that can be seen. Never decides what is selected.
import { columnLetters, type Sheet } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { words } from '../words.ts'
import { type Box, boxOf, type Geometry } from './geometry.ts'
import { outlineWidth } from './outline.ts'
import { type Frame, Region } from './region.ts'
import { Plan } from './row-plan.ts'

const headHeight = 21
const numberWidth = 36
/** rows drawn above and below what is seen */
const margin = 8

export class Drawing {
  readonly root = element('div', {
    role: 'grid',
    class: 'sheet',
    tabindex: -1,
    'aria-multiselectable': 'true',
  })
  readonly frozen = new Region()
  readonly body = new Region()
  readonly #letters = element('div', { role: 'row', class: 'letters' })
  #frame: Frame | undefined
  #lettersWritten = ''
  /** the row of the active cell stays drawn while it is out of sight: it holds the focus */
  #kept = 0
  /** where each sheet was last scrolled to, by its id */
  readonly #scrolled = new Map<string, { top: number; left: number }>()

  constructor() {
    this.frozen.root.classList.add('frozen')
    this.root.append(this.#letters, this.frozen.root, this.body.root)
    this.root.addEventListener('scroll', () => this.#drawRows(false))
    new ResizeObserver(() => this.#drawRows(false)).observe(this.root)
  }

  /** Draws the sheet as it is now. */
  show(sheet: Sheet, geometry: Geometry, activeRow: number): void {
    const gutter = numberWidth + outlineWidth(sheet, geometry.rows.count)
    const before = this.#frame?.sheet.id
    if (before !== undefined && before !== sheet.id)
      this.#scrolled.set(before, { top: this.root.scrollTop, left: this.root.scrollLeft })
    this.#frame = { sheet, geometry, gutter }
    this.#kept = activeRow
    const frozenHeight = geometry.rows.start(sheet.frozen.rows)
    const width = gutter + geometry.columns.length
    this.root.setAttribute('aria-label', words.sheet.grid(sheet.name))
    this.root.setAttribute('aria-rowcount', String(geometry.rows.count))
    this.root.setAttribute('aria-colcount', String(geometry.columns.count))
    this.root.style.setProperty('--gutter', `${gutter}px`)
    this.#letters.style.width = `${width}px`
    this.frozen.root.style.cssText = `width:${width}px;height:${frozenHeight}px`
    this.body.root.style.cssText = `width:${width}px;height:${geometry.rows.length - frozenHeight}px`
    this.#drawLetters(this.#frame)
    if (before !== sheet.id) this.root.scrollTo(this.#scrolled.get(sheet.id) ?? { top: 0, left: 0 })
    this.#drawRows(true)
  }

  get gutter(): number {
    return this.#frame?.gutter ?? numberWidth
  }

  /** Marks may have to follow after rows were drawn while scrolling. */
  onRows: () => void = () => undefined

  /** The drawn cell that shows a place, or its merge. */
  cell(row: number, column: number): HTMLElement | undefined {
    return this.frozen.cell(row, column) ?? this.body.cell(row, column)
  }

  /** Row and column under a point of the window; clamped to the sheet's edges. */
  at(clientX: number, clientY: number): { row: number; column: number } | undefined {
    const frame = this.#frame
    if (!frame) return undefined
    const { geometry, sheet, gutter } = frame
    const bounds = this.root.getBoundingClientRect()
    const across = clientX - bounds.left - gutter
    const down = clientY - bounds.top - headHeight
    const frozenWide = geometry.columns.start(sheet.frozen.columns)
    const frozenHigh = geometry.rows.start(sheet.frozen.rows)
    const x = across < frozenWide ? across : across + this.root.scrollLeft
    const y = down < frozenHigh ? down : down + this.root.scrollTop
    return { row: geometry.rows.at(Math.max(0, y)), column: geometry.columns.at(Math.max(0, x)) }
  }

  /** Scrolls as little as needed to see a cell. */
  reveal(row: number, column: number): void {
    const frame = this.#frame
    if (!frame) return
    const { geometry, sheet, gutter } = frame
    const box = boxOf(geometry, { row, column, rows: 1, columns: 1 })
    const left = geometry.columns.start(sheet.frozen.columns)
    const top = geometry.rows.start(sheet.frozen.rows)
    const { root } = this
    const width = root.clientWidth - gutter
    const height = root.clientHeight - headHeight
    if (column >= sheet.frozen.columns) {
      if (box.left - left < root.scrollLeft) root.scrollLeft = box.left - left
      else if (box.left + box.width > root.scrollLeft + width)
        root.scrollLeft = Math.min(box.left - left, box.left + box.width - width)
    }
    if (row >= sheet.frozen.rows) {
      if (box.top - top < root.scrollTop) root.scrollTop = box.top - top
      else if (box.top + box.height > root.scrollTop + height)
        root.scrollTop = Math.min(box.top - top, box.top + box.height - height)
    }
  }

  /** How many rows fit between the frozen rows and the lower edge. */
  get rowsPerPage(): number {
    const frame = this.#frame
    if (!frame) return 1
    const frozen = frame.geometry.rows.start(frame.sheet.frozen.rows)
    return Math.max(1, Math.floor((this.root.clientHeight - headHeight - frozen) / 21) - 1)
  }

  /** A box of the sheet in pixels of the region that holds the row. */
  place(box: Box, row: number): { region: Region; box: Box } {
    const frame = this.#frame
    if (!frame) return { region: this.body, box }
    const frozenHigh = frame.geometry.rows.start(frame.sheet.frozen.rows)
    const left = box.left + frame.gutter
    if (row < frame.sheet.frozen.rows) return { region: this.frozen, box: { ...box, left } }
    return { region: this.body, box: { ...box, left, top: box.top - frozenHigh } }
  }

  #drawLetters({ geometry, sheet, gutter }: Frame): void {
    const { columns } = geometry
    const written = Array.from({ length: columns.count }, (_, i) => columns.extent(i)).join()
    const key = `${gutter}|${sheet.frozen.columns}|${written}`
    if (key === this.#lettersWritten) return
    this.#lettersWritten = key
    const corner = element('div', { role: 'presentation', class: 'corner' })
    const side = element('div', { role: 'presentation', class: 'side' }, corner)
    side.style.width = `${gutter + columns.start(sheet.frozen.columns)}px`
    this.#letters.replaceChildren(side)
    for (let column = columns.after(-1); column < columns.count; column = columns.after(column)) {
      const letters = columnLetters(column)
      const head = element(
        'div',
        { role: 'columnheader', class: 'letter', 'aria-colindex': column + 1 },
        letters,
      )
      head.title = words.sheet.column(letters)
      head.style.cssText = `left:${columns.start(column)}px;width:${columns.extent(column)}px`
      const home = column < sheet.frozen.columns ? side : this.#letters
      home.append(head)
    }
  }

  /** The letter of a column, to mark it. */
  get letters(): Iterable<HTMLElement> {
    return this.#letters.querySelectorAll<HTMLElement>('.letter')
  }

  #drawRows(fresh: boolean): void {
    const frame = this.#frame
    if (!frame) return
    const { geometry, sheet } = frame
    const { rows } = geometry
    const frozenRows = Math.min(sheet.frozen.rows, rows.count)
    const top = rows.start(frozenRows)
    const seen = this.root.scrollTop + top
    let first = Math.max(frozenRows, rows.at(seen) - margin)
    // a merge is drawn by its first row
    for (const merge of sheet.merges.all) {
      if (merge.row < first && merge.row + merge.rows > first) first = merge.row
    }
    const last = Math.min(rows.count - 1, rows.at(seen + this.root.clientHeight) + margin)
    const body = shown(frame, Math.max(frozenRows, first), last)
    const kept = this.#kept
    if (kept >= frozenRows && !body.includes(kept) && rows.isShown(kept)) body.push(kept)
    const plan = new Plan(sheet, geometry)
    this.frozen.draw(shown(frame, 0, frozenRows - 1), 0, frame, plan, fresh)
    this.body.draw(body, top, frame, plan, fresh)
    this.onRows()
  }
}

function shown({ geometry }: Frame, first: number, last: number): number[] {
  const rows: number[] = []
  for (let row = first; row <= last; row += 1) if (geometry.rows.isShown(row)) rows.push(row)
  return rows
}
