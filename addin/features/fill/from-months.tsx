/** A quarter, 6M, 9M or year is filled from its months: which ones, what is missing, the way back, and taking them anew. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { lackingInWords, periodsInWords } from '../../../shared/roll-up/words.ts'
import type { RollUp } from '../../../shared/roll-up.ts'
import { t } from '../../i18n/words.ts'
import { Fold, List, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { label, rowNameAt } from '../parts/place-words.ts'
import { usePart, useStore } from '../store.ts'
import type { Book } from './book.ts'
import { Preview } from './bring-forward.tsx'
import { clearing, type MonthFigures, monthFigures } from './months.ts'
import { isOurs } from './opening.ts'
import { write } from './writing.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
})

const monthsThere = ({ periods, missing }: RollUp): string =>
  periodsInWords(periods.filter(period => !missing.includes(period)))

/** Before the forms are opened: what they will be filled with. */
export function OpensFromMonths({ book }: { book: Book }) {
  const { fromMonths, current } = book
  if (!fromMonths || current) return null
  const { missing } = fromMonths
  return (
    <Quiet>
      {t.fill.months.opening(monthsThere(fromMonths))}{' '}
      {missing.length > 0 && t.fill.months.missing(periodsInWords(missing))}
    </Quiet>
  )
}

export function FromMonths({ book }: { book: Book }) {
  const ours = usePart(isOurs)
  const review = usePart(state => state.check.review)
  const [open, setOpen] = useState(false)
  const figures = useMemo(() => review && monthFigures(book, review), [book, review])
  const { fromMonths } = book
  if (!ours || !fromMonths || !figures) return null
  return open ? (
    <Preview
      list={figures.other}
      words={t.fill.months}
      kind="months"
      onClose={() => setOpen(false)}
    />
  ) : (
    <Made {...{ book, fromMonths, figures }} onTake={() => setOpen(true)} />
  )
}

type Props = { book: Book; fromMonths: RollUp; figures: MonthFigures; onTake: () => void }

function Made({ book, fromMonths, figures, onTake }: Props) {
  const store = useStore()
  const writing = usePart(state => state.fill.writing)
  const { held, other, differing, partial, blank } = figures
  const { missing } = fromMonths
  const lacking = [
    ...(partial > 0 ? [t.fill.months.partial(partial)] : []),
    ...(blank > 0 ? [t.fill.months.left(blank)] : []),
  ]
  const windows = book.sheet.rolledUp?.windows ?? []
  const asks = lacking.length > 0 || windows.length > 0
  return (
    <Notice
      tone={asks ? 'warning' : 'info'}
      title={t.fill.months.made(held.length, monthsThere(fromMonths))}
      actions={
        <>
          {other.length > 0 && (
            <Button size="small" disabledFocusable={writing} onClick={onTake}>
              {t.fill.months.take(other.length)}
            </Button>
          )}
          {held.length > 0 && (
            <Button
              size="small"
              disabledFocusable={writing}
              onClick={() => write(store, { kind: 'months-cleared' }, clearing(figures))}
            >
              {t.fill.months.clear(held.length)}
            </Button>
          )}
        </>
      }
    >
      {missing.length > 0 && `${t.fill.months.missing(periodsInWords(missing))} `}
      {lacking.length > 0 && `${lacking.join(', ')}. ${t.fill.months.ask} `}
      {(['before-correction', 'own', 'blank'] as const)
        .flatMap(why =>
          differing[why] > 0 ? t.fill.months.differ[why](differing[why], correctedIn(book)) : [],
        )
        .join(' ')}
      {!asks && other.length === 0 && t.fill.months.none}
      <Lacking book={book} fromMonths={fromMonths} />
      {windows.length > 0 && (
        <Fold summary={t.fill.months.windows}>
          <List>
            {windows.map(words => (
              <li key={words}>{words}</li>
            ))}
          </List>
        </Fold>
      )}
    </Notice>
  )
}

/** "tháng 3/2025": months that were handed in again. */
const correctedIn = ({ sheet }: Book): string =>
  periodsInWords(sheet.rolledUp?.months.flatMap(one => (one.before ? one.period : [])) ?? [])

/** Beyond the months that are missing altogether: those need not be said of each figure. */
function Lacking({ book, fromMonths }: Pick<Props, 'book' | 'fromMonths'>) {
  const styles = useStyles()
  const lacking = [...fromMonths.derived].filter(
    ([, one]) =>
      one.lacking.length > 0 &&
      (one.cell.state === 'not-reported' ||
        one.lacking.some(period => !fromMonths.missing.includes(period))),
  )
  if (lacking.length === 0) return null
  return (
    <Fold summary={t.fill.months.look(lacking.length)}>
      <List>
        {lacking.map(([key, one]) => (
          <li key={key} className={styles.line}>
            <span>
              <span className={styles.label}>{label(book.index, one.place)}</span>{' '}
              {rowNameAt(book, one.place)}
            </span>
            <Quiet>{lackingInWords(fromMonths, one)}</Quiet>
          </li>
        ))}
      </List>
    </Fold>
  )
}
