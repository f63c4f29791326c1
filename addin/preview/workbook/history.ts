// What a person did at the grid, step by step, so that it can be taken back and done again.
// Never knows what a step is; it only keeps their order.

/** Does its work backwards, and gives the step that does it forwards again. */
export type Step = () => Step

const stepLimit = 100

export class History {
  #done: Step[] = []
  /** steps taken back, which can be done again until the next change */
  #undone: Step[] = []

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  forget(): void {
    this.#done = []
    this.#undone = []
  }

  remember(back: Step): void {
    this.#done.push(back)
    this.#undone = []
    if (this.#done.length > stepLimit) this.#done.shift()
  }

  /** Takes the last step back; `false` when there is none. */
  undo(): boolean {
    return swap(this.#done, this.#undone)
  }

  /** Does the step taken back last once more; `false` when there is none. */
  redo(): boolean {
    return swap(this.#undone, this.#done)
  }
}

function swap(from: Step[], to: Step[]): boolean {
  const step = from.pop()
  if (!step) return false
  to.push(step())
  return true
}
