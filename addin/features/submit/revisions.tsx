/** The receipts of the period, one line per revision; pressing one shows that receipt. Prints as a list. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { SubmissionSummary } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Fold, List, Quiet, useLineButton } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { type Revisions as Known, revisionsOf } from './history.ts'
import { usePaper } from './paper.ts'
import { receiptNumber } from './submission.ts'

const useStyles = makeStyles({
  revision: { fontWeight: tokens.fontWeightSemibold },
  more: { color: tokens.colorNeutralForeground2 },
  screen: { '@media print': { display: 'none' } },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { border: '1px solid black', padding: '2px 6px', textAlign: 'left' },
  },
})

type Props = {
  readonly book: Book
  readonly onOpen: (receipt: SubmissionSummary) => void
  /** the list is what goes to paper */
  readonly onPaper: boolean
  readonly onPrint: () => void
}

export function Revisions({ book, onOpen, onPaper, onPrint }: Props) {
  const styles = useStyles()
  const line = useLineButton()
  const paper = usePaper()
  const store = useStore()
  const newest = usePart(state => state.submit.receipt?.id)
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let over = false
    if (newest !== undefined)
      void revisionsOf(store, book).then(found => {
        if (!over) setKnown(found)
      })
    return () => {
      over = true
    }
  }, [store, book, newest])
  if (!known || known.list.length === 0) return null
  const { list, copied } = known
  return (
    <>
      <div className={styles.screen}>
        <Fold summary={t.receipt.history(list.length)}>
          {copied && <Quiet>{t.receipt.historyCopy}</Quiet>}
          <List>
            {/* what counts now on top; on paper they stand as they came */}
            {list.toReversed().map(one => (
              <li key={one.id}>
                <button type="button" className={line} onClick={() => onOpen(one)}>
                  <span className={styles.revision}>{t.receipt.revisionOf(one.revision)}</span>{' '}
                  <span>{t.receipt.states[one.state]}</span>
                  <br />
                  <span className={styles.more}>
                    {printInstant(one.receivedAt)} · {receiptNumber(one.id)}
                  </span>
                  {one.review?.note && <Quiet>“{one.review.note}”</Quiet>}
                </button>
              </li>
            ))}
          </List>
          <Button onClick={onPrint}>{t.receipt.printHistory}</Button>
        </Fold>
      </div>
      {onPaper && (
        <div className={mergeClasses(paper, styles.onPaper)}>
          <p>{book.sheet.agency.name}</p>
          <h1>{t.receipt.historyHeading}</h1>
          <p>
            {book.naming.unitName(book.sheet.unit)} · {book.period.name}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                {t.receipt.columns.map(name => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map(one => (
                <tr key={one.id}>
                  <td>{one.revision}</td>
                  <td>{printInstant(one.receivedAt)}</td>
                  <td>{receiptNumber(one.id)}</td>
                  <td>{one.preparedBy}</td>
                  <td>{one.approvedBy}</td>
                  <td>{t.receipt.states[one.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
