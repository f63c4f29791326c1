/** One unit of a round to the office: its statement by groups, the problems beside their items, what the team thinks. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { List, Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { answeredIn, beginsPart, groupsOf } from './counts.ts'
import { useUnits } from './following.ts'
import { DoneLine, Frame, Group, RoundMissing } from './frame.tsx'
import { ItemLook } from './item-look.tsx'
import { Judgement } from './judgement.tsx'
import { itemName } from './labels.ts'
import { at, typedStatement } from './papers.ts'
import { ProblemForm } from './problem-form.tsx'
import { ProblemLine } from './problem-line.tsx'
import { go } from './rounds.ts'

type Props = { readonly round: string; readonly unit: string }

export function UnitOffice({ round, unit }: Props) {
  const answer = usePart(state => state.inspection.answer)
  const { nameOf } = useUnits()
  return (
    <Frame
      title={nameOf(unit)}
      back={works().inspection.backToRound}
      to={{ view: 'round', round }}
      key={unit}
    >
      {answer ? <Report answer={answer} unit={unit} /> : <RoundMissing round={round} />}
    </Frame>
  )
}

function Report({ answer, unit }: { answer: InspectionAnswer; unit: string }) {
  const store = useStore()
  const { nameOf } = useUnits()
  const words = works().inspection.unit
  const statement = answer.statements.find(one => one.unit === unit)
  const typed = statement ? typedStatement(statement) : {}
  const problems = answer.problems.filter(one => one.unit === unit)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const turn = (code: string, on: boolean) =>
    setOpen(before => new Set([...before].filter(one => one !== code).concat(on ? [code] : [])))
  const after = answer.round.units.findIndex(one => one.unit === unit) + 1
  const next = answer.round.units[after]?.unit
  return (
    <>
      <Quiet>
        {statement
          ? words.signed(statement.preparedBy, statement.approvedBy, printInstant(statement.at))
          : words.notStated}
      </Quiet>
      <div>
        {groupsOf(answer).map(group => {
          const found = problems.filter(one => group.items.some(({ code }) => code === one.item))
          const count = words.group(group.name, answeredIn(typed, group.items), group.items.length)
          return (
            <Group
              key={group.code}
              summary={found.length > 0 ? `${count} · ${words.groupProblems(found.length)}` : count}
              open={open.has(group.code)}
              onTurn={on => turn(group.code, on)}
            >
              {() =>
                group.items.map((item, nth) => (
                  <ItemLook
                    key={item.code}
                    item={item}
                    begins={beginsPart(group.items, nth)}
                    answer={statement?.answers[item.code]}
                  >
                    <Found answer={answer} unit={unit} item={item} />
                  </ItemLook>
                ))
              }
            </Group>
          )
        })}
      </div>
      <Judgement round={answer.id} unit={unit} />
      {next && (
        <div>
          <Button onClick={() => go(store, { view: 'unit', round: answer.id, unit: next })}>
            {words.next(nameOf(next))}
          </Button>
        </div>
      )}
    </>
  )
}

type FoundProps = {
  readonly answer: InspectionAnswer
  readonly unit: string
  readonly item: InspectionAnswer['items'][number]
}

const problemDone = [
  ...(['found', 'resolved', 'reopened', 'withdrawn', 'restored'] as const),
  ...(['dropped', 'chosen'] as const),
] as const

/** What was found at an item, and recording more; what was begun here earlier goes on. */
function Found({ answer, unit, item }: FoundProps) {
  const words = works().inspection
  const known = answer.problems.filter(one => one.unit === unit && one.item === item.code)
  const begun = usePart(({ inspection: { writings } }) =>
    Object.values(writings).find(
      ({ paper, typed }) =>
        paper.kind === 'problem' &&
        paper.round === answer.id &&
        at(typed, 'unit') === unit &&
        at(typed, 'item') === item.code &&
        !answer.problems.some(({ id }) => id === paper.id),
    ),
  )
  const [fresh, setFresh] = useState<string | null>(null)
  const [first] = useState(() => ({ unit, item: item.code }))
  const id = fresh ?? begun?.paper.id ?? null
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // the form that had the focus is gone
    if (wasOpen.current && id === null && document.hasFocus())
      place.current?.querySelector('button')?.focus()
    wasOpen.current = id !== null
  }, [id])
  return (
    <>
      {known.length > 0 && (
        <List>
          {known.map(problem => (
            <ProblemLine key={problem.id} problem={problem} office within />
          ))}
        </List>
      )}
      <DoneLine of={problemDone} item={item.code} />
      {id !== null ? (
        <ProblemForm
          key={id}
          round={answer.id}
          id={id}
          first={first}
          title={words.problem.form(itemName(item))}
          pressed={fresh !== null}
          onClose={() => setFresh(null)}
        />
      ) : (
        <div ref={place}>
          <Button
            size="small"
            aria-label={words.unit.findAt(itemName(item))}
            onClick={() => setFresh(crypto.randomUUID())}
          >
            {words.unit.find}
          </Button>
        </div>
      )}
    </>
  )
}
