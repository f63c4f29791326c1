/** The quiet parts every view is made of: a stack with air, a titled section, a fold, a line that is a button. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    minWidth: 0,
    // a live region with nothing to say has to be there, and takes no room
    '& > [role=status]:empty': { marginBottom: '-12px' },
  },
  section: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fold: {
    '& > summary': {
      cursor: 'pointer',
      minHeight: '24px',
      lineHeight: '24px',
      borderRadius: tokens.borderRadiusSmall,
      color: tokens.colorBrandForegroundLink,
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  lineButton: {
    display: 'block',
    width: '100%',
    minHeight: '32px',
    margin: 0,
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    ':disabled': { cursor: 'default', backgroundColor: 'transparent' },
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
})

type Held = { children: ReactNode }

export const Stack = ({ children }: Held) => <div className={useStyles().stack}>{children}</div>

export function Section({ title, card, children }: Held & { title?: string; card?: boolean }) {
  const styles = useStyles()
  return (
    <section
      className={mergeClasses(styles.section, card && styles.card)}
      {...(title ? { 'aria-label': title } : {})}
    >
      {title && <h2 className={styles.title}>{title}</h2>}
      {children}
    </section>
  )
}

export function Fold({ summary, open, children }: Held & { summary: string; open?: boolean }) {
  return (
    <details className={useStyles().fold} {...(open ? { open } : {})}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

export const List = ({ children }: Held) => <ul className={useStyles().list}>{children}</ul>

export const Quiet = ({ children, id }: Held & { id?: string }) => (
  <p className={useStyles().quiet} id={id}>
    {children}
  </p>
)

/** Class of a whole line that can be pressed. */
export const useLineButton = (): string => useStyles().lineButton
