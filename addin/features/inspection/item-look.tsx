/** An item of the form to read: what the unit says, its figure, the documents that prove it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { fromWire, printFigure } from '../../../shared/figure.ts'
import type { InspectionAnswer, ItemAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Quiet } from '../parts/layout.tsx'
import { SubHeading, Words } from './frame.tsx'
import { itemName, measureName } from './labels.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
})

type Item = InspectionAnswer['items'][number]
type Props = {
  readonly item: Item
  readonly begins: boolean
  readonly answer: ItemAnswer | undefined
  readonly children?: ReactNode
}

type BoxProps = {
  readonly item: Item
  /** it is the first of its part of the group */
  readonly begins: boolean
  readonly children: ReactNode
}

/** The frame of an item, to read or to fill. */
export function ItemBox({ item, begins, children }: BoxProps) {
  return (
    <div className={useStyles().item}>
      {begins && item.part && <Quiet>{item.part}</Quiet>}
      <SubHeading>{itemName(item)}</SubHeading>
      {children}
    </div>
  )
}

export function ItemLook({ item, begins, answer, children }: Props) {
  const words = works().inspection.unit
  const figure = fromWire(answer?.figure)
  const blank = !answer || (answer.statement === '' && answer.figure === null && !answer.evidence)
  return (
    <ItemBox item={item} begins={begins}>
      {blank && <Quiet>{words.noAnswer}</Quiet>}
      {answer?.statement && <Words>{answer.statement}</Words>}
      {figure.state !== 'not-reported' && (
        <Quiet>
          {words.figure(
            printFigure(figure),
            figure.state === 'number' && item.measure ? measureName(item.measure) : '',
          )}
        </Quiet>
      )}
      {answer?.evidence && <Quiet>{words.evidence(answer.evidence)}</Quiet>}
      {children}
    </ItemBox>
  )
}
