// The host's half of the fidelity list: every item of the conformance list is one test here, run
// against the workbook that plays Excel. Inside a real Excel `addin/conformance.html` runs the same.
import { describe, expect, test } from 'vitest'
import { items } from '../../../addin/preview/conformance/run.ts'
import { benchIn } from './conformance-bench.ts'

describe('the preview host', () => {
  test.each(items.map(item => [item.name, item] as const))('%s', async (_, item) => {
    const bench = benchIn()
    const { expected } = item
    const promised = typeof expected === 'function' ? expected(bench) : expected
    expect(await item.run(bench)).toEqual(promised)
  })
})
