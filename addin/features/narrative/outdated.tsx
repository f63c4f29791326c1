/** Figures that changed after the office wrote: the sentence, old and new, and the new number put in its place. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type RefObject, useState } from 'react'
import type { ReportSection, SectionEdit } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { isMendOf, mended, savedText, sentenceWith, unmended } from './text.ts'
import { mend } from './writing.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
  figure: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
  },
  change: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
})

type Props = {
  section: ReportSection
  edit: SectionEdit
  /** what the field of the text stands in */
  field: RefObject<HTMLDivElement | null>
}

export function OutdatedFigures({ section, edit, field }: Props) {
  const styles = useStyles()
  const [said, setSaid] = useState('')
  const writing = usePart(state => state.narrative.writings[section.code])
  const text = writing?.text ?? savedText(section)
  const words = office().narrative
  const sentences = [...new Set(edit.outdated.map(({ sentence }) => sentence))]
  return (
    <>
      <div role="status">{said && <Quiet>{said}</Quiet>}</div>
      <Section title={words.outdatedTitle(edit.outdated.length)} card>
        <Quiet>{words.outdatedAbout}</Quiet>
        <List>
          {sentences.map(sentence => {
            const standing = sentenceWith(section, sentence, writing?.mends ?? []) ?? sentence
            return (
              <li className={styles.item} key={sentence}>
                <p className={styles.sentence} lang="vi">
                  “{standing.trim()}”
                </p>
                {edit.outdated.map(
                  (one, nth) =>
                    one.sentence === sentence && (
                      <Figure
                        key={one.figure.at}
                        section={section}
                        outdated={one}
                        nth={nth}
                        onDone={setSaid}
                      />
                    ),
                )}
                {text.includes(standing) ? (
                  <div>
                    <Button
                      size="small"
                      appearance="subtle"
                      onClick={() => show(field.current?.querySelector('textarea'), standing)}
                    >
                      {words.show}
                    </Button>
                  </div>
                ) : (
                  <Quiet>{words.notFound}</Quiet>
                )}
              </li>
            )
          })}
        </List>
      </Section>
    </>
  )
}

type FigureProps = {
  section: ReportSection
  outdated: SectionEdit['outdated'][number]
  /** among all of the section */
  nth: number
  onDone: (words: string) => void
}

function Figure({ section, outdated, nth, onDone }: FigureProps) {
  const styles = useStyles()
  const store = useStore()
  const writing = usePart(state => state.narrative.writings[section.code])
  const { figure, now } = outdated
  const { name, printed } = figure
  const text = writing?.text ?? savedText(section)
  const mends = writing?.mends ?? []
  const made = mends.some(one => isMendOf(one, outdated))
  const can = (made ? unmended : mended)(text, section, outdated, mends) !== null
  const words = office().narrative
  const press = () => {
    if (mend(store, section.code, nth, made))
      onDone(made ? words.unmended(name, printed) : words.justMended(name, now))
  }
  return (
    <div className={styles.figure}>
      <span>
        {name}: <span className={styles.change}>{words.change(printed, now)}</span>
      </span>
      {made && <Quiet>{words.mended}</Quiet>}
      {can ? (
        <Button
          size="small"
          aria-label={(made ? words.unmendOf : words.mendOf)(name)}
          onClick={press}
        >
          {made ? words.undo : words.mend}
        </Button>
      ) : (
        !made && text.includes(outdated.sentence) && <Quiet>{words.twice(printed)}</Quiet>
      )}
    </div>
  )
}

/** The sentence marked in the field; focusing alone would not scroll to it. */
export function show(field: HTMLTextAreaElement | null | undefined, sentence: string): void {
  if (!field) return
  const at = field.value.indexOf(sentence)
  field.focus()
  field.setSelectionRange(at, at + sentence.length)
  const { scrollHeight, clientHeight, value } = field
  field.scrollTop = (at / Math.max(value.length, 1)) * scrollHeight - clientHeight / 3
}
