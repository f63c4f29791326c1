/**
 * What Excel offers and asks at an input cell: drop-down, prompt, and a warning that can be overridden, because words
 * such as "Không phát sinh" are answers too. It is a hint for typing only: pasting skips it, and the pane decides.
 */
import { kinds } from '../../shared/catalogue/kinds.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import type { InputRun, SheetLayout } from '../../shared/layout.ts'
import { sheetWords } from '../i18n/sheet.ts'
import { rectangles } from './rectangles.ts'
import { areaOf } from './standing.ts'

/** Excel's limits for a prompt's or alert's message and for the text of a list. */
const longest = 255
const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text

/** Neighbouring runs of which the same is asked, as one: a rule is written for its first cell and moves along. */
export function joinedRuns({ inputs, rows, widths }: SheetLayout): InputRun[] {
  const asked = new Map<string, InputRun>()
  const wanted = rows.map(() => widths.map(() => ''))
  for (const run of inputs) {
    const key = JSON.stringify({ ...run, address: '' })
    asked.set(key, run)
    const area = areaOf(run.address)
    if (area)
      for (const row of wanted.slice(area.top - 1, area.bottom))
        row.fill(key, area.left - 1, area.right)
  }
  return rectangles(wanted, '').flatMap(({ value, area: { top, left, bottom, right } }) => {
    const run = asked.get(value)
    return run ? [{ ...run, address: rangeAddress(top, left, bottom, right) }] : []
  })
}

export function offerInput(range: Excel.Range, run: InputRun): void {
  const rule = ruleOf(run)
  if (!rule && run.prompt === '') return
  const { dataValidation } = range
  // a prompt alone still needs a rule in Excel; this one is always kept
  dataValidation.rule = rule ?? { custom: { formula: '=TRUE' } }
  dataValidation.errorAlert = {
    showAlert: true,
    style: 'Warning',
    title: sheetWords.alert,
    message: cut(
      `${run.choices ? sheetWords.chooseOne(run.choices) : run.prompt} ${sheetWords.keep}`,
    ),
  }
  if (run.prompt !== '')
    dataValidation.prompt = { showPrompt: true, title: sheetWords.prompt, message: cut(run.prompt) }
}

function ruleOf({ address, kind, choices }: InputRun): Excel.DataValidationRule | undefined {
  if (choices) {
    // entries are split at every comma in every locale (office-js 2128)
    const source = choices.join(',')
    const isListable = source.length <= longest && !choices.some(choice => choice.includes(','))
    return isListable ? { list: { inCellDropDown: true, source } } : undefined
  }
  const { range } = kinds[kind]
  if (!range) return undefined
  const cell = address.replace(/:.*$/u, '')
  const bounds = [
    `${cell}>=0`,
    ...(range.max === undefined ? [] : [`${cell}<=${range.max}`]),
    ...(range.whole ? [`${cell}=INT(${cell})`] : []),
  ]
  const kept = bounds.length > 1 ? `AND(${bounds.join(',')})` : bounds.join('')
  // IF, because AND and OR compute every argument, and INT of words is an error that would refuse them
  return { custom: { formula: `=IF(ISNUMBER(${cell}),${kept},TRUE)` } }
}
