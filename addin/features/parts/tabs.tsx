/** Tabs of plain elements (WAI-ARIA pattern, automatic activation): arrows, Home and End move, one stop for Tab. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    marginInline: '-12px',
    paddingInline: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexGrow: 1,
    minHeight: '40px',
    padding: '0 6px',
    border: 'none',
    borderBottom: '3px solid transparent',
    // forced colours draw even a transparent border
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  open: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
})

type Tab<K extends string> = { readonly key: K; readonly label: ReactNode }
type Props<K extends string> = {
  label: string
  tabs: readonly Tab<K>[]
  open: K
  onOpen: (key: K) => void
  children: ReactNode
}

export function Tabs<K extends string>({ label, tabs, open, onOpen, children }: Props<K>) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(tab => tab.key === open)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onOpen(next.key)
    list.current?.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus()
  }
  return (
    <>
      <div className={styles.list} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(tab => (
          <button
            type="button"
            role="tab"
            key={tab.key}
            id={`tab-${tab.key}`}
            className={mergeClasses(styles.tab, tab.key === open && styles.open)}
            aria-selected={tab.key === open}
            aria-controls="tab-panel"
            tabIndex={tab.key === open ? 0 : -1}
            onClick={() => onOpen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open}`}>
        {children}
      </div>
    </>
  )
}
