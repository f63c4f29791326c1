/**
 * The figures this page needs by name, and nothing else does: what leaders ask for first. Everything about them (name, unit,
 * columns, what is better) is the catalogue's. `test/addin/features/dashboard.test.ts` holds these keys against it.
 */

/** Rates in the order they are shown; those the plan has targets for stand behind them. */
export const rates = [
  'on_time_rate',
  'dossiers_online_rate',
  'dossiers_resolved_online_rate',
  'dossiers_fee_online_rate',
  'digit_out_rate',
  'satisfaction_rate',
] as const

/** Of them, those shown even while nobody has reported them. */
export const leading: readonly string[] = ['on_time_rate', 'dossiers_online_rate']

/** The table of dossiers by field (II.06a). */
export const dossiers = 'KSTT-06a'
