// Whose turn it is at the workbook, and who is told of what they do.
// Never filters: the page and the batch processor each choose what they want to know.
import type { Observer, Source, WorkbookEvent } from './events.ts'

export class Turn {
  #source: Source = 'user'
  #depth = 0
  readonly #observers = new Set<Observer>()
  readonly #settle: () => void

  /** @param settle runs at the end of every turn, still in its name */
  constructor(settle: () => void) {
    this.#settle = settle
  }

  get source(): Source {
    return this.#source
  }

  tell(event: (source: Source) => WorkbookEvent): void {
    const told = event(this.#source)
    for (const observer of [...this.#observers]) observer(told)
  }

  /** Until the returned function is called. */
  onChange(observer: Observer): () => void {
    this.#observers.add(observer)
    return () => void this.#observers.delete(observer)
  }

  as<Answer>(source: Source, work: () => Answer): Answer {
    const before = this.#source
    this.#source = source
    this.#depth += 1
    try {
      return work()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) this.#settle()
      this.#source = before
    }
  }
}
