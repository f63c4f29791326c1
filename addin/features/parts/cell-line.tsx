/** A whole line about a cell: a button that leads there, plain words where no open workbook is meant. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { goTo } from '../fill/opening.ts'
import { useStore } from '../store.ts'
import { useLineButton } from './layout.tsx'

const useStyles = makeStyles({
  words: {
    boxSizing: 'border-box',
    cursor: 'auto',
    ':hover': { backgroundColor: 'transparent' },
    ':active': { backgroundColor: 'transparent' },
  },
})

type Props = {
  readonly at: { readonly sheet?: string; readonly cell?: string } | undefined
  readonly className?: string
  /** it is the line of a finding */
  readonly finding?: true
  readonly children: ReactNode
}

export function CellLine({ at, className, finding, children }: Props) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const mark = finding ? { 'data-finding': true } : {}
  if (!store.workbook())
    return (
      <div className={mergeClasses(line, className, styles.words)} {...mark}>
        {children}
      </div>
    )
  return (
    <button
      type="button"
      className={mergeClasses(line, className)}
      onClick={() => goTo(store, at)}
      {...mark}
    >
      {children}
    </button>
  )
}
