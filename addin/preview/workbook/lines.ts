// The rows, or the columns, of one sheet: sizes, hidden lines, outline groups.
// Never knows cells.
import { type Shift, shiftedLine } from './shift.ts'

const outlineLimit = 7

export interface LinesState {
  sizes: [number, number][]
  hidden: number[]
  levels: [number, number][]
}

/** Rows measured in points of height, or columns in points of width, counted from 0. */
export class Lines {
  readonly standard: number
  readonly #sizes = new Map<number, number>()
  readonly #hidden = new Set<number>()
  readonly #levels = new Map<number, number>()
  /** the size of every line without one of its own, set when a whole sheet is resized */
  #common: number | undefined

  constructor(standard: number) {
    this.standard = standard
  }

  size(line: number): number {
    return this.#sizes.get(line) ?? this.#common ?? this.standard
  }

  resize(first: number, count: number, size: number, all: boolean): void {
    if (all) {
      this.#sizes.clear()
      this.#common = size
      return
    }
    for (let line = first; line < first + count; line += 1) this.#sizes.set(line, size)
  }

  isHidden(line: number): boolean {
    return this.#hidden.has(line)
  }

  hide(first: number, count: number, hidden: boolean): void {
    if (!hidden) {
      for (const line of this.#hidden) {
        if (line >= first && line < first + count) this.#hidden.delete(line)
      }
      return
    }
    for (let line = first; line < first + count; line += 1) this.#hidden.add(line)
  }

  /** 0 for a line in no group. */
  outlineLevel(line: number): number {
    return this.#levels.get(line) ?? 0
  }

  /** Whether the group directly before this line is folded away. */
  isCollapsed(line: number): boolean {
    return (
      line > 0 && this.outlineLevel(line - 1) > this.outlineLevel(line) && this.isHidden(line - 1)
    )
  }

  group(first: number, count: number): void {
    for (let line = first; line < first + count; line += 1) {
      this.#levels.set(line, Math.min(outlineLimit, this.outlineLevel(line) + 1))
    }
  }

  ungroup(first: number, count: number): void {
    for (let line = first; line < first + count; line += 1) {
      const level = this.outlineLevel(line) - 1
      if (level > 0) this.#levels.set(line, level)
      else this.#levels.delete(line)
    }
  }

  /** Folds or unfolds every group that touches these lines. */
  fold(first: number, count: number, folded: boolean): void {
    let from = first
    let to = first + count
    while (from > 0 && this.outlineLevel(from) > 0 && this.outlineLevel(from - 1) > 0) from -= 1
    while (this.outlineLevel(to) > 0 && this.outlineLevel(to - 1) > 0) to += 1
    for (let line = from; line < to; line += 1) {
      if (this.outlineLevel(line) > 0) this.hide(line, 1, folded)
    }
  }

  /** Inserted lines are as high as the one before and belong to a group that they lie inside. */
  shift(shift: Shift): void {
    const { change, at, count } = shift
    const size = this.#sizes.get(at - 1)
    const level = Math.min(this.outlineLevel(at - 1), this.outlineLevel(at))
    const moved = <Fact>(facts: Iterable<[number, Fact]>) =>
      [...facts].flatMap(([line, fact]): [number, Fact][] => {
        const after = shiftedLine(line, shift)
        return after === undefined ? [] : [[after, fact]]
      })
    const hidden = moved([...this.#hidden].map(line => [line, true]))
    this.restore({
      ...this.state(),
      sizes: moved(this.#sizes),
      hidden: hidden.map(([line]) => line),
      levels: moved(this.#levels),
    })
    if (change === 'delete') return
    for (let line = at; line < at + count; line += 1) {
      if (size !== undefined) this.#sizes.set(line, size)
      if (level > 0) this.#levels.set(line, level)
    }
  }

  state(): LinesState & { common?: number } {
    const state = {
      sizes: [...this.#sizes],
      hidden: [...this.#hidden],
      levels: [...this.#levels],
    }
    return this.#common === undefined ? state : { ...state, common: this.#common }
  }

  restore(state: LinesState & { common?: number }): void {
    this.#common = state.common
    this.#sizes.clear()
    this.#hidden.clear()
    this.#levels.clear()
    for (const [line, size] of state.sizes) this.#sizes.set(line, size)
    for (const line of state.hidden) this.#hidden.add(line)
    for (const [line, level] of state.levels) this.#levels.set(line, level)
  }
}
