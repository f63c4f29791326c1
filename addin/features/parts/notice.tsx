/** A bar that stays until its cause is gone: icon, sentence, at most two actions. Never a dialog, never colour alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import {
  CheckmarkCircleRegular,
  DismissCircleRegular,
  InfoRegular,
  WarningRegular,
} from './icons.ts'

export type Tone = 'error' | 'warning' | 'info' | 'success'

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  info: {},
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  actions: {
    gridColumn: 2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    marginTop: '8px',
    ':empty': { display: 'none' },
  },
})

const useInk = makeStyles({
  icon: { fontSize: '20px', display: 'flex', alignItems: 'flex-start' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
})

const icons = {
  error: DismissCircleRegular,
  warning: WarningRegular,
  info: InfoRegular,
  success: CheckmarkCircleRegular,
}

/** The icon of a tone in its ink; words stand beside it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const styles = useInk()
  const Icon = icons[tone]
  return (
    <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
      <Icon />
    </span>
  )
}

type Props = {
  tone: Tone
  title?: string
  children?: ReactNode
  actions?: ReactNode
  /** not announced: something else beside it speaks up already */
  quiet?: boolean
}

export function Notice({ tone, title, children, actions, quiet }: Props) {
  const styles = useStyles()
  return (
    <div
      className={mergeClasses(styles.bar, styles[tone])}
      {...(quiet ? {} : { role: tone === 'error' ? 'alert' : 'status' })}
    >
      <ToneIcon tone={tone} />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
