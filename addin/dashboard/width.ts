/** How wide an element is drawn and how large its letters are, in pixels; charts are laid out in both. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { onPaper } from './paper.ts'

export type Room = { readonly width: number; readonly letter: number }

export function useRoom<E extends HTMLElement>(): readonly [RefObject<E | null>, Room] {
  const element = useRef<E>(null)
  const [room, setRoom] = useState<Room>({ width: 0, letter: 16 })
  useLayoutEffect(() => {
    const it = element.current
    if (!it) return
    const measure = () => {
      const letter = Number.parseFloat(getComputedStyle(it).fontSize)
      const width = Math.floor(it.clientWidth)
      setRoom(before =>
        before.width === width && before.letter === letter ? before : { width, letter },
      )
    }
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(it)
    const leave = onPaper(() => flushSync(measure))
    return () => {
      watching.disconnect()
      leave()
    }
  }, [])
  return [element, room]
}
