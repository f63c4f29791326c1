/** The tick box that marks a figure for the unit to look at again; there only while the clerk sends back. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { office } from '../../i18n/office.ts'
import { usePart, useStore } from '../store.ts'

/** As many as the server takes (`shared/protocol/review.ts`). */
export const mostMarked = 50

const useStyles = makeStyles({
  box: {
    flexShrink: 0,
    width: '20px',
    height: '20px',
    margin: '2px 4px 0',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

type Props = {
  /** as `shared/place.ts` writes it */
  place: string
  /** how people call it */
  name: string
}

export function Mark({ place, name }: Props) {
  const styles = useStyles()
  const store = useStore()
  const returning = usePart(state => state.review.returning)
  const marked = usePart(state => state.review.questioned.includes(place))
  const full = usePart(state => state.review.questioned.length >= mostMarked)
  if (!returning) return null
  return (
    <input
      type="checkbox"
      className={styles.box}
      checked={marked}
      disabled={full && !marked}
      aria-label={office().review.mark(name)}
      title={office().review.mark(name)}
      onChange={event =>
        store.dispatch({ type: 'review-marked', place, marked: event.target.checked })
      }
    />
  )
}
