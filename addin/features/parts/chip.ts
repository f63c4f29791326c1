/** How a choice among a few filters looks: small, round, and ringed when it is the one in force. */
import { tokens } from '@fluentui/react-components'

export const chip = {
  minHeight: '28px',
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusCircular,
  backgroundColor: tokens.colorNeutralBackground1,
  color: 'inherit',
  font: 'inherit',
  fontSize: tokens.fontSizeBase200,
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
} as const

export const chosenChip = {
  border: `1px solid ${tokens.colorCompoundBrandStroke}`,
  boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
  fontWeight: tokens.fontWeightSemibold,
  '@media (forced-colors: active)': { outline: '2px solid Highlight' },
} as const
