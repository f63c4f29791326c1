/**
 * What the workbook offers and asks at an input: drop-down, prompt, and a warning that can be overridden, because words
 * such as "Không phát sinh" are answers too.
 */
import type { DataValidation } from 'hucre/xlsx'
import { kinds } from '../../shared/catalogue/kinds.ts'
import type { InputRun } from '../../shared/layout.ts'
import { plainText } from '../paper/text.ts'
import { plainWords } from './words.ts'

/** Excel's limits for a prompt's or alert's message and for the text of a list. */
const longest = 255
const cut = (text: string): string => {
  const plain = plainText(text)
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain
}
const said = plainWords.validation

export function validationOf(run: InputRun): DataValidation[] {
  const rule = ruleOf(run)
  if (!rule && run.prompt === '') return []
  const alert = run.choices ? said.chooseOne(run.choices) : run.prompt
  return [
    {
      // a prompt alone still needs a rule; this one always holds
      ...(rule ?? { type: 'custom', formula1: 'TRUE' }),
      range: run.address,
      allowBlank: true,
      errorStyle: 'warning',
      showErrorMessage: true,
      errorTitle: said.alert,
      errorMessage: cut(`${alert} ${said.keep}`),
      ...(run.prompt === ''
        ? {}
        : { showInputMessage: true, inputTitle: said.prompt, inputMessage: cut(run.prompt) }),
    },
  ]
}

function ruleOf({
  address,
  kind,
  choices,
}: InputRun): Pick<DataValidation, 'type' | 'values' | 'formula1'> | undefined {
  if (choices) {
    const listable =
      choices.join(',').length <= longest && !choices.some(choice => /[,"]/u.test(choice))
    return listable ? { type: 'list', values: [...choices] } : undefined
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
  // IF, because AND computes every argument, and INT of words is an error that would refuse them
  return { type: 'custom', formula1: `IF(ISNUMBER(${cell}),${kept},TRUE)` }
}
