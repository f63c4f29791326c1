// Rectangles cover exactly the cells that want a value, never one that wants another, and are few.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rectangles } from '../../../addin/host/rectangles.ts'

const grid = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) })
  .chain(({ rows, columns }) => {
    const row = fc.array(fc.constantFrom('a', 'b', 'c', undefined), {
      minLength: columns,
      maxLength: columns,
    })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

test('every cell gets what it wants', () => {
  fc.assert(
    fc.property(
      grid,
      fc.constantFrom<'a' | 'b' | 'c' | undefined>('a', undefined),
      (wanted, base) => {
        const painted = wanted.map(row => row.map(() => base))
        const areas = rectangles(wanted, base)
        for (const { value, area } of areas)
          for (let r = area.top; r <= area.bottom; r += 1)
            painted[r - 1]?.fill(value, area.left - 1, area.right)
        wanted.forEach((row, i) => {
          row.forEach((value, j) => {
            if (value !== undefined) expect(painted[i]?.[j]).toBe(value)
          })
        })
        expect(areas.length).toBeLessThanOrEqual(
          wanted.flat().filter(value => value !== undefined && value !== base).length,
        )
      },
    ),
  )
})

test('a column broken by rows that show nothing stays one rectangle', () => {
  const wanted = [
    ['x', 'y'],
    [undefined, 'y'],
    ['x', undefined],
    ['x', 'y'],
  ]
  expect(rectangles(wanted, undefined).map(({ value, area }) => [value, area])).toEqual([
    ['x', { top: 1, left: 1, bottom: 4, right: 1 }],
    ['y', { top: 1, left: 2, bottom: 4, right: 2 }],
  ])
})
