/** The form a unit reports itself on: groups that open one by one, kept as typed, sent when the unit says so. */
import { useMemo, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Bar } from '../parts/working.tsx'
import { useStore } from '../store.ts'
import { answeredIn, beginsPart, groupsOf } from './counts.ts'
import { LineField } from './fields.tsx'
import { paperOf, usePaper } from './following.ts'
import { PaperFoot } from './foot.tsx'
import { DoneLine, Group } from './frame.tsx'
import { figureFieldId, ItemFields } from './item-fields.tsx'
import { ItemLook } from './item-look.tsx'
import { labelOf } from './labels.ts'
import { obstaclesIn, unreadIn } from './obstacles.ts'
import { send } from './writing.ts'

type Props = { readonly answer: InspectionAnswer; readonly unit: string }

export function Statement({ answer, unit }: Props) {
  const store = useStore()
  const paper = useMemo(() => paperOf('statement', answer.id, unit), [answer.id, unit])
  const of = usePaper(paper)
  const { typed, text, put, writing, saved } = of
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const statement = answer.statements.find(one => one.unit === unit)
  const closed = answer.round.state !== 'open'
  const words = works().inspection.own
  const { items } = answer
  const [answered, all] = [answeredIn(typed, items), items.length]
  const turn = (code: string, on: boolean) =>
    setOpen(before => new Set([...before].filter(one => one !== code).concat(on ? [code] : [])))
  const submit = async () => {
    setAsked(true)
    const [unread] = unreadIn(typed, items)
    if (unread) {
      turn(unread.group, true)
      // once its group is drawn
      requestAnimationFrame(() => document.getElementById(figureFieldId(unread.code))?.focus())
    } else if (obstaclesIn(typed, items).length === 0 && (await send(store, paper))) setAsked(false)
  }
  return (
    <Section title={words.form}>
      {closed ? (
        <Notice tone="info">{words.closed}</Notice>
      ) : (
        <>
          <Quiet>{words.progress(answered, all)}</Quiet>
          <Bar value={answered} of={all} label={words.progress(answered, all)} />
        </>
      )}
      {statement && (
        <Quiet>
          {works().inspection.unit.signed(
            statement.preparedBy,
            statement.approvedBy,
            printInstant(statement.at),
          )}
        </Quiet>
      )}
      <div>
        {groupsOf(answer).map(group => (
          <Group
            key={group.code}
            summary={works().inspection.unit.group(
              group.name,
              answeredIn(typed, group.items),
              group.items.length,
            )}
            open={open.has(group.code)}
            onTurn={on => turn(group.code, on)}
          >
            {() =>
              group.items.map((item, nth) => {
                const one = { item, begins: beginsPart(group.items, nth) }
                return closed ? (
                  <ItemLook key={item.code} {...one} answer={statement?.answers[item.code]} />
                ) : (
                  <ItemFields key={item.code} {...one} typed={typed} put={put} asked={asked} />
                )
              })
            }
          </Group>
        ))}
      </div>
      {!closed && (
        <>
          <LineField
            label={words.preparedBy}
            value={text('preparedBy')}
            required
            onType={value => put({ preparedBy: value })}
          />
          <LineField
            label={words.approvedBy}
            value={text('approvedBy')}
            required
            onType={value => put({ approvedBy: value })}
          />
          {asked &&
            obstaclesIn(typed, items).map(sentence => (
              <Notice key={sentence} tone="error">
                {sentence}
              </Notice>
            ))}
          {answered > 0 && answered < all && <Quiet>{words.left(all - answered)}</Quiet>}
          {saved.number > 0 && !writing && <Quiet>{words.unchanged}</Quiet>}
          <PaperFoot
            paper={paper}
            of={of}
            command={saved.number > 0 ? words.sendAgain : words.send}
            idle={!writing}
            by={statement ?? null}
            label={name => labelOf(name, answer, key => key)}
            onSend={() => void submit()}
          />
          <DoneLine of={['stated', 'dropped', 'chosen']} />
        </>
      )}
    </Section>
  )
}
