// Conditional formats of a range: the custom-formula kind only.
// Never paints; the sheet works out what applies where.
import type { ConditionalFormat } from '../workbook/workbook.ts'
import { intersection } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { type Argument, color, Facade, text, truth, whole } from './facade.ts'
import type { HostState } from './host-state.ts'
import { range } from './range.ts'
import { notFound, notImplemented } from './refusal.ts'

export function conditionalFormats(state: HostState, place: Place): Facade {
  const { sheet, area } = place
  // the newest comes first; one format may lie in several pieces after part of its area was cut away
  const all = () =>
    [
      ...new Map(sheet.conditionalFormats.within(area).map(format => [format.id, format])).values(),
    ].reverse()
  const find = (id: Argument | undefined) => all().find(format => format.id === id)
  const facade = (format: ConditionalFormat) => conditionalFormat(state, place, format.id)
  return new Facade('ConditionalFormatCollection', {
    items: () => all().map(facade),
    item: id => {
      const found = find(id)
      if (!found) throw notFound(`conditional format ${String(id)}`)
      return facade(found)
    },
    call: { getCount: () => all().length },
    act: {
      clearAll: () => {
        sheet.guard.demand('allowFormatCells')
        sheet.conditionalFormats.cut(area)
        sheet.appearanceChanged(area)
      },
    },
    give: {
      add: type => {
        if (type !== 'Custom')
          throw notImplemented(`ConditionalFormatCollection.add(${String(type)})`)
        sheet.guard.demand('allowFormatCells')
        const format: ConditionalFormat = {
          id: `{${state.workbook.newId()}}`,
          area,
          origin: { row: area.row, column: area.column },
          // a rule that was not given yet never holds
          formula: '=FALSE',
          fill: '',
          fontColor: '',
          bold: false,
          italic: false,
          stopIfTrue: false,
        }
        sheet.conditionalFormats.add(format)
        sheet.appearanceChanged(area)
        return facade(format)
      },
      getItemAt: index => {
        const found = all()[whole(index)]
        if (!found) throw notFound(`conditional format ${String(index)}`)
        return facade(found)
      },
      getItemOrNullObject: id => {
        const found = find(id)
        return found ? facade(found) : null
      },
    },
  })
}

function conditionalFormat(state: HostState, { sheet, area }: Place, id: string): Facade {
  const current = (): ConditionalFormat => {
    const found = sheet.conditionalFormats.all.find(format => format.id === id)
    if (!found) throw notFound(`conditional format ${id}`)
    return found
  }
  const change = (part: Partial<ConditionalFormat>) => {
    sheet.guard.demand('allowFormatCells')
    const all = sheet.conditionalFormats.all
    sheet.conditionalFormats.replaceAll(
      all.map(format => (format.id === id ? { ...format, ...part } : format)),
    )
    sheet.appearanceChanged(area)
  }
  const font = () =>
    new Facade('ConditionalRangeFont', {
      get: {
        color: () => current().fontColor,
        bold: () => current().bold,
        italic: () => current().italic,
      },
      set: {
        color: value => change({ fontColor: color(value) }),
        bold: value => change({ bold: truth(value) }),
        italic: value => change({ italic: truth(value) }),
      },
      act: { clear: () => change({ fontColor: '', bold: false, italic: false }) },
    })
  const fill = () =>
    new Facade('ConditionalRangeFill', {
      get: { color: () => current().fill },
      set: { color: value => change({ fill: color(value) }) },
      act: { clear: () => change({ fill: '' }) },
    })
  const rule = () =>
    new Facade('ConditionalFormatRule', {
      get: { formula: () => current().formula },
      set: { formula: value => change({ formula: text(value) }) },
    })
  const custom = () =>
    new Facade('CustomConditionalFormat', {
      part: {
        rule: rule,
        format: () => new Facade('ConditionalRangeFormat', { part: { font: font, fill: fill } }),
      },
    })
  return new Facade('ConditionalFormat', {
    identity: () => ({ Id: id }),
    get: {
      id: () => id,
      type: () => 'Custom',
      priority: () => {
        const all = sheet.conditionalFormats.all
        return all.length - 1 - all.findLastIndex(format => format.id === id)
      },
      stopIfTrue: () => current().stopIfTrue,
    },
    set: { stopIfTrue: value => change({ stopIfTrue: truth(value) }) },
    part: { custom: custom, customOrNullObject: custom },
    act: {
      delete: () => {
        sheet.guard.demand('allowFormatCells')
        const left = sheet.conditionalFormats.all.filter(format => format.id !== id)
        sheet.conditionalFormats.replaceAll(left)
        sheet.appearanceChanged(area)
      },
    },
    give: {
      getRange: () => range(state, { sheet, area: intersection(current().area, area) ?? area }),
    },
  })
}
