/** The receipt: what the unit can show when asked. On paper it stands alone on its page. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment, useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { ToneIcon } from '../parts/notice.tsx'
import { copyText } from './copy.ts'
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
  // the shell hides everything else from paper
  sheet: {
    '@media print': {
      visibility: 'visible',
      position: 'absolute',
      inset: 0,
      padding: '10mm',
      backgroundColor: 'white',
      color: 'black',
      fontFamily: '"Times New Roman", serif',
      fontSize: '13pt',
      lineHeight: 1.4,
    },
  },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
  heading: { textAlign: 'center', fontSize: '15pt' },
})

type Props = { book: Book; receipt: ReceiptFacts }
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

export function Receipt({ book, receipt }: Props) {
  const styles = useStyles()
  const [copied, setCopied] = useState<string | null>(null)
  const rows = rowsOf(book, receipt)
  const copy = async () => {
    const lines = rows.map(({ name, text }) => `${name}: ${text}`)
    const text = [book.sheet.agency.name, t.receipt.heading, ...lines].join('\n')
    setCopied((await copyText(text)) ? t.receipt.copied : t.receipt.notCopied)
  }
  return (
    <div className={styles.sheet}>
      <div className={styles.onPaper}>
        <p>{book.sheet.agency.name}</p>
        <h1 className={styles.heading}>{t.receipt.heading}</h1>
      </div>
      <Section title={t.receipt.title} card>
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
        </div>
        <div className={styles.actions} aria-live="polite">
          {copied && <Quiet>{copied}</Quiet>}
        </div>
      </Section>
    </div>
  )
}
