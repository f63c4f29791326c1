/**
 * Which tab of a workbook is which form: by its own name where what stands on it agrees, else by the words that only this
 * form has. Tabs are renamed, copied and swapped; the words of the lines hardly ever are.
 */
import { styles } from '../layout/style.ts'
import type { SheetLayout } from '../layout.ts'
import { textOf } from './lines.ts'

export type Tab = { readonly name: string; readonly rows: readonly (readonly unknown[])[] }

export type Recognised<T extends Tab> = {
  /** form → the tab it is on */
  readonly of: ReadonlyMap<string, T>
  /** tabs that are the same form once more, and are not read */
  readonly copies: readonly { readonly form: string; readonly tab: T }[]
}

/** Part of a form's own words that must be there: under its own name, under another. */
const enough = { named: 0.3, other: 0.5 } as const

export function recognise<T extends Tab>(
  layouts: readonly SheetLayout[],
  tabs: readonly T[],
): Recognised<T> {
  const words = ownWords(layouts)
  const present = new Map(tabs.map(tab => [tab, new Set(tab.rows.flat().map(textOf))]))
  const part = (layout: SheetLayout, tab: T): number => {
    const own = words.get(layout.form) ?? []
    const there = present.get(tab) ?? new Set()
    return own.length === 0 ? 0 : own.filter(word => there.has(word)).length / own.length
  }
  const of = new Map<string, T>()
  const taken = new Set<T>()
  const take = (layout: SheetLayout, tab: T | undefined) => {
    if (!tab) return
    of.set(layout.form, tab)
    taken.add(tab)
  }
  for (const layout of layouts)
    take(
      layout,
      tabs.find(
        tab => textOf(tab.name) === textOf(layout.sheet) && part(layout, tab) >= enough.named,
      ),
    )
  for (const layout of layouts) {
    if (of.has(layout.form)) continue
    const [best] = tabs
      .filter(tab => !taken.has(tab) && part(layout, tab) >= enough.other)
      .sort((a, b) => part(layout, b) - part(layout, a))
    take(layout, best)
  }
  const copies = tabs
    .filter(tab => !taken.has(tab))
    .flatMap(tab => {
      const layout = layouts.find(one => part(one, tab) >= enough.other)
      return layout ? [{ form: layout.form, tab }] : []
    })
  return { of, copies }
}

/** Words printed on one form and on no other: its title, its headings, its lines. */
function ownWords(layouts: readonly SheetLayout[]): Map<string, string[]> {
  const printed = layouts.map(({ form, rows }) => ({
    form,
    words: new Set(
      rows
        .flat()
        .flatMap(({ value, style }) =>
          value && 'text' in value && styles[style].unlocked !== true ? textOf(value.text) : [],
        )
        .filter(word => word !== ''),
    ),
  }))
  return new Map(
    printed.map(({ form, words }) => [
      form,
      [...words].filter(word => printed.every(one => one.form === form || !one.words.has(word))),
    ]),
  )
}
