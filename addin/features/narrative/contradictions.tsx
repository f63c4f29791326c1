/** What the section's text says against itself: of what is being written at once, of what is saved as the server says. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type RefObject, useDeferredValue, useMemo } from 'react'
import { proseOnWire } from '../../../shared/prose/wire.ts'
import { checkProse } from '../../../shared/prose.ts'
import type { ReportSection } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { usePart } from '../store.ts'
import { show } from './outdated.tsx'
import { ProseFindingItem } from './prose-finding.tsx'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  message: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', margin: 0 },
})

type Props = { section: ReportSection; field: RefObject<HTMLDivElement | null> }

export function Contradictions({ section, field }: Props) {
  const writing = usePart(state => state.narrative.writings[section.code])
  return writing ? (
    <Typed text={writing.text} />
  ) : (
    section.edit && <Saved edit={section.edit} field={field} />
  )
}

function Typed({ text }: { text: string }) {
  const settled = useDeferredValue(text)
  const findings = useMemo(() => {
    const composed = settled.normalize('NFC')
    return proseOnWire(composed, checkProse(composed))
  }, [settled])
  if (findings.length === 0) return null
  const words = office().narrative
  return (
    <Section title={words.contradictions(findings.length)} card>
      <Quiet>{words.typed}</Quiet>
      <List>
        {findings.map(finding => (
          <ProseFindingItem
            key={`${finding.rule} ${finding.message} ${finding.at[0]?.sentence}`}
            finding={finding}
          />
        ))}
      </List>
    </Section>
  )
}

function Saved({
  edit,
  field,
}: {
  edit: NonNullable<ReportSection['edit']>
  field: Props['field']
}) {
  const styles = useStyles()
  const { remarks, text } = edit
  if (remarks.length === 0) return null
  const words = office().narrative
  return (
    <Section title={words.contradictions(remarks.length)} card>
      <List>
        {remarks.map(({ sentence, message, needsLook }) => (
          <li key={`${message} ${sentence}`} className={styles.item}>
            <p className={styles.message}>
              <ToneIcon tone={needsLook ? 'warning' : 'info'} />
              <span lang="vi">{message}</span>
            </p>
            {text.includes(sentence) && (
              <div>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => show(field.current?.querySelector('textarea'), sentence)}
                >
                  {words.show}
                </Button>
              </div>
            )}
          </li>
        ))}
      </List>
    </Section>
  )
}
