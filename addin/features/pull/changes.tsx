/** Which figures changed since an earlier pull: unit, indicator, old and new, who and why, and what moved as a result. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { printInstant } from '../../../shared/period.ts'
import type { ChangesSince } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { DifferenceLine } from '../parts/difference-line.tsx'
import { Fold, List, Quiet } from '../parts/layout.tsx'

type Props = {
  changes: ChangesSince
  /** they are in the pull that was just made */
  included: boolean
  index: Index
}

export function Changes({ changes, included, index }: Props) {
  const { figures, moved, state, takenAt } = changes
  const at = printInstant(takenAt)
  const nothing = figures.length === 0 && moved.length === 0 && state === null
  if (nothing) return <Quiet>{office().pull.unchanged(at)}</Quiet>
  return (
    <div>
      <p style={{ margin: '0 0 4px' }} aria-live="polite">
        {included ? office().pull.between(at) : office().pull.since(at)}:{' '}
        {office().pull.count(figures.length)}
      </p>
      {state && (
        <Quiet>{state.new === 'final' ? office().pull.locked : office().pull.reopened}</Quiet>
      )}
      <List>
        {figures.map(one => (
          <DifferenceLine
            key={`${one.unit ?? ''}|${one.at}`}
            index={index}
            difference={one}
            heading={one.unitName}
            notes={[
              office().pull.hands(one.who, one.when ? printInstant(one.when) : ''),
              ...(one.why ? [office().pull.why(one.why)] : []),
            ]}
          />
        ))}
      </List>
      {moved.length > 0 && (
        <Fold summary={office().pull.moved(moved.length)}>
          <List>
            {moved.map(one => (
              <DifferenceLine key={one.at} index={index} difference={one} />
            ))}
          </List>
        </Fold>
      )}
    </div>
  )
}
