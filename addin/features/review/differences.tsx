/** What the unit changed since its revision before. */
import { office } from '../../i18n/office.ts'
import { DifferenceLine } from '../parts/difference-line.tsx'
import { Fold, List, Quiet, Section } from '../parts/layout.tsx'
import { usePart } from '../store.ts'
import { Mark } from './mark.tsx'
import type { UnitFile } from './unit-file.ts'

export function Differences({ file: { index, sheet } }: { file: UnitFile }) {
  const differences = usePart(state => state.review.differences)
  const before = sheet.current.revision - 1
  if (before === 0) return <Quiet>{office().review.first}</Quiet>
  if (!differences) return null
  const { figures, moved } = differences
  return (
    <Section title={office().review.differences(before)}>
      {figures.length === 0 ? (
        <Quiet>{office().review.noDifferences(before)}</Quiet>
      ) : (
        <List>
          {figures.map(one => (
            <DifferenceLine
              key={one.at}
              index={index}
              difference={one}
              notes={one.reason ? [`“${one.reason}”`] : []}
              mark={<Mark place={one.at} name={one.name} />}
            />
          ))}
        </List>
      )}
      {moved.length > 0 && (
        <Fold summary={office().review.followed(moved.length)}>
          <List>
            {moved.map(one => (
              <DifferenceLine
                key={one.at}
                index={index}
                difference={one}
                mark={<Mark place={one.at} name={one.name} />}
              />
            ))}
          </List>
        </Fold>
      )}
    </Section>
  )
}
