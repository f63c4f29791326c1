// The small submission of a rule's example as the rules judge it.
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { contentFromWire, valuesOf } from '../../shared/content.ts'
import { readFigure } from '../../shared/figure.ts'
import { rollUp } from '../../shared/roll-up.ts'
import type { Stated, Subject } from '../../shared/rules/engine.ts'
import { historyOf } from '../../shared/rules/history.ts'
import type { Example, Rule } from '../../shared/rules/schema.ts'

export function subjectOf(index: Index, rule: Rule, example: Example): Subject {
  const facts = (_form: string, row: string): Record<string, number> => {
    const procedures = example.procedures?.[row]
    return procedures === undefined ? {} : { procedures }
  }
  const last = example.previous && { ...example.previous, narrative: {} }
  const previous = last && valuesOf(index, contentFromWire(last))
  return {
    level: rule.check === 'compare' && rule.level === 'agency' ? 'agency' : 'unit',
    period: example.period,
    history: historyOf(
      index,
      example.period,
      Object.entries(example.history).map(([period, past]) => ({ period, ...past })),
    ),
    values: valuesOf(index, contentFromWire(example), previous, facts),
    stated: new Map(Object.entries(example.stated).map(([at, text]) => [at, printed(text)])),
    unread: new Map(Object.entries(example.unread)),
    ...(example.window ? { window: example.window } : {}),
    conflicts: new Map(Object.entries(example.conflicts ?? {})),
    ...(example.months
      ? {
          rolledUp: rollUp(
            index,
            example.months.map(({ period, figures }) => ({
              period,
              content: figures && contentFromWire({ figures, tables: {}, narrative: {} }),
            })),
          ),
        }
      : {}),
  }
}

function printed(text: string): Stated {
  const reading = readFigure(text)
  if (!reading.ok || reading.figure.state !== 'number') throw new Error(`not a number: ${text}`)
  const { value, decimals } = reading.figure
  return decimals === undefined ? { value } : { value, decimals }
}
