// Defined names, of the workbook or of one worksheet.
// Never resolves a name before it is asked for: the sheet behind it may be gone by then.
import { type DefinedName, referenceTo } from '../workbook/names.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { fullAddress } from './area-text.ts'
import { type Argument, Facade, text, truth } from './facade.ts'
import type { HostState } from './host-state.ts'
import { range } from './range.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { worksheet } from './worksheet.ts'

export function names(state: HostState, sheet: Sheet | undefined): Facade {
  const { workbook } = state
  const scope = sheet?.id ?? ''
  const all = () => workbook.names.all(scope)
  const formulaOf = (reference: Argument | undefined) => {
    if (reference instanceof Facade && reference.members.range) {
      return referenceTo(reference.members.range.sheet, reference.members.range.area)
    }
    const formula = text(reference)
    if (!formula.startsWith('=')) throw invalid('a formula begins with =')
    return formula
  }
  return new Facade('NamedItemCollection', {
    items: () => all().map(name => namedItem(state, name)),
    item: key => {
      const found = workbook.names.find(text(key), scope)
      if (!found) throw notFound(`name ${text(key)}`)
      return namedItem(state, found)
    },
    call: { getCount: () => all().length },
    give: {
      add: (name, reference, comment) => {
        const formula = formulaOf(reference)
        const words = (comment ?? null) === null ? '' : text(comment)
        const added = { name: text(name), formula, comment: words, visible: true, scope }
        return namedItem(state, workbook.names.add(added))
      },
      getItemOrNullObject: key => {
        const found = workbook.names.find(text(key), scope)
        return found ? namedItem(state, found) : null
      },
    },
  })
}

function namedItem(state: HostState, name: DefinedName): Facade {
  const { workbook } = state
  const referred = () => workbook.referred(name.formula)
  const owner = () => (name.scope === '' ? undefined : workbook.sheet(name.scope))
  return new Facade('NamedItem', {
    identity: () => ({ _Id: name.name }),
    get: {
      _Id: () => name.name,
      name: () => name.name,
      type: () => (referred() ? 'Range' : name.formula.includes('#REF!') ? 'Error' : 'String'),
      value: () => {
        const place = referred()
        return place ? fullAddress(place) : name.formula.replace(/^=/, '')
      },
      formula: () => name.formula,
      comment: () => name.comment,
      visible: () => name.visible,
      scope: () => (name.scope === '' ? 'Workbook' : 'Worksheet'),
    },
    set: {
      comment: value => {
        name.comment = text(value)
      },
      visible: value => {
        name.visible = truth(value)
      },
      formula: value => {
        name.formula = text(value)
        workbook.calculation.recalculate()
      },
    },
    part: {
      worksheet: () => {
        const sheet = owner()
        if (!sheet) throw new Refusal('InvalidOperation', 'the name belongs to the workbook')
        return worksheet(state, sheet)
      },
      worksheetOrNullObject: () => {
        const sheet = owner()
        return sheet ? worksheet(state, sheet) : null
      },
    },
    act: {
      delete: () => {
        workbook.names.remove(name)
        workbook.calculation.recalculate()
      },
    },
    give: {
      getRange: () => {
        const place = referred()
        if (!place) throw new Refusal('InvalidReference', `${name.name} refers to no range`)
        return range(state, place)
      },
      getRangeOrNullObject: () => {
        const place = referred()
        return place ? range(state, place) : null
      },
    },
  })
}
