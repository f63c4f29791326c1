/**
 * Merges neighbouring cells of one value into rectangles, so that few range objects do for them. Pure.
 */
export type Rectangle = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Rows of wanted values; `undefined` where anything will do. Index 0 is row or column 1. */
export type Wanted<T> = readonly (readonly (T | undefined)[])[]

/** Rectangles that cover every cell wanting anything but `base`, and no cell that wants something else. */
export function rectangles<T>(
  wanted: Wanted<T>,
  base: T | undefined,
): { readonly value: T; readonly area: Rectangle }[] {
  const found: { value: T; area: Rectangle }[] = []
  const covered = wanted.map(row => row.map(() => false))
  wanted.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value === undefined || value === base || covered[i]?.[j]) return
      const area = largest(wanted, covered, value, i, j)
      for (let r = area.top - 1; r < area.bottom; r += 1)
        covered[r]?.fill(true, area.left - 1, area.right)
      found.push({ value, area })
    })
  })
  return found
}

function largest<T>(
  wanted: Wanted<T>,
  covered: readonly (readonly boolean[])[],
  value: T,
  i: number,
  j: number,
): Rectangle {
  const fits = (r: number, c: number) => {
    const at = wanted[r]?.[c]
    return c < (wanted[r]?.length ?? 0) && (at === undefined || at === value)
  }
  const wants = (r: number, c: number) => wanted[r]?.[c] === value
  // along one axis first, then along the other; ends are drawn back to cells that want the value
  const wide = extent(
    c => fits(i, c),
    c => wants(i, c),
    j,
  )
  const widest = extent(
    r => every(j, wide, c => fits(r, c)),
    r => some(j, wide, c => wants(r, c)),
    i,
  )
  const tall = extent(
    r => fits(r, j),
    r => wants(r, j),
    i,
  )
  const tallest = extent(
    c => every(i, tall, r => fits(r, c)),
    c => some(i, tall, r => wants(r, c)),
    j,
  )
  const gain = (bottom: number, right: number) => {
    let cells = 0
    for (let r = i; r <= bottom; r += 1)
      for (let c = j; c <= right; c += 1) if (wants(r, c) && !covered[r]?.[c]) cells += 1
    return cells
  }
  const byRow = gain(widest, wide) >= gain(tall, tallest)
  const [bottom, right] = byRow ? [widest, wide] : [tall, tallest]
  return { top: i + 1, left: j + 1, bottom: bottom + 1, right: right + 1 }
}

function extent(fits: (at: number) => boolean, wants: (at: number) => boolean, from: number) {
  let end = from
  for (let at = from + 1; fits(at); at += 1) if (wants(at)) end = at
  return end
}

const every = (from: number, to: number, holds: (at: number) => boolean): boolean => {
  for (let at = from; at <= to; at += 1) if (!holds(at)) return false
  return true
}
const some = (from: number, to: number, holds: (at: number) => boolean): boolean =>
  !every(from, to, at => !holds(at))
