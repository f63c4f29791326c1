/**
 * Reports made up for this test, right as they stand: nothing in them is alarmed. Then every number is changed, one
 * at a time, and it is counted how many of the changes are noticed; not all can be, because many numbers stand alone.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkProse, type Finding } from '../../shared/prose.ts'

/** How many changes are noticed at least; more is better, fewer means a check was lost. */
const made = [
  ['quarter', 55],
  ['five-years', 25],
  ['inspection', 27],
  ['resolution', 80],
  ['pages', 37],
] as const

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/made-reports/${name}.txt`, import.meta.url), 'utf8').normalize()

const number = /(?<![\d/.,])\d[\d.]*(?:,\d+)?(?![\d/])/gu

/** The number printed alike, about a tenth larger. */
function larger(printed: string): string {
  const [whole = '', decimals] = printed.split(',')
  const value = Number(printed.replaceAll('.', '').replace(',', '.'))
  if (decimals !== undefined)
    return (value * 1.13 + 1.31).toFixed(decimals.length).replace('.', ',')
  const count = String(value + Math.max(3, Math.round(value * 0.07)))
  return whole.includes('.')
    ? count.replace(/\B(?=(\d{3})+$)/gu, '.')
    : count.padStart(whole.length, '0')
}

const isYear = (printed: string) => /^(?:19|20)\d\d$/u.test(printed)

describe.each(made)('the report %s', (name, least) => {
  const text = read(name)

  test('holds as it stands', () => {
    expect(checkProse(text).map(({ message, arithmetic }) => [message, arithmetic])).toEqual([])
  })

  test(`at least ${least} of its numbers cannot be changed unnoticed`, () => {
    const noticed: Finding[][] = []
    for (const found of text.matchAll(number)) {
      const printed = found[0].replace(/\.$/u, '')
      if (isYear(printed)) continue
      const end = found.index + printed.length
      const findings = checkProse(text.slice(0, found.index) + larger(printed) + text.slice(end))
      if (findings.length > 0) noticed.push(findings)
    }
    expect(noticed.length).toBeGreaterThanOrEqual(least)
  })
})
