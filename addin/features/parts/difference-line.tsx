/** A place that says something else than before: where, old → new, and what people said about it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { printCell } from '../../../shared/cell-words.ts'
import { cellFromWire } from '../../../shared/content.ts'
import { placeOf } from '../../../shared/place.ts'
import type { WireDifference } from '../../../shared/protocol.ts'
import { label } from './place-words.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    gap: '4px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // a long text is recognised by its beginning
  figures: {
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 4,
    WebkitBoxOrient: 'vertical',
  },
  note: { fontSize: tokens.fontSizeBase200 },
})

type LineProps = {
  label: string
  name: string
  figures: string
  heading?: string | undefined
  notes?: readonly string[]
  /** stands at the end of the line */
  mark?: ReactNode
}

/** Any line about a figure: where, what it is called, what it says. */
export function FigureWords({ label: short, name, figures, heading, notes = [], mark }: LineProps) {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        {heading && <span>{heading}</span>}
        <span>
          <span className={styles.label}>{short}</span> <span className={styles.name}>{name}</span>
        </span>
        <span className={styles.figures}>{figures}</span>
        {notes.map(note => (
          <span key={note} className={styles.note}>
            {note}
          </span>
        ))}
      </span>
      {mark}
    </li>
  )
}

type Props = {
  index: Index
  difference: WireDifference
  heading?: string
  notes?: readonly string[]
  mark?: ReactNode
}

export function DifferenceLine({ index, difference, heading, notes, mark }: Props) {
  const { at, name, old, new: now } = difference
  const place = placeOf(index, at)
  const words = (value: WireDifference['old']) =>
    place ? printCell(index, place, cellFromWire(value ?? undefined)) : ''
  return (
    <FigureWords
      label={place ? label(index, place) : at}
      name={withoutForm(name)}
      figures={`${words(old)} → ${words(now)}`}
      heading={heading}
      {...(notes ? { notes } : {})}
      mark={mark}
    />
  )
}

/** “Biểu 3, dòng 3.1.1 “Tổng số hồ sơ …”” → “Tổng số hồ sơ …”: the label has said form and code. */
const withoutForm = (name: string): string =>
  name.replace(/^[^,]*, (?:(?:dòng|mục) [\w.]+ (?=“))?/u, '')
