/** The receipt: what the unit can show when asked. On paper it stands alone on its page. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment, useEffect, useRef, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { focusOn } from '../shell/focus.ts'
import { copyText } from './copy.ts'
import { usePaper } from './paper.ts'
import { groupedDigest, type ReceiptFacts, receiptNumber } from './submission.ts'

const useStyles = makeStyles({
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  number: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.04em',
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
  heading: { textAlign: 'center', fontSize: '15pt' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
})

type Props = {
  readonly book: Book
  readonly receipt: ReceiptFacts
  /** it has come, or been asked for, just now */
  readonly news?: boolean
  /** something else goes to paper */
  readonly offPaper?: boolean
  /** of an earlier revision, shown for a moment */
  readonly onClose?: () => void
}
type Row = { name: string; text: string; look?: 'number' | 'code' | 'onPaper' }

const rowsOf = (book: Book, receipt: ReceiptFacts): Row[] => [
  { name: t.receipt.number, text: receiptNumber(receipt.id), look: 'number' },
  { name: t.receipt.revision, text: String(receipt.revision) },
  { name: t.receipt.unit, text: book.naming.unitName(book.sheet.unit), look: 'onPaper' },
  { name: t.receipt.period, text: book.period.name, look: 'onPaper' },
  {
    name: t.receipt.time,
    text: `${printInstant(receipt.receivedAt)} (${t.receipt.timeZone})`,
    look: 'onPaper',
  },
  { name: t.submit.preparedBy, text: receipt.preparedBy },
  { name: t.submit.approvedBy, text: receipt.approvedBy },
  { name: t.receipt.id, text: receipt.id, look: 'onPaper' },
  { name: t.receipt.digest, text: groupedDigest(receipt.digest), look: 'code' },
]

export function Receipt({ book, receipt, news, offPaper, onClose }: Props) {
  const styles = useStyles()
  const paper = usePaper()
  const title = useRef<HTMLHeadingElement>(null)
  // the button that was pressed has gone; never taken from a cell somebody is typing into
  useEffect(() => {
    if (news && title.current && document.hasFocus()) focusOn(title.current)
  }, [news])
  const [copied, setCopied] = useState<string | null>(null)
  const rows = rowsOf(book, receipt)
  const copy = async () => {
    const lines = rows.map(({ name, text }) => `${name}: ${text}`)
    const text = [book.sheet.agency.name, t.receipt.heading, ...lines].join('\n')
    setCopied((await copyText(text)) ? t.receipt.copied : t.receipt.notCopied)
  }
  return (
    <div className={mergeClasses(!offPaper && paper)}>
      <div className={styles.onPaper}>
        <p>{book.sheet.agency.name}</p>
        <h1 className={styles.heading}>{t.receipt.heading}</h1>
      </div>
      <Section card>
        <h2 className={styles.title} ref={title}>
          {t.receipt.titleOf(receipt.revision)}
        </h2>
        <p className={styles.top}>
          <ToneIcon tone="success" /> {t.receipt.received(printInstant(receipt.receivedAt))}
        </p>
        <dl className={styles.facts}>
          {rows.map(({ name, text, look }) => (
            <Fragment key={name}>
              <dt className={mergeClasses(look === 'onPaper' && styles.onPaper)}>{name}</dt>
              <dd className={mergeClasses(look && styles[look])}>{text}</dd>
            </Fragment>
          ))}
        </dl>
        <div className={styles.actions}>
          <Button onClick={() => window.print()}>{t.receipt.print}</Button>
          <Button onClick={copy}>{t.receipt.copy}</Button>
          {onClose && <Button onClick={onClose}>{t.receipt.close}</Button>}
        </div>
        <div className={styles.actions} aria-live="polite">
          {copied && <Quiet>{copied}</Quiet>}
        </div>
      </Section>
    </div>
  )
}
