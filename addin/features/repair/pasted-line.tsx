/** One line about the last paste, with what mends it; every repair names its cells and can be taken back. */
import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { printNumber } from '../../../shared/figure.ts'
import { t } from '../../i18n/words.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { convert, restoreLooks, takeBack } from './mending.ts'
import { isClean, looksOf, type Pasted, type PastedCell, type TextNumber } from './pasted.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '4px' },
  way: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
})

export function PastedLine() {
  const store = useStore()
  const { pasted, undo, skipped, trouble, working } = usePart(state => state.repair)
  if (!pasted) return null
  const clean = isClean(pasted)
  return (
    <Notice
      tone={trouble || !clean ? 'warning' : undo ? 'success' : 'info'}
      title={clean && undo ? t.repair.mended(undo.changes.length) : sentenceOf(pasted)}
      actions={
        <>
          {undo && (
            <Button size="small" disabled={working} onClick={() => takeBack(store)}>
              {t.repair.undo}
            </Button>
          )}
          <Button
            appearance="subtle"
            size="small"
            onClick={() => store.dispatch({ type: 'pasted', pasted: null })}
          >
            {t.repair.close}
          </Button>
        </>
      }
    >
      {!clean && undo && <Quiet>{t.repair.mended(undo.changes.length)}</Quiet>}
      {trouble && t.host.troubles[trouble]}
      {skipped.length > 0 && t.repair.skipped(skipped.join(', '))}
      {!clean && <Mending pasted={pasted} />}
      {working && <Quiet>{t.repair.working}</Quiet>}
    </Notice>
  )
}

/** "Vừa dán 12 ô: 2 số dạng chữ, 1 số âm, 1 ô bị khóa lại." */
export function sentenceOf(pasted: Pasted): string {
  const { found } = t.repair
  const parts: (readonly [readonly PastedCell[], keyof typeof found])[] = [
    [pasted.textNumbers, 'text'],
    [pasted.unreadable, 'unreadable'],
    [pasted.negative, 'negative'],
    [pasted.fractions, 'fractions'],
    [pasted.locked, 'locked'],
    [pasted.restyled, 'restyled'],
    [pasted.unguarded, 'unguarded'],
  ]
  const there = parts.filter(([cells]) => cells.length > 0)
  const said = there.map(([cells, kind]) => found[kind](cells.length))
  if (pasted.remote) return t.repair.edited(pasted.sheet, pasted.where, said)
  return pasted.count === 1
    ? t.repair.single(
        pasted.where,
        there.map(([, kind]) => t.repair.one[kind]),
      )
    : t.repair.pasted(pasted.count, said)
}

function Mending({ pasted }: { pasted: Pasted }) {
  const store = useStore()
  const working = usePart(state => state.repair.working)
  const certain = pasted.textNumbers.filter(({ readings }) => readings.length === 1)
  const open = pasted.textNumbers.filter(({ readings }) => readings.length > 1)
  const looks = looksOf(pasted)
  return (
    <div className={useStyles().list}>
      {certain.length > 0 && (
        <Way words={t.repair.converted(named(certain))}>
          <Button size="small" disabled={working} onClick={() => convert(store, certain, 0)}>
            {t.repair.convert(certain.length)}
          </Button>
        </Way>
      )}
      {open.length > 0 && <Asking cells={open} />}
      {pasted.fractions.length > 0 && <Fractions cells={pasted.fractions} />}
      {looks.length > 0 && (
        <Way words={t.repair.restoring(named(looks))}>
          <Button size="small" disabled={working} onClick={() => restoreLooks(store)}>
            {t.repair.restore(looks.length)}
          </Button>
        </Way>
      )}
      {pasted.negative.length > 0 && <Quiet>{t.repair.negatives(named(pasted.negative))}</Quiet>}
      {/* of a single cell the title has said where */}
      {pasted.unreadable.length > 0 && pasted.count === 1 && (
        <Quiet>{t.repair.unreadableOne}</Quiet>
      )}
      {pasted.unreadable.length > 0 && pasted.count > 1 && (
        <Quiet>{t.repair.unreadables(named(pasted.unreadable))}</Quiet>
      )}
    </div>
  )
}

/** What is the matter, and beside it what mends it. */
function Way({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className={useStyles().way}>
      <Quiet>{words}</Quiet>
      {children}
    </div>
  )
}

/** Both readings, ungrouped so that they cannot be mistaken for one another; the answer holds for all these cells. */
function Asking({ cells }: { cells: readonly TextNumber[] }) {
  const store = useStore()
  const working = usePart(state => state.repair.working)
  const [first] = cells
  if (!first) return null
  const text = String(first.value).trim()
  return (
    <Way words={t.repair.ask(named(cells), text)}>
      {first.readings.map((number, i) => (
        <Button
          key={number}
          size="small"
          disabled={working}
          onClick={() => convert(store, cells, i === 0 ? 0 : 1)}
        >
          {t.repair.asNumber(text, printNumber(number).replaceAll('.', ''))}
        </Button>
      ))}
    </Way>
  )
}

/** What each would be, before the button that makes them so; leaving them is closing the line. */
function Fractions({ cells }: { cells: readonly TextNumber[] }) {
  const store = useStore()
  const working = usePart(state => state.repair.working)
  const asked = cells
    .slice(0, most)
    .map(({ cell, value, readings: [percent = 0] }) =>
      t.repair.fraction(cell, printNumber(Number(value)), printNumber(percent)),
    )
  const rest = cells.length > most ? ['…'] : []
  return (
    <Way words={[...asked, ...rest].join(' ')}>
      <Button size="small" disabled={working} onClick={() => convert(store, cells, 0)}>
        {t.repair.toPercent(cells.length)}
      </Button>
    </Way>
  )
}

const most = 8

const named = (cells: readonly PastedCell[]): string =>
  [...cells.slice(0, most).map(({ cell }) => cell), ...(cells.length > most ? ['…'] : [])].join(
    ', ',
  )
