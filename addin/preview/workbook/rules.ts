// Which rectangles of a sheet carry a validation rule, a conditional format or a merge.
// Never checks a value or a permission.
import { type Area, covers, intersection, without } from './address.ts'

/** Facts attached to rectangles: `set` replaces what lies below, `add` lays one over it. */
export class Patches<Fact extends { area: Area }> {
  #facts: Fact[] = []

  get all(): readonly Fact[] {
    return this.#facts
  }

  at(row: number, column: number): Fact | undefined {
    return this.#facts.find(fact => covers(fact.area, row, column))
  }

  within(area: Area): Fact[] {
    return this.#facts.filter(fact => intersection(fact.area, area))
  }

  /** Removes what lies on the area, keeping the rest of facts that reach over its edge. */
  cut(area: Area): void {
    this.#facts = this.#facts.flatMap(fact =>
      without(fact.area, area).map(left => ({ ...fact, area: left })),
    )
  }

  set(fact: Fact): void {
    this.cut(fact.area)
    this.add(fact)
  }

  add(fact: Fact): void {
    this.#facts.push(fact)
  }

  replaceAll(facts: readonly Fact[]): void {
    this.#facts = facts.map(fact => ({ ...fact }))
  }
}

/** Merged areas: whole rectangles, never overlapping. */
export class Merges {
  #areas: Area[] = []

  get all(): readonly Area[] {
    return this.#areas
  }

  at(row: number, column: number): Area | undefined {
    return this.#areas.find(area => covers(area, row, column))
  }

  /** Whether the cell lies under a merge without being its top-left cell. */
  hides(row: number, column: number): boolean {
    const merge = this.at(row, column)
    return merge !== undefined && (merge.row !== row || merge.column !== column)
  }

  add(area: Area): void {
    this.remove(area)
    this.#areas.push(area)
  }

  remove(area: Area): void {
    this.#areas = this.#areas.filter(merge => !intersection(merge, area))
  }

  replaceAll(areas: readonly Area[]): void {
    this.#areas = [...areas]
  }
}
