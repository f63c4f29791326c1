/** An item of the form to fill: what was done, the figure where one belongs to it, the documents that prove it. */
import { useState } from 'react'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { LineField, WordsField } from './fields.tsx'
import { ItemBox } from './item-look.tsx'
import { measureName } from './labels.ts'
import { figureFault } from './obstacles.ts'
import { at, field } from './papers.ts'
import type { Typed } from './state.ts'

export const figureFieldId = (item: string): string => `inspection-figure-${item}`

type Props = {
  readonly item: InspectionAnswer['items'][number]
  readonly begins: boolean
  readonly typed: Typed
  readonly put: (changed: Typed) => void
  /** somebody has tried to send it */
  readonly asked: boolean
}

export function ItemFields({ item, begins, typed, put, asked }: Props) {
  const words = works().inspection.own
  const { code, measure } = item
  const fieldOf = (part: string) => {
    const name = field(part, code)
    return { value: at(typed, name), onType: (text: string) => put({ [name]: text }) }
  }
  const figure = fieldOf('figure')
  // half a word is no fault yet
  const [left, setLeft] = useState(true)
  return (
    <ItemBox item={item} begins={begins}>
      <WordsField
        label={words.statement}
        hint={item.prompt}
        most={4000}
        {...fieldOf('statement')}
      />
      {measure !== null && (
        <LineField
          id={figureFieldId(code)}
          label={words.figure(measureName(measure))}
          wrong={left || asked ? figureFault(figure.value) : undefined}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
          {...figure}
        />
      )}
      <LineField label={words.evidence} most={1000} {...fieldOf('evidence')} />
    </ItemBox>
  )
}
