/** Figures of the file that cover several columns of the form: the person says how they divide, the last part is worked out. */
import { Field, Input } from '@fluentui/react-components'
import type { TableForm } from '../../../shared/catalogue/schema.ts'
import { numberFigure, printFigure } from '../../../shared/figure.ts'
import type { ImportedDossiers } from '../../../shared/protocol.ts'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { columnName, dividedKey, division, type Parts, partsOf } from './matching.ts'

type Props = {
  readonly book: Book
  readonly form: TableForm
  readonly dossiers: ImportedDossiers
}

export function Dividing({ book, form, dossiers }: Props) {
  const said = usePart(state => state.oneStop)
  const all = partsOf(said, dossiers).filter(({ sum }) => sum > 0)
  const words = files().oneStop
  if (all.length === 0) return null
  return (
    <Section title={words.divide}>
      <Quiet>{words.divideHint}</Quiet>
      {all.map(parts => (
        <Share
          key={`${parts.field}|${parts.columns.join('+')}`}
          book={book}
          form={form}
          parts={parts}
        />
      ))}
    </Section>
  )
}

function Share({ book, form, parts }: { book: Book; form: TableForm; parts: Parts }) {
  const store = useStore()
  const said = usePart(state => state.oneStop)
  const words = files().oneStop
  const name = (key: string) => {
    const column = form.columns.find(one => one.key === key)
    return column ? columnName(column) : key
  }
  const typed = parts.columns.slice(0, -1)
  const last = parts.columns.at(-1) ?? ''
  const shares = division(said, parts)
  const rest = shares?.get(last)
  const print = (value: number) => printFigure(numberFigure(value))
  const begun = typed.some(column => said.divided.get(dividedKey(parts, column))?.trim())
  const field = book.naming.rowName(form.id, parts.field) ?? parts.field
  return (
    <Section card title={`${field}. ${words.divideOf(parts.heading, print(parts.sum))}`}>
      {typed.map(column => (
        <Field
          key={column}
          label={name(column)}
          validationState={begun && !shares ? 'warning' : 'none'}
          {...(begun && !shares ? { validationMessage: words.tooMuch(print(parts.sum)) } : {})}
        >
          <Input
            inputMode="numeric"
            value={said.divided.get(dividedKey(parts, column)) ?? ''}
            onChange={(_, { value }) =>
              store.dispatch({
                type: 'figure-divided',
                key: dividedKey(parts, column),
                text: value,
              })
            }
          />
        </Field>
      ))}
      <span role="status">
        {rest === undefined ? words.restOpen(name(last)) : words.rest(name(last), print(rest))}
      </span>
    </Section>
  )
}
