/** A sentence with its figures underlined: pointing at one or moving to it with the arrows says which indicator it is. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { ToldFigure } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { Quiet } from '../parts/layout.tsx'
import { partsOf } from './text.ts'

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap' },
  figure: {
    display: 'inline',
    margin: 0,
    padding: '0 1px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    cursor: 'help',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

type Props = { text: string; told: readonly ToldFigure[] }

export function ToldText({ text, told }: Props) {
  const styles = useStyles()
  const parts = useMemo(() => partsOf(text, told), [text, told])
  const count = parts.filter(part => part.told).length
  const box = useRef<HTMLParagraphElement>(null)
  const [stop, setStop] = useState(0)
  const [shown, setShown] = useState<ToldFigure | null>(null)
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined || to < 0 || to >= count) return
    event.preventDefault()
    box.current?.querySelectorAll('button')[to]?.focus()
  }
  let nth = -1
  return (
    <>
      <p className={styles.text} ref={box} lang="vi">
        {parts.map(part => {
          if (!part.told) return part.text
          nth += 1
          const [at, figure] = [nth, part.told]
          return (
            <button
              type="button"
              key={`${at}|${figure.at}`}
              className={styles.figure}
              tabIndex={at === stop ? 0 : -1}
              aria-label={office().narrative.figure(part.text, figure.name)}
              title={figure.name}
              onKeyDown={move}
              onMouseEnter={() => setShown(figure)}
              onFocus={() => {
                setStop(at)
                setShown(figure)
              }}
              onClick={() => setShown(figure)}
            >
              {part.text}
            </button>
          )
        })}
      </p>
      {shown && <Quiet>{office().narrative.figure(shown.printed, shown.name)}</Quiet>}
    </>
  )
}
