/** Which rules judge a period: the catalogue's word, the agency's own before it, both bounds of both. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCatalogue } from '../../shared/catalogue/catalogue.ts'
import { contentFromWire, emptyContent, valuesOf } from '../../shared/content.ts'
import { statutoryWindow } from '../../shared/period.ts'
import type { RuleStanding } from '../../shared/protocol.ts'
import { compileRules } from '../../shared/rules/compile.ts'
import { check } from '../../shared/rules/engine.ts'
import { ruleSchema } from '../../shared/rules/schema.ts'
import {
  inForce,
  judgesOn,
  narrows,
  rulesInForce,
  standingInCatalogue,
  unrehearsed,
} from '../../shared/rules/standing.ts'
import { ruleStatuses } from '../../shared/rules/statuses.ts'
import { agency, index } from '../fixtures/bac-giang.ts'

const catalogued = index.catalogue.rules.find(({ id }) => id === 'PLAN-R2')
if (!catalogued) throw new Error('no rule PLAN-R2')
const rule = catalogued
const standing = (over: Partial<RuleStanding>): RuleStanding => ({
  ...{ rule: rule.id, status: 'active', from: null, until: null },
  ...over,
})
const april = '2025-04-14'
const day = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2026-12-31'),
  noInvalidDate: true,
})
const iso = day.map(date => date.toISOString().slice(0, 10))
const anyStanding = fc.record({
  rule: fc.constant(rule.id),
  status: fc.constantFrom(...ruleStatuses),
  from: fc.option(iso),
  until: fc.option(iso),
})
const naming = { rowName: () => undefined, unitName: (unit: string) => unit }
const blamed = (on: typeof index) =>
  check(
    on,
    {
      level: 'unit',
      period: '2025-M04',
      values: valuesOf(
        index,
        contentFromWire({
          figures: { plan_tasks_total: 29, plan_tasks_done: 1, plan_tasks_recurring: 24 },
          ...{ tables: {}, narrative: {} },
        }),
      ),
    },
    { naming },
  )

describe('in force', () => {
  test.each<[Partial<RuleStanding>, boolean]>([
    [{}, true],
    [{ status: 'draft' }, false],
    [{ status: 'rehearsal' }, false],
    [{ status: 'off' }, false],
    [{ from: april }, true],
    [{ from: '2025-04-15' }, false],
    [{ until: april }, true],
    [{ until: '2025-04-13' }, false],
  ])('%j judges the period that ends on 14/4/2025: %s', (over, judges) => {
    expect(inForce(rule, standing(over), april)).toBe(judges)
  })

  test('the catalogue’s own word holds until the agency has one', () => {
    const ended = { ...rule, validTo: '2025-03-31' }
    expect(inForce(ended, undefined, april)).toBe(false)
    expect(inForce(ended, standing({}), april)).toBe(true)
    expect(inForce({ ...rule, status: 'draft' }, undefined, april)).toBe(false)
    expect(standingInCatalogue(rule)).toEqual(standing({}))
  })

  test('whatever is not in force appears in no report, neither found nor counted', () => {
    const all = blamed(index)
    expect(all.results.map(finding => finding.rule)).toContain('PLAN-R2')
    const off = blamed(rulesInForce(index, [standing({ status: 'rehearsal' })], april))
    expect(off.results.map(finding => finding.rule)).not.toContain('PLAN-R2')
    expect(off.aggregates.map(one => one.rule)).not.toContain('PLAN-R2')
    expect(off.aggregates).toHaveLength(all.aggregates.length - 1)
    const drafted = indexCatalogue({
      ...index.catalogue,
      rules: index.catalogue.rules.map(one => ({ ...one, status: 'draft' })),
    })
    expect(blamed(drafted).aggregates).toEqual([])
  })

  test('the plain workbook carries no formula of it', () => {
    const window = statutoryWindow('2025-M04')
    const values = valuesOf(index, emptyContent)
    const view = { agency, unit: 'van_phong', period: '2025-M04', window, values }
    const rulesIn = (on: typeof index) => {
      const { judgements, onSubmit } = compileRules(on, view)
      return new Set([...judgements.map(one => one.rule), ...onSubmit.map(one => one.rule.id)])
    }
    const off = rulesInForce(index, [standing({ rule: 'CCHC3-R1', status: 'off' })], april)
    expect(rulesIn(index).has('CCHC3-R1')).toBe(true)
    expect(rulesIn(off).has('CCHC3-R1')).toBe(false)
  })

  test('the same rules are the same index: what checks keep with it is made once', () => {
    const once = rulesInForce(index, [standing({ status: 'off' })], april)
    expect(rulesInForce(index, [standing({ status: 'draft' })], april)).toBe(once)
    expect(rulesInForce(index, [], april)).not.toBe(once)
  })
})

describe('letting go', () => {
  test('a change narrows exactly when some day that was judged no longer is', () => {
    fc.assert(
      fc.property(anyStanding, anyStanding, (before, after) => {
        const bounds = [before, after].flatMap(({ from, until }) => [from, until])
        const near = bounds.flatMap(bound =>
          bound === null
            ? []
            : [-1, 0, 1].map(n =>
                new Date(Date.parse(bound) + n * 86_400_000).toISOString().slice(0, 10),
              ),
        )
        const lost = ['2023-01-01', '2028-01-01', ...near].some(
          end => judgesOn(before, end) && !judgesOn(after, end),
        )
        // it may ask once too often where the days were empty before, never too seldom
        if (lost) expect(narrows(before, after)).toBe(true)
        if (narrows(before, after)) expect(before.status).toBe('active')
      }),
      { numRuns: 200 },
    )
    expect(narrows(standing({}), standing({}))).toBe(false)
    expect(narrows(standing({ until: april }), standing({}))).toBe(false)
  })

  test('straight from draft into force is told until somebody rehearses it', () => {
    const of = (...statuses: RuleStanding['status'][]) =>
      unrehearsed(
        rule,
        statuses.map(status => standing({ status })),
      )
    expect(of()).toBe(false)
    expect(of('draft', 'active')).toBe(true)
    expect(of('draft', 'active', 'active')).toBe(true)
    expect(of('draft', 'rehearsal', 'active')).toBe(false)
    expect(of('draft')).toBe(false)
    expect(of('off', 'active')).toBe(false)
    expect(unrehearsed({ ...rule, status: 'draft' }, [standing({})])).toBe(true)
  })
})

test('a rule’s file may say how it stands; one that says nothing reads as ever', () => {
  const { examples: _, ...written } = { ...rule, examples: [] }
  expect(ruleSchema.parse(written)).toEqual({ ...written, examples: [] })
  const more = {
    ...{ status: 'rehearsal', validFrom: '2025-07-01', validTo: '2025-12-31' },
    ...{ change: 'Đếm cả nhiệm vụ thường xuyên.', formerId: 'PLAN-R1B' },
  }
  expect(ruleSchema.parse({ ...written, ...more })).toMatchObject(more)
  expect(ruleSchema.safeParse({ ...written, status: 'paused' }).success).toBe(false)
  expect(ruleSchema.safeParse({ ...written, validFrom: '1/7/2025' }).success).toBe(false)
})
