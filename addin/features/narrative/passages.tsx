/** What the report says of a section without the office: whose passage, its figures, what to look at, and whether it is in the text. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Remark } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import type { Line } from './standing.ts'
import { savedText } from './text.ts'
import { ToldText } from './told.tsx'
import { write } from './writing.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  whose: { fontWeight: tokens.fontWeightSemibold },
  remark: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  missing: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
})

export function Passages({ line: { section } }: { line: Line }) {
  const styles = useStyles()
  const store = useStore()
  const { code, merged, edit } = section
  const units = usePart(state => state.board.progress?.units)
  const text = usePart(state => state.narrative.writings[code]?.text) ?? savedText(section)
  const words = office().narrative
  const nameOf = (unit: string | null) =>
    unit === null ? words.generated : (units?.find(one => one.unit === unit)?.name ?? unit)
  const add = (passage: string) =>
    write(store, code, text.trim() === '' ? passage : `${text.trimEnd()}\n${passage}`)
  return (
    <Section title={words.passages}>
      {merged.every(one => one.text === '') && <Quiet>{words.noPassages}</Quiet>}
      {merged.some(({ told }) => told.length > 0) && <Quiet>{words.figureHint}</Quiet>}
      <List>
        {merged.map(({ unit, text: passage, told, remarks }, nth) => {
          // the office has decided about what it wrote anew
          const looks = (remark: Remark) => remark.needsLook && edit === null
          const toLook = remarks.filter(looks)
          const toKnow = remarks.filter(remark => !looks(remark))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two units may have written the same words
            <li className={styles.item} key={nth}>
              <span className={styles.whose}>{nameOf(unit)}</span>
              {passage !== '' && <ToldText text={passage} told={told} />}
              {toLook.map(({ message }) => (
                <p key={message} className={styles.remark}>
                  <ToneIcon tone="warning" /> {message}
                </p>
              ))}
              {toKnow.length > 0 && (
                <Fold summary={words.information(toKnow.length)}>
                  {toKnow.map(({ message }) => (
                    <Quiet key={message}>{message}</Quiet>
                  ))}
                </Fold>
              )}
              {!text.includes(passage) && (
                <div className={styles.missing}>
                  <Quiet>{words.notIn}</Quiet>
                  <Button
                    size="small"
                    aria-label={words.addOf(nameOf(unit))}
                    onClick={() => add(passage)}
                  >
                    {words.add}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </List>
    </Section>
  )
}
