/** The heading of what a person asked for and has just come: it takes the focus once, so that it is read out. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { focusOn } from '../shell/focus.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
})

export function ResultHeading({ text }: { text: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // never taken from a cell somebody is typing into
    if (!title.current || !document.hasFocus()) return
    focusOn(title.current)
    title.current.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <h2 className={useStyles().title} ref={title}>
      {text}
    </h2>
  )
}
