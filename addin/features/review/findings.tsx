/** What is unusual about a report: figures that moved against the period before, and warnings with the unit's reasons. */
import { printCell } from '../../../shared/cell-words.ts'
import { printNumber } from '../../../shared/figure.ts'
import type { Movement } from '../../../shared/movements.ts'
import { placeText } from '../../../shared/place.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { office } from '../../i18n/office.ts'
import { FigureWords } from '../parts/difference-line.tsx'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { label, rowNameAt } from '../parts/place-words.ts'
import { Mark } from './mark.tsx'
import { reasonAt, type UnitFile } from './unit-file.ts'

/** The rest is a click away: a unit that reports for the first time moves everything. */
const shownAtOnce = 8

export function Moved({ file }: { file: UnitFile }) {
  const { moved, striking, previous } = file
  const title = striking ? office().review.movedStriking : office().review.movedMost
  if (!previous) return <Quiet>{office().review.noPrevious}</Quiet>
  if (moved.length === 0) return <Quiet>{office().review.nothingMoved}</Quiet>
  const lines = (of: readonly Movement[]) => (
    <List>
      {of.map(one => (
        <MovedLine key={placeText(one.place)} file={file} movement={one} />
      ))}
    </List>
  )
  const rest = moved.slice(shownAtOnce)
  return (
    <Section title={title}>
      {lines(moved.slice(0, shownAtOnce))}
      {rest.length > 0 && <Fold summary={office().review.more(rest.length)}>{lines(rest)}</Fold>}
    </Section>
  )
}

function MovedLine({ file, movement }: { file: UnitFile; movement: Movement }) {
  const { index } = file
  const { place, from, to } = movement
  const reason = reasonAt(file, place)
  const short = label(index, place)
  return (
    <FigureWords
      label={short}
      name={rowNameAt(file, place)}
      figures={`${printCell(index, place, from)} → ${printCell(index, place, to)} · ${changeWords(movement)}`}
      notes={reason ? [`“${reason}”`] : []}
      mark={<Mark place={placeText(place)} name={short} />}
    />
  )
}

function changeWords({ change, in: measure }: Movement): string {
  if (change === null) return office().review.fromNothing
  const number = `${change > 0 ? '+' : ''}${printNumber(change, 1)}`
  return measure === 'points' ? office().review.points(number) : office().review.percent(number)
}

export function Explained({ file }: { file: UnitFile }) {
  const { explained } = file
  if (explained.length === 0) return <Quiet>{office().review.noneExplained}</Quiet>
  return (
    <Section title={office().review.explained(explained.length)}>
      <Findings file={file} findings={explained} />
    </Section>
  )
}

export function Remarks({ file }: { file: UnitFile }) {
  const { remarks } = file
  if (remarks.length === 0) return null
  return (
    <Fold summary={office().review.remarks(remarks.length)}>
      <Findings file={file} findings={remarks} />
    </Fold>
  )
}

function Findings({ file, findings }: { file: UnitFile; findings: readonly Finding[] }) {
  return (
    <List>
      {findings.map(finding => {
        const short = label(file.index, finding.at)
        return (
          <FigureWords
            key={`${finding.rule}|${finding.at.place}|${finding.message}`}
            label={short}
            name={rowNameAt(file, finding.at)}
            figures={finding.message}
            notes={finding.justification ? [`“${finding.justification}”`] : []}
            mark={<Mark place={finding.at.place} name={short} />}
          />
        )
      })}
    </List>
  )
}
